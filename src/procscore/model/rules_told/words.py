"""What the sentences about rules share: formulas in words, what a rule says only by default."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Literal

from procscore.formula import PRESETS, Formula
from procscore.formula.prose import rounding_sentence
from procscore.language import N_, Listing, Message, listing, message
from procscore.model.criteria import CriteriaSheet
from procscore.model.fields import Round
from procscore.model.formula_names import (
    BEST_WORDS,
    FIGURE_NAMES,
    FIGURE_WORDS,
    MARKET_WORDS,
    PRICE_NAMES,
    RESCALE_NAMES,
)

_ID = re.compile(r"[^\W\d]\w*")
_IF = re.compile(r"\bif\s*\(")
_LONG_NUMBER = re.compile(r"(?<![\w.])\d{5,}(?!\w)")
_SIGNS = {"*": "×", "/": "÷", "<=": "≦", ">=": "≧", "<>": "≠"}
_LIKE_A_FORMULA = re.compile(r"[-+*/×÷＋－−(（,、]|\s")
"""Names with these would read as a part of the formula that they stand in."""
_NAMES = {
    "points": N_("points"),
    "price": N_("price"),
    **MARKET_WORDS,
    "raw": N_("points given"),
    "of": N_("most that can be given"),
    **BEST_WORDS,
    **FIGURE_WORDS,
}
"""What the fixed names of formulas mean (see `model.formula_names`)."""
_FIXED: dict[str, tuple[str, ...]] = {
    "score": PRICE_NAMES,
    "rescale": RESCALE_NAMES,
    "ranking": FIGURE_NAMES,
    "amount": (),
}
VOTE_WORDS = {
    "any": N_("a single evaluator"),
    "majority": N_("more than half of the evaluators"),
    "all": N_("all evaluators"),
}


Where = Literal["score", "rescale", "ranking", "amount"]
"""Where a formula stands: what a name means hangs on nothing else (see `model.formula_names`)."""


def formula_in_words(sheet: CriteriaSheet, formula: Formula, where: Where) -> Message:
    """Return a formula as a person reads it: a preset's title, else with names instead of ids."""
    for preset in PRESETS.values():
        if preset.formula == formula:
            return message(preset.title)
    fixed = {each: message(_NAMES[each]) for each in _FIXED[where]}
    given: dict[str, str] = {}
    if where in ("rescale", "ranking"):
        given |= {each: criterion.name for each, criterion in sheet.by_id.items()}
    if where != "rescale":
        given |= {each: about.name for each, about in sheet.declared.items()}
    # A criterion may be called `price`: in a price formula the word is still the price.
    given = {each: name for each, name in given.items() if each not in fixed}
    return message("{formula}", formula=Replaced(formula.text, {**fixed, **given}, given))


def quoted(name: object) -> Message:
    """Return a name in the quotation marks of the current language."""
    return message(N_("“{name}”"), name=name)


class Replaced:
    """The text of a formula with words in place of names, in the language that is current."""

    def __init__(self, text: str, words: Mapping[str, object], named: Container[str]) -> None:
        """Keep the text as it was written and the words by the names they stand for.

        The words of `named` are names that somebody gave, and may hold anything.
        """
        self._text = text
        self._words = words
        self._named = named

    def __str__(self) -> str:
        return self._told(self._text)

    def _told(self, text: str) -> str:
        """Write a part of the text; `if(a < b, x, y)` becomes “x if a < b, else y”."""
        found = _IF.search(text)
        if found is None:
            return self._plain(text)
        arguments, end = _arguments(text, found.end())
        condition, then, otherwise = map(self._told, arguments)
        if _IF.match(arguments[1]):
            then = f"({then})"
        told = N_("{then} if {condition}, else {otherwise}")
        told = str(message(told, condition=condition, then=then, otherwise=otherwise))
        before, after = text[: found.start()], text[end:]
        if before.strip() or after.strip():
            return f"{self._plain(before)}({told}){self._told(after)}"
        return told

    def _plain(self, text: str) -> str:
        for sign, shown in _SIGNS.items():
            text = text.replace(sign, shown)
        text = _LONG_NUMBER.sub(lambda found: f"{int(found[0]):,}", text)
        return _ID.sub(lambda found: self._word(found[0]), text)

    def _word(self, name: str) -> str:
        word = str(self._words.get(name, name))
        return str(quoted(word)) if _LIKE_A_FORMULA.search(word) and name in self._named else word


def _arguments(text: str, start: int) -> tuple[list[str], int]:
    """Return the arguments of the function whose bracket opens before `start`, and where it ends."""
    found, depth, begin = list[str](), 0, start
    for place in range(start, len(text)):
        sign = text[place]
        if depth == 0 and sign in ",)":
            found.append(text[begin:place].strip())
            begin = place + 1
            if sign == ")":
                break
        depth += (sign == "(") - (sign == ")")
    return found, begin


def by_default(told: Message, *, stated: bool) -> Message:
    """Return a rule, with the remark that the sheet does not state it where it does not."""
    return told if stated else message(N_("{rule} (not stated)"), rule=told)


def rounding(rule: Round | None) -> Message:
    """Return how a value is rounded; a sheet without the rule does not round, and does not say so."""
    return by_default(rounding_sentence(rule.rounding if rule else None), stated=rule is not None)


def together(told: Iterable[tuple[object, object]]) -> Iterator[tuple[Listing, object]]:
    """Give each thing that is said once, with everything that it is said of, in the order of first.

    `told` are pairs of what it is said of and what is said.
    """
    groups: dict[str, tuple[list[object], object]] = {}
    for about, said in told:
        groups.setdefault(str(said), ([], said))[0].append(about)
    for every, said in groups.values():
        yield listing(every), said
