"""One sheet of two rankings."""

from dataclasses import replace
from fractions import Fraction

import pytest

from procscore.diagnostics import Location
from procscore.model.published import Grid, Held, Published
from procscore.verifying import wording
from procscore.verifying.grids import Grids
from support import results

HEAD = {1: Held("Rank"), 2: Held("Vendor"), 3: Held("Total"), 4: Held("Outcome")}
ROW = {1: Held(Fraction(1)), 2: Held("A社"), 3: Held(Fraction(90), "=B9")}


def compared(result, row):
    expected = Grid("Result", {1: HEAD, 2: ROW}, heads=frozenset({1}))
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
        ({7: Held("signed 2026-11-30")}, [("G2", "signed 2026-11-30")]),
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


CRITERIA = ("審査項目", "配点", "A社", "B社")


def sheet(*rows, first=1):
    return Grid(
        "集計",
        {
            number: {
                column: each
                if isinstance(each, Held)
                else Held(each if isinstance(each, str) else Fraction(each))
                for column, each in enumerate(row, start=1)
                if each is not None
            }
            for number, row in enumerate(rows, start=first)
            if any(each is not None for each in row)
        },
    )


def told(result, found, expected):
    # Rows of texts above a row with numbers.
    heads = frozenset(
        row
        for row in expected.rows
        if expected.holds_texts(row) and wording.in_table(expected, row + 1)
    )
    sheets = found, replace(expected, heads=heads)
    rankings = [Published(Location("r.xlsx"), ".xlsx", "en", (each,)) for each in sheets]
    both = Grids(*rankings, result, {}, date_line="Date:")
    return [
        (
            each.difference.where.cell,
            str(each.difference.what),
            each.difference.found,
            each.difference.expected,
        )
        for each in both.differences()
    ], [str(each) for each in both.notes()]


@pytest.fixture
def result(tmp_path):
    return results.evaluated(tmp_path)


def test_columns_are_those_of_their_vendors_wherever_they_stand(result):
    found = sheet(CRITERIA, ("計画", 10, 7, 8), ("体制", 5, 4, 3))
    expected = sheet((*CRITERIA[:2], "B社", "A社"), ("計画", 10, 8, 6), ("体制", 5, 3, 4))
    differences, _notes = told(result, found, expected)
    moved, figure = sorted(differences, key=lambda each: "column" not in each[1])
    assert moved[1:] in [
        ("the column of A社", "in column C", "in column D"),
        ("the column of B社", "in column D", "in column C"),
    ]
    assert figure == ("C2", "“A社” of 計画", "7", "6")


def test_a_column_that_was_taken_out_is_told_once(result):
    whole = sheet(CRITERIA, ("計画", 10, 7, 8), ("体制", 5, 4, 3))
    without = sheet(("審査項目", "配点", "B社"), ("計画", 10, 8), ("体制", 5, 3))
    assert told(result, without, whole)[0] == [
        ("C1", "the column of A社 is missing", "", "A社, 7, 4")
    ]
    assert told(result, whole, without)[0] == [
        ("C1", "a column that was not computed", "A社, 7, 4", "")
    ]


def test_rows_under_a_vendor_are_told_once(result):
    head = ("審査項目", "配点", "点")
    blocks = [
        [(name,), ("計画", 10, at), ("体制", 5, at)] for at, name in enumerate(("A社", "B社"))
    ]
    whole = sheet(head, *blocks[0], *blocks[1])
    without = sheet(head, *blocks[1])
    assert told(result, without, whole)[0] == [("A2", "the rows of A社 are missing", "", "A社")]
    assert told(result, whole, without)[0] == [("A2", "rows that were not computed", "A社", "")]


def test_ranges_of_formulas_end_where_the_columns_do_that_are_compared(result):
    def ranked(last):
        return [("委員1", *(Held(Fraction(1), f"=COUNTIF(B3:{last}3,B3)") for _each in "AB"))]

    both = sheet(("委員", "A社", "B社"), *ranked("C"), ("委員1", 4, 5))
    one = sheet(("委員", "A社"), [*ranked("B")[0][:2]], ("委員1", 4))
    (added,) = told(result, both, one)[0]
    assert added[:2] == ("C1", "a column that was not computed")


@pytest.mark.parametrize(("text", "told_of"), [("委員1 福井", 0), ("A社", 1), ("注記", 1)])
def test_who_signs_may_stand_elsewhere_in_the_row_and_nothing_else(text, told_of, result):
    people = (replace(result.evaluators[0], id="委員1", name="福井"),)
    found, expected = (sheet(("一", "二", "三"), ("x", *row)) for row in ((None, text), (text,)))
    differences, _notes = told(replace(result, evaluators=people), found, expected)
    assert bool(differences) == bool(told_of)


def test_a_format_that_shows_another_number_is_told(result):
    def shown(code):
        return sheet(("順位", "点"), ("A社", Held(Fraction("86.5"), "=B9", code)))

    assert told(result, shown("#,##0.00_ "), shown("#,##0.0"))[0] == []
    assert told(result, shown("0"), shown("#,##0.0"))[0] == [
        ("B2", "“点” of A社, as its format shows it", "87 (0)", "86.5 (#,##0.0)")
    ]


def test_a_format_is_seen_where_no_result_of_the_formula_was_saved(result):
    unstored, whole = (
        sheet(("順位", "点"), ("A社", Held(content, "=B9", code)))
        for content, code in (("", "0"), (Fraction("86.5"), "#,##0.0"))
    )
    differences, (note,) = told(result, unstored, whole)
    assert (differences[0][2], "stored result" in note) == ("87 (0)", True)


def test_what_was_emptied_is_not_called_replaced(result):
    whole = sheet(("順位", "点", "率"), ("A社", Held(Fraction(5), "=B9"), 1))
    emptied = sheet(("順位", "点", "率"), ("A社", None, 1))
    both = Grids(
        *(Published(Location("r.xlsx"), ".xlsx", "en", (each,)) for each in (emptied, whole)),
        result,
        {},
    )
    (only,) = both.differences()
    assert (only.difference.found, only.difference.why) == ("", ())


def test_the_warning_of_the_workbook_is_called_so(result):
    found, expected = (sheet((Held("", f"=IF(A9={each},1,0)"), "x")) for each in (1, 2))
    ((cell, what, *_values),) = told(result, found, expected)[0]
    assert (cell, "warning" in what) == ("A1", True)


def test_a_number_above_the_head_of_a_table_has_no_heading_of_the_table_before(result):
    rows = [("提案者", "点"), ("A社", 1), ("最低値", 80), ("提案者", "価格"), ("A社", 80)]
    found, expected = sheet(*rows), sheet(*rows[:2], ("最低値", 90), *rows[3:])
    assert told(result, found, expected)[0] == [("B3", "the line “最低値”", "80", "90")]


@pytest.mark.parametrize(
    ("row", "filled", "noted"),
    [
        (("Date:",), ("Date: 1 December",), True),
        (("Date:",), ("On 1 December",), False),
        (("委員1 副市長", "委員2"), ("委員1 副市長 (sealed)", "委員2"), True),
        (("委員1 副市長", "委員2"), ("委員1 副市長代理", "委員2"), False),
        (("委員1 副市長", "委員2"), ("委員1 副市長 for B社", "委員2"), None),
    ],
)
def test_what_is_written_where_to_sign_is_noted(row, filled, noted, result):
    people = [replace(result.evaluators[0], id="委員1", name="副市長")]
    signed = replace(result, evaluators=tuple(people))
    differences, notes = told(signed, sheet(filled), sheet(row))
    assert (bool(differences), bool(notes)) == (not noted, bool(noted))
