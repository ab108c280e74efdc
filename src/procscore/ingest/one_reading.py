"""What Excel and LibreOffice could read otherwise than openpyxl is refused.

openpyxl finds the workbook and the shared strings by their content types and the styles by their
name, and takes rows wherever they stand; other programs follow the relations between the parts and
the schema (ECMA-376, part 1, 18.3.1). A file that is made so that the two differ would show a
person other figures than those that are read.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any
from zipfile import ZipFile

from openpyxl.packaging.relationship import get_dependents, get_rels_path
from openpyxl.worksheet._reader import (
    CELL_TAG,
    COL_TAG,
    DATA_TAG,
    EXT_TAG,
    FORMULA_TAG,
    INLINE_STRING,
    MERGE_TAG,
    ROW_TAG,
    VALUE_TAG,
    VIEWS_TAG,
)
from openpyxl.xml.constants import ARC_ROOT_RELS, ARC_STYLE, SHEET_MAIN_NS

STRING_TAG = f"{{{SHEET_MAIN_NS}}}si"
VIEW_TAG = f"{{{SHEET_MAIN_NS}}}sheetView"
_PATHS: Mapping[str, str] = {
    ROW_TAG: f"{DATA_TAG}/{ROW_TAG}",
    COL_TAG: f"{{{SHEET_MAIN_NS}}}cols/{COL_TAG}",
    MERGE_TAG: MERGE_TAG,
    VIEW_TAG: f"{VIEWS_TAG}/{VIEW_TAG}",
}
"""Where in a sheet the schema has what is read of it."""
_SHEETS = tuple(f"{{{SHEET_MAIN_NS}}}{name}" for name in ("worksheet", "dialogsheet"))
_NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?")
"""Python takes more for a number: digits of every script, and underscores between them."""
_WHOLE = ("s", "b")
"""The types of cells that store a whole number: that of a text, and that of yes or no."""
_STORED = frozenset({(), (VALUE_TAG,), (FORMULA_TAG,), (FORMULA_TAG, VALUE_TAG)})
_WITHIN: Mapping[str, frozenset[tuple[str, ...]]] = {
    **dict.fromkeys(("n", "s", "str", "b", "e", "d"), _STORED),
    "inlineStr": frozenset({(), (INLINE_STRING,), (FORMULA_TAG, INLINE_STRING)}),
}
"""What may stand in a cell, by its type."""
_FORMATS = re.compile(rb"<(?:\w+:)?numFmts\b.*?</(?:\w+:)?numFmts>", re.DOTALL)
_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\b[^>]*>")
_ID, _CODE = re.compile(rb"numFmtId=[\"'](\d+)"), re.compile(rb"formatCode=(\"[^\"]*\"|'[^']*')")
_TEXT_TAG = f"{{{SHEET_MAIN_NS}}}t"
_RUN_TAG = f"{{{SHEET_MAIN_NS}}}r"
_READINGS = tuple(f"{{{SHEET_MAIN_NS}}}{name}" for name in ("rPh", "phoneticPr"))
"""How a text is pronounced (furigana), which stands beside it."""
_RUN = ((_TEXT_TAG,), (f"{{{SHEET_MAIN_NS}}}rPr", _TEXT_TAG))
"""What may stand in a piece of a text that has looks of its own."""


class TwoReadingsError(Exception):
    """Another program could read something else in the workbook than what is read here."""


def check_parts(archive: ZipFile, workbook: str, strings: str | None) -> None:
    """Check the parts that openpyxl took: the workbook and its shared strings, None for none.

    Raises TwoReadingsError, and whatever openpyxl raises on odd parts.
    """
    _same(_related(archive, ARC_ROOT_RELS, "officeDocument"), [workbook])
    rels_of: Callable[[str], str] = get_rels_path
    of_workbook = rels_of(workbook)
    _same(_related(archive, of_workbook, "sharedStrings"), [strings] if strings else [])
    styles = [ARC_STYLE] if ARC_STYLE in archive.namelist() else []
    _same(_related(archive, of_workbook, "styles"), styles)
    for part in styles:
        _check_formats(archive.read(part))


def _check_formats(styles: bytes) -> None:
    """Check that a number format has one meaning: of two, programs take the first or the last."""
    block = _FORMATS.search(styles)
    found = set(_FORMAT.findall(block[0])) if block else set()
    pairs = {
        (number, code)
        for each in found
        for number in _ID.findall(each)
        for code in _CODE.findall(each)
    }
    if len({number for number, _code in pairs}) < len(pairs):
        raise TwoReadingsError("numFmt")


def check_sheet(sheet: Any, met: Mapping[str, int]) -> None:
    """Check that what was read of a sheet, counted by tag, all stands where it is looked for.

    Raises TwoReadingsError.
    """
    tables = [each for each in sheet if each.tag.endswith("}sheetData")]
    within = {each.tag for table in tables for each in table}
    if sheet.tag not in _SHEETS or len(tables) > 1 or within - {ROW_TAG}:
        raise TwoReadingsError(sheet.tag)
    for tag, path in _PATHS.items():
        if len(sheet.findall(path)) != met.get(tag, 0):
            raise TwoReadingsError(tag)


def check_cell(cell: Any) -> None:
    """Check that a cell holds one value and at most one formula, which all programs read alike.

    Raises TwoReadingsError.
    """
    kind = cell.get("t", "n")
    within = (cell[0].tag,) if len(cell) == 1 else tuple(part.tag for part in cell)
    if cell.tag != CELL_TAG or within not in _WITHIN.get(kind, ()):
        raise TwoReadingsError(kind, within)
    named = cell.get("r", "") + cell.get("s", "")
    if named and not (named.isalnum() and named.isascii()):
        raise TwoReadingsError(named)
    if kind == "inlineStr" and within:
        check_text(cell[-1])
    elif within and within[-1] == VALUE_TAG:
        value = cell[-1]
        text = value.text or "0"
        if len(value) or not ((text.isdigit() and text.isascii()) or _is_alike(text, kind)):
            raise TwoReadingsError(text)


def check_strings(table: Any, met: int) -> None:
    """Check that the shared strings that were met are those of the table: cells name their places.

    Raises TwoReadingsError.
    """
    if [each.tag for each in table if each.tag != EXT_TAG] != [STRING_TAG] * met:
        raise TwoReadingsError(met)


def check_text(text: Any) -> None:
    """Check a text of a cell: one piece, or runs of one piece each. Raises TwoReadingsError."""
    if len(text) == 1 and text[0].tag == _TEXT_TAG and not len(text[0]):
        return
    pieces = [part for part in text if part.tag not in _READINGS]
    runs = [tuple(part.tag for part in piece) for piece in pieces if piece.tag == _RUN_TAG]
    plain = [piece for piece in pieces if piece.tag == _TEXT_TAG and not len(piece)]
    alike = len(plain) <= 1 and not (plain and runs) and all(run in _RUN for run in runs)
    if not alike or len(plain) + len(runs) < len(pieces):
        raise TwoReadingsError(text.tag)


def check_whole(written: str) -> None:
    """Check an attribute that is a whole number. Raises TwoReadingsError."""
    if not (written.isdigit() and written.isascii()):
        raise TwoReadingsError(written)


def check_number(written: str) -> None:
    """Check an attribute that is a number. Raises TwoReadingsError."""
    if not _NUMBER.fullmatch(written):
        raise TwoReadingsError(written)


def _is_alike(text: str, kind: str) -> bool:
    """Tell whether the stored value of a cell, no whole number, means the same everywhere."""
    return bool(_NUMBER.fullmatch(text)) if kind == "n" else kind not in _WHOLE


def _related(archive: ZipFile, relations: str, kind: str) -> list[str]:
    """Return the targets of the relations of a kind, whichever namespace they are of."""
    found = list(get_dependents(archive, relations))
    if len({each.Id for each in found}) < len(found):
        raise TwoReadingsError(relations)
    return [each.target for each in found if each.Type.rpartition("/")[2] == kind]


def _same(named: list[str], taken: list[str]) -> None:
    # Names that differ in nothing but their case are one name (ECMA-376, part 2).
    if [each.lower() for each in named] != [each.lower() for each in taken]:
        raise TwoReadingsError(named, taken)
