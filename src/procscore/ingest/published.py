"""A ranking that procscore wrote, read to be held against another: .json, .xlsx or .csv.

It may have been edited by hand and saved by any program. Nothing is interpreted here.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from procscore import language
from procscore.diagnostics import Location, Problems
from procscore.exact import NotANumberError, from_excel, parse
from procscore.ingest import (
    cell_values,
    csv_file,
    gate,
    own_results,
    published_looks,
    ranking_record,
    recorded,
    workbook,
)
from procscore.ingest.published_looks import Drawn
from procscore.ingest.sheet import Cell, Sheet
from procscore.model.bids import InputFile
from procscore.model.published import Content, Grid, Held, Kind, Looks, Published
from procscore.model.words import RANKING_SHEETS, RESULT_FORMAT, RESULT_HEADINGS
from procscore.names import key

_QUOTED_SHEET = re.compile(r"'([^\s'\"!(),+*/&<>=:;^-]+)'!")
"""A name that needs no quotation marks: programs set and leave them out as they like."""
_SHA256 = re.compile(r"SHA-256 (\S+)")
"""Whatever stands there is held against the file; only a ranking without names has none."""
_LANGUAGES = ("ja", "en")
"""In the order of the spellings in `model/words`."""
_RESULT = RESULT_FORMAT.rpartition("/")[0]
_FILE = ("ファイル", "File")
_PROGRAM = "procscore"
_PLAIN = Drawn(Looks())


def read(path: Path, problems: Problems) -> Published | None:
    """Return the ranking at `path`, or add to `problems` why it is none.

    Raises OSError when the file is there and cannot be read.
    """
    where = Location(str(path))
    kind = path.suffix.lower()
    if not path.exists():
        problems.add("workbook-missing", where)
        return None
    if kind not in _READERS:
        problems.add("ranking-not-known", where)
        return None
    if path.is_dir():
        problems.add("file-is-a-folder", where)
        return None
    if kind == ".json":
        return _record(path.read_bytes(), where, problems)
    opened = _GATES[kind](path, str(where), problems)
    if opened is None:
        return None
    if not own_results.is_result(path):
        problems.add("ranking-not-known", where)
        return None
    return _READERS[kind](opened.data, where, problems)


def of(data: bytes, kind: Kind, where: Location) -> Published | None:
    """Return a ranking that was just written; `where` names the one that it is held against."""
    return _READERS[kind](data, where, Problems())


def _record(data: bytes, where: Location, problems: Problems) -> Published | None:
    unread = Problems()
    found = recorded.read(data, str(where), unread)
    if found is None:
        broken = _broken(data, where)
        problems.extend([] if broken else unread)
        return broken
    return Published(
        where,
        ".json",
        found.language,
        content=found.content,
        record=found,
        version=found.version,
        inputs=found.inputs,
        anonymous=bool(found.anonymous),
    )


def _broken(data: bytes, where: Location) -> Published | None:
    """Return a result that lacks a key or holds what cannot be read: it is compared key by key.

    None for what is no JSON, and for JSON that says that it is another thing.
    """
    try:
        content = recorded.parsed(data)
        named, version = content.get("procscore"), content.get("version")
        spoken, hidden = content.get("language"), content.get("anonymous")
    except recorded.NOT_READABLE:
        return None
    if isinstance(named, str) and not named.startswith(_RESULT):
        return None
    return Published(
        where,
        ".json",
        spoken if spoken in _LANGUAGES else language.current(),
        content=content,
        broken=True,
        version=version if isinstance(version, str) else "",
        inputs=_files(content),
        anonymous=bool(hidden) if hidden in recorded.ANONYMOUS else None,
    )


def _files(content: Any) -> tuple[InputFile, ...]:
    """Return the files that a result names, none where that cannot be read."""
    try:
        files = [(recorded.text(each["file"]), each["sha256"]) for each in content["inputs"]]
        return tuple(InputFile(name, name, recorded.text(sha256 or "")) for name, sha256 in files)
    except recorded.NOT_READABLE:
        return ()


def _workbook(data: bytes, where: Location, problems: Problems) -> Published | None:
    # That a part of a sheet is missing shows where the sheets are compared.
    sheets = workbook.read(gate.Opened(data, 0), str(where), problems)
    if sheets is None:
        return None
    spoken = _spoken(sheets)
    if spoken is None:
        problems.add("ranking-not-known", where)
        return None
    drawn = published_looks.read(data)
    grids = tuple(_grid(each, _stored, drawn.get(each.name, _PLAIN)) for each in sheets)
    charts = (name for name, each in drawn.items() if each.is_chart)
    grids += tuple(Grid(name, {}, is_chart=True) for name in charts)
    hidden = ranking_record.of(sheets, where)
    if hidden is not None:
        return Published(
            where,
            ".xlsx",
            hidden.language,
            grids,
            content=hidden.content,
            record=hidden,
            version=hidden.version,
            inputs=hidden.inputs,
            anonymous=bool(hidden.anonymous),
        )
    record = next((each for each in grids if each.name in RANKING_SHEETS["record"]), None)
    rows = [record.texts(row) for row in record.rows] if record else []
    version = next((row[2] for row in rows if len(row) > 2 and row[1] == _PROGRAM), "")  # noqa: PLR2004
    inputs = tuple(_inputs(rows))
    anonymous = any(not each.sha256 for each in inputs) if inputs else None
    return Published(
        where,
        ".xlsx",
        spoken,
        grids,
        broken=ranking_record.has_record(sheets),
        version=version,
        inputs=inputs,
        anonymous=anonymous,
    )


def _inputs(rows: list[tuple[str, ...]]) -> Iterator[InputFile]:
    """Give the files that the sheet 記録 names."""
    for row in rows:
        if len(row) > 2 and row[0] in _FILE:  # noqa: PLR2004
            digest = _SHA256.fullmatch(row[2])
            yield InputFile(row[1], row[1], digest[1] if digest else "")


def _spoken(sheets: tuple[Sheet, ...]) -> str | None:
    for each in sheets:
        for spellings in RANKING_SHEETS.values():
            if each.name in spellings:
                return _LANGUAGES[spellings.index(each.name) % 2]
    return None


def _table(data: bytes, where: Location, problems: Problems) -> Published | None:
    sheets = csv_file.read(gate.Opened(data, 1), str(where), problems)
    if not sheets:
        return None
    first = key(cell_values.text(sheets[0].cell(1, 1)))
    spoken = _LANGUAGES[[key(each) for each in RESULT_HEADINGS[0]].index(first)]
    return Published(where, ".csv", spoken, (_grid(sheets[0], _written),))


def _grid(sheet: Sheet, content: Callable[[Cell], Content], drawn: Drawn = _PLAIN) -> Grid:
    stored: Any = getattr(sheet, "stored", None)

    def held(row: int, cell: Cell) -> Held:
        known = stored.cells.get((row, cell.where.column)) if stored else None
        return Held(content(cell), _formula(cell), _format(known))

    rows = {
        row: {cell.where.column or 0: held(row, cell) for cell in sheet.cells(row)}
        for row in sheet.rows
    }
    return Grid(
        sheet.name,
        rows,
        sheet.hidden,
        stored.hidden_rows | drawn.low_rows if stored else frozenset(),
        stored.hidden_columns | drawn.narrow_columns if stored else frozenset(),
        drawn.over(stored.cells) if stored else drawn.looks,
    )


def _formula(cell: Cell) -> str:
    """Return a formula without quotation marks that it does not need."""
    return _QUOTED_SHEET.sub(r"\1!", cell.formula or "")


def _format(stored: Any) -> str:
    """Return the number format of a cell; its number where the file does not declare it.

    What is shown then is the program's choice and the language's: a date, or Thai digits.
    """
    from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE

    if stored is None:
        return ""
    number = stored._style.numFmtId  # noqa: SLF001 - openpyxl has no other name for it
    if number in BUILTIN_FORMATS or number >= BUILTIN_FORMATS_MAX_SIZE:
        with suppress(IndexError):
            return str(stored.number_format)
    return f"numFmtId {number}"


def _stored(cell: Cell) -> Content:
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            return from_excel(value)
        except NotANumberError:
            return repr(value)
    return "" if value is None else _lines(str(value))


def _written(cell: Cell) -> Content:
    text = cell_values.text(cell)
    try:
        return parse(text).value
    except NotANumberError:
        return _lines(text)


def _lines(text: str) -> str:
    """Return a text as programs save it: line ends alike, no blanks at the end."""
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip()


_READERS: dict[str, Callable[[bytes, Location, Problems], Published | None]] = {
    ".json": _record,
    ".xlsx": _workbook,
    ".csv": _table,
}
_GATES: dict[str, Callable[[Path, str, Problems], gate.Opened | None]] = {
    ".xlsx": gate.open_workbook,
    ".csv": csv_file.open_csv,
}
