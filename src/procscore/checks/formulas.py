"""Which names have a meaning in the formulas of a criteria sheet, and which formulas misuse them."""

from collections.abc import Iterator
from typing import NamedTuple

from procscore.formula import Formula, FormulaError, check, names
from procscore.language import N_, message
from procscore.model.criteria import CriteriaSheet, Path
from procscore.model.formula_names import (
    FIGURE_NAMES,
    MARKET_NAMES,
    PRICE_NAMES,
    RESCALE_NAMES,
)
from procscore.model.rankings import rankings
from procscore.model.scores import ByFormula, Price


class Fault(NamedTuple):
    """A fault of a formula that stands at `path`."""

    path: Path
    formula: Formula
    error: FormulaError


def formula_faults(sheet: CriteriaSheet) -> Iterator[Fault]:
    """Give the faults of all formulas of `sheet`."""
    for path, formula, numbers in _formulas(sheet):
        for error in check(formula, numbers):
            yield Fault(path, formula, error)
    yield from _circles(sheet)


def two_meanings(sheet: CriteriaSheet) -> Iterator[tuple[Path, str]]:
    """Give the ids of amounts, quantities and parts that already mean something where they stand."""
    for path, criterion in sheet.walk():
        for index, part in enumerate(criterion.criteria if criterion.rescale else ()):
            if part.id in RESCALE_NAMES:
                yield (*path, "criteria", index, "id"), part.id
    for kind, declared in (("amounts", sheet.amounts), ("quantities", sheet.quantities)):
        for name in declared:
            if name in PRICE_NAMES:
                yield (kind, name), name


def _formulas(sheet: CriteriaSheet) -> Iterator[tuple[Path, Formula, tuple[str, ...]]]:
    """Give every formula with its path and the names that mean something there."""
    declared = (*sheet.amounts, *sheet.quantities)
    for key, amount in sheet.amounts.items():
        if amount.formula:
            yield ("amounts", key, "formula"), amount.formula, declared
    for path, criterion in sheet.walk():
        match criterion.score:
            case Price(formula=formula):
                yield (*path, "score", "formula"), formula, (*PRICE_NAMES, *declared)
            case ByFormula(formula=formula, compare=compare):
                known = ("points", *declared, *(MARKET_NAMES if compare else ()))
                yield (*path, "score", "formula"), formula, known
            case _:
                pass
        if criterion.rescale is not None:
            parts = (part.id for part in criterion.criteria)
            known = (*RESCALE_NAMES, *parts)
            yield (*path, "rescale", "formula"), criterion.rescale.formula, known
    for path, ranking in rankings(sheet):
        known = (*sheet.by_id, *declared)
        if ranking.formula:
            yield (*path, "formula"), ranking.formula, known
        if ranking.at_least:
            yield (*path, "at_least"), ranking.at_least, (*known, *FIGURE_NAMES)


def _circles(sheet: CriteriaSheet) -> Iterator[Fault]:
    """Give the amounts that are derived from themselves."""
    uses = {
        key: set(names(amount.formula)) & sheet.amounts.keys()
        for key, amount in sheet.amounts.items()
        if amount.formula
    }
    known = set(sheet.amounts) - uses.keys()
    while ready := {key for key, needed in uses.items() if key not in known and needed <= known}:
        known |= ready
    for key in uses.keys() - known:
        formula = sheet.amounts[key].formula
        if formula:
            reason = message(N_("“{name}” is derived from itself"), name=key)
            yield Fault(("amounts", key, "formula"), formula, FormulaError(reason, 0))
