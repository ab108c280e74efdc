from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procscore.formula import parse
from procscore.formula.branches import branches
from procscore.formula.evaluate import evaluate
from procscore.formula.terms import Choice


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("up_to(x, 1, a, 2, b, c)", "if(x <= 1, a, if(x <= 2, b, c))"),
        ("below(x, -1, a, 80%, b, c)", "if(x < -1, a, if(x < 80%, b, c))"),
        (
            "interpolate(x, 1, a, 5, b, 7, c)",
            "if(x <= 1, a, if(x <= 5, a + (b - a) * (x - 1) / (5 - 1), if(x <= 7, b + (c - b) * (x - 5) / (7 - 5), c)))",
        ),
    ],
)
def test_a_table_is_a_chain_of_comparisons(table, told):
    assert branches(parse(table).term) == parse(told).term


def _depth(term):
    return 1 + max(_depth(term.then), _depth(term.otherwise)) if isinstance(term, Choice) else 0


def test_a_long_table_is_halved():
    bands = ", ".join(f"{limit}, {limit}" for limit in range(140))
    assert _depth(branches(parse(f"up_to(x, {bands}, 9)").term)) <= 30
    short = ", ".join(f"{limit}, {limit}" for limit in range(24))
    assert _depth(branches(parse(f"up_to(x, {short}, 9)").term)) == 24


@given(
    st.sampled_from(["up_to", "below", "interpolate"]),
    st.integers(2, 120),
    st.integers(-3, 490),
)
def test_the_value_is_that_of_the_table_at_every_limit_and_between(function, count, quarters):
    bands = ", ".join(f"{limit}, {limit * limit % 17}" for limit in range(count))
    last = "" if function == "interpolate" else ", 99"
    table = parse(f"{function}(x, {bands}{last})").term
    x = {"x": Fraction(quarters, 4)}
    assert evaluate(branches(table), x) == evaluate(table, x)
