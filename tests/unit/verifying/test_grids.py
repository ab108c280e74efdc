"""The cells of two rankings."""

from fractions import Fraction

import pytest

from procscore.diagnostics import Location
from procscore.model.bids import Vendor
from procscore.model.published import Grid, Held, Published
from procscore.verifying import grids
from procscore.verifying.grids import Grids
from procscore.verifying.ranked import Level
from support import results

HEAD = {1: Held("Rank"), 2: Held("Vendor"), 3: Held("Total"), 4: Held("Outcome")}
ROW = {1: Held(Fraction(1)), 2: Held("A社"), 3: Held(Fraction(90), "=B9")}


def compared(result, row):
    expected = Grid("Result", {1: HEAD, 2: ROW})
    found = Grid("Result", {1: HEAD, 2: {**ROW, **row}})
    rankings = [Published(Location("r.xlsx"), ".xlsx", "en", (each,)) for each in (found, expected)]
    both = Grids(*rankings, result, {})
    told = [(each.difference.where.cell, each.difference.found) for each in both.differences()]
    return told, list(both.notes())


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({3: Held(Fraction(91), "=B9")}, [("C2", "91")]),
        ({3: Held(Fraction(90))}, [("C2", "90")]),
        ({3: Held(Fraction(90), "=B8")}, [("C2", "90, =B8")]),
        ({4: Held("preferred")}, [("D2", "preferred")]),
        ({7: Held(Fraction(5))}, [("G2", "5")]),
        ({7: Held("signed 2026-11-30")}, []),
        (
            {7: Held("Correction: Preferred bidder is B社…")},
            [("G2", "Correction: Preferred bidder is B社…")],
        ),
        ({3: Held("", "=B9")}, []),
    ],
)
def test_a_cell_that_says_something_else_is_told(row, told, tmp_path):
    found, notes = compared(results.evaluated(tmp_path), row)
    assert found == told
    assert bool(notes) == (not told)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("優先交渉権者はＢ社に訂正", True),
        ("now: ベータ 株式会社.", True),
        ("preferred: B2", True),
        ("form AB2, B21", False),
        ("2026年3月", False),
        ("3", True),
    ],
)
def test_a_vendor_is_named_by_its_name_or_by_its_id_as_a_word(text, named):
    where = Location("bids.xlsx", "Vendors", 2)
    vendors = [
        Vendor("B社", "ベータ株式会社", where),
        Vendor("B2", "", where),
        Vendor("3", "", where),
    ]
    assert any(grids.names(each, {1: Held(text)}) for each in vendors) == named


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
