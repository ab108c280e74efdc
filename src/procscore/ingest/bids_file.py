"""From opened workbooks to bids: which sheet is which, then each by its own reader."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from procscore.diagnostics import Location, Problems
from procscore.ingest import cell_values, handed_in, opening, score_sheets
from procscore.ingest.csv_file import CsvSheet
from procscore.ingest.foreign import whom
from procscore.ingest.foreign.claims import Layouts
from procscore.ingest.handed_in import Progress, unseen
from procscore.ingest.layouts import evaluators, grid, origin, procurement, tables, vendors
from procscore.ingest.layouts import key as key_table
from procscore.ingest.layouts.origin import Origin
from procscore.ingest.layouts.task import Task
from procscore.ingest.score_sheets import Sources
from procscore.ingest.sheet import Sheet
from procscore.language import listing
from procscore.model.bids import (
    Bids,
    Evaluator,
    InputFile,
    Mark,
    Marks,
    Procurement,
    Vendor,
)
from procscore.model.criteria import CriteriaSheet
from procscore.model.words import EVALUATOR_SHEET_PREFIXES, SHEETS, TABLE, evaluator_of, look_up
from procscore.names import key


class Named(NamedTuple):
    """A name as it was written, and its cell."""

    text: str
    where: Location


@dataclass
class Books:
    """The sheets of all workbooks of a run, by what they hold."""

    files: list[InputFile] = field(default_factory=list)
    roles: dict[str, Sheet] = field(default_factory=dict)
    """One sheet each: procurement, vendors, evaluators, secretariat, consensus."""
    marks: Sources = field(default_factory=Sources)
    """The sheets with the evaluators' marks."""
    origins: list[Origin] = field(default_factory=list)
    """What the workbooks that procscore wrote say of themselves."""

    @property
    def first(self) -> Location:
        """Return the first file that was read, as it was named."""
        return Location(self.files[0].path if self.files else "")

    @property
    def criteria_named(self) -> Named | None:
        """Return what the workbook says under 審査基準, if it says anything."""
        sheet = self.roles.get("procurement")
        cell = procurement.criteria_cell(sheet) if sheet else None
        return Named(cell_values.text(cell), cell.where) if cell else None


def open_books(paths: Iterable[Path], problems: Problems, progress: Progress = unseen) -> Books:
    """Open every workbook, also those in folders, and sort its sheets.

    Raises OSError for a file that cannot be read.
    """
    books = Books()
    layouts = Layouts()
    seen: dict[str, str] = {}
    files = handed_in.files(paths, problems)
    for number, path in enumerate(files):
        shown = str(path)
        progress(number, len(files), path.name)
        opened = opening.opened(path, problems)
        if opened is None:
            continue
        digest = hashlib.sha256(opened.data).hexdigest()
        if digest in seen:
            problems.add("workbook-given-twice", Location(shown), other=seen[digest])
            continue
        seen[digest] = shown
        sheets = opening.sheets(opened, path, problems)
        if sheets is None:
            continue
        books.files.append(InputFile(shown, path.name, digest))
        claims, others = layouts.claim(path, sheets, problems)
        books.marks.foreign.extend(claims)
        for sheet in others:
            _sort(sheet, books, problems, described=bool(claims))
    layouts.report_unused(problems)
    books.marks.faulty = layouts.faulty
    books.files = _distinct([*books.files, *layouts.used])
    return books


def _distinct(files: Sequence[InputFile]) -> list[InputFile]:
    """Name a file with as many of its folders as tell it from the others.

    Evaluators hand in 採点表.xlsx each, from a folder of their own.
    """

    def name(file: InputFile) -> str:
        parts = Path(file.path).parts
        tails = (slice(-length, None) for length in range(1, len(parts) + 1))
        others = [Path(other.path).parts for other in files if other is not file]
        shortest = (parts[tail] for tail in tails if all(o[tail] != parts[tail] for o in others))
        return "/".join(next(shortest, parts))

    return [replace(file, name=name(file)) for file in files]


def _sort(sheet: Sheet, books: Books, problems: Problems, *, described: bool) -> None:
    """Take a sheet for what its name says; `described` where a layout reads others beside it."""
    if origin.is_origin(sheet):
        books.origins.append(origin.read(sheet))
        return
    role = look_up(SHEETS, sheet.name)
    evaluator = evaluator_of(sheet.name)
    if role is None and isinstance(sheet, CsvSheet) and tables.layout_of(sheet):
        books.marks.tables.append(sheet)  # forms tools name the file after the form
        return
    if role is None and evaluator is None:
        _report_unknown(sheet, problems, described=described)
        return
    if sheet.hidden:
        problems.add("sheet-hidden", sheet.where)
    if evaluator is not None:
        books.marks.grids.append((evaluator, sheet))
    elif role == "marks":
        books.marks.tables.append(sheet)
    elif role is not None and role in books.roles:
        problems.add("sheet-doubled", sheet.where, other=books.roles[role].where)
    elif role is not None:
        books.roles[role] = sheet


def _report_unknown(sheet: Sheet, problems: Problems, *, described: bool) -> None:
    if sheet.rows and _like_marks(sheet.name) and not described:
        problems.add("sheet-like-marks", sheet.where)
    elif isinstance(sheet, CsvSheet):
        whose, each = (
            listing(_in_both_languages(TABLE[meaning]) for meaning in meanings)
            for meanings in (("evaluator", "vendor"), ("criterion", "mark"))
        )
        problems.add("csv-not-understood", sheet.where, whose=whose, each=each)
    elif sheet.rows:
        problems.add("sheet-not-read", sheet.where)


