from fractions import Fraction

from procscore.diagnostics import Location
from procscore.model.earlier import Earlier, EarlierMark


def test_a_mark_then_is_its_value_and_what_stood_in_the_cell():
    blank, zero = EarlierMark(None, ""), EarlierMark(Fraction(0), "0")
    assert blank.value != zero.value
    assert (zero.value, zero.written) == (0, "0")


def test_what_stood_then_is_found_by_vendor_criterion_and_evaluator():
    earlier = Earlier(
        Location("technical.json"),
        "digest",
        {("A", "plan", "E1"): EarlierMark(Fraction(7), "7")},
        {("A", "plan"): Fraction(7), ("A", "price"): None},
    )
    assert earlier.marks["A", "plan", "E1"].value == 7
    assert (earlier.points["A", "plan"], earlier.points["A", "price"]) == (7, None)
