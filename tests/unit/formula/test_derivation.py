from fractions import Fraction

import pytest

from procscore.diagnostics import Location
from procscore.exact import Mode, Rounding
from procscore.formula import Input, UndefinedValueError, derive, parse


def inputs(**values):
    return [Input(name, Fraction(value)) for name, value in values.items()]


def test_the_value_is_rounded_once_and_the_exact_one_is_kept():
    # 応募者P of expydoc 8028982: 40 × 3750 ÷ 4100 = 36.585… → 36.59
    half_up = Rounding(2, Mode.HALF_UP)
    found = derive(
        parse("points * lowest / price"), inputs(points=40, lowest=3750, price=4100), half_up
    )
    assert found.exact == Fraction(1500, 41)
    assert found.value == Fraction("36.59")
    assert found.rounding == half_up


def test_without_a_rounding_the_value_is_the_exact_one():
    found = derive(parse("points / 3"), inputs(points=10))
    assert found.value == found.exact == Fraction(10, 3)
    assert found.rounding is None


def test_two_roundings_in_a_row_are_two_roundings():
    """2.4445 → 2.445 → 2.45, but 2.44 in one step, which is why a sheet says where to round."""
    whole = Rounding(2, Mode.HALF_UP)
    once = derive(parse("x"), inputs(x="2.4445"), whole)
    twice = derive(parse("round(x, 3)"), inputs(x="2.4445"), whole)
    assert once.value == Fraction("2.44")
    assert twice.value == Fraction("2.45")


def test_what_went_in_is_kept_with_its_place_and_its_own_history():
    total = derive(parse("initial + 5 * yearly"), inputs(initial=10, yearly=4))
    cell = Location("bids.xlsx", "提案者", 2, 3)
    went_in = (
        Input("points", Fraction(60)),
        Input("lowest", Fraction(15), (cell,)),
        Input("price", total.value, derivation=total),
    )
    found = derive(parse("points * lowest / price"), went_in)
    assert found.inputs == went_in
    assert found.value == 30


def test_inputs_may_be_given_one_by_one():
    found = derive(parse("a + b"), (each for each in inputs(a=1, b=2)))
    assert found.value == 3
    assert [each.name for each in found.inputs] == ["a", "b"]


def test_a_list_goes_in_under_one_name():
    marks = tuple(map(Fraction, (7, 8, 8)))
    found = derive(parse("mean(marks)"), [Input("marks", marks)], Rounding(2, Mode.HALF_UP))
    assert found.value == Fraction("7.67")


def test_a_formula_without_a_value_has_no_derivation():
    with pytest.raises(UndefinedValueError):
        derive(parse("points / price"), inputs(points=1, price=0))
