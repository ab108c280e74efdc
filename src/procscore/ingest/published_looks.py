"""What lies over, under and around the cells of a ranking: notes, conditions, sizes, headers, views.

The reader of workbooks leaves all this out, as no score is read from it. A ranking that is verified
is read a second time for it, part by part.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.etree.ElementTree import ParseError

from procscore.ingest import unseen_cells
from procscore.ingest.sheet_sizes import Sizes, name_of, place_of, whole
from procscore.ingest.unseen_cells import OF_THEME, Colour, Letters
from procscore.model.published import Condition, Looks, Place

if TYPE_CHECKING:
    from zipfile import ZipFile

_PRINT_AREA = re.compile(r"_xlnm\.Print_Area", re.IGNORECASE)
_RANGE = re.compile(r"(?:'(?:[^']|'')+'|[^\s'!,]+)!([$A-Z0-9]+(?::[$A-Z0-9]+)?)")
_READING = "rPh"
"""How a Japanese text is read aloud, which Excel keeps beside it."""
_SHOWN = ("formatCode", "rgb", "theme", "indexed")
"""By which attributes a number format and a colour are written."""
_FORMULAS = ("formula", "f")
_BLACK = "000000"
_NO = ("0", "false", "off")
_HEADERS = ("Header", "Footer")
_CODE = re.compile(r'&(?:"[^"]*"|[0-9]+|K(?:[0-9A-Fa-f]{6}|[0-9]{2}[+-][0-9]{3})|(.))', re.DOTALL)
"""How a header looks, and what it counts: `&"Arial,Bold"&12&KFF0000&P`."""
_SIDES = "LCR"
_AROUND_COUNTS = " /-"
"""What is left of `&P / &N`."""
_RGB = re.compile("[0-9A-Fa-f]{6}")
_ACCENTS = tuple(f"accent{number}" for number in range(1, 7))
_THEME = ("lt1", "dk1", "lt2", "dk2", *_ACCENTS, "hlink", "folHlink")
"""The colours of a theme by the numbers under which cells name them, from 0."""
_Strings = Mapping[int, tuple[Letters, ...]]
"""How the letters of texts are written that several cells may hold, by the place of the text."""


class Drawn(NamedTuple):
    """How a sheet is drawn."""

    looks: Looks
    low_rows: frozenset[int] = frozenset()
    """Too low to read what stands there, or out of reach of who scrolls; columns alike."""
    narrow_columns: frozenset[int] = frozenset()
    is_chart: bool = False
    """Whether it is a sheet without cells."""
    theme: Mapping[int, Colour] = OF_THEME
    letters: Mapping[Place, tuple[Letters, ...]] = {}
    """Of the cells that have letters of several kinds."""

    def over(self, stored: Mapping[Place, Any]) -> Looks:
        """Return the looks, with those of openpyxl's cells."""
        unseen = unseen_cells.of(stored, self.theme, self.letters)
        return replace(self.looks, unseen=unseen, filled=unseen_cells.filled(stored))


def read(data: bytes) -> Mapping[str, Drawn]:
    """Return how the sheets of a workbook that was read before are drawn, by their names."""
    from openpyxl.reader.excel import ExcelReader

    reader: Any = ExcelReader(BytesIO(data), keep_links=False)
    with reader.archive as archive:
        reader.read_manifest()
        reader.read_workbook()
        areas = _print_areas(reader.parser.defined_names.definedName)
        book = _Book(
            archive,
            _formats(archive),
            _strings(archive, reader.package),
            _theme(archive, reader.parser.workbook_part_name),
        )
        places = {sheet.name: at for at, sheet in enumerate(reader.parser.sheets)}
        return {
            sheet.name: Drawn(Looks(), is_chart=True)
            if "chartsheet" in relation.Type
            else _drawn(book, relation.target, areas.get(places[sheet.name], ""))
            for sheet, relation in reader.parser.find_sheets()
            if relation.target in reader.valid_files
        }


class _Book(NamedTuple):
    """What the sheets of a workbook share."""

    archive: "ZipFile"
    formats: list[str]
    strings: _Strings
    theme: Mapping[int, Colour]


def _print_areas(names: Iterable[Any]) -> dict[int, str]:
    """Return the print areas by the place of their sheet, counted from 0."""
    found = {}
    for each in names:
        if _PRINT_AREA.fullmatch(each.name):
            ranges = [one.replace("$", "") for one in _RANGE.findall(each.value or "")]
            found[each.localSheetId] = ", ".join(ranges) or str(each.value)
    return found


