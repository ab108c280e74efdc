from fractions import Fraction

import pytest

from procscore.exact import decimal_text
from procscore.formula import parse
from procscore.formula.bands import (
    deciding,
    limit_terms,
    limits,
    literal,
    literal_text,
    value_terms,
)
from procscore.formula.terms import Number

TABLE = parse("up_to(x, -5, 1, 80%, 2, 3)").term
LINE = parse("interpolate(x, 0, 1, 10, 2, 20, 3)").term


def written(terms):
    return [decimal_text(each.value) for each in terms if isinstance(each, Number)]


def test_a_table_has_limits_with_their_values_and_a_value_for_all_beyond():
    assert [literal_text(each) for each in limit_terms(TABLE)] == ["-5", "80%"]
    assert limits(TABLE) == (Fraction(-5), Fraction(4, 5))
    assert written(value_terms(TABLE)) == ["1", "2", "3"]


def test_a_line_has_points_and_nothing_beyond():
    assert limits(LINE) == (0, 10, 20)
    assert written(value_terms(LINE)) == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("text", "number"),
    [("0.5", "0.5"), ("-3", "-3"), ("75%", "0.75"), ("-75%", "-0.75")],
)
def test_a_literal_is_a_number_with_or_without_a_sign_and_a_percent_sign(text, number):
    assert literal(parse(text).term) == Fraction(number)
    assert literal_text(parse(text).term) == text


@pytest.mark.parametrize("text", ["x", "-x", "1 + 1", "max(1, 2)", "-(1 + 1)"])
def test_what_is_to_be_computed_is_no_literal(text):
    assert literal(parse(text).term) is None


@pytest.mark.parametrize(("x", "index"), [("-5", 0), ("-4", 1), ("0.8", 1), ("0.81", 2)])
def test_in_a_table_one_value_decides(x, index):
    assert deciding(TABLE, Fraction(x)) == (index,)


@pytest.mark.parametrize(
    ("x", "indices"), [(-1, (0,)), (0, (0,)), (1, (0, 1)), (10, (1,)), (15, (1, 2)), (21, (2,))]
)
def test_on_a_line_the_two_ends_decide_and_on_a_point_that_point_alone(x, indices):
    assert deciding(LINE, Fraction(x)) == indices
