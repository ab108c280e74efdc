"""Tables one below the other under the same columns."""

from fractions import Fraction

from procscore.export.pages.stacked import ABSENT, stacked
from procscore.model.page import Cell, Column, Table


def table(columns, *rows, right=""):
    """Return a table of columns of one letter; those of `right` hold numbers."""
    heads = tuple(Column(each, "right" if each in right else "left") for each in columns)
    return Table("T", heads, tuple(tuple(map(Cell, row)) for row in rows))


def shape(found):
    columns = "".join(str(column.heading) for column in found.columns)
    return columns, ["".join(str(cell.text) or "-" for cell in row) for row in found.rows]


def test_none_is_nothing_and_one_stays_as_it_is():
    assert stacked(()) == ((), None)
    one = table("aa", "xy")
    assert stacked([one]) == ((one,), one)


def test_each_has_the_columns_of_all_and_keeps_its_own_order():
    found, together = stacked([table("bce", "123"), table("abcd", "1234"), table("ef", "12")])
    assert [shape(each) for each in found] == [
        ("bce", ["-123--"]),
        ("abcd", ["123-4-"]),
        ("ef", ["---1-2"]),
    ]
    absent = [[column is ABSENT for column in each.columns] for each in found]
    assert absent[0] == [True, False, False, False, True, True]
    assert shape(together) == ("abcedf", ["-123--", "123-4-", "---1-2"])


def test_a_column_is_on_the_right_in_all_only_where_it_is_in_each():
    found, together = stacked([table("ab", "12", right="ab"), table("ab", "xy", right="b")])
    sides = [[column.align for column in each.columns] for each in (*found, together)]
    assert sides == [["right", "right"], ["left", "right"], ["left", "right"]]


def test_numbers_stay_numbers():
    one = Table("T", (Column("a"),), ((Cell("½", Fraction(1, 2)),),))
    found, _ = stacked([one, table("b", "x")])
    assert found[0].rows[0][0].value == Fraction(1, 2)
