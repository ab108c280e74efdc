"""The marks of several evaluators in one table, over all tables that were handed in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from procscore.diagnostics import Problems
from procscore.ingest.layouts import answers, long_table, tables
from procscore.ingest.layouts.tables import Reading
from procscore.ingest.layouts.task import Task
from procscore.ingest.sheet import Sheet
from procscore.ingest.versions import Versions
from procscore.model.bids import Evaluator, Mark, Stated
from procscore.model.criteria import Leaf

READERS = {"marks": long_table.read, "answers": answers.read}
"""The readers of tables by layout (`layouts.tables`)."""


@dataclass
class Tabled:
    """What stands in the tables."""

    task: Task
    readings: list[tuple[Sheet, Reading]] = field(default_factory=list)
    complete: bool = True
    """False where a table could not be read, so that it is not known whose marks are there."""

    @property
    def stated(self) -> Iterator[Stated]:
        """Give the sums that stand beside the marks."""
        return (stated for _sheet, found in self.readings for stated in found.stated)

    @property
    def refused(self) -> frozenset[tuple[str, str, str]]:
        """Return (evaluator id, vendor id, criterion id) of cells that were refused."""
        return frozenset(place for _sheet, found in self.readings for place in found.refused)

    def missing(
        self, evaluator: Evaluator, leaves: Sequence[Leaf], versions: Versions, problems: Problems
    ) -> Iterator[tuple[str, str, Mark]]:
        """Give the blanks of an evaluator among its `leaves`; a refused cell is none.

        A criterion that has no column in the evaluator's answers, and stands nowhere else, is
        reported instead.
        """
        refused = self.refused
        known = versions.criteria(evaluator)
        known |= {criterion for each, _, criterion in refused if each == evaluator.id}
        answered = [
            sheet
            for sheet, found in self.readings
            if found.columns is not None and evaluator.id in found.evaluators
        ]
        columned: list[Leaf] = []
        for leaf in leaves:
            if answered and leaf.id not in known:
                problems.add(
                    "criterion-column-missing",
                    answered[0].where,
                    criterion=leaf.id,
                    name=leaf.criterion.name,
                )
            else:
                columned.append(leaf)
        for vendor, criterion, mark in versions.blanks(evaluator, columned, self.task.vendors):
            if (evaluator.id, vendor, criterion) not in refused:
                yield vendor, criterion, mark


def read_all(
    sheets: Iterable[Sheet],
    task: Task,
    panel: Sequence[Evaluator],
    versions: Versions,
    problems: Problems,
) -> Tabled:
    """Read the tables; their marks are added to `versions`."""
    tabled = Tabled(task)
    for sheet in sheets:
        read = READERS[tables.layout_of(sheet) or "marks"]
        found = read(sheet, panel, task.leaves("panel"), task, problems)
        if found is None:
            tabled.complete = False
        else:
            tabled.readings.append((sheet, found))
            versions.add(sheet, found.marks)
    return tabled
