"""Writing workbooks: the only module that knows XlsxWriter.

The same content gives the same bytes. Text is always text: nothing that a vendor is called becomes a
formula or a link. What a cell, a sheet's name or a list cannot hold is an error here, never a
workbook that Excel has to repair.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING, Any, Literal

from procscore.diagnostics.location import column_letters
from procscore.exact import decimal_text, terminates

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LONGEST_SHEET_NAME = 31
LONGEST_TEXT = 32_767
_LONGEST_LIST = 255
_LONGEST_TITLE = 32
_LONGEST_PROMPT = 255
_LONGEST_FOOTER = 255
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no cell of a workbook may hold: control characters and halves of characters."""
_A4 = 9
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - a file has no zone; fixed, so that bytes repeat
_POINTS_A_LINE = 17
_HIGHEST = 409
"""Points; Excel has no higher rows."""
_WIDER = 1.1
"""A Japanese font is wider than the one that columns are measured in."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell looks, and whether it can be written into on a protected sheet."""

    bold: bool = False
    italic: bool = False
    size: int = 11
    colour: str = ""
    fill: str = ""
    border: bool = True
    below: bool = False
    """Only a line below, to write on."""
    align: Literal["left", "center", "right"] = "left"
    indent: int = 0
    number: str = ""
    unlocked: bool = False


@dataclass(frozen=True, slots=True)
class Formula:
    """A live formula with the value that is stored beside it, shown before it is calculated."""

    text: str
    value: Fraction | int | str


Content = str | int | Fraction | Formula | None


@dataclass(frozen=True, slots=True)
class Rule:
    """What may be typed into a range of cells, and what the reader is told."""

    kind: Literal["whole", "decimal", "list", "custom"]
    lowest: Fraction | int | None = None
    highest: Fraction | int | None = None
    choices: tuple[str, ...] = ()
    source: str = ""
    """The range that holds the choices, where they are too many for a list (`=lists!$A$1:$A$40`)."""
    formula: str = ""
    """For `custom`: what must hold of the first cell of the range."""
    title: str = ""
    prompt: str = ""
    """Shown beside the cell when it is chosen."""
    complaint: str = ""
    """Shown when something else is typed."""


def sheet_name_fault(name: str) -> bool:
    """Tell whether `name` cannot be the name of a sheet in Excel."""
    return (
        not name.strip()
        or len(name.encode("utf-16-le")) // 2 > LONGEST_SHEET_NAME
        or _NOT_IN_SHEET_NAMES.search(name) is not None
        or _NO_TEXT.search(name) is not None
        or name.startswith("'")
        or name.endswith("'")
        or name.casefold() == "history"
    )


def width(text: str) -> int:
    """Return how many narrow characters wide the widest line of `text` is; East Asian ones are two."""
    return max((_line_width(line) for line in text.split("\n")), default=0)


def _line_width(line: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(c) in "WFA") for c in line)


