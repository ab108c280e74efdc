"""CSV files as forms tools and Excel export them: is this one text, in which encoding, how is it cut?

UTF-8 is tried first, with or without its mark, then the code page of Japanese Windows: bytes that
are both by chance are not known in files with a heading in Japanese. Nothing is guessed from the
values: a number stays the text that it is, and what it means is said in `cell_values`.
"""

import contextlib
import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from io import StringIO
from itertools import islice
from pathlib import Path

from procscore.diagnostics import Location, Problems
from procscore.ingest import gate
from procscore.ingest.gate import Opened
from procscore.ingest.sheet import Cell, Shape, Sheet
from procscore.language import N_, message

SUFFIX = ".csv"
_MIB = 1024 * 1024
LARGEST = 16 * _MIB
"""Bytes; a hundred answers to a hundred criteria, each with a remark, are a few MiB."""
_WORKBOOKS = (b"PK\x03\x04", bytes.fromhex("D0CF11E0A1B11AE1"))
"""How .xlsx begins, and how .xls and a workbook with a password do."""
_DELIMITERS = (",", "\t", ";")
_HEADINGS_WITHIN = 30
_SEPARATOR_LINE = re.compile(r"\Asep=([,;\t])(?:\r\n|\n|\r)", re.IGNORECASE)
"""A first line that tells Excel the separator; Excel does not show it as a row."""
_WRONGLY_DECODED = re.compile("[\x80-\x9f\xa0\uf8f0-\uf8f3]")
"""What Python makes of bytes that stand for nothing in the code page."""


@dataclass(frozen=True)
class CsvSheet(Sheet):
    """A CSV file. A record is a row, as Excel counts them, also where a text in it has line breaks."""

    file: str
    name: str
    records: tuple[list[str], ...]
    hidden: bool = False

    @cached_property
    def rows(self) -> Mapping[int, tuple[int, ...]]:
        """Return the columns that hold something, by row."""
        found = {
            number: tuple(column for column, text in enumerate(record, start=1) if text)
            for number, record in enumerate(self.records, start=1)
        }
        return {row: columns for row, columns in found.items() if columns}

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell; one that does not exist is blank."""
        record = self.records[row - 1] if row <= len(self.records) else []
        text = record[column - 1] if column <= len(record) else ""
        return Cell(text or None, Location(self.file, self.name, row, column), Shape.UNTYPED)


def is_csv(path: Path) -> bool:
    """Tell whether a file is called a CSV file."""
    return path.suffix.lower() == SUFFIX


def open_csv(path: Path, shown: str, problems: Problems) -> Opened | None:
    """Return the bytes of the file at `path`, or add the reason why not to `problems`.

    Raises OSError when the file is there and cannot be read.
    """
    where = Location(shown)
    if gate.is_lock_file(path):
        problems.add("workbook-is-lock-file", where)
        return None
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        problems.add("workbook-missing", where)
        return None
    if gate.lock_beside(path):
        problems.add("workbook-open-elsewhere", where)
    if not data:
        problems.add("workbook-empty", where)
        return None
    if data.startswith(_WORKBOOKS):
        problems.add("csv-is-workbook", where)
        return None
    if len(data) > LARGEST:
        what = message(N_("more than {most} MiB"), most=LARGEST // _MIB)
        problems.add("csv-too-large", where, what=what)
        return None
    return Opened(data, sheets=1)


def read(opened: Opened, shown: str, problems: Problems) -> tuple[Sheet, ...] | None:
    """Return the one sheet of a CSV file, named like the file; None if it cannot be read."""
    text = _decoded(opened.data)
    if text is None:
        problems.add("csv-encoding-unknown", Location(shown))
        return None
    records = _records(text, shown, problems)
    return None if records is None else (CsvSheet(shown, Path(shown).stem, records),)


def _decoded(data: bytes) -> str | None:
    if b"\x00" in data:  # no text has it, and UTF-16 is full of it
        return None
    with contextlib.suppress(UnicodeDecodeError):
        return data.decode("utf-8-sig")
    with contextlib.suppress(UnicodeDecodeError):
        text = data.decode("cp932")  # what begins with the mark of UTF-8 is never valid in it
        return None if _WRONGLY_DECODED.search(text) else text
    return None


def _records(text: str, shown: str, problems: Problems) -> tuple[list[str], ...] | None:
    line = 0
    told = _SEPARATOR_LINE.match(text)
    if told:
        line, text = 1, text[told.end() :]
    delimiter = told.group(1) if told else _delimiter(text)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    records: list[list[str]] = []
    cells = 0
    begins = line + 1
    try:
        for record in reader:
            begins = line + reader.line_num + 1
            cells += len(record)
            if cells > gate.MOST_CELLS:
                what = message(N_("more than {most} cells"), most=f"{gate.MOST_CELLS:,}")
                problems.add("csv-too-large", Location(shown), what=what)
                return None
            records.append(record)
    except csv.Error:
        problems.add("csv-quotes-wrong", Location(shown, row=begins))
        return None
    return tuple(records)


def _delimiter(text: str) -> str:
    """Return the separator that cuts the headings into most fields; a comma where none cuts.

    The headings are the first record that is cut at all: titles may stand above them.
    """
    return max(_DELIMITERS, key=lambda each: _cut(text, each))


def _cut(text: str, delimiter: str) -> tuple[int, int]:
    """Return how soon a separator cuts a record, and into how many fields: the more, the better."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for number, record in enumerate(islice(reader, _HEADINGS_WITHIN)):
            if len(record) > 1:
                return -number, len(record)
    except csv.Error:  # told where all is read
        pass
    return -_HEADINGS_WITHIN, 1
