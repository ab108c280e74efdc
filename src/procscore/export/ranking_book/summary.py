"""The sheet 集計: the points of every group, a column a vendor, and the totals."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from procscore.export.ranking_book import looks
from procscore.export.ranking_book.draft import Draft
from procscore.export.ranking_book.frame import Frame
from procscore.formula import Derivation
from procscore.language import _
from procscore.model.criteria import Criterion
from procscore.model.told import VALUE_WORDS, vendor_name
from procscore.xlsx import Cells, Chart, Series, Style

_FIRST = 3
"""The column of the first vendor."""
_NAME, _OF, _VENDOR = 44, 10, 16
_A_BAR, _AROUND_BARS = 34, 120
"""Pixels."""


class Summary:
    """Lays out the sheet."""

    def __init__(self, frame: Frame) -> None:
        """Start with the result."""
        self._frame = frame
        wide = [_NAME, _OF, *[_VENDOR] * len(frame.vendors)]
        self.sheet = Draft(frame.names["summary"], frame.ledger, wide, one_page=True)
        self._groups = list(frame.shown_groups())
        self._rows: dict[str, int] = {}
        """By criterion id."""

    def draft(self) -> Draft:
        """Return the sheet."""
        sheet = self.sheet
        sheet.line(sheet.name, looks.TITLE)
        headings = [_("Criterion"), _("Out of"), *map(vendor_name, self._frame.vendors)]
        sheet.texts(1, headings, looks.HEADING)
        sheet.head = (sheet.row, sheet.row)
        sheet.row += 1
        for path, criterion in self._frame.result.criteria.walk():
            depth = len(path) // 2 - 1
            if criterion.criteria or not depth or criterion in self._groups:
                self._criterion(criterion, depth)
        self._totals()
        self._chart(sheet.head[0])
        return sheet

    def _criterion(self, criterion: Criterion, depth: int) -> None:
        style = looks.TEXT if depth else looks.GROUP
        self._rows[criterion.id] = self.sheet.row
        self.sheet.texts(1, [criterion.name], replace(style, indent=depth))
        of = self._frame.result.of(criterion.id)
        look = replace(style, align="right")
        self.sheet.put(2, of, looks.number(look, of, looks.places([of])))
        self._numbers([each.score(criterion.id).derivation for each in self._frame.vendors], look)

    def _totals(self) -> None:
        """Write the totals, and what the ranking compares where that is not simply the total."""
        vendors, of = self._frame.vendors, self._frame.result.of_total
        look = replace(looks.BAND, align="right")
        self.sheet.texts(1, [_("Total")], looks.BAND)
        self.sheet.put(2, of, looks.number(look, of, looks.places([of])))
        self._numbers([each.total for each in vendors], look)
        if any(each.value is not None and each.value is not each.total for each in vendors):
            word = VALUE_WORDS[self._frame.result.ranking.by]
            self.sheet.texts(1, [_(word)], looks.BAND)
            self.sheet.put(2, None, look)
            self._numbers([each.value for each in vendors], look)

    def _numbers(self, derivations: Sequence[Derivation | None], style: Style) -> None:
        """Write a number a vendor, and go on below."""
        sheet, ledger = self.sheet, self._frame.ledger
        decimals = looks.places(each.value for each in derivations if each)
        for column, (vendor, each) in enumerate(
            zip(self._frame.vendors, derivations, strict=True), start=_FIRST
        ):
            if each is None:
                sheet.put(column, None, style)
                continue
            spot, named = sheet.spot(column), self._frame.given.get(("", vendor.vendor.id), {})
            ledger.compute(each, spot)
            look = looks.number(style, each.value, decimals)
            sheet.put(column, partial(ledger.copy, each, spot, named), look)
        sheet.row += 1

    def _chart(self, head: int) -> None:
        """Draw the points of the groups, a bar a ranked vendor."""
        ranked = self._frame.result.ranked
        groups = [each for each in self._groups if self._frame.result.of(each.id)]
        if not ranked or not groups:
            return
        name, last = self.sheet.name, _FIRST + len(ranked) - 1
        series = (
            Series(
                Cells(name, (row, 1), (row, 1)),
                Cells(name, (row, _FIRST), (row, last)),
                Cells(name, (head, _FIRST), (head, last)),
            )
            for row in (self._rows[each.id] for each in groups)
        )
        points = [each.points(group.id) or 0 for each in ranked for group in groups]
        negative = any(each < 0 for each in points)
        chart = Chart(
            "stacked bars",
            _("Points by group"),
            tuple(series),
            least=None if negative else 0,
            most=None if negative else self._frame.result.of_total,
            labels=True,
        )
        self.sheet.chart(chart, _AROUND_BARS + _A_BAR * len(ranked))