def lines(text: str, columns: float, size: int = 11) -> int:
    """Return how many lines a text of `size` points takes in `columns` narrow characters."""
    room = max(int(columns * 11 / size / _WIDER) - 1, 2)
    return sum(max(1, -(-_line_width(line) // room)) for line in text.split("\n"))


def fits_a_list(choices: Sequence[str]) -> bool:
    """Tell whether choices can be written into a validation as they are; else they need a range."""
    unfit = any(set(choice) & set(',"') or choice != choice.strip() for choice in choices)
    return not unfit and len(",".join(choices)) <= _LONGEST_LIST


def quoted(text: str) -> str:
    """Return a text as it stands in a formula."""
    return '"' + text.replace('"', '""') + '"'


def number(value: Fraction) -> str:
    """Return an exact number as it stands in a formula: `0.5`, or `20/3` where it does not end."""
    return decimal_text(value) if terminates(value) else f"{value.numerator}/{value.denominator}"


def address(row: int, column: int, *, fixed_row: bool = False, fixed_column: bool = False) -> str:
    """Return a cell's address; rows and columns are counted from 1."""
    return f"{'$' * fixed_column}{column_letters(column)}{'$' * fixed_row}{row}"


Place = tuple[int, int]
"""Row and column."""
Area = Sequence[tuple[Place, Place]]
"""Ranges by their first and last cells; the first range holds the cell that is top left of all."""


class Book:
    """A workbook in the making."""

    def __init__(self, *, title: str = "", font: str = "Yu Gothic") -> None:
        """Start an empty workbook, whose cells are set in `font`."""
        from xlsxwriter import Workbook

        self._buffer = BytesIO()
        self._font = font
        self._book: Any = Workbook(
            self._buffer,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            },
        )
        self._book.set_properties({"title": _clean(title), "created": _CREATED})
        self._formats: dict[Style, Format] = {}
        self._markings: dict[tuple[tuple[str, str], ...], Format] = {}
        self._names: set[str] = set()

    def page(self, name: str, *, hidden: bool = False) -> "Page":
        """Add a sheet. Raises ValueError for a name that Excel does not take, or takes for another."""
        if sheet_name_fault(name) or name.casefold() in self._names:
            raise ValueError(name)
        self._names.add(name.casefold())
        sheet = self._book.add_worksheet(name)
        if hidden:
            sheet.hide()
        return Page(self, sheet)

    def format(self, style: Style) -> "Format":
        """Return the format of a style, made once."""
        if style not in self._formats:
            looks: dict[str, Any] = {
                "font_name": self._font,
                "font_size": style.size,
                "bold": style.bold,
                "italic": style.italic,
                "align": style.align,
                "indent": style.indent,
                "valign": "vcenter",
                "text_wrap": True,
                "locked": not style.unlocked,
            }
            if style.border:
                looks |= {"border": 1, "border_color": "#808080"}
            if style.below:
                looks |= {"bottom": 1}
            if style.fill:
                looks["bg_color"] = style.fill
            if style.colour:
                looks["font_color"] = style.colour
            if style.number:
                looks["num_format"] = style.number
            self._formats[style] = self._book.add_format(looks)
        return self._formats[style]

    def marking(self, looks: Mapping[str, str]) -> "Format":
        """Return a format that a condition lays over a cell."""
        key = tuple(sorted(looks.items()))
        if key not in self._markings:
            self._markings[key] = self._book.add_format(dict(looks))
        return self._markings[key]

    @cached_property
    def content(self) -> bytes:
        """Return the finished workbook; nothing can be added after that."""
        self._book.close()
        return self._buffer.getvalue()


class Page:
    """A sheet in the making. Rows and columns are counted from 1."""

    def __init__(self, book: Book, sheet: "Worksheet") -> None:
        """Write into `sheet` of `book`."""
        self._book = book
        self._sheet: Any = sheet

    def put(self, row: int, column: int, content: Content, style: Style) -> None:
        """Write a cell. Raises ValueError for a text that is too long for one."""
        place, looks = (row - 1, column - 1), self._book.format(style)
        match content:
            case None | "":
                self._sheet.write_blank(*place, None, looks)
            case str():
                self._text(place, content, looks)
            case Formula(text=text, value=value):
                stored = _clean(value) if isinstance(value, str) else _stored(Fraction(value))
                self._sheet.write_formula(*place, text, looks, stored)
            case int() | Fraction():
                self._sheet.write_number(*place, _stored(Fraction(content)), looks)

    def _text(self, place: tuple[int, int], text: str, looks: "Format") -> None:
        cleaned = _clean(text)
        if len(cleaned) > LONGEST_TEXT:
            raise ValueError(f"{len(cleaned)} characters")
        self._sheet.write_string(*place, cleaned, looks)

    def merge(self, row: int, first: int, last: int, content: str, style: Style) -> None:
        """Write a text across the columns `first` to `last` of a row."""
        if first == last:
            self.put(row, first, content, style)
            return
        looks = self._book.format(style)
        self._sheet.merge_range(row - 1, first - 1, row - 1, last - 1, "", looks)
        self._text((row - 1, first - 1), content, looks)

    def widths(self, columns: Sequence[float]) -> None:
        """Set the widths of the first columns, in narrow characters."""
        for column, wide in enumerate(columns):
            self._sheet.set_column(column, column, wide)

    def height(self, row: int, count: int, size: int = 11, *, least: float = 0) -> None:
        """Make a row high enough for `count` lines of text of `size` points, and `least` points."""
        self._sheet.set_row(
            row - 1, min(max(count * _POINTS_A_LINE * size / 11 + 4, least), _HIGHEST)
        )

    def allow(self, area: Area, rule: Rule) -> None:
        """Let only what the rule admits be typed into the cells of an area."""
        options: dict[str, Any] = {
            "validate": {"whole": "integer"}.get(rule.kind, rule.kind),
            "input_title": _cut(rule.title, _LONGEST_TITLE),
            "input_message": _cut(rule.prompt, _LONGEST_PROMPT),
            "error_title": _cut(rule.title, _LONGEST_TITLE),
            "error_message": _cut(rule.complaint, _LONGEST_PROMPT),
        }
        match rule.kind:
            case "whole" | "decimal":
                options |= _range(rule)
            case "list":
                options["source"] = rule.source or list(rule.choices)
            case "custom":
                options["value"] = rule.formula
        (first, last), *others = area
        options["other_cells"] = [
            [top - 1, left - 1, bottom - 1, right - 1] for (top, left), (bottom, right) in others
        ]
        done = self._sheet.data_validation(
            first[0] - 1, first[1] - 1, last[0] - 1, last[1] - 1, options
        )
        if done:  # XlsxWriter warns and answers with a number where it refuses
            raise ValueError(rule)

    def mark_where(self, area: Area, formula: str, looks: Mapping[str, str]) -> None:
        """Lay `looks` over the cells of an area for which `formula`, of its first cell, holds."""
        first, last = area[0]
        ranges = " ".join(f"{address(*start)}:{address(*end)}" for start, end in area)
        self._sheet.conditional_format(
            first[0] - 1,
            first[1] - 1,
            last[0] - 1,
            last[1] - 1,
            {
                "type": "formula",
                "criteria": formula,
                "format": self._book.marking(looks),
                "multi_range": ranges,
            },
        )

    def freeze(self, row: int, column: int) -> None:
        """Keep the rows and columns above and left of a cell in sight."""
        self._sheet.freeze_panes(row - 1, column - 1)

    def protect(self) -> None:
        """Lock everything but unlocked cells, without a password: it guards against slips only."""
        self._sheet.protect("", {"format_columns": True, "format_rows": True})

    def print_on_a4(
        self,
        *,
        landscape: bool,
        pages_wide: int = 1,
        repeat_rows: tuple[int, int] | None = None,
        repeat_columns: int = 0,
        footer: str = "",
    ) -> None:
        """Print on A4, so many pages wide, with rows and columns that are repeated and pages counted."""
        self._sheet.set_paper(_A4)
        if landscape:
            self._sheet.set_landscape()
        self._sheet.fit_to_pages(pages_wide, 0)
        self._sheet.center_horizontally()
        self._sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        if repeat_rows:
            self._sheet.repeat_rows(repeat_rows[0] - 1, repeat_rows[1] - 1)
        if repeat_columns:
            self._sheet.repeat_columns(0, repeat_columns - 1)
        left = _clean(footer).replace("&", "&&").replace("\n", " ")
        right = "&R&P / &N"
        self._sheet.set_footer(f"&L{_cut(left, _LONGEST_FOOTER - len(right) - 2)}{right}")


def _range(rule: Rule) -> dict[str, Any]:
    lowest = None if rule.lowest is None else _stored(Fraction(rule.lowest))
    highest = None if rule.highest is None else _stored(Fraction(rule.highest))
    if highest is None:
        return {"criteria": ">=", "value": lowest}
    return {"criteria": "between", "minimum": lowest, "maximum": highest}


def _stored(value: Fraction) -> int | float:
    """Return a number as Excel stores it, which has 15 digits and no more."""
    return value.numerator if value.denominator == 1 else value.numerator / value.denominator


def _clean(text: str) -> str:
    """Return `text` without what no cell can hold.

    XlsxWriter takes `<r>…</r>` for the XML of a rich text; a space behind it makes it plain.
    """
    cleaned = _NO_TEXT.sub("", text)
    return f"{cleaned} " if cleaned.startswith("<r>") and cleaned.endswith("</r>") else cleaned


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"
