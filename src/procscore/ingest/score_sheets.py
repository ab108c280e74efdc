"""The sheets with marks: the evaluators', the secretariat's, the agreed ones, and who owes which."""

from collections.abc import Collection, Mapping, Sequence

from procscore.diagnostics import Location, Problems
from procscore.ingest.layouts import grid, long_table, lookup
from procscore.ingest.layouts.task import Task
from procscore.ingest.layouts.words import OWN_RANK_ROWS, SHEETS
from procscore.ingest.workbook import Sheet
from procscore.model.bids import Evaluator
from procscore.model.criteria import CriteriaSheet, Leaf


def of_panel(
    grids: Sequence[tuple[str, Sheet]],
    table: Sheet | None,
    task: Task,
    panel: Sequence[Evaluator],
    first: Location,
    problems: Problems,
) -> grid.Reading:
    """Read what the evaluators marked.

    `grids` are their sheets with the name in each title, `table` is the long table; `first` is the
    place to tell that there is neither.
    """
    leaves = task.leaves("panel")
    reading = grid.Reading()
    if not leaves:
        unused = [sheet for _name, sheet in grids]
        unused += [table] if table is not None else []
        for sheet in unused if not task.aside else ():
            problems.add("sheet-not-needed", sheet.where)
        return reading
    sheets = _sheets_of(grids, task.criteria, panel, problems)
    for evaluator in panel:
        own = [leaf for leaf in leaves if leaf.panel in evaluator.panels]
        if own and evaluator.id in sheets:
            _read_grids(sheets[evaluator.id], evaluator, own, task, reading, problems)
        elif evaluator.id in sheets and not _marks_something(task.criteria, evaluator):
            where = sheets[evaluator.id][0].where
            problems.add("evaluator-marks-nothing", where, evaluator=evaluator.name)
    if table is not None:
        one = {evaluator: found[0] for evaluator, found in sheets.items()}
        reading.marks.extend(long_table.read(table, panel, one, leaves, task, problems))
    if table is None or not panel:
        nowhere = None if grids else first
        _report_missing(nowhere, task, panel, sheets, problems)
    return reading


def _marks_something(criteria: CriteriaSheet, evaluator: Evaluator) -> bool:
    """Tell whether a panel of the evaluator marks something, be it in a part that is set aside."""
    return bool(criteria.set_aside) or not evaluator.panels.isdisjoint(criteria.marking_panels)


def _sheets_of(
    grids: Sequence[tuple[str, Sheet]],
    criteria: CriteriaSheet,
    panel: Sequence[Evaluator],
    problems: Problems,
) -> dict[str, list[Sheet]]:
    """Return the sheets of each evaluator: one, or one a stage where the procedure has stages."""
    sheets: dict[str, list[Sheet]] = {}
    for name, sheet in grids:
        evaluator = lookup.find_evaluator(name, panel)
        if evaluator is None:
            problems.add("evaluator-unknown", sheet.where, text=name)
        elif evaluator.id in sheets and not criteria.stages:
            other = sheets[evaluator.id][0].where
            problems.add("evaluator-sheet-doubled", sheet.where, evaluator=name, other=other)
        else:
            sheets.setdefault(evaluator.id, []).append(sheet)
    return sheets


def _read_grids(
    sheets: Sequence[Sheet],
    evaluator: Evaluator,
    leaves: Sequence[Leaf],
    task: Task,
    reading: grid.Reading,
    problems: Problems,
) -> None:
    """Read what one evaluator marked into `reading`; every criterion has one row in all sheets."""
    rows: dict[str, Sheet] = {}
    unread = False
    for sheet in sheets:
        found = grid.read(sheet, evaluator.id, leaves, task, evaluator.recused, problems)
        if found is None:
            unread = True
            continue
        for each in found.rows & rows.keys():
            problems.add("criterion-doubled", sheet.where, criterion=each, first=rows[each].where)
        rows.update(dict.fromkeys(found.rows, sheet))
        reading.marks.extend(found.marks)
        reading.stated.extend(found.stated)
        for place in found.ranks.keys() & reading.ranks.keys():
            twice, before = found.ranks[place].where, reading.ranks[place].where
            problems.add("criterion-doubled", twice, criterion=OWN_RANK_ROWS[0], first=before)
        reading.ranks.update(found.ranks)
    if not unread:
        grid.report_missing_rows(leaves, rows, sheets[0], problems)


def _report_missing(
    nowhere: Location | None,
    task: Task,
    panel: Sequence[Evaluator],
    sheets: Collection[str],
    problems: Problems,
) -> None:
    """Report evaluators without a sheet. Who is absent, or recused for all, owes none.

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
            and evaluator.id not in sheets
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
