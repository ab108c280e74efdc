from fractions import Fraction

import pytest

from procscore.exact import Mode, Rounding, decimal_text
from procscore.formula import UndefinedValueError, parse
from procscore.formula.evaluate import evaluate, holds


def value(text, **names):
    exact = {
        name: Fraction(number) if isinstance(number, int | str) else number
        for name, number in names.items()
    }
    return evaluate(parse(text).term, exact)


def test_no_pair_of_prices_loses_a_digit():
    """style.md: 30 × lowest ÷ price cut to 2 places, wrong 124 times in Decimal, 71 in float."""
    term = parse("down(lowest / price * 30, 2)").term
    pairs = [(lowest, price) for price in range(1, 200) for lowest in range(1, price + 1)]
    wrong = [
        (lowest, price)
        for lowest, price in pairs
        if evaluate(term, {"lowest": Fraction(lowest), "price": Fraction(price)}) * 100
        != 3000 * lowest // price
    ]
    assert len(pairs) == 19_900
    assert wrong == []


def test_dividing_first_changes_nothing():
    """style.md: 3,000,000 ÷ 9,000,000 × 30 is 9.99 in Decimal."""
    assert value("down(lowest / price * 30, 2)", lowest=3_000_000, price=9_000_000) == 10


@pytest.mark.parametrize(
    ("text", "price", "points"),
    [
        # JICA: lawinsider.com/ja/clause/価格評価, ceiling 100
        *(("KINK_80", price, points) for price, points in [(100, 80), (90, 90), (80, 100)]),
        *(("KINK_80", price, points) for price, points in [(70, 90), (0, 20)]),
        # bids below 75 % of the ceiling count as 75 %
        *(("FLOOR_75", price, points) for price, points in [(90, 2), (75, 5), (50, 5)]),
        # expydoc.com/doc/9675465, X = 20, ceiling 100, investigation price 90
        *(("HALF_SLOPE", price, points) for price, points in [(95, 4), (90, 8), (80, 12)]),
    ],
)
def test_rules_with_a_kink_can_be_written_out(text, price, points):
    rules = {
        "KINK_80": "if(price >= 80% * ceiling, (ceiling - price) / ceiling * 100 + 80, "
        "120 - (ceiling - price) / ceiling * 100)",
        "FLOOR_75": "20 * (ceiling - max(price, 75% * ceiling)) / ceiling",
        "HALF_SLOPE": "if(price >= investigation, 80 * (1 - price / ceiling), "
        "80 * ((1 - investigation / ceiling) + 0.5 * (investigation - price) / ceiling))",
    }
    assert value(rules[text], price=price, ceiling=100, investigation=90) == points


def test_a_published_value_by_division_is_cut_and_not_rounded():
    """国土交通省 入札調書 2025-09-17: 165 points at 140,920 thousand yen."""
    exact = value("score / (price * 1000) * 100000000", score=165, price=140_920)
    # 165 × 100,000 ÷ 140,920 = 117.08770…; by hand: 140,920 × 117 = 16,487,640, rest 12,360
    assert decimal_text(Rounding(4, Mode.DOWN)(exact)) == "117.0877"


@pytest.mark.parametrize(
    ("comparison", "truths"),
    [
        ("<", (True, False, False)),
        ("<=", (True, True, False)),
        (">", (False, False, True)),
        (">=", (False, True, True)),
        ("=", (False, True, False)),
        ("<>", (True, False, True)),
    ],
)
def test_each_comparison_below_at_and_above(comparison, truths):
    condition = parse(f"a {comparison} 5").term
    assert tuple(holds(condition, {"a": Fraction(a)}) for a in (4, 5, 6)) == truths


def test_equal_is_exactly_equal():
    assert value("if(0.1 + 0.2 = 0.3, 1, 0)") == 1
    assert value("if(1 / 3 = 0.3333333333333333, 1, 0)") == 0


def test_only_the_branch_that_is_taken_is_computed():
    rule = "if(lowest = 0, points, points * lowest / price)"
    assert value(rule, lowest=0, price=0, points=30) == 30
    assert value(rule, lowest=2, price=3, points=30) == 20


@pytest.mark.parametrize(
    ("text", "x", "expected"),
    [
        ("up_to(x, 1, 7, 1 / 0)", 1, 7),
        ("below(x, 1, 1 / 0, 7)", 1, 7),
        ("interpolate(x, 0, 1 / 0, 1, 5, 2, 9)", "1.5", 7),
        ("interpolate(x, 0, 1 / 0, 1, 7, 2, 1 / 0)", 1, 7),
    ],
)
def test_only_the_band_that_is_taken_is_computed(text, x, expected):
    assert value(text, x=x) == expected


def test_a_division_by_zero_in_the_band_that_is_taken_is_told_at_its_sign():
    text = "up_to(x, 1, 7, 8 / 0)"
    with pytest.raises(UndefinedValueError) as caught:
        value(text, x=2)
    assert caught.value.position == text.index("/")


@pytest.mark.parametrize(
    ("text", "position"),
    [("points * lowest / price", 16), ("1 / (price - price)", 2), ("max(1, 1 / price)", 9)],
)
def test_a_division_by_zero_is_told_at_its_sign(text, position):
    with pytest.raises(UndefinedValueError) as caught:
        value(text, points=10, lowest=0, price=0)
    assert caught.value.position == position
    assert str(caught.value.reason) == "division by zero"


@pytest.mark.parametrize("function", ["mean", "median", "min", "max", "variance"])
def test_nothing_comes_of_no_marks(function):
    with pytest.raises(UndefinedValueError):
        value(f"{function}(marks)", marks=())


@pytest.mark.parametrize(
    ("highest", "lowest"), [(1, 1), (2, 0), (0, 2), (2, 1), (3, 0), (0, 3), (9, 9)]
)
def test_trimming_never_leaves_the_wrong_marks(highest, lowest):
    with pytest.raises(UndefinedValueError) as caught:
        value(f"trimmed_mean(marks, {highest}, {lowest})", marks=(Fraction(1), Fraction(9)))
    assert str(caught.value.reason) == "trimming leaves no value"


def test_trimming_down_to_one_mark_leaves_that_mark():
    marks = (Fraction(1), Fraction(5), Fraction(9))
    assert value("trimmed_mean(marks, 1, 1)", marks=marks) == 5


def test_what_check_refuses_is_not_computed_by_accident():
    with pytest.raises(TypeError):
        value("marks + 1", marks=(Fraction(1),))
    with pytest.raises(TypeError):
        value("1 + (1 < 2)")
    with pytest.raises(TypeError):
        value("if(1, 2, 3)")
