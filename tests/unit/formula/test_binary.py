from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from procscore.exact import Mode, Rounding
from procscore.formula import Input, UndefinedValueError, derive, parse
from procscore.formula.binary import Errors, error, kept, of_difference
from support import spreadsheet

HALF = Fraction(1, 2**53)


def missed(text, **values):
    """Return the error of a formula over numbers as they were typed."""
    inputs = [Input(name, value) for name, value in values.items()]
    return Errors(inputs).of(parse(text).term)


@pytest.mark.parametrize(
    "value", [0, 1, -7, 10**12, "0.5", "-2.125", "1234567.25", 10**15 - 1, "99999999999999.5"]
)
def test_whole_numbers_and_halves_are_kept_as_they_are(value):
    assert kept(Fraction(value)) == 0


@pytest.mark.parametrize("value", ["0.1", "-2.675", "33.3", "99999999.9999999"])
def test_other_decimals_are_missed_by_no_more_than_half_a_binary_digit(value):
    exact = Fraction(value)
    assert kept(exact) == abs(exact) * HALF
    assert 0 < abs(Fraction(spreadsheet.nearest(exact)) - exact) <= kept(exact)


@pytest.mark.parametrize(
    "value", ["1234567890.1234567", "999999999999999.5", "9007199254740993", "1/3", "-20/3"]
)
def test_what_has_more_digits_than_excel_keeps_may_be_cut(value):
    exact = Fraction(value)
    cut = Fraction(f"{spreadsheet.nearest(exact):.15g}")
    assert abs(cut - exact) <= kept(exact) == abs(exact) / 10**14


@pytest.mark.parametrize(
    "text",
    [
        "a + b - 3 * a",
        "sum(marks)",
        "mean(a, b)",
        "median(marks)",
        "min(marks) - max(marks)",
        "round(a / 3)",
        "75%",
        "if(a < b, a / 4, a / 3)",
        "up_to(a, 3, a / 4, a / 3)",
        "clamp(a, 0, 5)",
        "-a",
    ],
)
def test_what_binary_numbers_hold_is_computed_without_an_error(text):
    values = {"a": Fraction(3), "b": Fraction(7), "marks": (Fraction("2.5"), Fraction(4))}
    assert missed(text, **values) == 0


def test_an_error_grows_with_every_step_and_is_carried_along():
    third = missed("a / 3", a=Fraction(1))
    assert third == Fraction(1, 3) * HALF
    assert missed("a / 3 * 3", a=Fraction(1)) > 3 * third
    assert missed("-(a / 3)", a=Fraction(1)) == third
    assert missed("max(a / 3, 0)", a=Fraction(1)) == third
    assert missed("round(a / 3, 2)", a=Fraction(1)) == kept(Fraction("0.33"))
    assert missed("33.3%", a=Fraction(1)) > kept(Fraction("0.333"))


def test_a_difference_keeps_the_error_of_what_it_is_taken_from():
    lost = missed("a / 3 - b", a=Fraction(10**9), b=Fraction(333_333_333))
    assert lost > missed("a / 3", a=Fraction(10**9)) > 10**6 * missed("a / 3", a=Fraction(1))


def test_a_difference_that_is_almost_nothing_may_be_shown_as_nothing():
    near = of_difference(Fraction(1), 1 - Fraction(1, 2**50), Fraction(0))
    assert near >= Fraction(1, 2**50)
    assert of_difference(Fraction(1), 1 - Fraction(1, 2**40), Fraction(0)) == 0


def test_a_divisor_that_may_be_zero_leaves_no_value():
    with pytest.raises(UndefinedValueError, match="divide by zero"):
        missed("1 / (a / 3 - b + 0.00000000001)", a=Fraction(10**6), b=Fraction(10**6, 3))


def test_what_is_not_taken_and_not_defined_does_not_matter():
    assert missed("if(a > 0, a, 1 / (a - 3))", a=Fraction(3)) == 0


def test_an_input_that_was_computed_brings_its_error_and_none_but_its_own_where_it_was_rounded():
    third = derive(parse("a / 3"), [Input("a", Fraction(10))])
    cut = derive(parse("a / 3"), [Input("a", Fraction(10))], Rounding(1, Mode.DOWN))
    assert error(third) == Fraction(10, 3) * HALF
    assert error(cut) == kept(Fraction("3.3"))
    both = (third.value, cut.value)
    listed = Input("parts", both, derivations=(third, cut))
    assert Errors([listed]).of(parse("max(parts)").term) == error(third)
    alone = Input("x", third.value, derivation=third)
    assert Errors([alone]).of(parse("x").term) == error(third)


