"""The sheets with marks: the evaluators', the secretariat's, the agreed ones, and who owes which."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from procscore.diagnostics import Location, Problems
from procscore.ingest import tabled
from procscore.ingest.foreign import panel as foreign_sheets
from procscore.ingest.foreign.claims import Claim
from procscore.ingest.layouts import grid, lookup
from procscore.ingest.layouts.task import Task
from procscore.ingest.sheet import Sheet
from procscore.ingest.versions import Versions
from procscore.model.bids import Evaluator
from procscore.model.criteria import CriteriaSheet, Leaf
from procscore.model.words import OWN_RANK_ROWS, SHEETS

Place = tuple[str, str]
"""(vendor id, criterion id)."""


@dataclass
class Sources:
    """The sheets in which evaluators' marks stand, by how they are read."""

    grids: list[tuple[str, Sheet]] = field(default_factory=list)
    """A sheet an evaluator, with the name that follows 採点_."""
    tables: list[Sheet] = field(default_factory=list)
    """Tables of several evaluators, a row a mark or a row an answer."""
    foreign: list[Claim] = field(default_factory=list)
    """Sheets that were not made for procscore, each with the layout that reads it."""
    faulty: bool = False
    """Whether there may be more of them: a layout could not be read."""

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """Return all of them."""
        foreign = (claim.sheet for claim in self.foreign)
        return (*(sheet for _name, sheet in self.grids), *self.tables, *foreign)


def of_panel(
    sources: Sources,
    task: Task,
    panel: Sequence[Evaluator],
    first: Location,
    problems: Problems,
    agreed: Collection[Place] = (),
    whole: CriteriaSheet | None = None,
) -> grid.Reading:
    """Read what the evaluators marked; `first` is the place to tell that there is nothing.

    `agreed` are the places of marks that were agreed on, for which nobody owes own ones. `whole` is the
    criteria sheet that the task's is a part of: foreign sheets number its items.
    """
    leaves = task.leaves("panel")
    reading = grid.Reading()
    if not leaves:
        for sheet in sources.sheets if not task.aside else ():
            problems.add("sheet-not-needed", sheet.where)
        return reading
    versions = Versions()
    foreign = foreign_sheets.read_all(
        sources.foreign, whole or task.criteria, task, panel, versions, problems
    )
    tables = tabled.read_all(sources.tables, task, panel, versions, problems)
    reading.stated.extend((*foreign.stated, *tables.stated))
    grids = _grids_of(sources.grids, panel, problems)
    for evaluator in panel:
        own = [leaf for leaf in leaves if leaf.panel in evaluator.panels]
        sheets = grids.get(evaluator.id, [])
        if own and sheets:
            _read_grids(sheets, evaluator, own, task, versions, reading, problems)
        elif sheets and not _marks_something(task.criteria, evaluator):
            where = sheets[0].where
            problems.add("evaluator-marks-nothing", where, evaluator=evaluator.name)
    for evaluator in panel:
        own = [leaf for leaf in leaves if leaf.panel in evaluator.panels]
        settled = versions.settle(evaluator, problems)
        reading.marks.extend(settled)
        if evaluator.id in grids:
            continue  # whose blanks are cells of its sheet
        if evaluator.id in foreign.evaluators:
            reading.marks.extend(foreign.missing(evaluator, leaves, settled, problems))
        else:
            reading.marks.extend(tables.missing(evaluator, own, versions, problems))
    foreign.report_vendors(problems)
    refused = {evaluator for evaluator, *_ in tables.refused}
    handed_in = grids.keys() | versions.evaluators | foreign.evaluators | refused
    if foreign.complete and tables.complete and not sources.faulty:
        nowhere = None if sources.grids or handed_in else first
        _report_missing(nowhere, task, panel, handed_in, agreed, problems)
    return reading


