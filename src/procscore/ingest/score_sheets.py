"""The sheets with marks: the evaluators', the secretariat's, the agreed ones, and who owes which."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from procscore.diagnostics import Location, Problems
from procscore.ingest.foreign import panel as foreign_sheets
from procscore.ingest.foreign.claims import Claim
from procscore.ingest.layouts import answers, grid, long_table, lookup, tables
from procscore.ingest.layouts.tables import Reading
from procscore.ingest.layouts.task import Task
from procscore.ingest.sheet import Sheet
from procscore.ingest.versions import Versions
from procscore.model.bids import Evaluator
from procscore.model.criteria import CriteriaSheet, Leaf
from procscore.model.words import OWN_RANK_ROWS, SHEETS


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


TABLES = {"marks": long_table.read, "answers": answers.read}
"""The readers of tables by layout (`layouts.tables`)."""


def of_panel(
    sources: Sources,
    task: Task,
    panel: Sequence[Evaluator],
    first: Location,
    problems: Problems,
    whole: CriteriaSheet | None = None,
) -> grid.Reading:
    """Read what the evaluators marked; `first` is the place to tell that there is nothing.

    `whole` is the criteria sheet that the task's is a part of: foreign sheets number its items.
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
    reading.stated.extend(foreign.stated)
    unread = sources.faulty or not foreign.complete
    tabled: list[tuple[Sheet, Reading]] = []
    for sheet in sources.tables:
        read = TABLES[tables.layout_of(sheet) or "marks"]
        found = read(sheet, panel, leaves, task, problems)
        if found is None:
            unread = True
            continue
        tabled.append((sheet, found))
        versions.add(sheet, found.marks)
        reading.stated.extend(found.stated)
    grids = _grids_of(sources.grids, panel, problems)
    for evaluator in panel:
        own = [leaf for leaf in leaves if leaf.panel in evaluator.panels]
        sheets = grids.get(evaluator.id, [])
        if own and sheets:
            _read_grids(sheets, evaluator, own, task, versions, reading, problems)
        elif sheets and not _marks_something(task.criteria, evaluator):
            where = sheets[0].where
            problems.add("evaluator-marks-nothing", where, evaluator=evaluator.name)
    in_tables = [evaluator for evaluator in panel if evaluator.id not in grids]
    lacking = _report_missing_columns(tabled, in_tables, leaves, versions, problems)
    refused = {place for _sheet, found in tabled for place in found.refused}
    for evaluator in panel:
        settled = versions.settle(evaluator, problems)
        reading.marks.extend(settled)
        if evaluator.id in grids:
            continue
        if evaluator.id in foreign.evaluators:
            reading.marks.extend(foreign.missing(evaluator, leaves, settled, problems))
            continue
        own = [
            leaf
            for leaf in leaves
            if leaf.panel in evaluator.panels and (evaluator.id, leaf.id) not in lacking
        ]
        reading.marks.extend(
            (vendor, criterion, mark)
            for vendor, criterion, mark in versions.blanks(evaluator, own, task.vendors)
            if (evaluator.id, vendor, criterion) not in refused
        )
    foreign.report_vendors(problems)
    handed_in = (
        grids.keys()
        | versions.evaluators
        | foreign.evaluators
        | {evaluator for evaluator, *_ in refused}
    )
    if not unread:
        nowhere = None if sources.grids or handed_in else first
        _report_missing(nowhere, task, panel, handed_in, problems)
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


def _report_missing_columns(
    tabled: Sequence[tuple[Sheet, Reading]],
    panel: Sequence[Evaluator],
    leaves: Sequence[Leaf],
    versions: Versions,
    problems: Problems,
) -> set[tuple[str, str]]:
    """Report criteria that have no column in the answers of who has to mark them, nor stand elsewhere.

    Returns them as (evaluator id, criterion id).
    """
    refused = {(each, criterion) for _, found in tabled for each, _, criterion in found.refused}
    lacking: set[tuple[str, str]] = set()
    for sheet, found in tabled:
        answering = [each for each in panel if each.id in found.evaluators]
        for leaf in leaves if found.columns is not None else ():
            owing = {
                (each.id, leaf.id)
                for each in answering
                if leaf.panel in each.panels and leaf.id not in versions.criteria(each)
            }
            if owing - lacking - refused:
                problems.add(
                    "criterion-column-missing",
                    sheet.where,
                    criterion=leaf.id,
                    name=leaf.criterion.name,
                )
            lacking |= owing - refused
    return lacking


def _report_missing(
    nowhere: Location | None,
    task: Task,
    panel: Sequence[Evaluator],
    handed_in: Collection[str],
    problems: Problems,
) -> None:
    """Report evaluators without marks. Who is absent, or recused for all, owes none.

    `nowhere` is the place to tell that there is no sheet at all, None where there are some.
    """
    marked = [
        leaf
        for leaf in task.leaves("panel")
        if task.criteria.rules_of(leaf.panel).aggregate != "consensus"
    ]
    if marked and nowhere is not None:
        problems.add("no-evaluator-sheets", nowhere)
    for evaluator in panel if nowhere is None else ():
        owes = any(leaf.panel in evaluator.panels for leaf in marked)
        if (
            owes
            and evaluator.id not in handed_in
            and evaluator.present
            and task.to_mark - evaluator.recused
        ):
            problems.add("evaluator-sheet-missing", evaluator.where, evaluator=evaluator.id)


def single(
    role: str,
    leaves: Sequence[Leaf],
    roles: Mapping[str, Sheet],
    task: Task,
    problems: Problems,
) -> grid.Reading:
    """Return the marks of a sheet that holds one mark a criterion: the secretariat's, the agreed."""
    sheet = roles.get(role)
    if sheet is None:
        if leaves:
            vendors_file = Location(roles["vendors"].file)
            problems.add("sheet-missing", vendors_file, sheet=" / ".join(SHEETS[role]))
        return grid.Reading()
    if not leaves:
        if not task.aside:
            problems.add("sheet-not-needed", sheet.where)
        return grid.Reading()
    reading = grid.read(sheet, sheet.name, leaves, task, frozenset(), problems)
    if reading is None:
        return grid.Reading()
    grid.report_missing_rows(leaves, reading.rows, sheet, problems)
    return reading
