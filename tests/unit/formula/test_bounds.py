from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procscore.formula import UndefinedValueError, parse
from procscore.formula.bounds import Bounds, bounds
from procscore.formula.evaluate import evaluate

KNOWN = {"a": Bounds(Fraction(2), Fraction(6)), "b": Bounds(Fraction(-1), Fraction(3))}


def found(text):
    lies = bounds(parse(text).term, KNOWN)
    return None if lies is None else (str(lies.low), str(lies.high))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("75%", "3/4", "3/4"),
        ("a", "2", "6"),
        ("-a", "-6", "-2"),
        ("a + b", "1", "9"),
        ("a - b", "-1", "7"),
        ("a * b", "-6", "18"),
        ("b / a", "-1/2", "3/2"),
        ("12 / a", "2", "6"),
        ("12 / -a", "-6", "-2"),
        ("min(a, b)", "-1", "3"),
        ("max(a, b)", "2", "6"),
        ("sum(a, b, 1)", "2", "10"),
        ("mean(a, b)", "1/2", "9/2"),
        ("median(a, b, 4)", "2", "4"),
        ("clamp(b, 0, 2)", "0", "2"),
        ("down(a / 4)", "0", "1"),
        ("up(a / 4, 0)", "1", "2"),
        ("round(a / 8, 1)", "3/10", "4/5"),
        ("if(a > 1, 10, 20)", "10", "10"),
        ("if(a > 6, 10, 20)", "20", "20"),
        ("if(a > 3, 10, 20)", "10", "20"),
        ("if(a <> 7, 10, 20)", "10", "10"),
        ("if(b = b, 10, 20)", "10", "20"),
        ("up_to(a, 2, 1, 4, 5, 5, 9, 0)", "0", "9"),
        ("up_to(a, 1, 99, 8, 5, 0)", "5", "5"),
        ("below(a, 2, 99, 4, 5, 8, 7, 0)", "5", "7"),
        ("interpolate(a, 0, 10, 2, 20, 8, 0)", "0", "20"),
        ("a - a", "-4", "4"),
    ],
)
def test_a_term_lies_between_its_bounds(text, low, high):
    assert found(text) == (low, high)


@pytest.mark.parametrize("text", ["a / b", "c + 1", "variance(a, b)", "if(a > 3, 1, 1 / b)"])
def test_there_are_none_where_a_divisor_may_be_zero_or_a_name_is_not_known(text):
    assert found(text) is None


TERMS = st.recursive(
    st.sampled_from(["a", "b", "1", "2.5"]),
    lambda inner: st.one_of(
        st.tuples(st.sampled_from("+-*/"), inner, inner).map(lambda t: f"({t[1]} {t[0]} {t[2]})"),
        st.tuples(st.sampled_from(["min", "max", "mean"]), inner, inner).map(
            lambda t: f"{t[0]}({t[1]}, {t[2]})"
        ),
        st.tuples(inner, inner, inner).map(lambda t: f"if({t[0]} < {t[1]}, {t[2]}, {t[0]})"),
        inner.map(lambda t: f"down({t}, 1)"),
        inner.map(lambda t: f"up_to({t}, 0, 3, 2, {t}, 7)"),
        inner.map(lambda t: f"interpolate({t}, 0, 3, 2, {t}, 3, 1)"),
    ),
    max_leaves=6,
)


@given(TERMS, st.fractions(2, 6), st.fractions(-1, 3))
def test_no_value_lies_outside(text, a, b):
    term = parse(text).term
    lies = bounds(term, KNOWN)
    if lies is None:
        return
    try:
        value = evaluate(term, {"a": a, "b": b})
    except UndefinedValueError:
        pytest.fail("a value may be undefined where bounds were given")
    assert lies.low <= value <= lies.high
