"""What has to be marked, of whom: what every reader of marks works by."""

from typing import Literal, NamedTuple

from procscore.model.amounts import to_mark
from procscore.model.bids import Procurement, Vendor
from procscore.model.criteria import CriteriaSheet, Leaf
from procscore.model.rounds import applicants, rounds


class Task(NamedTuple):
    """What has to be marked, of whom."""

    criteria: CriteriaSheet
    vendors: tuple[Vendor, ...]
    to_mark: frozenset[str]
    """Ids of the vendors that are marked in the first round."""
    first: frozenset[str]
    """Ids of the leaves of the first round; of a later one, marks may still be missing."""
    held: frozenset[str]
    """Ids of the leaves of all rounds."""

    def leaves(self, by: Literal["panel", "secretariat"]) -> tuple[Leaf, ...]:
        """Return what the panel, or the secretariat, marks."""
        return tuple(leaf for leaf in self.criteria.needs_marks(by) if leaf.id in self.held)

    @property
    def aside(self) -> frozenset[str]:
        """Return the ids of criteria that the workbook may hold and nobody needs."""
        return self.criteria.set_aside | {
            leaf.id for leaf in self.criteria.leaves if leaf.id not in self.held
        }

    @classmethod
    def of(cls, criteria: CriteriaSheet, told: Procurement, vendors: tuple[Vendor, ...]) -> "Task":
        """Return what has to be marked in a procurement."""
        held = rounds(criteria, applicants(vendors))
        first = held[0].leaves if held else ()
        return cls(
            criteria,
            vendors,
            frozenset(vendor.id for vendor in to_mark(criteria, told, vendors, first)),
            frozenset(leaf.id for leaf in first),
            frozenset(leaf.id for judged in held for leaf in judged.leaves),
        )
