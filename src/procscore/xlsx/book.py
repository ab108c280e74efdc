"""A workbook in the making."""

from collections.abc import Mapping
from datetime import datetime
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING, Any

from procscore.xlsx import charts
from procscore.xlsx.cells import clean, sheet_name_fault
from procscore.xlsx.page import Page
from procscore.xlsx.styles import Style, properties

if TYPE_CHECKING:
    from xlsxwriter.format import Format

_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - a file has no zone; fixed, so that bytes repeat


class Book:
    """A workbook in the making."""

    def __init__(self, *, title: str = "", keywords: str = "", font: str = "Yu Gothic") -> None:
        """Start an empty workbook, whose cells are set in `font`.

        `keywords` stand in its properties: they say what it is, and stay when it is saved again.
        """
        from xlsxwriter import Workbook

        self._buffer = BytesIO()
        self.font = font
        self._book: Any = Workbook(
            self._buffer,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            },
        )
        self._book.set_properties(
            {"title": clean(title), "keywords": keywords, "created": _CREATED}
        )
        self._formats: dict[Style, Format] = {}
        self._markings: dict[tuple[tuple[str, str], ...], Format] = {}
        self._names: set[str] = set()

    def page(self, name: str, *, hidden: bool = False) -> Page:
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
            self._formats[style] = self._book.add_format(properties(style, self.font))
        return self._formats[style]

    def marking(self, looks: Mapping[str, str]) -> "Format":
        """Return a format that a condition lays over a cell."""
        key = tuple(sorted(looks.items()))
        if key not in self._markings:
            self._markings[key] = self._book.add_format(dict(looks))
        return self._markings[key]

    def chart(self, chart: charts.Chart, size: tuple[int, int]) -> Any:
        """Return a chart as XlsxWriter keeps it, `size` (width, height) in pixels."""
        started = self._book.add_chart(charts.options(chart))
        charts.draw(chart, started, self.font, size)
        return started

    @cached_property
    def content(self) -> bytes:
        """Return the finished workbook; nothing can be added after that."""
        self._book.close()
        return self._buffer.getvalue()
