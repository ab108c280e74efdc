"""What stood in either of two results."""

from fractions import Fraction

from procscore.comparing.sides import either, moved, name_of, number, text
from procscore.diagnostics import Location
from procscore.model.bids import Quote
from support.values import evaluate, sheet

HERE = Location("a.xlsx", "提案者", 2, 3)


def test_what_is_in_one_only_is_given_too():
    assert list(either({"a": 1, "b": 2}, {"c": 3, "a": 4})) == [
        ("c", None, 3),
        ("a", 1, 4),
        ("b", 2, None),
    ]


def test_a_number_in_another_cell_did_not_move():
    one = Quote(Fraction(1), HERE)
    assert not moved(one, Quote(Fraction(1), Location("b.xlsx", "x", 9, 9)))
    assert moved(one, Quote(Fraction(2), HERE))
    assert moved(Quote(Fraction(0), HERE), None)
    assert not moved(None, None)


def test_numbers_are_grouped_and_exact():
    side = number(Quote(Fraction(1_000_000), HERE))
    assert (side.text, side.value, side.where) == ("1,000,000", 1_000_000, HERE)
    assert number(None) is None
    assert text("", HERE) is None


def test_an_amount_is_called_as_in_the_new_sheet_that_has_it():
    first, second, none = (
        evaluate(sheet(f"amounts: {amounts}\ncriteria: [{{id: plan, points: 9}}]"), {})
        for amounts in ("{fee: {name: 旧}}", "{fee: {name: 新}}", "{other: {name: 別}}")
    )
    assert [name_of(first, new, "fee") for new in (second, none)] == ["新", "旧"]
    assert name_of(none, none, "fee") == "fee"
