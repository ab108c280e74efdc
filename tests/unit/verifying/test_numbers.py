"""When two numbers are the same."""

from fractions import Fraction

import pytest

from procscore.verifying import numbers


@pytest.mark.parametrize("scale", [Fraction(1, 10**6), Fraction(1), Fraction(10**6)])
def test_the_fifteen_digits_that_programs_save_are_compared(scale):
    one = Fraction("7.70503274737489") * scale
    unit = scale / 10**14
    assert numbers.same(one, one + unit)
    assert numbers.same(-one, -one - unit)
    assert not numbers.same(one, one + unit * 11 / 10)
    assert not numbers.same(one, -one)


@pytest.mark.parametrize("power", [Fraction(1, 1000), Fraction(1, 10), Fraction(1), Fraction(1000)])
def test_a_power_of_ten_begins_another_number_of_digits(power):
    unit = power / 10**14
    assert numbers.same(power, power - unit)
    assert not numbers.same(power, power - unit * 11 / 10)
    assert not numbers.same(power, power + unit * 11 / 10)


def test_a_number_a_little_below_a_power_of_ten_has_its_own_digits():
    one, unit = Fraction(1, 1001), Fraction(1, 10**18)  # 0.000999…
    assert numbers.same(one, one + unit)
    assert not numbers.same(one, one + unit * 11 / 10)


def test_numbers_that_people_type_are_compared_as_they_stand():
    assert not numbers.same(Fraction(46000001), Fraction(46000000))
    assert not numbers.same(Fraction(0), Fraction("0.01"))
    assert numbers.same(Fraction(0), Fraction(0))


def test_so_many_digits_are_compared_as_are_asked_for():
    one, other = Fraction("1.00000000001"), Fraction("1.00000000002")
    assert numbers.same(one, other, numbers.COMPUTED)
    assert not numbers.same(one, other)
    assert not numbers.same(one, other, numbers.COMPUTED + 1)


def test_a_text_is_no_number():
    assert not numbers.same("1", Fraction(1))
    assert not numbers.same(Fraction(1), "1")
    assert numbers.same("A社", "A社")


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (Fraction("876.87"), "876.87"),
        (Fraction(46_000_000), "46,000,000"),
        (Fraction("-1234567.5"), "-1,234,567.5"),
        (Fraction("0.12345678901234567890123"), "0.12345678901234567890123"),
        (Fraction(1, 3), "0.333333333333333…"),
        ("次点", "次点"),
        ("46000000", "46000000"),
    ],
)
def test_a_number_is_shown_with_its_thousands_and_in_full_where_it_ends(content, shown):
    assert numbers.words(content) == shown
