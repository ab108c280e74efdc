"""How a criterion is marked, as a form tells it: in words, as what may be typed, as points.

The words, the rule of the cells and the formula of the points all follow from the criteria sheet, so
that a mark which the form takes is one which `evaluate` takes.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from procscore.exact import decimal_text
from procscore.language import N_, Message, listing, message
from procscore.model.criteria import CriteriaSheet, Leaf
from procscore.model.rules_told.marking import NO, YES, how_marked
from procscore.model.scores import Check, Grades, Marks
from procscore.xlsx import Rule, fits_a_list, number, quoted

CELL, MARKS, POINTS = "\x01", "\x02", "\x03"
"""What is put in for these in a formula: no text of a criteria sheet can hold them."""

PLAIN = f"SUM({MARKS})"
"""Marks that are points as they stand."""


class Marking(NamedTuple):
    """How one criterion is marked."""

    told: Message
    """In a word or two, for the column 採点方法."""
    rule: Rule
    """Without the range of its choices, where they do not fit a list."""
    wrong: str
    """An Excel formula that holds where the cell CELL is filled with something else."""
    worth: str | None
    """The points of the marks in the range MARKS, of criteria worth POINTS; None: not added up."""


def marking(sheet: CriteriaSheet, leaf: Leaf) -> Marking:
    """Return how `leaf` is marked."""
    told = how_marked(sheet, leaf)
    match leaf.score:
        case Grades(scale=scale):
            return _grades(sheet, scale, told)
        case Check():
            return _choices(told, (YES, NO), _written((YES, NO)), None)
        case Marks() as score if score.allowed:
            texts = tuple(decimal_text(each) for each in score.allowed)
            equal = [f"{CELL}={text}" for text in texts]
            return _choices(told, texts, equal, _scaled(score, leaf))
        case Marks() as score:
            return _numbers(score, leaf, told)
        case _:
            raise TypeError(leaf.score)  # what is computed is on no form


def _grades(sheet: CriteriaSheet, scale: str, told: Message) -> Marking:
    grades = tuple(sheet.scales[scale])
    shares = [(grade, sheet.grade_value(scale, grade)) for grade in grades]
    terms = "+".join(
        f'({MARKS}&""={quoted(grade)})*{number(share)}' for grade, share in shares if share
    )
    return _choices(told, grades, _written(grades), f"SUMPRODUCT({POINTS}*({terms or 0}))")


def _written(choices: Sequence[str]) -> list[str]:
    """Return the conditions that a cell reads as one of the words, which may look like numbers."""
    return [f'{CELL}&""={quoted(choice)}' for choice in choices]


def _choices(
    told: Message, choices: Sequence[str], equal: Sequence[str], worth: str | None
) -> Marking:
    """Return a marking by choices; `equal` are the conditions that a cell holds each of them."""
    wrong = f'IF({CELL}="",FALSE,NOT(OR({",".join(equal)})))'
    return Marking(told, _list(choices), wrong, worth)


def _list(choices: Sequence[str]) -> Rule:
    shown = listing(choices)
    return Rule(
        "list",
        choices=tuple(choices),
        title=str(message(N_("How to mark"))),
        prompt=str(message(N_("One of: {choices}"), choices=shown)),
        complaint=str(message(N_("Only one of these can be entered: {choices}"), choices=shown)),
    )


def _numbers(score: Marks, leaf: Leaf, told: Message) -> Marking:
    lowest, highest = score.range(leaf.points)
    whole = score.step == 1 and lowest.denominator == 1
    within = f"{CELL}>={number(lowest)},{CELL}<={number(highest)}"
    if score.step is not None:
        steps = f"({CELL}-({number(lowest)}))*{number(1 / score.step)}"
        # Excel computes in binary: a step is met where the nearest whole number is near enough.
        within += f",ABS(ROUND({steps},0)-{steps})<0.000001"
    right = f"IF(ISNUMBER({CELL}),AND({within}),FALSE)"
    kind: Literal["whole", "decimal", "custom"] = "custom"
    if whole or score.step is None:
        kind = "whole" if whole else "decimal"
    rule = Rule(
        kind,
        lowest=lowest,
        highest=highest,
        formula=f"={right}" if kind == "custom" else "",
        title=str(message(N_("How to mark"))),
        prompt=str(told),
        complaint=str(message(N_("This cannot be entered here. It must be: {rule}."), rule=told)),
    )
    wrong = f'IF({CELL}="",FALSE,NOT({right}))'
    return Marking(told, rule, wrong, _scaled(score, leaf))


def _scaled(score: Marks, leaf: Leaf) -> str:
    factor = leaf.points / score.full(leaf.points)
    return PLAIN if factor == 1 else f"SUM({MARKS})*{number(factor)}"


def needs_range(rule: Rule) -> bool:
    """Tell whether the choices of a rule must stand in cells, being too many or too odd for a list."""
    return rule.kind == "list" and not fits_a_list(rule.choices)


def plain_sum(marking: Marking) -> bool:
    """Tell whether the marks are points as they stand."""
    return marking.worth == PLAIN


def value_of(text: str) -> Fraction | str:
    """Return a choice as it stands in a cell: a number where it is one."""
    try:
        return Fraction(text)
    except ValueError:
        return text
