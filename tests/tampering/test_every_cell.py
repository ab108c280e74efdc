"""Any one cell of a ranking that is not what was computed is found, and told where it stands."""

from dataclasses import replace
from fractions import Fraction

import pytest

from procscore import language
from procscore.diagnostics import Location
from procscore.export import ranking_book
from procscore.ingest import published
from procscore.model.words import ORIGIN_SHEET, RANKING_SHEETS, spelt
from procscore.verifying.grids import Grids
from support import cases

SAMPLE = 15
"""Cells of each ranking that are changed, spread over all of its sheets."""


def changes(cell):
    """Give what a cell may hold instead: another value, nothing, no formula, another formula."""
    other = cell.content + 1 if isinstance(cell.content, Fraction) else f"{cell.content}？"
    yield replace(cell, content=other)
    yield None
    if cell.formula:
        yield replace(cell, formula="")
        yield replace(cell, formula=f"{cell.formula}+0")


def with_cell(ranking, sheet, row, column, cell):
    """Return a ranking with another cell, None for an empty one."""
    (grid,) = (each for each in ranking.grids if each.name == sheet)
    cells = {**grid.rows[row], column: cell}
    kept = {at: each for at, each in cells.items() if each is not None}
    rows = {at: each for at, each in {**grid.rows, row: kept}.items() if each}
    changed = replace(grid, rows=rows)
    return replace(
        ranking, grids=tuple(changed if each is grid else each for each in ranking.grids)
    )


@pytest.mark.parametrize("spoken", ["ja", "en"])
@pytest.mark.parametrize("name", cases.NAMES)
def test_each_changed_cell_is_told_alone_and_in_its_place(name, spoken):
    result = cases.result(name)
    language.use(spoken)
    written = ranking_book.written(result)
    ranking = published.of(written.data, ".xlsx", Location("ranking.xlsx"))
    rules = spelt(RANKING_SHEETS["record"])

    def differences(found):
        both = Grids(found, ranking, result, written.origins, rules, frozenset({ORIGIN_SHEET}))
        return [each.difference.where for each in both.differences()]

    assert differences(ranking) == []
    cells = [
        (grid.name, row, column, cell)
        for grid in ranking.grids
        if grid.name != ORIGIN_SHEET
        for row, of in grid.rows.items()
        for column, cell in of.items()
    ]
    for sheet, row, column, cell in cells[:: max(len(cells) // SAMPLE, 1)]:
        for other in changes(cell):
            told = differences(with_cell(ranking, sheet, row, column, other))
            assert told == [Location("ranking.xlsx", sheet, row, column)], (sheet, row, cell, other)
