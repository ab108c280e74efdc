from fractions import Fraction

import pytest

from procscore.export.pages import measure
from procscore.model.page import Cell, Column, Table
from procscore.xlsx import lines


def table(*columns, rows=()):
    return Table("", columns, rows)


def test_what_stands_in_a_column_has_room_in_one_line():
    name, number = "審査項目の名称", "1,234.5 %"
    wide = measure.widths(
        table(Column(name), Column("n", "right"), rows=((Cell(name, indent=2), Cell(number)),))
    )
    assert wide[0] - 2 * measure.LEVEL >= 14
    assert lines(name, wide[0] - 2 * measure.LEVEL) == 1
    assert lines(number, wide[1]) == 1


@pytest.mark.parametrize("long", range(1, 40))
def test_a_number_has_room_in_one_line_though_it_stands_off_the_line(long):
    number, column = Cell("1" * long), Column("", "right")
    (wide,) = measure.widths(table(column, rows=((number,),)))
    assert measure.offs([column]) == [1]
    assert lines(str(number.text), wide - measure.LEVEL) == 1


@pytest.mark.parametrize(
    ("sides", "levels"), [("", []), ("ll", [0, 0]), ("lrrll", [0, 1, 1, 1, 0]), ("rl", [1, 1])]
)
def test_numbers_stand_off_the_line_and_so_do_words_behind_them(sides, levels):
    columns = [Column("x", "right" if each == "r" else "left") for each in sides]
    assert measure.offs(columns) == levels


def test_names_are_folded_and_headings_of_numbers_too_but_no_number_and_no_id():
    long = "とても長い名前" * 10
    wide = measure.widths(
        table(
            Column("a"),
            Column(long, "right"),
            Column(long, keep=True),
            rows=((Cell(long), Cell("1" * 40), Cell("i" * 60)),),
        )
    )
    assert wide[0] < 60
    assert wide[1] > 40
    assert wide[2] > 60


def test_words_are_folded_further_before_a_table_gets_wider_than_the_paper():
    long = "あ" * 40
    columns = [Column(long) for _ in range(6)]
    assert sum(measure.widths(table(*columns))) == measure.ACROSS
    columns = [Column(long) for _ in range(20)]
    assert sum(measure.widths(table(*columns))) > measure.ACROSS


@pytest.mark.parametrize(("columns", "lies"), [(3, False), (12, True)])
def test_a_wide_table_lies_on_its_side(columns, lies):
    assert measure.lies(table(*(Column("とても長い名前", "right") for _ in range(columns)))) is lies


@pytest.mark.parametrize(
    ("row", "heads"),
    [
        ((Cell("技術点", strong=True), Cell("800", Fraction(800), strong=True), Cell()), True),
        ((Cell("fukui", strong=True), Cell("福井")), False),
        ((Cell(strong=True), Cell()), False),
        ((), False),
    ],
)
def test_a_row_heads_others_if_all_that_it_says_is_strong(row, heads):
    assert measure.heads_others(row) is heads
