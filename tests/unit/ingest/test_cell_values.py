"""The coercion policy: what is plainly a number is one, all else is refused with its reason."""

from datetime import date, datetime, time
from fractions import Fraction

import pytest

from procscore.diagnostics import Location, Problems
from procscore.ingest import cell_values
from procscore.ingest.cell_values import Nothing
from procscore.ingest.sheet import Cell, Shape

WHERE = Location("bids.xlsx", "採点_委員1", 2, 4)


def _read(reader, cell, *arguments, **options):
    problems = Problems()
    found = reader(cell, *arguments, problems, **options)
    return found, [each.code for each in problems]


def _number(value, *, money=False, **cell):
    return _read(cell_values.number, Cell(value, WHERE, **cell), money=money)


@pytest.mark.parametrize(
    ("value", "number", "codes"),
    [
        (36, Fraction(36), []),
        (0, Fraction(0), []),
        (-1, Fraction(-1), []),
        (0.1, Fraction(1, 10), []),
        (32.5, Fraction(65, 2), []),
        (1e21, Fraction(10**21), []),
        (0.1 + 0.2, Fraction("0.30000000000000004"), ["cell-too-precise"]),
        ("36", Fraction(36), ["cell-number-as-text"]),
        (" 　36\u00a0", Fraction(36), ["cell-number-as-text"]),
        ("+7.50", Fraction(15, 2), ["cell-number-as-text"]),
        ("３．５", Fraction(7, 2), ["cell-full-width"]),
        ("－３", Fraction(-3), ["cell-full-width"]),
        ("−3", Fraction(-3), ["cell-full-width"]),
    ],
)
def test_a_number_is_read_exactly_and_another_way_of_writing_is_told(value, number, codes):
    assert _number(value) == (number, codes)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (True, "cell-boolean"),
        (False, "cell-boolean"),
        (float("inf"), "cell-not-finite"),
        ("80点", "cell-unit"),
        ("８０点", "cell-unit"),
        ("85%", "cell-unit"),
        ("3,5", "cell-comma"),
        ("1,234", "cell-comma"),
        ("３，５", "cell-comma"),
        ("80/100", "cell-not-a-number"),
        ("#N/A", "cell-not-a-number"),
        ("-", "cell-not-a-number"),
        ("ー", "cell-not-a-number"),
        ("①", "cell-not-a-number"),
        ("½", "cell-not-a-number"),
        ("㌔", "cell-not-a-number"),
        ("1_000", "cell-not-a-number"),
        ("1e3", "cell-not-a-number"),
        ("1E+400", "cell-not-a-number"),
        ("NaN", "cell-not-a-number"),
        ("Infinity", "cell-not-a-number"),
        ("١٢", "cell-not-a-number"),
        (".5", "cell-not-a-number"),
        ("5.", "cell-not-a-number"),
        ("1 000", "cell-not-a-number"),
        ("9" * 5_000, "cell-not-a-number"),
    ],
)
def test_what_is_not_plainly_a_number_is_refused(value, code):
    assert _number(value) == (Nothing.REFUSED, [code])


@pytest.mark.parametrize(
    ("value", "number", "codes"),
    [
        ("36", Fraction(36), []),
        (" 36 ", Fraction(36), []),
        ("３６", Fraction(36), ["cell-full-width"]),
        ("'36", Nothing.REFUSED, ["cell-not-a-number"]),
        ('="36"', Nothing.REFUSED, ["cell-not-a-number"]),
        ("36,5", Nothing.REFUSED, ["cell-comma"]),
        ("TRUE", Nothing.REFUSED, ["cell-not-a-number"]),
    ],
)
def test_in_a_text_file_a_number_is_text_and_nothing_to_tell(value, number, codes):
    assert _number(value, shape=Shape.UNTYPED) == (number, codes)


@pytest.mark.parametrize("value", [None, "", " ", "　"])
def test_a_blank_is_a_blank_and_not_zero(value):
    assert _number(value) == (Nothing.BLANK, [])


@pytest.mark.parametrize(
    ("value", "number", "codes"),
    [
        ("1,234,000", Fraction(1_234_000), ["cell-number-as-text"]),
        ("１，２３４", Fraction(1234), ["cell-full-width"]),
        ("12,34", Nothing.REFUSED, ["cell-not-a-number"]),
        ("1,234円", Nothing.REFUSED, ["cell-unit"]),
    ],
)
def test_groups_of_three_digits_are_read_in_money(value, number, codes):
    assert _number(value, money=True) == (number, codes)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (Cell("#DIV/0!", WHERE, is_error=True), "cell-error-value"),
        (Cell(datetime(1900, 3, 25), WHERE, Shape.DATE), "cell-date-format"),  # noqa: DTZ001
        (Cell(time(12), WHERE, Shape.DATE), "cell-date-format"),
        (Cell(0.85, WHERE, Shape.PERCENT), "cell-percent-format"),
        (Cell(float("inf"), WHERE, Shape.PERCENT), "cell-not-finite"),
        (Cell(None, WHERE, formula="=A1"), "cell-formula-no-value"),
        (Cell(36, WHERE, merged="D2:E2"), "cell-merged"),
        (Cell(None, WHERE, merged="D2:E2"), "cell-merged"),
        (Cell(True, WHERE, formula="=TRUE()"), "cell-boolean"),
    ],
)
def test_what_a_cell_is_can_refuse_it_whatever_it_holds(cell, code):
    assert _read(cell_values.number, cell) == (Nothing.REFUSED, [code])


