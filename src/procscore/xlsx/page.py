"""A sheet in the making."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from procscore.xlsx.cells import LONGEST_TEXT, Area, Content, Formula, Place, clean, cut, stored
from procscore.xlsx.charts import Chart
from procscore.xlsx.measure import HIGHEST, fitted, lines, row_height
from procscore.xlsx.rules import Rule, options
from procscore.xlsx.styles import Style
from procscore.xlsx.written import address

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from procscore.xlsx.book import Book

_A4 = 9
_LONGEST_FOOTER = 255
_FOOTER_ROOM = {False: 80, True: 125}
"""Narrow characters of a footer's size beside the number of the page, upright and lying."""
_NOTE_SIZE = 9
_NOTE_COLUMNS, _NOTE_WIDTH = 46, 300
"""How wide a note is: in narrow characters of its size, and in pixels."""
_NOTE_LINE = 17
"""Pixels."""
_HIGHEST_NOTE = 600


class Page:
    """A sheet in the making. Rows and columns are counted from 1."""

    def __init__(self, book: "Book", sheet: "Worksheet") -> None:
        """Write into `sheet` of `book`."""
        self._book = book
        self._sheet: Any = sheet
        self._breaks: list[int] = []

    def put(self, row: int, column: int, content: Content, style: Style) -> None:
        """Write a cell. Raises ValueError for a text that is too long for one."""
        place, looks = (row - 1, column - 1), self._book.format(style)
        match content:
            case None | "":
                self._sheet.write_blank(*place, None, looks)
            case str():
                self._text(place, content, looks)
            case Formula(text=text, value=value):
                kept = clean(value) if isinstance(value, str) else stored(value)
                self._sheet.write_formula(*place, text, looks, kept)
            case int() | Fraction():
                self._sheet.write_number(*place, stored(content), looks)

    def _text(self, place: tuple[int, int], text: str, looks: "Format") -> None:
        cleaned = clean(text)
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

    def height(
        self, row: int, count: int, size: int = 11, *, least: float = 0, level: int = 0
    ) -> None:
        """Make a row high enough for `count` lines of text of `size` points, and `least` points.

        With a `level` it folds into the row above it that has a lower one; it is open. Levels
        deeper than 7, the deepest that Excel has, become 7 (XlsxWriter sees to that).
        """
        high = max(row_height(count, size), min(least, HIGHEST))
        self._sheet.set_row(row - 1, high, None, {"level": level})
        if level:
            self._sheet.outline_settings(symbols_below=False)

    def allow(self, area: Area, rule: Rule) -> None:
        """Let only what the rule admits be typed into the cells of an area."""
        told = options(rule)
        (first, last), *others = area
        told["other_cells"] = [
            [top - 1, left - 1, bottom - 1, right - 1] for (top, left), (bottom, right) in others
        ]
        done = self._sheet.data_validation(
            first[0] - 1, first[1] - 1, last[0] - 1, last[1] - 1, told
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

    def note(self, row: int, column: int, text: str) -> None:
        """Lay a note over a cell, shown when a reader points at it; it names no author.

        Raises ValueError for a text that is too long for one.
        """
        cleaned = clean(text)
        if len(cleaned) > LONGEST_TEXT:
            raise ValueError(f"{len(cleaned)} characters")
        needed = (lines(cleaned, _NOTE_COLUMNS) + 1) * _NOTE_LINE
        looks = {
            "author": "",
            "font_name": self._book.font,
            "font_size": _NOTE_SIZE,
            "width": _NOTE_WIDTH,
            "height": min(needed, _HIGHEST_NOTE),
        }
        self._sheet.write_comment(row - 1, column - 1, cleaned, looks)

    def chart(self, row: int, column: int, chart: Chart, width: int, height: int) -> None:
        """Lay a chart of `width` × `height` pixels over the sheet, its corner at a cell."""
        drawn = self._book.chart(chart, (width, height))
        told = {"description": chart.title, "object_position": 2}
        self._sheet.insert_chart(row - 1, column - 1, drawn, told)

    def break_before(self, row: int) -> None:
        """Begin a new page of paper with a row. LibreOffice keeps to it, and Excel where the height is free."""
        self._breaks.append(row - 1)
        self._sheet.set_h_pagebreaks(self._breaks)

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
        pages_high: int = 0,
        repeat_rows: tuple[int, int] | None = None,
        repeat_columns: int = 0,
        footer: str = "",
        area: tuple[Place, Place] | None = None,
    ) -> None:
        """Print on A4, so many pages wide, with rows and columns that are repeated and pages counted.

        It is as many pages high as it needs to be, or `pages_high`, however small that makes it.
        Only `area` is printed, if it is given.
        """
        self._sheet.set_paper(_A4)
        if landscape:
            self._sheet.set_landscape()
        self._sheet.fit_to_pages(pages_wide, pages_high)
        self._sheet.center_horizontally()
        self._sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        if repeat_rows:
            self._sheet.repeat_rows(repeat_rows[0] - 1, repeat_rows[1] - 1)
        if repeat_columns:
            self._sheet.repeat_columns(0, repeat_columns - 1)
        if area:
            (top, left_end), (bottom, right_end) = area
            self._sheet.print_area(top - 1, left_end - 1, bottom - 1, right_end - 1)
        right = "&R&P / &N"
        plain = fitted(clean(footer).replace("\n", " "), _FOOTER_ROOM[landscape])
        room = _LONGEST_FOOTER - len(right) - 2 - plain.count("&")  # each is written twice
        left = cut(plain, max(room, 1)).replace("&", "&&")
        self._sheet.set_footer(f"&L{left}{right}")