def _marks_something(criteria: CriteriaSheet, evaluator: Evaluator) -> bool:
    """Tell whether a panel of the evaluator marks something, be it in a part that is set aside."""
    return bool(criteria.set_aside) or not evaluator.panels.isdisjoint(criteria.marking_panels)


def _grids_of(
    grids: Iterable[tuple[str, Sheet]], panel: Sequence[Evaluator], problems: Problems
) -> dict[str, list[Sheet]]:
    """Return the sheets of each evaluator by id: one, or several that together hold every row."""
    sheets: dict[str, list[Sheet]] = {}
    for name, sheet in grids:
        evaluator = lookup.find_evaluator(name, panel)
        if evaluator is None:
            problems.add("evaluator-unknown", sheet.where, text=name)
        else:
            sheets.setdefault(evaluator.id, []).append(sheet)
    return sheets


def _read_grids(
    sheets: Sequence[Sheet],
    evaluator: Evaluator,
    leaves: Sequence[Leaf],
    task: Task,
    versions: Versions,
    reading: grid.Reading,
    problems: Problems,
) -> None:
    """Read what one evaluator marked; every criterion has a row in one of the sheets."""
    rows = versions.criteria(evaluator)
    unread = False
    for sheet in sheets:
        found = grid.read(sheet, evaluator.id, leaves, task, evaluator.recused, problems)
        if found is None:
            unread = True
            continue
        rows |= found.rows
        versions.add(sheet, found.marks)
        reading.stated.extend(found.stated)
        for place in found.ranks.keys() & reading.ranks.keys():
            twice, before = found.ranks[place], reading.ranks[place]
            if twice.value != before.value:
                problems.add(
                    "criterion-doubled",
                    twice.where,
                    criterion=OWN_RANK_ROWS[0],
                    first=before.where,
                )
        reading.ranks.update(found.ranks)
    if not unread:
        grid.report_missing_rows(leaves, rows, sheets[0], problems)


def _report_missing(
    nowhere: Location | None,
    task: Task,
    panel: Sequence[Evaluator],
    handed_in: Collection[str],
    agreed: Collection[Place],
    problems: Problems,
) -> None:
    """Report evaluators without marks. Who is absent, or recused for all, owes none.

    `nowhere` is the place to tell that there is no sheet at all, None where there are some.
    """
    marked = [leaf for leaf in task.leaves("panel") if not task.criteria.agreed(leaf)]
    owed = {
        (vendor, leaf.panel)
        for leaf in marked
        for vendor in task.to_mark
        if (vendor, leaf.id) not in agreed
    }
    if nowhere is not None and (owed or (marked and not task.to_mark)):
        problems.add("no-evaluator-sheets", nowhere)
    for evaluator in panel if nowhere is None else ():
        owes = any(
            each in evaluator.panels and vendor not in evaluator.recused for vendor, each in owed
        )
        if owes and evaluator.id not in handed_in and evaluator.present:
            problems.add("evaluator-sheet-missing", evaluator.where, evaluator=evaluator.id)


def single(
    role: str,
    leaves: Sequence[Leaf],
    roles: Mapping[str, Sheet],
    task: Task,
    problems: Problems,
    optional: Sequence[Leaf] = (),
) -> grid.Reading:
    """Return the marks of a sheet that holds one mark a criterion: the secretariat's, the agreed.

    It may hold `optional` ones too; where `leaves` are none, it need not be there.
    """
    sheet = roles.get(role)
    if sheet is None:
        if leaves:
            vendors_file = Location(roles["vendors"].file)
            problems.add("sheet-missing", vendors_file, sheet=" / ".join(SHEETS[role]))
        return grid.Reading()
    if not (leaves or optional):
        if not task.aside:
            problems.add("sheet-not-needed", sheet.where)
        return grid.Reading()
    excused = frozenset() if leaves else task.to_mark
    reading = grid.read(sheet, sheet.name, [*leaves, *optional], task, excused, problems)
    if reading is None:
        return grid.Reading()
    grid.report_missing_rows(leaves, reading.rows, sheet, problems)
    return reading
