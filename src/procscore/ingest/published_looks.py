"""What lies over, under and around the cells of a ranking: notes, conditions, sizes, print areas.

The reader of workbooks leaves all this out, as no score is read from it. A ranking that is verified
is read a second time for it, part by part.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.etree.ElementTree import ParseError

from procscore.model import address
from procscore.model.published import Condition, Looks, Place

if TYPE_CHECKING:
    from zipfile import ZipFile

_LOWEST, _NARROWEST = 7.5, 2.0
"""Half a line of 11 points, in points, and two narrow characters: less shows nothing of a text."""
_PRINT_AREA = re.compile(r"_xlnm\.Print_Area", re.IGNORECASE)
_RANGE = re.compile(r"(?:'(?:[^']|'')+'|[^\s'!,]+)!([$A-Z0-9]+(?::[$A-Z0-9]+)?)")
_READING = "rPh"
"""How a Japanese text is read aloud, which Excel keeps beside it."""
_SHOWN = ("formatCode", "rgb", "theme", "indexed")
"""By which attributes a number format and a colour are written."""
_FORMULAS = ("formula", "f")


class Drawn(NamedTuple):
    """How a sheet is drawn."""

    looks: Looks
    low_rows: frozenset[int] = frozenset()
    """Too low to read what stands there."""
    narrow_columns: frozenset[int] = frozenset()


def read(data: bytes) -> Mapping[str, Drawn]:
    """Return how the sheets of a workbook that was read before are drawn, by their names."""
    from openpyxl.reader.excel import ExcelReader

    reader: Any = ExcelReader(BytesIO(data), keep_links=False)
    with reader.archive as archive:
        reader.read_manifest()
        reader.read_workbook()
        areas = _print_areas(reader.parser.defined_names.definedName)
        formats = _formats(archive)
        places = {sheet.name: at for at, sheet in enumerate(reader.parser.sheets)}
        return {
            sheet.name: _drawn(archive, relation.target, formats, areas.get(places[sheet.name], ""))
            for sheet, relation in reader.parser.find_sheets()
            if relation.target in reader.valid_files
        }


def _print_areas(names: Iterable[Any]) -> dict[int, str]:
    """Return the print areas by the place of their sheet, counted from 0."""
    found = {}
    for each in names:
        if _PRINT_AREA.fullmatch(each.name):
            ranges = [one.replace("$", "") for one in _RANGE.findall(each.value or "")]
            found[each.localSheetId] = ", ".join(ranges) or str(each.value)
    return found


def _drawn(archive: "ZipFile", part: str, formats: list[str], print_area: str) -> Drawn:
    from openpyxl.xml.functions import iterparse

    conditions: list[Condition] = []
    low: set[int] = set()
    narrow: set[int] = set()
    row = 0
    with archive.open(part) as content:
        for _, element in iterparse(content):
            name = _name(element)
            if name == "row":
                row = int(element.get("r", row + 1))
                if _below(element.get("ht"), _LOWEST):
                    low.add(row)
                element.clear()
            elif name == "col" and _below(element.get("width"), _NARROWEST):
                last = min(int(element.get("max")), address.LAST_COLUMN)
                narrow.update(range(int(element.get("min")), last + 1))
            elif name == "conditionalFormatting":
                conditions += _conditions(element, formats)
    looks = Looks(_notes(archive, part), tuple(conditions), print_area)
    return Drawn(looks, frozenset(low), frozenset(narrow))


def _below(size: str | None, least: float) -> bool:
    try:
        return size is not None and float(size) < least
    except ValueError:
        return False


def _conditions(element: Any, formats: list[str]) -> Iterator[Condition]:
    """Give the rules for some cells; those that Excel added later keep their cells in an element."""
    inside = next((each.text for each in element if _name(each) == "sqref"), None)
    cells = " ".join((element.get("sqref") or inside or "").split())
    for rule in element:
        if _name(rule) != "cfRule":
            continue
        formulas = [each.text or "" for each in rule if _name(each) in _FORMULAS]
        holds = " ".join([*filter(None, [rule.get("operator")]), *formulas])
        named = rule.get("dxfId", "")
        known = named.isdecimal() and int(named) < len(formats)
        shown = ", ".join(filter(None, [formats[int(named)] if known else "", _shown(rule)]))
        yield Condition(cells, holds or rule.get("type", ""), shown)


def _formats(archive: "ZipFile") -> list[str]:
    """Return what the formats change that conditions lay over cells."""
    from openpyxl.xml.constants import ARC_STYLE

    return [
        _shown(each)
        for part in _parts(archive, ARC_STYLE)
        if _name(part) == "dxfs"
        for each in part
    ]


def _shown(element: Any) -> str:
    """Return the number formats and colours in an element, as they are written."""
    told = (each.get(one) for each in element.iter() for one in _SHOWN)
    return ", ".join(dict.fromkeys(each for each in told if each))


def _notes(archive: "ZipFile", part: str) -> dict[Place, str]:
    """Return the notes of a sheet by their cells."""
    folder, name = posixpath.split(part)
    found = {}
    for relation in _parts(archive, f"{folder}/_rels/{name}.rels"):
        if not relation.get("Type", "").endswith("/comments"):
            continue
        target = posixpath.normpath(posixpath.join(folder, relation.get("Target", "")))
        for each in _parts(archive, target.lstrip("/")):
            if _name(each) == "comment" and (place := _place(each.get("ref", ""))):
                found[place] = "".join(_texts(each)).replace("\r", "").rstrip()
    return found


def _place(cell: str) -> Place | None:
    try:
        return address.cell(cell)
    except address.NotAnAddressError:
        return None


def _texts(element: Any) -> Iterator[str]:
    for each in element:
        if _name(each) == "t":
            yield each.text or ""
        elif _name(each) != _READING:
            yield from _texts(each)


def _parts(archive: "ZipFile", part: str) -> Iterator[Any]:
    """Give all elements of a part of a workbook; none where it is missing or broken."""
    from openpyxl.xml.functions import fromstring

    try:
        yield from fromstring(archive.read(part)).iter()
    except (KeyError, ParseError):
        return


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
