from fractions import Fraction

import pytest

from procscore.export.ranking_book import looks
from procscore.xlsx import Style
from support.ranking_books import fractions


@pytest.mark.parametrize(
    ("values", "places"),
    [(["1", "2"], 0), (["1.5", "2.25"], 2), (["1/3"], 4), (["0.123456"], 4), ([], 0)],
)
def test_numbers_of_one_table_have_as_many_decimals_as_one_needs(values, places):
    assert looks.places(fractions(*values)) == places


def test_what_is_not_known_needs_no_decimals():
    assert looks.places([None, Fraction(1, 2)]) == 1


def test_a_number_that_is_shown_in_part_says_so():
    assert looks.number(Style(), Fraction("1234.5"), 2).number == "#,##0.00_ "
    assert looks.number(Style(), Fraction(7), 0).number == "#,##0_ "
    assert looks.number(Style(), Fraction(1, 3), 2).number == '"≒ "#,##0.00_ ;"≒ "-#,##0.00_ '


@pytest.mark.parametrize(
    ("least", "step"),
    [("1", "1"), ("1.01", "2"), ("2.5", "5"), ("50.1", "100"), ("0.03", "0.05"), ("0.1", "0.1")],
)
def test_a_round_step_is_the_next_that_is_no_less(least, step):
    assert looks.round_step(Fraction(least)) == Fraction(step)
