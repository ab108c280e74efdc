"""What a starting sheet says of each of its parts: what it is for, and what else may stand there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from procscore.exact import Mode
from procscore.formula import PRESETS
from procscore.language import N_
from procscore.model import declared, rules, scores, tie_steps

HEAD = ("procscore", "id", "title", "authority", "date", "source")
"""The keys that a sheet begins with."""
DROPPED = frozenset({"assumptions"})
"""What a new sheet does not take over: there they are decisions to take."""


@dataclass(frozen=True, slots=True)
class Section:
    """What is said of a part of the sheet: a sentence, and what may stand there by its key."""

    sentence: str
    """A template marked for translation."""
    synopsis: Mapping[str, str] = field(default_factory=dict)


def _either(words: Iterator[str] | tuple[str, ...]) -> str:
    return " | ".join(words)


def _words(model: type[BaseModel], *keys: str) -> dict[str, str]:
    return {key: _either(_choices(model.model_fields[key].annotation)) for key in keys}


def _choices(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    for each in get_args(annotation):
        yield from _choices(each)


_METHODS = (each.model_fields["method"] for each in get_args(get_args(scores.Score)[0]))
_METHOD = _either(word for method in _METHODS for word in _choices(method.annotation))
_LOW = _words(rules.AbnormallyLow, "rule")["rule"]
_CUT = _words(rules.Gate, "at_cut")["at_cut"]
_END = _either(("lot", *get_args(tie_steps.Decider)))
_MORE = _either(get_args(tie_steps.Ballot))

SECTIONS: dict[str, Section] = {
    "id": Section(
        N_("The id, what is procured, your body, and the date. They are to be replaced.")
    ),
    "source": Section(
        N_("Where the rules come from: your own document, once there is one."),
        _words(declared.Source, "coverage"),
    ),
    "points": Section(N_("All points: the sum of the criteria at the top.")),
    "amounts": Section(
        N_("Money that vendors quote. An amount with a formula follows from the others."),
        {**_words(declared.Amount, "tax"), "term": "5年"},
    ),
    "quantities": Section(
        N_("Facts other than money that vendors declare, for scores by formula."),
        {"deployments": "{name: 導入団体数, unit: 団体}"},
    ),
    "scales": Section(
        N_("Grades and what each is worth: a share of the points, or a number out of the highest."),
        {"five": "{A: 100%, B: 75%, C: 50%, D: 25%, E: 0%}"},
    ),
    "criteria": Section(
        N_(
            "What is judged, as a tree: a group's points are the sum of its parts, which inherit its score and topic. A price is scored by one of these formulas, or by one that is written out."
        ),
        {
            "score": f"{{method: {_METHOD}}}",
            "formula": _either((*PRESETS, "points * lowest / price")),
        },
    ),
    "panel": Section(
        N_("How several evaluators become one score."),
        {
            **_words(rules.Panel, "aggregate", "over"),
            "round": f"{{places: 2, mode: {_either(tuple(Mode))}}}",
        },
    ),
    "panels": Section(
        N_("Further panels, with the keys of panel; a criterion names the one that marks it."),
        {"staff": "{name: 業務担当, aggregate: mean}"},
    ),
    "stages": Section(
        N_("Stages of the procedure: which criteria are judged in each, and who goes on."),
        {"gate": f"{{top: 4, at_cut: {_CUT}}}"},
    ),
    "eligibility": Section(
        N_(
            "Who stays in: what a price above the ceiling means, which points must be reached, whose prices count as lowest, and which prices are flagged as abnormally low."
        ),
        {
            "ceiling": _either(get_args(rules.CeilingRule)),
            "minimums": "[{criterion: technical, at_least: 60%}, {at_least: 600}]",
            **_words(rules.Eligibility, "lowest_among"),
            "abnormally_low": f"{{rule: {_LOW}}}",
        },
    ),
    "ranking": Section(
        N_(
            "What is compared, how equal values are told apart step by step, and the ranks where they cannot be."
        ),
        {
            **_words(rules.Ranking, "by"),
            "ties": f"[{{higher: technical}}, {{lower: total}}, {{more: {_MORE}}}, {_END}]",
            **_words(rules.Ranking, "equal_ranks"),
        },
    ),
    "award": Section(
        N_("How many are chosen, and how many stand ready."), {"winners": "1", "reserve": "1"}
    ),
}
"""What is said above each part, by its key. The words are the model's, so that none is missing."""
