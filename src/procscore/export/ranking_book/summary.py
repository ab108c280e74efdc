"""The sheet 集計: the points of every group, a column a vendor, and the totals."""

import math
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import partial

from procscore.export.ranking_book import looks
from procscore.export.ranking_book.draft import Draft
from procscore.export.ranking_book.frame import Frame, headed
from procscore.formula import Derivation
from procscore.language import _
from procscore.model.criteria import CriteriaSheet, Criterion
from procscore.model.shown import outline
from procscore.model.stacks import stacked
from procscore.model.told import VALUE_WORDS
from procscore.xlsx import Cells, Chart, Series, Style

_FIRST = 3
"""The column of the first vendor."""
_NAME, _OF, _VENDOR = 44, 10, 16
_A_BAR, _AROUND_BARS = 34, 120
"""Pixels."""
_LINES = 20
"""Into how many parts an axis with negative numbers is divided, about."""


class Summary:
    """Lays out the sheet."""

    def __init__(self, frame: Frame) -> None:
        """Start with the result."""
        self._frame = frame
        wide = [_NAME, _OF, *[_VENDOR] * len(frame.vendors)]
        self.sheet = Draft(frame.names["summary"], frame.ledger, wide, one_page=True)
        self._groups = stacked(frame.result)
        self._rows: dict[str, int] = {}
        """By criterion id."""
        self._decimals: dict[int, int] = {}
        """By row."""

    def draft(self) -> Draft:
        """Return the sheet."""
        sheet = self.sheet
        sheet.line(sheet.name, looks.TITLE)
        headings = [_("Criterion"), _("Out of"), *map(headed, self._frame.vendors)]
        sheet.texts(1, headings, looks.HEADING)
        sheet.head = (sheet.row, sheet.row)
        sheet.row += 1
        criteria = self._frame.result.criteria
        shown = {each.id for each in (*criteria.criteria, *self._groups)} | _beside_groups(criteria)
        for depth, criterion in outline(criteria):
            if criterion.criteria or criterion.id in shown:
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
        self._total = self.sheet.row
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
        self._decimals[sheet.row] = decimals
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
        if not ranked:
            return
        groups = self._groups
        rows = [self._rows[each.id] for each in groups] or [self._total]
        name, last = self.sheet.name, _FIRST + len(ranked) - 1
        series = (
            Series(
                Cells(name, (row, 1), (row, 1)),
                Cells(name, (row, _FIRST), (row, last)),
                Cells(name, (head, _FIRST), (head, last)),
                number=looks.digits(self._decimals[row]),
            )
            for row in rows
        )
        points = [
            [each.points(group.id) or Fraction(0) for group in groups]
            or [each.points_in_all or Fraction(0)]
            for each in ranked
        ]
        least, most, step = _axis(points, self._frame.result.of_total)
        chart = Chart(
            "stacked bars",
            _("Points by group") if groups else _("Total"),
            tuple(series),
            least=least,
            most=most,
            step=step,
            labels=True,
        )
        self.sheet.chart(chart, _AROUND_BARS + _A_BAR * len(ranked))


def _beside_groups(criteria: CriteriaSheet) -> set[str]:
    """Return the ids of what stands beside a group: without it the groups do not add up."""
    parts = (each.criteria for _path, each in criteria.walk())
    return {each.id for part in parts if any(one.criteria for one in part) for each in part}


def _axis(
    points: Sequence[Sequence[Fraction]], of: Fraction
) -> tuple[Fraction, Fraction, Fraction | None]:
    """Return where the axis begins and ends, and how far apart its lines are (None: as Excel likes).

    Each of `points` are those that stand in one bar. Where some are negative the axis begins at the
    next line below them, and the other lines stand at round numbers.
    """
    lowest = min(sum((each for each in bar if each < 0), Fraction(0)) for bar in points)
    if not lowest:
        return lowest, of, None
    highest = max(of, *(sum((each for each in bar if each > 0), Fraction(0)) for bar in points))
    step = looks.round_step((highest - lowest) / _LINES)
    return math.floor(lowest / step) * step, math.ceil(highest / step) * step, step