def _drawn(book: _Book, part: str, print_area: str) -> Drawn:
    from openpyxl.xml.functions import iterparse

    sizes, found = Sizes(), _Around()
    letters: dict[Place, tuple[Letters, ...]] = {}
    row, has_runs = 0, False
    with book.archive.open(part) as content:
        for _, element in iterparse(content):
            name = name_of(element)
            if name == "row":
                row = whole(element.get("r"), row + 1)
                sizes.row(row, element.get("ht"))
                if has_runs or book.strings:
                    letters.update(_letters_of_row(element, row, book.strings))
                has_runs = False
                element.clear()
            elif name == "rPr":
                has_runs = True
            elif name == "col":
                sizes.column(element)
            elif name == "sheetFormatPr":
                sizes.default(element)
            elif name == "sheetView":
                sizes.view(element)
                found.hides_zeros |= element.get("showZeros") in _NO
            elif name == "dataValidation":
                found.add_prompt(element)
            elif name.endswith(_HEADERS):
                found.headers.append(_header(element.text or ""))
            elif name == "conditionalFormatting":
                found.conditions += _conditions(element, book.formats)
    looks = Looks(
        _notes(book.archive, part),
        tuple(found.conditions),
        print_area,
        prompts=found.prompts,
        headers=tuple(each for each in found.headers if each),
        hides_zeros=found.hides_zeros,
    )
    low, narrow = sizes.low_rows, sizes.narrow_columns
    return Drawn(looks, low, narrow, theme=book.theme, letters=letters)


class _Around:
    """What was found around the cells of a sheet."""

    def __init__(self) -> None:
        self.conditions: list[Condition] = []
        self.prompts: dict[Place, str] = {}
        self.headers: list[str] = []
        self.hides_zeros = False

    def add_prompt(self, element: Any) -> None:
        """Take in what is shown to who types into some cells, at the first of them."""
        first = place_of(_cells(element).partition(" ")[0].partition(":")[0]) or (1, 1)
        texts = (self.prompts.get(first), element.get("promptTitle"), element.get("prompt"))
        if text := "\n".join(filter(None, texts)):
            self.prompts[first] = text


def _conditions(element: Any, formats: list[str]) -> Iterator[Condition]:
    """Give the rules for some cells; those that Excel added later keep their cells in an element."""
    cells = _cells(element)
    for rule in element:
        if name_of(rule) != "cfRule":
            continue
        formulas = [each.text or "" for each in rule if name_of(each) in _FORMULAS]
        holds = " ".join([*filter(None, [rule.get("operator")]), *formulas])
        named = rule.get("dxfId", "")
        known = named.isdecimal() and int(named) < len(formats)
        shown = ", ".join(filter(None, [formats[int(named)] if known else "", _shown(rule)]))
        yield Condition(cells, holds or rule.get("type", ""), shown)


def _cells(element: Any) -> str:
    inside = next((each.text for each in element if name_of(each) == "sqref"), None)
    return " ".join((element.get("sqref") or inside or "").split())


def _header(text: str) -> str:
    """Return what a header or footer says, without how it looks and what it counts."""

    def said(code: re.Match[str]) -> str:
        if code[1] == "&":
            return "&"
        return " " if code[1] in (*_SIDES, *_SIDES.lower()) else ""

    return " ".join(_CODE.sub(said, text).split()).strip(_AROUND_COUNTS)


def _letters_of_row(
    element: Any, row: int, strings: _Strings
) -> Iterator[tuple[Place, tuple[Letters, ...]]]:
    """Give how the cells of a row are written that have letters of several kinds."""
    named, after = "", 0
    for cell in element:
        named, after = (cell.get("r"), 0) if cell.get("r") else (named, after + 1)
        letters: tuple[Letters, ...] = ()
        for each in cell:
            if name_of(each) == "is":
                letters = _runs(each)
            elif name_of(each) == "v" and cell.get("t") == "s":
                letters = strings.get(_index(each.text or ""), ())
        if letters:
            last = place_of(named) or (row, 0)
            yield (last[0], last[1] + after), letters


def _index(number: str) -> int:
    try:
        return int(number)
    except ValueError:
        return -1


