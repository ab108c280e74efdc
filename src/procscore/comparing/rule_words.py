"""Where a rule stands in a criteria sheet, in the reader's words."""

from collections.abc import Mapping
from typing import Any

from procscore.language import N_, listing, message
from procscore.model.page import Words
from procscore.model.rules_told.panel import OVER_WORDS

NAMED_BY_PEOPLE = frozenset({"amounts", "quantities", "scales", "panels", "ceiling"})
"""Keys below which stand ids, and not keys of the format."""
_NAMING = {
    **dict.fromkeys(("criterion", "each_of", "excluding", "criteria", "group"), ("criteria",)),
    **dict.fromkeys(("amount", "compare"), ("amounts", "quantities")),
    **dict.fromkeys(("higher", "lower"), ("criteria", "amounts", "quantities")),
}
"""Keys whose value is the id of something, and among what it is found."""
KEY_WORDS = {
    "title": N_("title"),
    "authority": N_("body"),
    "date": N_("date"),
    "source": N_("source"),
    "assumptions": N_("assumptions"),
    "points": N_("points"),
    "amounts": N_("amounts"),
    "quantities": N_("quantities"),
    "scales": N_("scales of grades"),
    "criteria": N_("criteria"),
    "panel": N_("panel"),
    "panels": N_("panels"),
    "stages": N_("stages"),
    "eligibility": N_("eligibility"),
    "ranking": N_("ranking"),
    "award": N_("award"),
    "name": N_("name"),
    "note": N_("note"),
    "topic": N_("topic"),
    "group": N_("group"),
    "score": N_("how it is scored"),
    "weight": N_("weight"),
    "rescale": N_("conversion"),
    "requires": N_("condition"),
    "formula": N_("formula"),
    "tax": N_("tax"),
    "term": N_("term"),
    "unit": N_("unit"),
    "method": N_("method"),
    "by": N_("by"),
    "from": N_("lowest mark"),
    "to": N_("highest mark"),
    "step": N_("steps"),
    "allowed": N_("marks allowed"),
    "scale": N_("scale"),
    "amount": N_("amount"),
    "compare": N_("compared with the other bids"),
    "round": N_("rounding"),
    "places": N_("decimal places"),
    "mode": N_("mode of rounding"),
    "aggregate": N_("aggregation"),
    "over": N_("aggregated"),
    "trim": N_("left out"),
    "consensus": N_("agreed marks"),
    "highest": N_("highest"),
    "lowest": N_("lowest"),
    "quorum": N_("quorum"),
    "ceiling": N_("above a ceiling"),
    "minimums": N_("minimums"),
    "at_least": N_("at least"),
    "criterion": N_("criterion"),
    "abnormally_low": N_("low bids"),
    "lowest_among": N_("whose prices are compared"),
    "ties": N_("ties"),
    "equal_ranks": N_("equal ranks"),
    "winners": N_("preferred bidders"),
    "reserve": N_("bidders in reserve"),
    "gate": N_("who goes on"),
    "each_of": N_("each part of"),
    "excluding": N_("all but"),
    "higher": N_("the higher"),
    "lower": N_("the lower"),
}
"""Keys of a criteria sheet in words; what is not here is told as it is written."""
VALUE_WORDS: Mapping[str, Mapping[str, str]] = {
    "mode": {
        "half-up": N_("half up"),
        "half-even": N_("half to even"),
        "down": N_("cut down"),
        "up": N_("rounded up"),
    },
    "aggregate": {
        "mean": N_("mean"),
        "median": N_("median"),
        "sum": N_("sum"),
        "trimmed-mean": N_("mean without the highest and lowest"),
        "consensus": N_("one agreed mark"),
    },
    "over": OVER_WORDS,
    "consensus": {"overrides": N_("count instead of the evaluators' own")},
}
"""Values of a key that are words of the format; what is not here is told as it is written."""


def place_words(path: tuple[str, ...], names: Mapping[tuple[str, ...], str]) -> Words:
    """Return where a rule stands: “criteria › 価格点 › rounding › decimal places”.

    `names` are those of criteria, amounts, stages, … by where they stand.
    """
    told: Words = ""
    for depth, each in enumerate(path):
        above = path[:depth]
        by_people = "scales" in above or not NAMED_BY_PEOPLE.isdisjoint(above[-1:])
        here: Words = names.get(path[: depth + 1], each)
        if here == each and not by_people and each in KEY_WORDS:
            here = message(KEY_WORDS[each])
        told = message(N_("{whole} › {part}"), whole=told, part=here) if depth else here
    return told


def value_words(value: Any, key: str, names: Mapping[tuple[str, ...], str]) -> Words:
    """Return what stands under `key`, in one line; what is named by its id is told by its name."""
    if isinstance(value, Mapping):
        return _listed([_entry(each, inner, key, names) for each, inner in value.items()])
    if isinstance(value, list):
        return _listed([value_words(each, key, names) for each in value])
    text = "" if value is None else str(value)
    if (word := VALUE_WORDS.get(key, {}).get(text)) is not None:
        return message(word)
    found = (names.get((place, text)) for place in _NAMING.get(key, ()))
    return next((each for each in found if each is not None), text)


def _entry(key: str, value: Any, above: str, names: Mapping[tuple[str, ...], str]) -> Words:
    word = message(KEY_WORDS[key]) if key in KEY_WORDS and above not in NAMED_BY_PEOPLE else key
    told = value_words(value, key, names)
    if isinstance(value, Mapping) and len(value) > 1:
        return message(N_("{what} ({told})"), what=word, told=told)
    return message(N_("{what} {told}"), what=word, told=told)


def _listed(words: list[Words]) -> Words:
    return message("{words}", words=listing(words))
