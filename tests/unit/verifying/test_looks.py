"""What the eye meets on one sheet of two rankings."""

from dataclasses import replace
from fractions import Fraction

import pytest

from procscore.diagnostics import Location
from procscore.model.published import Condition, Grid, Held, Looks, Published
from procscore.verifying.grids import Grids
from support import results

HEAD = {1: Held("Rank"), 2: Held("Vendor"), 3: Held("Total")}
ROWS = {
    1: HEAD,
    2: {1: Held(Fraction(1)), 2: Held("A社"), 3: Held(Fraction(90))},
    3: {1: Held(Fraction(2)), 2: Held("B社"), 3: Held(Fraction(80))},
}
WARNING = Condition("A3:C3", '$A3<>""', "FFFBE3E0")
EXPECTED = Grid(
    "Result",
    ROWS,
    looks=Looks(
        {(2, 3): "well planned"}, (WARNING,), unseen=frozenset({(1, 1)}), headers=("Trial",)
    ),
    heads=frozenset({1}),
)


def compared(result, found, expected=EXPECTED):
    """Return the differences and the cells with added texts."""
    rankings = [Published(Location("r.xlsx"), ".xlsx", "en", (each,)) for each in (found, expected)]
    both = Grids(*rankings, result, {})
    told = [
        (str(each.where.cell), str(each.what), each.found, each.expected)
        for each in (one.difference for one in both.differences())
    ]
    return told, [each.cell for each in both.typed]


CELL = "“Total” of A社"
AREA = "what is printed of the sheet, which leaves out "
ADDED = "a note that was not computed and that names a vendor"
HEADER = "a header or footer that was not computed and that names a vendor"
UNSEEN = ("in the colour of its ground, or too small to read", "in sight")
CHANGES = {
    "another note": (
        {"notes": {(2, 3): "late"}},
        [("C2", f"the note on {CELL}", "late", "well planned")],
    ),
    "no note": ({"notes": {}}, [("C2", f"the note on {CELL}", "", "well planned")]),
    "a note more": (
        {"notes": {(2, 3): "well planned", (9, 9): "B社 is first"}},
        [("I9", ADDED, "B社 is first", "")],
    ),
    "a condition more": (
        {"conditions": (WARNING, Condition("C2:C3 E5", "TRUE", '"199"'))},
        [("C2", "a conditional format of C2:C3 E5", 'TRUE, "199"', "")],
    ),
    "a condition with other looks": (
        {"conditions": (replace(WARNING, looks="FFFFFFFF"),)},
        [("A3", "a conditional format of A3:C3", '$A3<>"", FFFFFFFF', "")],
    ),
    "a condition on columns": (
        {"conditions": (Condition("C:C", "TRUE", ""),)},
        [("C1", "a conditional format of C:C", "TRUE", "")],
    ),
    "a condition on nothing": (
        {"conditions": (Condition("ZZZ1", "TRUE", ""),)},
        [("None", "a conditional format of ZZZ1", "TRUE", "")],
    ),
    "no condition": ({"conditions": ()}, []),
    "a part is printed": (
        {"print_area": "A1:C2"},
        [("A3", f"{AREA}“Rank” of B社", "A1:C2", "all of it")],
    ),
    "columns are printed": (
        {"print_area": "A:B"},
        [("C1", f"{AREA}the line “Rank”", "A:B", "all of it")],
    ),
    "nobody knows what is printed": (
        {"print_area": "OFFSET(A1,0,0)"},
        [("A1", f"{AREA}the line “Rank”", "OFFSET(A1,0,0)", "all of it")],
    ),
    "all is printed in two parts": ({"print_area": "A1:C2, A3:C9"}, []),
    "all columns are printed": ({"print_area": "A:C"}, []),
    "all rows are printed": ({"print_area": "1:3"}, []),
    "a cell in the colour of its ground": (
        {"unseen": frozenset({(1, 1), (3, 3), (9, 9)})},
        [("C3", "“Total” of B社", *UNSEEN)],
    ),
    "a cell that repeats what stands in it": (
        {"filled": frozenset({(3, 3), (9, 9)})},
        [("C3", "“Total” of B社", "repeated until the cell is full", "once")],
    ),
    "a prompt that names a vendor": (
        {"prompts": {(9, 9): "B社 is first"}},
        [("I9", ADDED, "B社 is first", "")],
    ),
    "a header that names a vendor, twice": (
        {"headers": ("Trial", "B社 is first", "B社 is first")},
        [("None", HEADER, "B社 is first", "")],
    ),
    "no header": ({"headers": ()}, []),
    "zeros are hidden, of which there are none": ({"hides_zeros": True}, []),
    "nothing": ({}, []),
}


@pytest.fixture(scope="module")
def result(tmp_path_factory):
    return results.evaluated(tmp_path_factory.mktemp("looks"))


@pytest.mark.parametrize("name", CHANGES)
def test_looks_that_say_something_else_are_told_at_their_cell(name, result):
    change, expected = CHANGES[name]
    found = replace(EXPECTED, looks=replace(EXPECTED.looks, **change))
    assert compared(result, found) == (expected, [])


@pytest.mark.parametrize(
    ("change", "cell"),
    [
        ({"notes": {**EXPECTED.looks.notes, (3, 3): "checked"}}, "C3"),
        ({"prompts": {(3, 3): "checked"}}, "C3"),
        ({"headers": ("Trial", "confidential")}, None),
    ],
)
def test_a_note_that_names_nobody_is_an_added_text(change, cell, result):
    found = replace(EXPECTED, looks=replace(EXPECTED.looks, **change))
    assert compared(result, found) == ([], [cell])


@pytest.mark.parametrize("as_computed", [True, False])
def test_zeros_that_are_hidden_are_told_for_the_sheet(as_computed, result):
    rows = {**ROWS, 3: {**ROWS[3], 3: Held(Fraction(0))}}
    expected = replace(EXPECTED, rows=rows)
    found = replace(expected, looks=replace(EXPECTED.looks, hides_zeros=True))
    told = [] if as_computed else [("None", "the zeros of the sheet", "hidden", "in sight")]
    assert compared(result, found, found if as_computed else expected) == (told, [])


def test_looks_go_with_the_rows_that_were_put_further_down(result):
    rows = {1: {1: Held("Draft")}, **{row + 1: cells for row, cells in ROWS.items()}}
    condition = Condition("A4:C4", '$A4<>""', "FFFBE3E0")
    looks = Looks({(3, 3): "well planned"}, (condition,), unseen=frozenset({(2, 1)}))
    assert compared(result, Grid("Result", rows, looks=looks)) == ([], ["A1"])


def test_a_cell_that_was_emptied_is_not_told_to_be_unseen_as_well(result):
    rows = {**ROWS, 2: {1: ROWS[2][1], 2: ROWS[2][2]}}
    looks = replace(EXPECTED.looks, unseen=frozenset({(2, 3)}))
    told, _typed = compared(result, replace(EXPECTED, rows=rows, looks=looks))
    assert told == [("C2", CELL, "", "90")]


def test_a_note_on_a_row_that_is_gone_goes_with_it(result):
    rows = {row: cells for row, cells in ROWS.items() if row != 2}
    told, _typed = compared(result, Grid("Result", rows))
    assert [what for _cell, what, _found, _expected in told] == ["the row of A社 is missing"]


def test_a_sheet_that_is_hidden_shows_nothing(result):
    hidden = replace(EXPECTED, hidden=True)
    assert compared(result, replace(hidden, looks=Looks()), hidden) == ([], [])