def test_an_input_is_followed_only_where_its_error_is_asked_for():
    near = Fraction(1, 3 * 10**11)  # 10⁶ / 3 less a neighbour: what divides by that may find 0
    undefined = derive(
        parse("1 / (a / 3 - b)"),
        [Input("a", Fraction(10**6)), Input("b", Fraction(10**6, 3) - near)],
    )
    inputs = [Input("x", undefined.value, derivation=undefined), Input("y", Fraction(3))]
    assert Errors(inputs).of(parse("y / 3").term) == 0
    with pytest.raises(UndefinedValueError):
        Errors(inputs).of(parse("x").term)


def test_an_error_that_was_found_before_is_taken_from_there():
    third = derive(parse("a / 3"), [Input("a", Fraction(10))])
    found = {}
    assert error(third, found) == Fraction(10, 3) * HALF
    assert found == {id(third): (third, Fraction(10, 3) * HALF)}
    known = {id(third): (third, Fraction(7))}
    assert error(third, known) == 7
    listed = Input("parts", (third.value,), derivations=(third,))
    assert Errors([listed], known).of(parse("max(parts)").term) == 7


def test_a_quotient_carries_the_errors_of_both_sides():
    third, large = missed("a / 3", a=Fraction(1)), Fraction(10**6)
    assert missed("1 / (a / 3)", a=Fraction(1)) > 9 * third
    assert missed("(a / 3) / 2", a=Fraction(1)) > third / 2
    lost = missed("a / 3 - 333333", a=large)
    assert missed("1 / (a / 3 - 333333)", a=large) > 8 * lost


def test_the_sum_within_a_trimmed_mean_and_the_squares_of_a_variance_are_missed_too():
    tenths = (1551, 7042, 3242, 6486, 6144, 9064, 6513, 3886, 9094)
    marks = tuple(Fraction(each, 10) for each in tenths)
    close = tuple(Fraction(each) for each in ("1000000.7", "1000000.4", "1000000.1"))
    for listed, ours, theirs in (
        (
            marks,
            "trimmed_mean(marks, 0, 1)",
            f"AVERAGE({','.join(f'SMALL(A1:I1,{n})' for n in range(2, 10))})",
        ),
        (close, "variance(marks)", "VARP(A1:C1)"),
    ):
        cells = {(1, at): spreadsheet.nearest(each) for at, each in enumerate(listed, 1)}
        derivation = derive(parse(ours), [Input("marks", listed)])
        away = abs(Fraction(spreadsheet.compute(theirs, cells)) - derivation.value)
        assert 0 < away <= missed(ours, marks=listed)


numbers = st.integers(-(10**9), 10**9).map(lambda n: Fraction(n, 1000))


@given(
    st.lists(numbers, min_size=2, max_size=9),
    st.sampled_from(["SUM", "AVERAGE", "MEDIAN", "VARP", "MIN", "MAX", "AVERAGE(SMALL"]),
    st.sampled_from(["strict", "lenient"]),
)
def test_no_function_of_a_list_is_missed_by_more(listed, function, program):
    words = {"SUM": "sum", "AVERAGE": "mean", "MEDIAN": "median", "VARP": "variance"}
    values = {"marks": tuple(listed)}
    cells = {(1, at): spreadsheet.nearest(each) for at, each in enumerate(listed, 1)}
    area = f"A1:{'ABCDEFGHI'[len(listed) - 1]}1"
    if function.endswith("SMALL"):
        kept_places = range(2, len(listed) + 1)
        text = f"AVERAGE({','.join(f'SMALL({area},{place})' for place in kept_places)})"
        ours = "trimmed_mean(marks, 0, 1)"
    else:
        text = f"{function}({area})"
        ours = f"{words.get(function, function.lower())}(marks)"
    derivation = derive(parse(ours), [Input("marks", values["marks"])])
    computed = Fraction(spreadsheet.compute(text, cells, program))
    assert abs(computed - derivation.value) <= missed(ours, **values)


@given(numbers, numbers, numbers, st.sampled_from(["strict", "lenient"]))
def test_no_chain_of_steps_is_missed_by_more(a, b, c, program):
    assume(c != 0)
    values = {"a": a, "b": b, "c": c}
    cells = {(1, at): spreadsheet.nearest(each) for at, each in enumerate((a, b, c), 1)}
    text = "(A1+B1)*(A1-B1)/C1-A1/C1*B1+0.1"
    exact = (a + b) * (a - b) / c - a / c * b + Fraction("0.1")
    computed = Fraction(spreadsheet.compute(text, cells, program))
    assert abs(computed - exact) <= missed("(a + b) * (a - b) / c - a / c * b + 0.1", **values)
