"""Which row is which, told by texts."""

from fractions import Fraction

from procscore.model.published import Grid, Held
from procscore.verifying import aligned


def grid(*rows):
    return Grid(
        "表",
        {
            number: {
                column: Held(each if isinstance(each, str) else Fraction(each))
                for column, each in enumerate(row, start=1)
            }
            for number, row in enumerate(rows, start=1)
        },
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
