"""A table of answers: a row an answer, with a column for each criterion, as forms export it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from procscore.diagnostics import Problems, suggest
from procscore.exact import decimal_text
from procscore.ingest import cell_values
from procscore.ingest.cell_values import Nothing
from procscore.ingest.layouts import headings, lookup, tables
from procscore.ingest.layouts.headings import Spelling
from procscore.ingest.layouts.marks import read_mark
from procscore.ingest.layouts.table import Table
from procscore.ingest.layouts.tables import Reading
from procscore.ingest.layouts.task import Task
from procscore.ingest.sheet import Cell, Sheet
from procscore.model.bids import Evaluator, Stated, Vendor
from procscore.model.criteria import CriteriaSheet, Criterion, Leaf
from procscore.model.scores import Marks
from procscore.model.words import ANSWER_COLUMNS, COMMENT_SUFFIXES, TOTAL_ROWS
from procscore.names import key

_JOINTS = " _　:：(（[【の"
"""What joins a criterion with the word for comment: 実施計画の所見, 実施計画（所見）."""


@dataclass
class _Columns:
    """What stands in which column, apart from the evaluator and the vendor."""

    marks: dict[str, int] = field(default_factory=dict)
    """By criterion id."""
    comments: dict[str, int] = field(default_factory=dict)
    sums: list[tuple[str | None, int]] = field(default_factory=list)
    """Of a group, or (None) of everything."""
    elsewhere: list[tuple[str, Cell]] = field(default_factory=list)
    """Ids of criteria that no evaluator marks, with their headings."""


def read(
    sheet: Sheet,
    panel: Sequence[Evaluator],
    leaves: Sequence[Leaf],
    task: Task,
    problems: Problems,
) -> Reading | None:
    """Read the marks that stand in the answers, blank ones too; None for a table without headings.

    Which of two answers of one evaluator for one vendor counts is not for procscore to say.
    """
    found = tables.find("answers", sheet, problems)
    if found is None:
        return None
    columns = _columns(found, leaves, task, problems)
    found.report_unheaded(found.rows(), problems)
    _report_elsewhere(found, columns, problems)
    reading = Reading(columns=frozenset(columns.marks))
    first: dict[tuple[str, str], str | None] = {}
    for row in found.rows():
        evaluator = tables.evaluator_of(found, row, panel, problems)
        vendor = tables.vendor_of(found, row, task.vendors, problems)
        if evaluator is None or vendor is None:
            continue
        where = sheet.cell(row, found.columns["evaluator"]).where
        if (evaluator.id, vendor.id) in first:
            problems.add(
                "answer-doubled",
                where,
                evaluator=evaluator.name,
                vendor=vendor.name,
                first=first[evaluator.id, vendor.id],
            )
            continue
        first[evaluator.id, vendor.id] = where.cell
        reading.evaluators.add(evaluator.id)
        _read_answer(found, row, evaluator, vendor, leaves, columns, task, reading, problems)
    return reading


def _read_answer(
    found: Table,
    row: int,
    evaluator: Evaluator,
    vendor: Vendor,
    leaves: Sequence[Leaf],
    columns: _Columns,
    task: Task,
    reading: Reading,
    problems: Problems,
) -> None:
    for leaf in leaves:
        if leaf.id not in columns.marks:
            continue
        cell = found.sheet.cell(row, columns.marks[leaf.id])
        if leaf.panel not in evaluator.panels:
            if not cell.blank:
                problems.add("criterion-not-marked-here", cell.where, criterion=leaf.id)
            continue
        comment = columns.comments.get(leaf.id)
        said = found.sheet.cell(row, comment) if comment else None
        mark = read_mark(cell, evaluator.id, leaf, task.criteria, said, problems)
        if mark is None:
            reading.refused.add((evaluator.id, vendor.id, leaf.id))
        else:
            reading.marks.append((vendor.id, leaf.id, mark))
    for group, column in columns.sums:
        cell = found.sheet.cell(row, column)
        value = cell_values.number(cell, Problems())  # a sum is only compared
        if not isinstance(value, Nothing):
            reading.stated.append(Stated(evaluator.id, vendor.id, group, value, cell.where))


def _columns(found: Table, leaves: Sequence[Leaf], task: Task, problems: Problems) -> _Columns:
    columns = _Columns()
    totals = {key(word) for word in TOTAL_ROWS}
    passed_over = {key(each) for each in (*ANSWER_COLUMNS, *task.aside)}
    for heading in found.others:
        written = cell_values.text(heading)
        column = heading.where.column or 0
        meant, spelling = _criterion(written, leaves, task.criteria)
        if isinstance(meant, Leaf):
            _add(meant, spelling, heading, columns, found, problems)
        elif key(written) in totals:
            columns.sums.append((None, column))
        elif key(written) in passed_over or (meant and meant.id in task.aside):
            continue
        elif meant and meant.criteria:
            columns.sums.append((meant.id, column))
        elif meant:
            columns.elsewhere.append((meant.id, heading))
        elif (leaf := _commented(written, leaves)) and leaf.id not in columns.comments:
            columns.comments[leaf.id] = column
        else:
            known = [leaf.criterion.name for leaf in leaves]
            suggestion = suggest(written, known)
            problems.add("column-not-read", heading.where, heading=written, suggestion=suggestion)
    return columns


def _criterion(
    written: str, leaves: Sequence[Leaf], criteria: CriteriaSheet
) -> tuple[Leaf | Criterion | None, Spelling]:
    """Return what a heading names: a leaf of `leaves`, another criterion, or nothing.

    A name that several criteria have names none of them.
    """
    marked = {leaf.id for leaf in leaves}
    spellings = list(headings.spellings(written))
    for spelling in spellings:
        if leaf := lookup.find_leaf(spelling.name, leaves):
            return leaf, spelling
        wanted = key(spelling.name)
        named = [
            each for each in criteria.by_id.values() if wanted in (key(each.id), key(each.name))
        ]
        if len(named) == 1 and named[0].id not in marked:
            return named[0], spelling
    return None, spellings[0]


def _commented(written: str, leaves: Sequence[Leaf]) -> Leaf | None:
    """Return the criterion in `<criterion> 所見` or `<criterion>（コメント）`, or None."""
    folded = written.rstrip(")）]】 ")
    for suffix in COMMENT_SUFFIXES:
        if folded.casefold().endswith(suffix):
            stem = folded[: -len(suffix)].rstrip(_JOINTS)
            found = (lookup.find_leaf(each.name, leaves) for each in headings.spellings(stem))
            return next(filter(None, found), None)
    return None


def _add(
    leaf: Leaf,
    spelling: Spelling,
    heading: Cell,
    columns: _Columns,
    found: Table,
    problems: Problems,
) -> None:
    """Add a column of marks; report a second one, and points that are not the criteria sheet's."""
    name = leaf.criterion.name
    if leaf.id in columns.marks:
        first = found.sheet.cell(found.heading_row, columns.marks[leaf.id]).where.cell
        problems.add("criterion-column-doubled", heading.where, criterion=name, first=first)
        return
    columns.marks[leaf.id] = heading.where.column or 0
    highest = leaf.score.full(leaf.points) if isinstance(leaf.score, Marks) else leaf.points
    if spelling.points is not None and spelling.points not in (leaf.points, highest):
        problems.add(
            "points-differ",
            heading.where,
            criterion=name,
            text=decimal_text(spelling.points),
            points=decimal_text(leaf.points),
        )


def _report_elsewhere(found: Table, columns: _Columns, problems: Problems) -> None:
    """Report columns that hold something for a criterion that no evaluator marks."""
    for criterion, heading in columns.elsewhere:
        column = heading.where.column or 0
        if any(not found.sheet.cell(row, column).blank for row in found.rows()):
            problems.add("criterion-not-marked-here", heading.where, criterion=criterion)
