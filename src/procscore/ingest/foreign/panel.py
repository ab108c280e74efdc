"""All foreign sheets of a procurement: their marks by evaluator, and what is missing in them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from procscore.diagnostics import Location, Problems, suggest
from procscore.ingest.foreign.claims import Claim
from procscore.ingest.foreign.meaning import Names
from procscore.ingest.foreign.reading import Place, read
from procscore.ingest.layout_file import LayoutFile
from procscore.ingest.layouts.grid import Found
from procscore.ingest.layouts.task import Task
from procscore.ingest.versions import Versions
from procscore.language import listing
from procscore.model.bids import Evaluator, Mark, Stated, Vendor
from procscore.model.criteria import CriteriaSheet, Leaf


@dataclass
class Foreign:
    """What stands in the foreign sheets."""

    task: Task
    stated: list[Stated] = field(default_factory=list)
    complete: bool = True
    """False where an error about them hides whose marks are there."""
    refused: set[Place] = field(default_factory=set)
    _first: dict[str, Claim] = field(default_factory=dict)
    """A sheet in which an evaluator has a place, by the evaluator's id."""
    _marks: dict[Place, Mark] = field(default_factory=dict)
    _lacking: dict[tuple[str, str], list[Evaluator]] = field(default_factory=dict)
    """Evaluators without a place for a vendor, by layout and vendor."""
    _places: dict[str, Location] = field(default_factory=dict)

    @property
    def evaluators(self) -> frozenset[str]:
        """Return the ids of the evaluators who have a place in one of the sheets."""
        return frozenset(self._first)

    def add(self, claim: Claim, names: Names, versions: Versions, problems: Problems) -> None:
        """Read a sheet."""
        found = read(claim, names, problems)
        self.complete = self.complete and found.complete
        self.stated.extend(found.stated)
        self.refused |= found.refused
        marks: Found = []
        for place in (*found.marks, *found.refused):
            self._first.setdefault(place[0], claim)
        for place, mark in found.marks.items():
            if self._marks.setdefault(place, mark).value is None:
                self._marks[place] = mark
            marks.append((*place[1:], mark))
        versions.add(claim.sheet, marks)

    def missing(
        self,
        evaluator: Evaluator,
        leaves: Sequence[Leaf],
        settled: Found,
        problems: Problems,
    ) -> Iterator[tuple[str, str, Mark]]:
        """Give a mark without a value for whatever an evaluator owes and has not given.

        A criterion, or a vendor, for which no sheet has a place is reported instead.
        """
        claim = self._first[evaluator.id]
        known = {(vendor, criterion) for vendor, criterion, _ in settled}
        own = [place[1:] for place in (*self._marks, *self.refused) if place[0] == evaluator.id]
        vendors = {vendor for vendor, _ in (*known, *own)}
        criteria = {criterion for _, criterion in (*known, *own)}
        leaves = [leaf for leaf in leaves if leaf.panel in evaluator.panels]
        owes = evaluator.present and bool(self.task.first & criteria)
        owed = self.task.to_mark - evaluator.recused if owes else frozenset()
        for leaf in leaves:
            if leaf.id not in criteria and evaluator.present:
                self._report_leaf(claim, leaf, problems)
        for vendor in self.task.vendors:
            if vendor.id in owed and vendor.id not in vendors:
                self._lack(claim, vendor, evaluator)
                continue
            for leaf in leaves:
                place = (evaluator.id, vendor.id, leaf.id)
                if leaf.id not in criteria or place[1:] in known or place in self.refused:
                    continue
                if self.complete or place in self._marks:
                    blank = Mark(evaluator.id, None, claim.sheet.where)
                    yield vendor.id, leaf.id, self._marks.get(place, blank)

    def _report_leaf(self, claim: Claim, leaf: Leaf, problems: Problems) -> None:
        if self.complete:
            problems.add(
                "criterion-row-missing",
                claim.sheet.where,
                criterion=leaf.id,
                name=leaf.criterion.name,
            )

    def _lack(self, claim: Claim, vendor: Vendor, evaluator: Evaluator) -> None:
        file = claim.file.file.path
        self._places.setdefault(file, claim.sheet.where)
        self._lacking.setdefault((file, vendor.id), []).append(evaluator)

    def report_vendors(self, problems: Problems) -> None:
        """Report the vendors for whom evaluators have no place to mark them, if they are lacking."""
        vendors = {vendor.id: vendor for vendor in self.task.vendors}
        for (file, vendor), panel in self._lacking.items() if self.complete else ():
            where = self._places[file]
            problems.add(
                "layout-vendor-missing",
                where,
                layout=Location(file).name,
                vendor=vendors[vendor].name,
                evaluators=listing(each.name for each in panel),
            )


def read_all(
    claims: Iterable[Claim],
    whole: CriteriaSheet,
    task: Task,
    panel: Sequence[Evaluator],
    versions: Versions,
    problems: Problems,
) -> Foreign:
    """Read all sheets that a layout claims; `whole` is the criteria sheet that `task` is a part of."""
    foreign = Foreign(task)
    names: dict[str, Names] = {}
    for claim in claims:
        file = claim.file
        if file.file.path not in names:
            _check_ids(file, whole, problems)
            names[file.file.path] = Names(file.layout, whole, task, panel)
        foreign.add(claim, names[file.file.path], versions, problems)
    return foreign


def _check_ids(file: LayoutFile, whole: CriteriaSheet, problems: Problems) -> None:
    """Report ids of the layout that the criteria sheet does not have."""
    groups = [each for each, criterion in whole.by_id.items() if criterion.criteria]
    named: list[tuple[tuple[str, ...], str, tuple[str, ...]]] = [
        (("items", text), each, tuple(whole.by_id)) for text, each in file.layout.items.items()
    ]
    if file.layout.under is not None:
        named.append((("under",), file.layout.under, tuple(groups)))
    for path, name, known in named:
        if name not in known:
            problems.add(
                "criteria-criterion-unknown",
                file.document.locate(path),
                name=name,
                suggestion=suggest(name, known),
            )
