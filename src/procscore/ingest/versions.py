"""The marks of each evaluator by the sheet that they stand in: two versions of one mark are a question.

Evaluators hand in once more, with a slip corrected, and both files lie in the folder. Which of them
counts is for a person to say; what procscore can say is where they differ.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from procscore.diagnostics import Location, Problems
from procscore.ingest.layouts.grid import Found
from procscore.ingest.sheet import Sheet
from procscore.language import N_, listing, message
from procscore.model.bids import Evaluator, Mark, Vendor
from procscore.model.criteria import Leaf

_MOST_LISTED = 20
Place = tuple[str, str]
"""(vendor id, criterion id)."""


class _Version(NamedTuple):
    """What one evaluator has in one sheet."""

    where: Location
    marks: dict[Place, Mark]


class Versions:
    """Every mark that was read, kept apart by evaluator and sheet."""

    def __init__(self) -> None:
        """Start without any."""
        self._found: dict[str, dict[Location, _Version]] = {}

    def add(self, sheet: Sheet, found: Found) -> None:
        """Add what was read from a sheet: of one evaluator, or of several."""
        for vendor, criterion, mark in found:
            own = self._found.setdefault(mark.evaluator, {})
            version = own.setdefault(sheet.where, _Version(sheet.where, {}))
            version.marks[vendor, criterion] = mark

    @property
    def evaluators(self) -> frozenset[str]:
        """Return the ids of the evaluators of whom there is any mark."""
        return frozenset(self._found)

    def criteria(self, evaluator: Evaluator) -> set[str]:
        """Return the ids of the criteria that an evaluator has in any sheet."""
        return {
            criterion for version in self._of(evaluator) for _vendor, criterion in version.marks
        }

    def settle(self, evaluator: Evaluator, problems: Problems) -> Found:
        """Return every mark of an evaluator once; report what stands in two sheets.

        Differing versions are an error that lists the cells, a copy with the same marks is a
        warning.
        """
        for one, other in combinations(self._of(evaluator), 2):
            shared = one.marks.keys() & other.marks.keys()
            differing = [
                place for place in one.marks if place in shared and _differ(one, other, place)
            ]
            if differing:
                cells = listing(_compared(one, other, differing))
                problems.add(
                    "evaluator-sheet-doubled",
                    other.where,
                    evaluator=evaluator.name,
                    other=one.where,
                    count=len(differing),
                    cells=cells,
                )
            elif shared:
                problems.add(
                    "evaluator-sheet-copied",
                    other.where,
                    evaluator=evaluator.name,
                    other=one.where,
                )
        marks: dict[Place, Mark] = {}
        for version in self._of(evaluator):
            for place, mark in version.marks.items():
                marks.setdefault(place, mark)
        return [(vendor, criterion, mark) for (vendor, criterion), mark in marks.items()]

    def blanks(
        self, evaluator: Evaluator, leaves: Iterable[Leaf], vendors: Sequence[Vendor]
    ) -> Iterator[tuple[str, str, Mark]]:
        """Give a mark without a value for whatever an evaluator has in no sheet.

        Nothing is given for an evaluator without any mark: its sheet as a whole is missing.
        """
        versions = self._of(evaluator)
        known = {place for version in versions for place in version.marks}
        for leaf in leaves if versions else ():
            for vendor in vendors:
                if (vendor.id, leaf.id) not in known:
                    yield vendor.id, leaf.id, Mark(evaluator.id, None, versions[0].where)

    def _of(self, evaluator: Evaluator) -> list[_Version]:
        """Return what an evaluator has, by sheet; a form that was left empty is no version."""
        versions = list(self._found.get(evaluator.id, {}).values())
        filled = [
            version
            for version in versions
            if any(mark.value is not None for mark in version.marks.values())
        ]
        return filled or versions[:1]


def _differ(one: _Version, other: _Version, place: Place) -> bool:
    return one.marks[place].value != other.marks[place].value


def _shown(mark: Mark) -> object:
    return mark.written if mark.value is not None else message(N_("nothing"))


def _compared(one: _Version, other: _Version, places: Sequence[Place]) -> Iterator[object]:
    for place in places[:_MOST_LISTED]:
        mark, twice = one.marks[place], other.marks[place]
        yield message(
            N_("{cell} “{mark}” / {other_cell} “{other_mark}”"),
            cell=mark.where.cell or mark.where,
            mark=_shown(mark),
            other_cell=twice.where.cell or twice.where,
            other_mark=_shown(twice),
        )
    if len(places) > _MOST_LISTED:
        yield "…"