def test_a_percent_cell_is_told_with_what_it_shows_and_what_it_holds():
    problems = Problems()
    cell_values.number(Cell(0.855, WHERE, Shape.PERCENT), problems)
    (told,) = problems
    assert told.details == {"shown": "85.5%", "text": "0.855"}


def test_a_formula_and_a_hidden_cell_are_used_with_a_warning():
    cell = Cell(36, WHERE, formula="=18*2", hidden=True)
    assert _read(cell_values.number, cell) == (36, ["cell-formula", "cell-hidden"])


def test_text_numbers_are_told_once_for_a_column_and_again_for_the_next():
    problems = Problems()
    for row, column in ((2, 4), (3, 4), (2, 5)):
        cell_values.number(Cell("36", Location("b", "s", row, column)), problems)
    assert [each.where.cell for each in problems] == ["D2", "E2"]


def test_an_invisible_character_is_not_called_a_unit():
    _, codes = _number("36\u200b")
    assert "cell-unit" not in codes


def _grade(value, *grades, **cell):
    return _read(cell_values.grade, Cell(value, WHERE, **cell), grades)


@pytest.mark.parametrize(
    ("value", "grade"),
    [
        ("A", "A"),
        ("ａ", "A"),
        (" B ", "B"),
        ("〇", "○"),
        ("◯", "○"),
        ("✕", "×"),
        (4, "4"),
        (4.0, "4"),
    ],
)
def test_a_grade_is_known_in_any_width_and_case(value, grade):
    assert _grade(value, "A", "B", "○", "×", "4") == (grade, [])


def test_another_grade_is_refused_with_those_that_exist():
    problems = Problems()
    assert cell_values.grade(Cell("C", WHERE), ("A", "B"), problems) is Nothing.REFUSED
    (told,) = problems
    assert (told.code, told.details) == ("grade-unknown", {"text": "C", "known": "A B"})


def test_a_blank_or_an_error_is_no_grade():
    assert _grade(None, "A") == (Nothing.BLANK, [])
    assert _grade("#N/A", "A", is_error=True) == (Nothing.REFUSED, ["cell-error-value"])


@pytest.mark.parametrize("value", ["○", "◯", "〇", "適", "合格", "Yes", "ＯＫ", 1])
def test_yes_is_known_in_its_many_signs(value):
    assert _read(cell_values.check, Cell(value, WHERE)) == (True, [])


@pytest.mark.parametrize("value", ["×", "✕", "x", "Ｘ", "不適", "No", 0])
def test_no_is_known_in_its_many_signs(value):
    assert _read(cell_values.check, Cell(value, WHERE)) == (False, [])


@pytest.mark.parametrize("value", ["△", "◎", "?", "○×", 2, "保留"])
def test_what_is_neither_yes_nor_no_is_refused(value):
    assert _read(cell_values.check, Cell(value, WHERE)) == (Nothing.REFUSED, ["check-unknown"])


def test_a_check_left_blank_is_neither():
    assert _read(cell_values.check, Cell(None, WHERE)) == (Nothing.BLANK, [])


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (" A\u200b社　 支店 ", "A社 支店"),
        (3, "3"),
        (2.50, "2.5"),
        (True, "TRUE"),
        (datetime(2026, 4, 1), "2026-04-01"),  # noqa: DTZ001
        (date(2026, 4, 1), "2026-04-01"),
        (time(12, 30), "12:30:00"),
    ],
)
def test_words_are_what_a_person_reads(value, text):
    assert cell_values.text(Cell(value, WHERE)) == text


def test_an_error_is_no_word():
    assert cell_values.text(Cell("#REF!", WHERE, is_error=True)) == ""


@pytest.mark.parametrize(
    ("more", "word", "codes"),
    [
        ({}, "有効", []),
        ({"formula": '=IF(C2>1,"失格","有効")'}, "有効", ["cell-formula"]),
        ({"hidden": True}, "有効", ["cell-hidden"]),
        ({"merged": "D2:D3"}, Nothing.REFUSED, ["cell-merged"]),
        ({"is_error": True}, Nothing.REFUSED, ["cell-error-value"]),
    ],
)
def test_a_word_that_decides_is_told_to_be_computed_or_hidden(more, word, codes):
    assert _read(cell_values.word, Cell("有効", WHERE, **more)) == (word, codes)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("一行目\r\n二行目\r三行目\u2028四行目", "一行目\n二行目\n三行目\n四行目"),
        ("\n 上の\t段 \n\n下の\u200b段\x07\n\n", "上の 段\n\n下の段"),
        ("  ", ""),
        (None, ""),
        (12, "12"),
    ],
)
def test_a_remark_keeps_its_lines(value, said):
    assert cell_values.remark(Cell(value, WHERE)) == said


def test_a_remark_that_is_an_error_says_nothing():
    assert cell_values.remark(Cell("#REF!", WHERE, is_error=True)) == ""
