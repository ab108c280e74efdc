"""What every step of an evaluation works with, computed once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from procscore.diagnostics import Location, Problems
from procscore.exact import Rounding
from procscore.formula import (
    Derivation,
    Formula,
    Input,
    UndefinedValueError,
    derive,
    names,
    prose,
)
from procscore.language import Message
from procscore.model.amounts import amounts
from procscore.model.bids import Bids, Vendor
from procscore.model.criteria import CriteriaSheet, Leaf
from procscore.model.rules import Ranking

# What a formula takes from the other bids and from the procurement, not from the vendor itself.
_NOT_ITS_OWN = frozenset({"lowest", "highest", "average", "ceiling", "investigation", "estimate"})


def own_place(vendor: Vendor, inputs: Iterable[Input]) -> Location:
    """Return the cell that a problem with a formula for `vendor` should point at: one of its own."""
    for each in inputs:
        if each.name in _NOT_ITS_OWN:
            continue
        if each.where:
            return each.where[0]
        if each.derivation:
            return own_place(vendor, each.derivation.inputs)
    return vendor.where


@dataclass(frozen=True)
class Context:
    """The sheet, the bids, where problems go, and how this round ranks."""

    sheet: CriteriaSheet
    bids: Bids
    problems: Problems
    ranking: Ranking
    """What is compared and how equal values are told apart."""

    @cached_property
    def amounts(self) -> Mapping[str, Mapping[str, Derivation]]:
        """Return every vendor's amounts and quantities, by vendor id and amount id."""
        return {vendor.id: amounts(self.sheet, vendor) for vendor in self.bids.vendors}

    def times(self, vendor: Vendor, leaf: Leaf) -> Fraction:
        """Return how often the points of `leaf` count: with `sum`, once for each evaluator."""
        if not self.sheet.summed(leaf):
            return Fraction(1)
        return Fraction(len(self.bids.scoring(vendor, leaf.panel)))

    def chair(self, vendor: Vendor, leaf: Leaf) -> str | None:
        """Return the id of who has the casting vote on `leaf`: the chair among those who mark it."""
        scoring = self.bids.scoring(vendor, leaf.panel)
        return next((each.id for each in scoring if each.chair), None)

    def derive(
        self,
        vendor: Vendor,
        what: str | Message,
        formula: Formula,
        values: Mapping[str, Input],
        rounding: Rounding | None,
    ) -> Derivation | None:
        """Compute `formula` for `vendor`, taking the inputs it names from `values`.

        A formula without a value for these inputs (a zero price) is reported with the vendor's
        name, and gives None.
        """
        if missing := [name for name in names(formula) if name not in values]:
            self.problems.add(
                "no-bid-counts",
                vendor.where,
                vendor=vendor.name,
                what=what,
                formula=formula.text,
                name=missing[0],
            )
            return None
        inputs = [values[name] for name in names(formula)]
        try:
            return derive(formula, inputs, rounding)
        except UndefinedValueError as fault:
            where = own_place(vendor, inputs)
            self.problems.add(
                "formula-undefined",
                where,
                vendor=vendor.name,
                what=what,
                formula=formula.text,
                reason=fault.reason,
                numbers=prose.substituted(formula, inputs),
            )
            return None
