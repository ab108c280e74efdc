"""The charts of what evaluators found: a group of columns an evaluator and a column a vendor.

Under the groups stand the evaluators' ids, side by side: where they have no room in one chart they
go on in further ones, on the same scale.
"""

from collections.abc import Sequence
from fractions import Fraction

from procscore.export.ranking_book.ballots import Ballots, Grid
from procscore.export.ranking_book.draft import Draft
from procscore.language import N_, _, message
from procscore.model.result import VendorResult
from procscore.xlsx import Cells, Chart, Series, width

_MOST_VENDORS = 8
"""More columns side by side could not be told apart."""
_HIGH, _ONE_OF_SEVERAL = 320, 240
"""Pixels: how high a chart is, and one of those of which two stand on a page."""
_AROUND, _A_COLUMN, _BETWEEN, _A_CHARACTER = 90, 9, 14, 7
"""Pixels: beside the groups, of a column, between groups, of a narrow character below them."""


def draw(sheet: Draft, ballots: Ballots, grid: Grid, ranked: Sequence[VendorResult]) -> None:
    """Draw the totals in `grid`, which `ballots` wrote, of the first of those who are ranked."""
    vendors = ranked[:_MOST_VENDORS]
    if not vendors:
        return
    title = _("Totals by evaluator")
    if len(vendors) < len(ranked):
        told = N_("Totals by evaluator, for the first {count} vendors")
        title = str(message(told, count=len(vendors)))
    values = [held.value for own in grid.values() for held in own.values()]
    lowest = min(values)
    least = -_above(-lowest) if lowest < 0 else 0
    parts = _parts(sheet, ballots, list(grid), len(vendors))
    for number, (first, last) in enumerate(parts, start=1):
        series = tuple(
            Series(
                Cells(sheet.name, (ballots.head, column), (ballots.head, column)),
                Cells(sheet.name, (first, column), (last, column)),
                Cells(sheet.name, (first, 1), (last, 1)),
            )
            for column in range(ballots.first, ballots.first + len(vendors))
        )
        if len(parts) == 1:
            sheet.chart(Chart("clustered columns", title, series, least=least), _HIGH)
            continue
        part = f"{title} ({number}/{len(parts)})"
        chart = Chart("clustered columns", part, series, least=least, most=_above(max(values)))
        sheet.chart(chart, _ONE_OF_SEVERAL)


def _above(value: Fraction) -> int:
    """Return the next round number above a value: 60 above 54, 800 above 716."""
    unit: int = 10 ** (len(str(int(abs(value)))) - 1)
    return (int(value // unit) + 1) * unit


def _parts(
    sheet: Draft, ballots: Ballots, evaluators: Sequence[str], vendors: int
) -> list[tuple[int, int]]:
    """Return the first and the last row of each chart: as few charts as have room, evenly filled."""
    label = max(map(width, evaluators)) * _A_CHARACTER
    group = max(label, vendors * _A_COLUMN) + _BETWEEN
    most = max((sheet.across - _AROUND) // group, 1)
    count = -(-len(evaluators) // most)
    each = -(-len(evaluators) // count)
    rows = range(ballots.head + 1, ballots.last + 1)
    return [(rows[at], rows[at : at + each][-1]) for at in range(0, len(rows), each)]
