"""What is handed out, of what, to whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from procscore.model.bids import Evaluator, Procurement, Status, Vendor
from procscore.model.criteria import CriteriaSheet, Leaf
from procscore.model.words import GRID, commented, look_up

Kind = Literal["panel", "secretariat", "consensus"]
"""Whose marks a form takes: an evaluator's, the secretariat's, the agreed ones (合議)."""


def vendor_heading(vendor: Vendor) -> str:
    """Return what stands at the head of a vendor's column: its letter, or its id."""
    return vendor.label or vendor.id


def can_head_a_column(heading: str) -> bool:
    """Tell whether a column with this heading is read as a vendor's, not as points or comments."""
    return commented(heading) is None and look_up(GRID, heading) is None


def by_letter(vendor: Vendor) -> tuple[int, str]:
    """Return the key that sorts vendors by their letters: Z before AA."""
    label = vendor.label or ""
    return len(label), label


@dataclass(frozen=True, slots=True)
class Handout:
    """A procurement whose score sheets are to be written."""

    criteria: CriteriaSheet
    digest: str
    """SHA-256 of the criteria sheet, by which an answer on an outdated sheet is recognised."""
    reference: str
    """What stands under 審査基準: the id of a built-in sheet, or a path from the workbook."""
    procurement: Procurement
    vendors: tuple[Vendor, ...]
    evaluators: tuple[Evaluator, ...]
    leaves: tuple[Leaf, ...]
    """What is marked: all criteria of the sheet, or those of one stage."""
    comments: bool = False
    """Whether there is a column for a comment behind each vendor's."""

    @property
    def anonymous(self) -> bool:
        """Tell whether evaluators see letters in place of the vendors."""
        return any(vendor.label for vendor in self.vendors)

    @property
    def to_mark(self) -> tuple[Vendor, ...]:
        """Return the vendors that are marked: not withdrawn, disqualified or invalid.

        A bid above the ceiling stays in: that it is missing would tell evaluators of its price.
        Letters stand in their order, which is not that of the vendors.
        """
        standing = (vendor for vendor in self.vendors if vendor.status is Status.ELIGIBLE)
        return tuple(sorted(standing, key=by_letter) if self.anonymous else standing)

    def of_evaluator(self, evaluator: Evaluator) -> tuple[Leaf, ...]:
        """Return what an evaluator marks: what its panels do."""
        return tuple(
            leaf
            for leaf in self.leaves
            if leaf.marked_by == "panel" and leaf.panel in evaluator.panels
        )

    def of_secretariat(self) -> tuple[Leaf, ...]:
        """Return what the secretariat marks."""
        return tuple(leaf for leaf in self.leaves if leaf.marked_by == "secretariat")

    def agreed(self) -> tuple[Leaf, ...]:
        """Return what a panel agrees on in one mark, or may: such a mark then overrides."""
        sheet = self.criteria
        return tuple(leaf for leaf in self.leaves if sheet.agreed(leaf) or sheet.overridden(leaf))

    def marking(self) -> Iterable[Evaluator]:
        """Give the evaluators who get a sheet: present, not recused for all, with something to mark."""
        ids = {vendor.id for vendor in self.to_mark}
        return (
            each
            for each in self.evaluators
            if each.present and ids - each.recused and self.of_evaluator(each)
        )


@dataclass(frozen=True, slots=True)
class Form:
    """One sheet of marks."""

    kind: Kind
    title: str
    """What the sheet is called in print."""
    who: str
    """The name of the evaluator; empty for the sheets of nobody in particular."""
    leaves: tuple[Leaf, ...]
    vendors: tuple[Vendor, ...]
    recused: tuple[Vendor, ...] = ()
    """Vendors that the evaluator does not mark (除斥)."""
