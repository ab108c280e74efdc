"""The grid of marks: a row a criterion, a column a vendor.

One reader for the evaluators' sheets (採点_…), the secretariat's (事務局) and the agreed marks
(合議): they differ only in whose marks they hold and which criteria are marked there.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from procscore.diagnostics import Problems
from procscore.exact import decimal_text
from procscore.ingest import cell_values
from procscore.ingest.cell_values import Nothing
from procscore.ingest.layouts import lookup, table
from procscore.ingest.layouts.marks import read_mark
from procscore.ingest.layouts.table import Table
from procscore.ingest.layouts.words import COMMENT_SUFFIXES, GRID
from procscore.ingest.workbook import Cell, Sheet
from procscore.model.bids import Mark, Vendor
from procscore.model.criteria import CriteriaSheet, Leaf
from procscore.names import key

Found = list[tuple[str, str, Mark]]
"""(vendor id, criterion id, mark) as they were met."""


class _Columns(NamedTuple):
    marks: dict[str, int]
    """By vendor id."""
    comments: dict[str, int]


def read(
    sheet: Sheet,
    who: str,
    leaves: Sequence[Leaf],
    criteria: CriteriaSheet,
    vendors: Sequence[Vendor],
    owed: Collection[str],
    problems: Problems,
) -> Found:
    """Read the marks that `who` gave for `leaves`; blanks become marks without a value.

    `owed` are the ids of the vendors that must have a column; the others may have one.
    """
    found = table.find(sheet, GRID, ("id",), problems)
    if found is None:
        return []
    columns = _columns(found, vendors, owed, problems)
    rows = _rows(found, leaves, criteria, columns.marks.values(), problems)
    found.report_unheaded(rows.values(), problems)
    marks: Found = []
    for leaf in leaves:
        if leaf.id not in rows:
            continue
        row = rows[leaf.id]
        _compare_points(found, row, leaf, problems)
        for vendor, column in columns.marks.items():
            comment = columns.comments.get(vendor)
            said = cell_values.text(sheet.cell(row, comment)) if comment else ""
            mark = read_mark(sheet.cell(row, column), who, leaf, criteria, said, problems)
            if mark is not None:
                marks.append((vendor, leaf.id, mark))
    return marks


def _columns(
    found: Table, vendors: Sequence[Vendor], owed: Collection[str], problems: Problems
) -> _Columns:
    marks: dict[str, int] = {}
    comments: dict[str, int] = {}
    for heading in found.others:
        written = cell_values.text(heading)
        stem = _without_comment_suffix(written)
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
    for vendor in vendors:
        if vendor.id not in marks and vendor.id in owed:
            problems.add("vendor-column-missing", found.sheet.where, vendor=vendor.name)
    return _Columns(marks, comments)


def _without_comment_suffix(written: str) -> str | None:
    """Return the vendor's name in `<vendor> 所見`, or None for any other heading."""
    for suffix in COMMENT_SUFFIXES:
        folded = written.rstrip()
        if folded.casefold().endswith(suffix) and len(folded) > len(suffix):
            return folded[: -len(suffix)].rstrip(" _　:：(（")
    return None


def _rows(
    found: Table,
    leaves: Sequence[Leaf],
    criteria: CriteriaSheet,
    columns: Iterable[int],
    problems: Problems,
) -> dict[str, int]:
    """Return the row of each criterion by id; report what is missing, doubled or unknown."""
    wanted = {key(leaf.id): leaf.id for leaf in leaves}
    others = {key(each): each for each in criteria.by_id}
    marked = tuple(columns)
    rows: dict[str, int] = {}
    unread: list[Cell] = []
    for row in found.rows():
        cell = found.sheet.cell(row, found.columns["id"])
        written = cell_values.label(cell, problems)
        each = wanted.get(key(written))
        if not written:
            unread.extend(_given(found, row, marked))
        elif each is None and key(written) in others:
            if _given(found, row, marked):
                problems.add("criterion-not-marked-here", cell.where, criterion=written)
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
    for leaf in leaves:
        if leaf.id not in rows:
            problems.add(
                "criterion-row-missing",
                found.sheet.where,
                criterion=leaf.id,
                name=leaf.criterion.name,
            )
    return rows


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
