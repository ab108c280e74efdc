"""When two numbers are the same."""

from fractions import Fraction

from procscore.verifying import numbers


def test_the_fifteen_digits_that_programs_save_are_compared():
    assert numbers.same(Fraction("77.05032747374895"), Fraction("77.050327473749"))
    assert numbers.same(Fraction("0.00123456789012345678"), Fraction("0.00123456789012346"))
    assert not numbers.same(Fraction("77.0503274737489"), Fraction("77.0503274737487"))
    assert not numbers.same(Fraction(46000001), Fraction(46000000))
    assert not numbers.same(Fraction(0), Fraction("0.01"))


def test_a_text_is_no_number():
    assert not numbers.same("1", Fraction(1))
    assert numbers.same("A社", "A社")


def test_a_number_is_shown_in_full_where_it_ends():
    assert numbers.words(Fraction("876.87")) == "876.87"
    assert numbers.words(Fraction(1, 3)) == "0.333333333333333…"
    assert numbers.words("次点") == "次点"
