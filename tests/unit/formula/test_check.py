import pytest

from procscore.formula import check, parse

PRICE = ("points", "price", "lowest")


def faults(text, numbers=PRICE, lists=("marks",)):
    return [(fault.position, str(fault.reason)) for fault in check(parse(text), numbers, lists)]


@pytest.mark.parametrize(
    "text",
    [
        "points * lowest / price",
        "if(lowest = 0, points, points * lowest / price)",
        "if(price > lowest, if(price > 2 * lowest, 0, 1), points)",
        "mean(marks)",
        "mean(points, price)",
        "trimmed_mean(marks, 1, 2)",
        "max(0, min(points, sum(marks)))",
        "clamp(price, 0, points)",
        "round(price)",
        "round(price, 2)",
        "down(price, -3)",
        "up_to(price / lowest, 80%, 15, 0.9, points / 2, 0)",
        "below(price, -5, 1, 5, 2, 3)",
        "interpolate(price / lowest, 60%, points, 100%, 0)",
    ],
)
def test_a_sound_formula_has_no_faults(text):
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "position", "says"),
    [
        ("points * lowst", 9, "Did you mean “lowest”?"),
        ("points + marks", 9, "“marks” is a list; take mean(marks)"),
        ("max(1, marks)", 7, "is a list"),
        ("price < lowest", 6, "only possible as the condition"),
        ("1 + (price < lowest)", 11, "only possible as the condition"),
        ("if(price, 1, 2)", 3, "must be a comparison"),
        ("if(price < (1 = 2), 1, 2)", 14, "only possible as the condition"),
        ("clamp(1, 2)", 0, "clamp(…) takes 3 arguments, not 2"),
        ("round(1, 2, 3)", 0, "round(…) takes 1 to 2 arguments, not 3"),
        ("round(price, 1.5)", 13, "whole number"),
        ("up(price, price)", 10, "whole number"),
        ("trimmed_mean(price, 1, 1)", 13, "is a list"),
        ("trimmed_mean(marks, 0.5, 1)", 20, "whole number"),
        ("mean(marks, 2)", 12, "a list stands alone in mean(…)"),
        ("if(1 < 2, x, 1)", 10, "has no meaning here"),
        ("if(1 < 2, 1, x)", 13, "has no meaning here"),
        ("-x", 1, "has no meaning here"),
        ("round(x)", 6, "has no meaning here"),
        ("round", 0, "has no meaning here"),
        ("up_to(price, 1, 2)", 0, "a value for all beyond (arguments here: 3)"),
        ("up_to(price)", 0, "a value for all beyond (arguments here: 1)"),
        ("below(price, 1, 2, 3, 4)", 0, "below(…) takes a number, limits each followed"),
        ("interpolate(price, 1, 2)", 0, "two or more points, each an x followed by its y"),
        ("interpolate(price, 1, 2, 3, 4, 5)", 0, "(arguments here: 6)"),
        ("up_to(price, lowest, 1, 2)", 13, "a limit is written as a number"),
        ("below(price, 80% * 2, 1, 2)", 17, "a limit is written as a number"),
        ("interpolate(price, 1, 2, -lowest, 4)", 25, "a limit is written as a number"),
        ("up_to(price, 90%, 1, 80%, 2, 3)", 21, "must rise, but 80% stands after 90%"),
        ("below(price, 5, 1, 5, 2, 3)", 19, "must rise, but 5 stands after 5"),
        ("interpolate(price, 1, 0, -1, 2)", 25, "must rise, but -1 stands after 1"),
        ("up_to(price, 1, 2, 80%, 3, 4)", 19, "must rise, but 80% stands after 1"),
        ("up_to(marks, 1, 2, 3)", 6, "is a list"),
        ("up_to(price, 1, x, 3)", 16, "has no meaning here"),
        ("up_to(price, 1, 2, x)", 19, "has no meaning here"),
        ("up_to(price, 1, price < 2, 3)", 22, "only possible as the condition"),
    ],
)
def test_a_fault_is_told_at_its_place(text, position, says):
    ((found, reason),) = faults(text)
    assert found == position
    assert says in reason


def test_all_faults_are_told_and_not_the_first_alone():
    text = "aa * if(bb < 1, cc, max(dd, marks)) / -ee"
    assert [position for position, _ in faults(text)] == [
        text.index(name) for name in ("aa", "bb", "cc", "dd", "marks", "ee")
    ]


def test_the_place_is_one_of_the_kept_text():
    formula = parse("  points * lowst")
    (fault,) = check(formula, PRICE)
    assert formula.text[fault.position :] == "lowst"


def test_where_no_name_has_a_meaning_it_says_so():
    assert faults("x", numbers=(), lists=()) == [
        (0, "the name “x” has no meaning here. There are none.")
    ]


@pytest.mark.parametrize("text", ["trimmed_mean(marks, -1, 0)", "trimmed_mean(marks, 0, -1)"])
def test_nobody_can_leave_out_less_than_no_mark(text):
    """Python's slices would count -1 from the other end and keep a single mark."""
    assert faults(text) != []


@pytest.mark.parametrize("text", ["round(price, 999999999)", "up(price, -999999999)"])
def test_places_beyond_reason_are_refused_before_they_are_computed(text):
    assert faults(text) != []