def _strings(archive: "ZipFile", package: Any) -> _Strings:
    """Return the texts of a workbook that have letters of several kinds; most have none."""
    from openpyxl.xml.constants import SHARED_STRINGS

    part = package.find(SHARED_STRINGS)
    name = part.PartName[1:] if part else ""
    # Most workbooks have none, and those texts are many; UTF-16 puts a null beside each letter.
    if name not in archive.namelist() or b"rPr" not in archive.read(name).replace(b"\0", b""):
        return {}
    texts = (each for each in _parts(archive, name) if name_of(each) == "si")
    found = ((at, _runs(each)) for at, each in enumerate(texts))
    return {at: letters for at, letters in found if letters}


def _runs(text: Any) -> tuple[Letters, ...]:
    """Return how the letters of a text are written, where it says so for parts of it."""
    looks = (
        _letters(each)
        for run in text
        if name_of(run) == "r" and "".join(_texts(run)).strip()
        for each in run
        if name_of(each) == "rPr"
    )
    return tuple(dict.fromkeys(looks))


def _letters(looks: Any) -> Letters:
    size: float | None = None
    colour: tuple[tuple[str, str], ...] = ()
    for each in looks:
        if name_of(each) == "color":
            colour = tuple(each.items())
        elif name_of(each) == "sz":
            try:
                size = float(each.get("val", ""))
            except ValueError:  # what no program can read does not show, either
                continue
    return Letters(size, colour)


def _theme(archive: "ZipFile", book: str) -> Mapping[int, Colour]:
    """Return the colours that cells name by their place in the theme of a workbook."""
    found: dict[int, Colour] = {}
    for part in _related(archive, book, "/theme"):
        for each in _parts(archive, part):
            if name_of(each) in _THEME:
                for colour in each:  # what other colours there are to choose from comes later
                    found.setdefault(_THEME.index(name_of(each)), _of_theme(colour))
    return {**OF_THEME, **found}


def _of_theme(colour: Any) -> Colour:
    """Return a colour of a theme; the ground of windows is white, whatever it was when saved."""
    written = colour.get("lastClr") or colour.get("val", "")
    is_ground = colour.get("val") == "window" or not _RGB.fullmatch(written)
    return tuple(bytes.fromhex("FFFFFF" if is_ground else written))


def _formats(archive: "ZipFile") -> list[str]:
    """Return what the formats change that conditions lay over cells."""
    from openpyxl.xml.constants import ARC_STYLE

    return [
        _shown(each)
        for part in _parts(archive, ARC_STYLE)
        if name_of(part) == "dxfs"
        for each in part
    ]


def _shown(element: Any) -> str:
    """Return the number formats and colours in an element, as they are written; not black letters."""
    letters = [
        each
        for font in element.iter()
        if name_of(font) == "font"
        for each in font
        if each.get("rgb", "").endswith(_BLACK)  # which LibreOffice adds to all
    ]
    parts = (each for each in element.iter() if each not in letters)
    told = (each.get(one) for each in parts for one in _SHOWN)
    return ", ".join(dict.fromkeys(each for each in told if each))


def _notes(archive: "ZipFile", part: str) -> dict[Place, str]:
    """Return the notes of a sheet by their cells."""
    found = {}
    for target in _related(archive, part, "/comments"):
        for each in _parts(archive, target):
            if name_of(each) == "comment" and (place := place_of(each.get("ref", ""))):
                found[place] = "".join(_texts(each)).replace("\r", "").rstrip()
    return found


def _related(archive: "ZipFile", part: str, kind: str) -> Iterator[str]:
    """Give the parts of a kind that belong to another."""
    folder, name = posixpath.split(part)
    for relation in _parts(archive, f"{folder}/_rels/{name}.rels"):
        if relation.get("Type", "").endswith(kind):
            target = posixpath.normpath(posixpath.join(folder, relation.get("Target", "")))
            yield target.lstrip("/")


def _texts(element: Any) -> Iterator[str]:
    for each in element:
        if name_of(each) == "t":
            yield each.text or ""
        elif name_of(each) != _READING:
            yield from _texts(each)


def _parts(archive: "ZipFile", part: str) -> Iterator[Any]:
    """Give all elements of a part of a workbook; none where it is missing or broken."""
    from openpyxl.xml.functions import fromstring

    try:
        yield from fromstring(archive.read(part)).iter()
    except (KeyError, ParseError):
        return
