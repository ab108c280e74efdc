"""What a heading of a foreign score sheet means: an evaluator, a vendor, a criterion, or none."""

from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from fractions import Fraction
from typing import NamedTuple

from procscore.ingest.foreign.headings import Heading
from procscore.ingest.foreign.items import Items
from procscore.ingest.foreign.wording import readings
from procscore.ingest.layouts import lookup
from procscore.ingest.layouts.task import Task
from procscore.model.bids import Evaluator
from procscore.model.criteria import CriteriaSheet, Leaf
from procscore.model.layout import Layout
from procscore.model.pattern import AmbiguousError, Dimension
from procscore.model.words import BESIDE_MARKS, SUBTOTALS, TOTAL_ROWS
from procscore.names import key


class Kind(IntEnum):
    """What a heading is; of several headings of one mark, the least decides."""

    PASSED = 0
    """Something beside the marks: totals, ranks, and what the layout skips."""
    BLANK = 1
    UNKNOWN = 2
    UNMARKED = 3
    """A criterion that no panel marks."""
    GROUP = 4
    TOTAL = 5
    """The sum of all criteria."""
    ONE = 6
    """An evaluator, a vendor, or a criterion that a panel marks."""


class Meant(NamedTuple):
    """What a heading means."""

    kind: Kind
    heading: Heading
    id: str = ""
    points: Fraction | None = None
    """The points that stand behind the name of a criterion."""
    skipped: bool = False
    """Whether it is passed over because the layout says so."""


_BESIDE = frozenset(map(key, BESIDE_MARKS))
_TOTALS = frozenset(map(key, TOTAL_ROWS))
_SUMS = _TOTALS | frozenset(map(key, SUBTOTALS))


def is_beside(text: str, skip: Iterable[str] = ()) -> bool:
    """Tell whether a heading, or the name of a sheet, is none of whom a mark is of."""
    return key(text) in set(map(key, skip)) or _among(text, _BESIDE)


def is_total(text: str) -> bool:
    """Tell whether a heading says that all marks are added up."""
    return _among(text, _TOTALS)


def _among(text: str, words: frozenset[str]) -> bool:
    return any(key(reading.name) in words for reading in readings(text))


def told(layout: Layout, dimension: Dimension, heading: Heading) -> tuple[str, ...] | None:
    """Return the words of a heading that name somebody; None where it is not like the layout says."""
    place = layout.place(dimension)
    if place is None or place.like is None:
        return heading.parts
    try:
        found = place.like.match(heading.text)
    except AmbiguousError:
        return None
    return (found[dimension],) if found else None


class Names:
    """Everybody and everything that headings may name."""

    def __init__(
        self, layout: Layout, whole: CriteriaSheet, task: Task, panel: Sequence[Evaluator]
    ) -> None:
        """Start with the names of a procurement; `whole` is the sheet that `task` is a part of."""
        self.layout = layout
        self.task = task
        self.panel = {evaluator.id: evaluator for evaluator in panel}
        self.leaves: Mapping[str, Leaf] = {leaf.id: leaf for leaf in task.leaves("panel")}
        self.items = Items(whole, layout.items, layout.under)
        self._whole = whole
        self._aside = task.aside | {each for each in whole.by_id if each not in task.criteria.by_id}
        self._skip = frozenset(map(key, layout.skip))
        self._known: dict[tuple[Dimension, tuple[str, ...], bool], Meant] = {}

    def meant(self, dimension: Dimension, heading: Heading) -> Meant:
        """Return what a heading of a dimension means."""
        asked = (dimension, heading.parts, heading.whole)
        if asked not in self._known:
            self._known[asked] = self._meant(dimension, heading)
        return self._known[asked]._replace(heading=heading)

    def _meant(self, dimension: Dimension, heading: Heading) -> Meant:
        parts = heading.parts
        if not parts:
            return Meant(Kind.BLANK, heading)
        if any(key(text) in self._skip for text in (heading.text, *parts)):
            return Meant(Kind.PASSED, heading, skipped=True)
        words = told(self.layout, dimension, heading)
        known = words and self._one(dimension, words, heading)
        return known or self._beside(dimension, heading)

    def known(self, dimension: Dimension) -> tuple[str, ...]:
        """Return the names of a dimension, to be suggested."""
        if dimension == "vendor":
            return tuple(vendor.name for vendor in self.task.vendors)
        if dimension == "evaluator":
            return tuple(evaluator.name for evaluator in self.panel.values())
        return tuple(leaf.criterion.name for leaf in self.leaves.values())

    def _one(self, dimension: Dimension, parts: tuple[str, ...], heading: Heading) -> Meant | None:
        if dimension != "criterion":
            # Id and name may both stand there, one above the other.
            together = self._party(dimension, " ".join(parts))
            found = {together} if together else {self._party(dimension, each) for each in parts}
            each = found.pop() if len(found) == 1 else None
            return Meant(Kind.ONE, heading, each) if each else None
        item = self.items.find(parts, whole=heading.whole)
        if item is None:
            return None
        each = item.criterion.id
        if each in self._aside:
            return Meant(Kind.PASSED, heading, each)
        if item.criterion.criteria:
            kind = Kind.GROUP
        else:
            kind = Kind.ONE if each in self.leaves else Kind.UNMARKED
        return Meant(kind, heading, each, item.points)

    def _party(self, dimension: Dimension, text: str) -> str | None:
        """Return the id of a vendor or an evaluator."""
        if dimension == "vendor":
            vendor = lookup.find_vendor(text, self.task.vendors)
            return vendor.id if vendor else None
        evaluator = lookup.find_evaluator(text, tuple(self.panel.values()))
        return evaluator.id if evaluator else None

    def _beside(self, dimension: Dimension, heading: Heading) -> Meant:
        *outer, last = heading.parts
        if dimension == "criterion" and _among(last, _SUMS):
            if not outer and _among(last, _TOTALS):
                return Meant(Kind.TOTAL, heading)
            group = self.items.find(outer, whole=heading.whole)
            if group and group.criterion.criteria and group.criterion.id not in self._aside:
                return Meant(Kind.GROUP, heading, group.criterion.id)
        passed = any(_among(text, _BESIDE) for text in heading.parts)
        return Meant(Kind.PASSED if passed else Kind.UNKNOWN, heading)
