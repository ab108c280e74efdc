"""What expected cells are about."""

from dataclasses import replace
from fractions import Fraction

import pytest

from procscore.model.bids import Status
from procscore.model.published import Grid, Held
from procscore.verifying.cells import About, Cells
from procscore.verifying.ranked import Level
from procscore.verifying.vendors import Vendors
from support import results

GRID = Grid(
    "Result",
    {
        1: {1: Held("Rank"), 2: Held("Vendor"), 3: Held("Status"), 4: Held("Outcome")},
        2: {1: Held(Fraction(1)), 2: Held("A社"), 3: Held("withdrawn"), 4: Held("preferred")},
        4: {1: Held("", "=IF(A2=1,1,0)")},
    },
    heads=frozenset({1}),
)


@pytest.fixture
def result(tmp_path):
    return results.evaluated(tmp_path)


def cells(result, grid=GRID, rules_sheet="", found=GRID, *, is_table=False):
    about = About("r.xlsx", result, {}, rules_sheet, is_table, "Date:", Vendors(result), {})
    return Cells(about, grid, found)


def test_ranks_are_told_as_ranks_with_why_and_words_of_a_vendor_as_words(result):
    found = cells(result)
    assert found.level(2, 1, GRID.rows[2][1]) == (Level.RANK, 0)
    assert "rank" in str(found.why(2, 1)[0])
    assert found.why(2, 4) == ()
    assert found.level(2, 4, GRID.rows[2][4]) == (Level.WORD, 0)
    assert found.level(4, 1, GRID.rows[4][1]) == (Level.TEXT, 0)


def test_a_status_that_was_declared_was_handed_in_and_one_that_follows_was_not(result):
    assert cells(result).level(2, 3, GRID.rows[2][3]) == (Level.RANK, -1)
    first, *others = result.vendors
    out = replace(first, vendor=replace(first.vendor, status=Status.WITHDRAWN))
    declared = replace(result, vendors=(out, *others))
    assert cells(declared).level(2, 3, GRID.rows[2][3])[0] == Level.HANDED_IN


def test_numbers_of_a_table_that_no_origin_knows_are_counts_and_of_a_sheet_handed_in(result):
    grid = replace(
        GRID,
        name="Ties",
        rows={1: {1: Held("x"), 2: Held("Lot")}, 2: {1: Held("A社"), 2: Held(Fraction(3))}},
    )
    assert cells(result, grid).level(2, 2, grid.rows[2][2])[0] == Level.HANDED_IN
    assert cells(result, grid, is_table=True).level(2, 2, grid.rows[2][2])[0] == Level.RANK


def test_a_line_of_the_rules_is_about_rules_only_where_the_digest_is_another(result):
    digest = {1: Held("Criteria sheet"), 2: Held(f"SHA-256 {result.digest}")}
    same = Grid("Record", {1: digest, 2: {1: Held("Two places.")}})
    other = Grid("Record", {1: {**digest, 2: Held("SHA-256 0")}, 2: {1: Held("One place.")}})
    for found, level in ((same, Level.TEXT), (other, Level.RULE)):
        rules = cells(result, same, "Record", found)
        assert (rules.level_of_row(2), rules.level(2, 1, same.rows[2][1])) == (level, (level, 0))
        assert rules.level(1, 2, same.rows[1][2]) > (Level.RULE, 1)  # behind lines, there and not
        assert str(rules.what(1, 2)) == "the digest of the criteria sheet"


def test_a_row_that_is_not_there_was_handed_in_where_it_holds_numbers_or_names_a_vendor(result):
    rows = {1: {1: Held("A社")}, 2: {1: Held("x"), 2: Held(Fraction(1))}, 3: {1: Held("x")}}
    found = cells(result, replace(GRID, rows=rows))
    levels = [found.level_of_row(row) for row in rows]
    assert levels == [Level.HANDED_IN, Level.HANDED_IN, Level.TEXT]
