"""The grid of marks: a row a criterion, a column a vendor.

One reader for the evaluators' sheets (採点_…), the secretariat's (事務局) and the agreed marks
(合議): they differ only in whose marks they hold and which criteria are marked there.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from procscore.diagnostics import Problems
from procscore.exact import decimal_text
from procscore.ingest import cell_values
from procscore.ingest.cell_values import Nothing
from procscore.ingest.layouts import leftover, lookup, own_ranks, table
from procscore.ingest.layouts.marks import read_mark
from procscore.ingest.layouts.table import Table
from procscore.ingest.layouts.task import Task
from procscore.ingest.sheet import Cell, Sheet
from procscore.model.bids import Mark, Stated, Vendor
from procscore.model.criteria import Leaf
from procscore.model.words import GRID, MISSING_ROWS, SIGNED_ROWS, TOTAL_ROWS, commented
from procscore.names import key, nearest

Found = list[tuple[str, str, Mark]]
"""(vendor id, criterion id, mark) as they were met."""


@dataclass
class Reading:
    """What a sheet of marks holds."""

    marks: Found = field(default_factory=list)
    stated: list[Stated] = field(default_factory=list)
    """Sums in rows of totals and of groups."""
    ranks: own_ranks.Ranks = field(default_factory=dict)
    """The ranks that the evaluator gave itself."""
    rows: set[str] = field(default_factory=set)
    """Ids of the criteria that have a row."""


class _Columns(NamedTuple):
    marks: dict[str, int]
    """By vendor id."""
    comments: dict[str, int]


def read(
    sheet: Sheet,
    who: str,
    leaves: Sequence[Leaf],
    task: Task,
    excused: Collection[str],
    problems: Problems,
) -> Reading | None:
    """Read the marks that `who` gave for `leaves`; blanks become marks without a value.

    Every vendor that is to be marked must have a column, but for the ids `excused`, and but for a
    sheet that holds later stages only: who did not get there need not stand in it. A vendor
    without a column has blank marks. None is returned for a sheet without headings.
    """
    found = table.find(sheet, GRID, ("id",), problems)
    if found is None:
        return None
    columns = _columns(found, task.vendors, problems)
    reading = Reading()
    idle: list[int] = []
    rows = _rows(found, who, leaves, task, columns.marks, reading.stated, idle, problems)
    owed = task.to_mark - set(excused) if task.first & rows.keys() else frozenset()
    for vendor in task.vendors:
        if vendor.id in owed and vendor.id not in columns.marks:
            problems.add("vendor-column-missing", sheet.where, vendor=vendor.name)
    found.report_unheaded(rows.values(), problems)
    leftover.report(_outside(found, set(rows.values()), idle), problems)
    reading.ranks.update(own_ranks.read(found, who, leaves, task.criteria, columns.marks, problems))
    reading.rows.update(rows)
    for leaf in leaves:
        if leaf.id not in rows:
            continue
        row = rows[leaf.id]
        _compare_points(found, row, leaf, problems)
        for vendor in task.vendors:
            if vendor.id not in columns.marks:
                if vendor.id not in owed:  # one that is missing and owed is reported already
                    reading.marks.append((vendor.id, leaf.id, Mark(who, None, sheet.where)))
                continue
            cell = sheet.cell(row, columns.marks[vendor.id])
            comment = columns.comments.get(vendor.id)
            said = sheet.cell(row, comment) if comment else None
            mark = read_mark(cell, who, leaf, task.criteria, said, problems)
            if mark is not None:
                reading.marks.append((vendor.id, leaf.id, mark))
    return reading


def report_missing_rows(
    leaves: Iterable[Leaf], rows: Collection[str], sheet: Sheet, problems: Problems
) -> None:
    """Report the criteria among `leaves` that have no row in `sheet`."""
    for leaf in leaves:
        if leaf.id not in rows:
            problems.add(
                "criterion-row-missing", sheet.where, criterion=leaf.id, name=leaf.criterion.name
            )


def _columns(found: Table, vendors: Sequence[Vendor], problems: Problems) -> _Columns:
    marks: dict[str, int] = {}
    comments: dict[str, int] = {}
    for heading in found.others:
        written = cell_values.text(heading)
        stem = commented(written)
        name = written if stem is None else stem
        vendor = lookup.find_vendor(name, vendors)
        columns = marks if stem is None else comments
        if vendor is None:
            lookup.unknown_vendor(written, vendors, heading.where, problems)
        elif vendor.id in columns:
            problems.add("vendor-column-doubled", heading.where, vendor=vendor.name)
        else:
            lookup.note_spelling(name, vendor, heading.where, problems)
            columns[vendor.id] = heading.where.column or 0
    return _Columns(marks, comments)


def _rows(
    found: Table,
    who: str,
    leaves: Sequence[Leaf],
    task: Task,
    columns: Mapping[str, int],
    stated: list[Stated],
    idle: list[int],
    problems: Problems,
) -> dict[str, int]:
    """Return the row of each criterion by id; report what is doubled or unknown.

    Sums that stand in rows of totals and groups are added to `stated`, rows without an ID in which
    nothing is marked to `idle`.
    """
    wanted = {key(leaf.id): leaf.id for leaf in leaves}
    others = {key(each): each for each in task.criteria.by_id}
    aside = {key(each) for each in task.aside}
    marked = tuple(columns.values())
    rows: dict[str, int] = {}
    unread: list[Cell] = []
    for row in found.rows():
        cell = found.sheet.cell(row, found.columns["id"])
        written = cell_values.label(cell, problems)
        each = wanted.get(key(written))
        known = each is not None or key(written) in aside or key(written) in others
        if not known and _is_called(found, row, marked, TOTAL_ROWS):  # the word may stand under ID
            unread.extend(_read_sums(found, row, columns, who, None, stated))
        elif not written and _is_called(found, row, marked, MISSING_ROWS):
            continue  # a count of the blanks that there were
        elif not written:
            given = _given(found, row, marked)
            unread.extend(given)
            idle.extend([] if given else [row])
        elif each is None and (key(written) in aside or own_ranks.is_row(written, task.criteria)):
            continue
        elif each is None and key(written) in others:
            group = task.criteria.by_id[others[key(written)]]
            unfit = (
                _read_sums(found, row, columns, who, group.id, stated)
                if group.criteria
                else _given(found, row, marked)
            )
            if unfit:
                problems.add("criterion-not-marked-here", cell.where, criterion=written)
        elif each is None and not _given(found, row, marked) and not nearest(written, wanted):
            problems.add("cells-not-read", cell.where, text=written)  # a line of the form
        elif each is None:
            lookup.unknown_criterion(written, leaves, cell.where, problems)
        elif each in rows:
            first = found.sheet.cell(rows[each], found.columns["id"]).where.cell
            problems.add("criterion-doubled", cell.where, criterion=written, first=first)
        else:
            rows[each] = row
    if unread:
        problems.add(
            "rows-without-id", unread[0].where, count=len(unread), last=unread[-1].where.cell
        )
    return rows


def _outside(found: Table, read: Collection[int], idle: Collection[int]) -> Iterator[Cell]:
    """Give the cells below the headings that belong to no row or to no column of the table.

    Rows without an ID and without marks are headings of groups as long as entries follow; below
    them all they are notes, but for those in which the evaluator signs.
    """
    headed = set(found.sheet.rows[found.heading_row])
    last = max((row for row in found.rows() if row not in idle), default=0)
    for row in found.rows():
        below = row in idle and row > last
        if row in read or (row in idle and _is_signed(found, row)):
            continue
        worth = _points_of_an_item(found, row)
        for cell in found.sheet.cells(row):
            outside = below or cell.where.column not in headed
            if outside and not cell.blank and cell.where.column != worth:
                yield cell


def _points_of_an_item(found: Table, row: int) -> int | None:
    """Return the column of the points where they stand behind the name of something."""
    name = found.cell(row, "criterion")
    return None if name is None or name.blank else found.columns.get("points")


def _is_signed(found: Table, row: int) -> bool:
    first = next(cell_values.text(cell) for cell in found.sheet.cells(row))
    label = first.replace("：", ":").partition(":")[0]
    return key(label) in {key(word) for word in SIGNED_ROWS}


def _is_called(found: Table, row: int, marked: Collection[int], words: Iterable[str]) -> bool:
    """Tell whether one of `words` stands before the marks of a row."""
    first = min(marked, default=0)
    written = {
        key(cell_values.text(cell))
        for cell in found.sheet.cells(row)
        if (cell.where.column or 0) < first
    }
    return any(key(word) in written for word in words)


def _read_sums(
    found: Table,
    row: int,
    columns: Mapping[str, int],
    who: str,
    group: str | None,
    stated: list[Stated],
) -> list[Cell]:
    """Add the sums of a row to `stated`; return the cells that hold something else."""
    others: list[Cell] = []
    for vendor, column in columns.items():
        cell = found.sheet.cell(row, column)
        trial = Problems()  # a sum is only compared: that it is computed there is no news
        number = cell_values.number(cell, trial)
        if isinstance(number, Nothing):
            # A formula may show nothing while there is nothing to add up.
            waiting = cell.formula is not None and cell.value in (None, "")
            others.extend([] if cell.blank or waiting else [cell])
        else:
            stated.append(Stated(who, vendor, group, number, cell.where))
    return others


def _given(found: Table, row: int, columns: Iterable[int]) -> list[Cell]:
    """Return the cells of a row, in the columns of marks, that hold something."""
    cells = (found.sheet.cell(row, column) for column in columns)
    return [cell for cell in cells if not cell.blank]


def _compare_points(found: Table, row: int, leaf: Leaf, problems: Problems) -> None:
    """Report points in the sheet that are not the criteria sheet's: it is another version."""
    cell = found.cell(row, "points")
    if cell is None or cell.blank:
        return
    trial = Problems()  # a title or unit in this column is no fault of the marks
    number = cell_values.number(cell, trial)
    if not isinstance(number, Nothing) and number != leaf.points:
        problems.add(
            "points-differ",
            cell.where,
            criterion=leaf.criterion.name,
            text=cell_values.written(cell),
            points=decimal_text(leaf.points),
        )
