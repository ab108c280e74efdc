"""Which row and which column is which, told by texts."""

from fractions import Fraction

from procscore.model.published import Grid, Held
from procscore.verifying import aligned, pairing


def grid(*rows, heads=()):
    return Grid(
        "表",
        {
            number: {
                column: Held(each if isinstance(each, str) else Fraction(each))
                for column, each in enumerate(row, start=1)
            }
            for number, row in enumerate(rows, start=1)
        },
        heads=frozenset(heads),
    )


HEAD = ("順位", "提案者", "点")
A, B, C = ((1, "A社", 90), (2, "B社", 80), (3, "C社", 70))


def test_the_same_rows_are_matched_whatever_numbers_stand_in_them():
    found = aligned.rows(grid(HEAD, A, (2, "B社", 99)), grid(HEAD, A, B))
    assert (found.pairs, found.missing, found.added) == ({1: 1, 2: 2, 3: 3}, (), ())


def test_a_row_that_was_taken_out_shifts_no_other():
    found = aligned.rows(grid(HEAD, A, C), grid(HEAD, A, B, C))
    assert (found.pairs, found.missing) == ({1: 1, 2: 2, 4: 3}, (3,))


def test_a_row_that_was_put_in_is_found():
    found = aligned.rows(grid(HEAD, A, (2, "X社", 85), B), grid(HEAD, A, B))
    assert (found.pairs, found.added) == ({1: 1, 2: 2, 3: 4}, (3,))


def test_a_row_that_was_moved_is_known_again():
    found = aligned.rows(grid(HEAD, B, A, C), grid(HEAD, A, B, C))
    assert {2: 3, 3: 2}.items() <= found.pairs.items()
    assert len(found.moved) == 1


def test_rows_of_one_vendor_are_never_those_of_another():
    one, other = (("A社",), ("計画", 1), ("体制", 2)), (("B社",), ("計画", 3), ("体制", 4))
    found = aligned.rows(grid(*other, *one), grid(*one, *other))
    assert dict(found.pairs) == {1: 4, 2: 5, 3: 6, 4: 1, 5: 2, 6: 3}


def test_a_row_is_known_by_its_name_when_its_other_texts_changed():
    rows = [(1, "A社", "甲", 90), (2, "B社", "乙", 80)]
    found = aligned.rows(grid(*rows), grid((1, "B社", "丙", 85), (2, "A社", "丁", 90)))
    assert dict(found.pairs) == {1: 2, 2: 1}


def test_rows_of_other_names_are_paired_where_they_stand_or_by_what_they_have_in_common():
    found = aligned.rows(grid(HEAD, (1, "X社", 90), C), grid(HEAD, A, C))
    assert dict(found.pairs) == {1: 1, 2: 2, 3: 3}
    found = aligned.rows(grid(HEAD, (7, "X社", 6), (1, "Y社", 90), C), grid(HEAD, A, C))
    assert (dict(found.pairs), found.added) == ({1: 1, 2: 3, 3: 4}, (2,))


def test_what_calls_the_same_vendor_is_the_same_name():
    called = {"A社 (失格)": "A社"}.get
    head = (("項目", "B社", "A社 (失格)"), ("計画", 1, 2))
    found, expected = grid(*head), grid(("項目", "A社", "B社"), ("計画", 3, 4), heads=[1])
    matched = aligned.matched(found, expected, lambda text: called(text, text))
    assert dict(matched.columns(2).pairs) == {1: 1, 2: 3, 3: 2}


def test_columns_are_known_by_their_headings_and_one_moves_where_two_change_places():
    found, expected = (
        grid(("項目", *vendors), ("計画", 1, 2, 3), ("体制", 4, 5, 6), heads=[1])
        for vendors in (("A社", "C社", "B社"), ("A社", "B社", "C社"))
    )
    columns = aligned.matched(found, expected).columns(2)
    assert dict(columns.pairs) == {1: 1, 2: 2, 3: 4, 4: 3}
    assert len(columns.moved) == 1
    assert (columns.missing, columns.added) == ((), ())


def test_columns_are_compared_in_the_rows_that_are_those_of_each_other():
    found = grid(("題",), ("項目", "A社", "B社"), ("計画", 1, 2))
    expected = grid(("項目", "B社"), ("計画", 2), heads=[1])
    matched = aligned.matched(found, expected)
    assert (dict(matched.rows.pairs), matched.rows.added) == ({1: 2, 2: 3}, (1,))
    columns = matched.columns(1)
    assert (dict(columns.pairs), columns.added) == ({1: 1, 2: 3}, (2,))


def test_each_table_of_a_sheet_has_columns_of_its_own():
    second = (("理由", "B社", "A社"), ("辞退", "x", "y"))
    found = grid(("項目", "A社", "B社"), ("計画", 1, 2), *second)
    expected = grid(("項目", "B社"), ("計画", 2), *second, heads=[1, 3])
    matched = aligned.matched(found, expected)
    assert dict(matched.columns(2).pairs) == {1: 1, 2: 3}
    assert dict(matched.columns(4).pairs) == {1: 1, 2: 2, 3: 3}
    assert matched.columns(0) is pairing.AS_THEY_STAND


def test_a_row_keeps_its_name_below_the_same_headings_whatever_is_said_above_them():
    head, rows = ("提案者", "値"), (("A社", 1), ("B社", 2))
    found = grid(("A社 3",), head, *rows)
    expected = grid(("A社 1",), head, *reversed(rows), heads=[2])
    assert dict(aligned.rows(found, expected).pairs) == {1: 1, 2: 2, 3: 4, 4: 3}


def test_a_row_is_not_sought_below_other_headings():
    found = grid(("提案者", "値"), ("B社", 2), ("対象外",), ("提案者", "理由"), ("A社", "辞退"))
    expected = grid(("提案者", "値"), ("A社", 1), ("B社", 2), heads=[1])
    matched = aligned.rows(found, expected)
    assert (dict(matched.pairs), matched.missing) == ({1: 1, 3: 2}, (2,))