def _in_both_languages(spellings: Sequence[str]) -> str:
    return f"{spellings[0]} / {next(each for each in spellings if each.isascii())}"


def _like_marks(name: str) -> bool:
    """Tell whether a sheet is named nearly as an evaluator's, so that its marks may be meant."""
    return any(key(name).startswith(key(prefix.rstrip("_"))) for prefix in EVALUATOR_SHEET_PREFIXES)


def check_origins(books: Books, digest: str, problems: Problems) -> None:
    """Report workbooks whose forms were made by another criteria sheet, or an earlier state of it."""
    for each in books.origins:
        if each.digest != digest:
            problems.add("score-sheet-outdated", each.where)


class Parties(NamedTuple):
    """Who takes part in which procurement."""

    procurement: Procurement
    vendors: tuple[Vendor, ...]
    evaluators: tuple[Evaluator, ...]


def parties(books: Books, criteria: CriteriaSheet, problems: Problems) -> Parties | None:
    """Read who takes part, or None where the vendors are not known."""
    first = books.first
    if "vendors" not in books.roles:
        problems.add("sheet-missing", first, sheet=" / ".join(SHEETS["vendors"]))
        return None
    told = (
        procurement.read(books.roles["procurement"], criteria, problems)
        if "procurement" in books.roles
        else Procurement(where=first)
    )
    bidders = vendors.read(books.roles["vendors"], criteria, problems)
    if not bidders:
        return None
    if "key" in books.roles:
        bidders = key_table.read(books.roles["key"], bidders, problems)
    return Parties(told, bidders, _panel(books, criteria, bidders, problems))


def read(
    books: Books, criteria: CriteriaSheet, problems: Problems, whole: CriteriaSheet | None = None
) -> Bids | None:
    """Read everything that was handed in, or None where the vendors are not known.

    `whole` is the criteria sheet that `criteria` is a part of, if it is one.
    """
    first = books.first
    anonymous = next((each for each in books.origins if each.anonymous), None)
    if anonymous and "key" not in books.roles:
        problems.add("key-missing", anonymous.where)
        return None
    who = parties(books, criteria, problems)
    if who is None:
        return None
    told, bidders, panel = who
    task = Task.of(criteria, told, bidders)
    agreement, not_agreed = _agreement(books, task, problems)
    agreed = _by_cell(agreement.marks, ())
    reading = score_sheets.of_panel(books.marks, task, panel, first, problems, agreed.keys(), whole)
    objective = score_sheets.single(
        "secretariat", task.leaves("secretariat"), books.roles, task, problems
    )
    return Bids(
        procurement=told,
        vendors=bidders,
        evaluators=panel,
        marks=_by_cell(reading.marks, panel),
        secretariat=_by_cell(objective.marks, ()),
        agreed=agreed,
        not_agreed=_by_cell(not_agreed, ()),
        stated=(*reading.stated, *objective.stated, *agreement.stated),
        own_ranks=reading.ranks,
        inputs=tuple(books.files),
    )


def _agreement(books: Books, task: Task, problems: Problems) -> tuple[grid.Reading, grid.Found]:
    """Read what the panels agreed on, and apart the blanks that mean: not agreed.

    They mean that where agreed marks only override the evaluators' own.
    """
    leaves = task.leaves("panel")
    owed = [leaf for leaf in leaves if task.criteria.agreed(leaf)]
    optional = [leaf for leaf in leaves if task.criteria.overridden(leaf)]
    reading = score_sheets.single("consensus", owed, books.roles, task, problems, optional)
    may_be_blank = {leaf.id for leaf in optional}
    agreed: grid.Found = []
    blanks: grid.Found = []
    for vendor, criterion, mark in reading.marks:
        blank = mark.value is None and criterion in may_be_blank
        (blanks if blank else agreed).append((vendor, criterion, mark))
        if blank and mark.comment:
            name = task.criteria.name_of(criterion)
            problems.add("agreed-mark-blank", mark.where, vendor=vendor, criterion=name)
    reading.marks = agreed
    return reading, blanks


def _panel(
    books: Books, criteria: CriteriaSheet, bidders: tuple[Vendor, ...], problems: Problems
) -> tuple[Evaluator, ...]:
    """Return the evaluators: those of their own sheet, else those whose marks are there."""
    if "evaluators" in books.roles:
        return evaluators.read(books.roles["evaluators"], criteria, bidders, problems)
    met: dict[str, Evaluator] = {}
    for name, sheet in books.marks.grids:
        met.setdefault(key(name), Evaluator(name, name, sheet.where))
    for table in books.marks.tables:
        for evaluator in tables.evaluators(table):
            met.setdefault(key(evaluator.id), evaluator)
    for claim in books.marks.foreign:
        for evaluator in whom.evaluators(claim):
            met.setdefault(key(evaluator.id), evaluator)
    return tuple(met.values())


def _by_cell(found: grid.Found, panel: Sequence[Evaluator]) -> Marks:
    """Return marks by vendor and criterion, in the order of the panel."""
    order = {evaluator.id: index for index, evaluator in enumerate(panel)}
    marks: dict[tuple[str, str], list[Mark]] = {}
    for vendor, criterion, mark in found:
        marks.setdefault((vendor, criterion), []).append(mark)
    return {
        place: tuple(sorted(given, key=lambda mark: order.get(mark.evaluator, 0)))
        for place, given in marks.items()
    }
