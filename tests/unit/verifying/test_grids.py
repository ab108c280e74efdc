"""The sheets of two rankings."""

from fractions import Fraction

from procscore.diagnostics import Location
from procscore.model.published import Grid, Held, Published
from procscore.verifying.grids import Grids
from procscore.verifying.ranked import Level
from support import results

HEAD = {1: Held("Rank"), 2: Held("Vendor"), 3: Held("Total"), 4: Held("Outcome")}
ROW = {1: Held(Fraction(1)), 2: Held("A社"), 3: Held(Fraction(90), "=B9")}


def rankings(*sheets):
    return [Published(Location("r.xlsx"), ".xlsx", "en", each) for each in sheets]


def test_an_added_sheet_that_names_a_vendor_is_told_and_another_is_noted(tmp_path):
    result = results.evaluated(tmp_path)
    first = Grid("Result", {1: HEAD, 2: ROW})
    for text, told in (("Seen.", 0), ("Seen: B社 wins.", 1)):
        added = Grid("Minutes", {1: {1: Held(text)}})
        compared_sheets = Grids(*rankings((first, added), (first,)), result, {})
        assert len(list(compared_sheets.differences())) == told
        assert len(compared_sheets.typed) == 1 - told


def test_a_sheet_of_a_chart_that_was_added_is_told(tmp_path):
    first, chart = Grid("Result", {1: HEAD, 2: ROW}), Grid("Figure", {}, is_chart=True)
    both = Grids(*rankings((first, chart), (first,)), results.evaluated(tmp_path), {})
    told = [each.difference for each in both.differences()]
    assert [(each.where.sheet, str(each.what)) for each in told] == [
        ("Figure", "a sheet that was not computed")
    ]


def test_an_order_within_a_tie_and_its_sheet_come_after_what_was_handed_in(tmp_path):
    sheet = {1: {**HEAD, 5: Held("Order in the tie")}, 2: ROW}
    found, expected = (
        (Grid("Result", {**sheet, 2: {**ROW, 5: Held(Fraction(each))}}),) for each in (1, 2)
    )
    ties = Grid("Ties", {1: {1: Held("x"), 2: Held(Fraction(1))}})
    told = list(
        Grids(*rankings(found, (*expected, ties)), results.evaluated(tmp_path), {}).differences()
    )
    assert [(each.level, each.depth) for each in told] == [(Level.RANK, 0), (Level.HANDED_IN, 1)]
