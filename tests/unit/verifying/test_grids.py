"""The cells of two rankings."""

from fractions import Fraction

import pytest

from procscore.diagnostics import Location
from procscore.model.published import Grid, Held, Published
from procscore.verifying.grids import Grids
from support import results

HEAD = {1: Held("Rank"), 2: Held("Vendor"), 3: Held("Total"), 4: Held("Outcome")}
ROW = {1: Held(Fraction(1)), 2: Held("A社"), 3: Held(Fraction(90), "=B9")}


def compared(result, row):
    expected = Grid("Result", {1: HEAD, 2: ROW})
    found = Grid("Result", {1: HEAD, 2: {**ROW, **row}})
    rankings = [Published(Location("r.xlsx"), ".xlsx", "en", (each,)) for each in (found, expected)]
    grids = Grids(*rankings, result, {})
    told = [(each.difference.where.cell, each.difference.found) for each in grids.differences()]
    return told, list(grids.notes())


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({3: Held(Fraction(91), "=B9")}, [("C2", "91")]),
        ({3: Held(Fraction(90))}, [("C2", "90")]),
        ({3: Held(Fraction(90), "=B8")}, [("C2", "90, =B8")]),
        ({4: Held("preferred")}, [("D2", "preferred")]),
        ({7: Held(Fraction(5))}, [("G2", "5")]),
        ({7: Held("signed")}, []),
        ({3: Held("", "=B9")}, []),
    ],
)
def test_a_cell_that_says_something_else_is_told(row, told, tmp_path):
    found, notes = compared(results.evaluated(tmp_path), row)
    assert found == told
    assert bool(notes) == (not told)
