"""Any one cell of a ranking that is not what was computed is found, and told where it stands."""

from dataclasses import replace
from fractions import Fraction

import pytest

from procscore import language
from procscore.diagnostics import Location
from procscore.export import ranking_book
from procscore.ingest import published
from procscore.model.published import Held
from procscore.model.words import ORIGIN_SHEET, RANKING_SHEETS, spelt
from procscore.verifying.grids import Grids
from support import cases

SAMPLE = 10
"""Cells of each ranking that are changed, spread over all of its sheets."""


def changes(cell):
    """Give what a cell may hold instead: another value, nothing, another look, no or another formula."""
    other = cell.content + 1 if isinstance(cell.content, Fraction) else f"{cell.content}？"
    yield replace(cell, content=other)
    yield None
    yield replace(cell, format=';;;"9"')
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


class Ranking:
    """A ranking as it was written, held against changed ones."""

    def __init__(self, name):
        self.result = cases.result(name)
        written = ranking_book.written(self.result)
        read = published.of(written.data, ".xlsx", Location("ranking.xlsx"))
        heads = written.heads
        grids = (replace(each, heads=heads.get(each.name, frozenset())) for each in read.grids)
        self.origins, self.whole = written.origins, replace(read, grids=tuple(grids))

    def cells(self):
        """Return a sample of all cells: sheet, row, column, and what stands there."""
        every = [
            (grid.name, row, column, cell)
            for grid in self.whole.grids
            if grid.name != ORIGIN_SHEET
            for row, of in grid.rows.items()
            for column, cell in of.items()
        ]
        return every[:: max(len(every) // SAMPLE, 1)]

    def compared(self, found):
        """Return the places of differences, and those of texts that are only noted."""
        rules, passed_over = spelt(RANKING_SHEETS["record"]), frozenset({ORIGIN_SHEET})
        both = Grids(found, self.whole, self.result, self.origins, rules, passed_over)
        return [each.difference.where for each in both.differences()], both.typed


@pytest.mark.parametrize("spoken", ["ja", "en"])
@pytest.mark.parametrize("name", cases.NAMES)
def test_each_changed_cell_is_told_alone_and_in_its_place(name, spoken):
    language.use(spoken)
    ranking = Ranking(name)
    assert ranking.compared(ranking.whole) == ([], [])
    for sheet, row, column, cell in ranking.cells():
        for other in changes(cell):
            told, noted = ranking.compared(with_cell(ranking.whole, sheet, row, column, other))
            assert told == [Location("ranking.xlsx", sheet, row, column)], (row, cell, other)
            assert noted == []


@pytest.mark.parametrize("name", cases.NAMES)
def test_what_is_typed_into_an_empty_cell_is_told_or_noted_there(name):
    ranking = Ranking(name)
    for sheet, row, *_cell in ranking.cells():
        (grid,) = (each for each in ranking.whole.grids if each.name == sheet)
        used = grid.rows[row]
        for column in [*(each for each in range(1, max(used)) if each not in used), max(used) + 1]:
            place = Location("ranking.xlsx", sheet, row, column)
            for other in (Held(Fraction(7)), Held("7 Tage")):
                found = with_cell(ranking.whole, sheet, row, column, other)
                told, noted = ranking.compared(found)
                assert [*told, *noted] == [place]
                assert told or isinstance(other.content, str)
