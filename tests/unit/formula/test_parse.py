from fractions import Fraction

import pytest

from procscore.formula import FormulaError, parse
from procscore.formula.evaluate import evaluate


def value(text, **names):
    return evaluate(parse(text).term, {name: Fraction(number) for name, number in names.items()})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 + 3 * 4", 14),
        ("(2 + 3) * 4", 20),
        ("10 - 4 - 3", 3),
        ("24 / 4 / 2", 3),
        ("24 / (4 / 2)", 12),
        ("2 * 3 / 4 * 2", 3),
        ("-2 * 3 + 1", -5),
        ("2 * -3", -6),
        ("-(2 + 3)", -5),
        ("1 - -1", 2),
        ("0.1 + 0.2", Fraction(3, 10)),
        ("1 / 3", Fraction(1, 3)),
        ("75%", Fraction(3, 4)),
        ("40 * 12.5 %", 5),
        ("if(1 + 1 > 1, 5, 6) * 2", 10),
    ],
)
def test_a_formula_is_read_as_school_taught_it(text, expected):
    assert value(text) == expected


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("200 × 98 ÷ 112", "200 * 98 / 112"),
        ("if(a ≦ b, 1, 0)", "if(a <= b, 1, 0)"),
        ("if(a ≧ b, 1, 0)", "if(a >= b, 1, 0)"),
        ("if(a ≤ b, 1, 0)", "if(a <= b, 1, 0)"),
        ("if(a ≥ b, 1, 0)", "if(a >= b, 1, 0)"),
        ("if(a == b, 1, 0)", "if(a = b, 1, 0)"),
        ("if(a != b, 1, 0)", "if(a <> b, 1, 0)"),
        ("配点\u3000×\u3000最低価格", "配点 * 最低価格"),
        ("a\n  + b", "a + b"),
    ],
)
def test_signs_of_a_printed_rule_mean_what_they_mean_on_paper(written, plain):
    assert parse(written) == parse(plain)


@pytest.mark.parametrize(
    "name", ["tco", "価格点", "_x", "a1", "prix_très_bas", "цена", "τιμή", "கட", "कीमत", "か\u3099"]
)
def test_a_name_may_be_an_identifier_of_any_script(name):
    """design.md 3: ids are identifiers in any script; what may be an id may stand in a formula."""
    assert name.isidentifier()
    assert value(f"{name} + 1", **{name: 2}) == 3


@pytest.mark.parametrize(
    ("text", "position", "says"),
    [
        ("", 0, "ends too early"),
        ("1 +", 3, "ends too early"),
        ("(1 + 2", 6, "ends too early"),
        ("if(a < b, 1", 11, "ends too early"),
        ("1 + * 2", 4, "“*”"),
        ("1 2", 2, "“2”"),
        ("a b", 2, "“b”"),
        ("2(3)", 1, "“(”"),
        ("(1))", 3, "“)”"),
        ("min()", 4, "“)”"),
        ("min(1,)", 6, "“)”"),
        ("if(a < b, 1)", 11, "“)”"),
        ("if x", 3, "“x”"),
        ("1 < 2 < 3", 6, "“<”"),
        ("--1", 1, "“-”"),
        ("+1", 0, "“+”"),
        ("2 ^ 3", 2, "“^”"),
        ("2 ** 3", 3, "“*”"),
        ("a.b", 1, "“.”"),
        (".5", 0, "“.”"),
        ("1,5", 1, "“,”"),
        ("1_000", 1, "“_000”"),
        ("1e5", 1, "“e5”"),
        ("'a'", 0, "“'”"),
        ("a[0]", 1, "“[”"),
        ("price%", 5, "“%”"),
        ("１２ + 1", 0, "digits 0 to 9"),
        ("1 + ٣", 4, "digits 0 to 9"),
        ("1 × a × ×", 8, "“×”"),
    ],
)
def test_a_slip_is_told_with_its_place(text, position, says):
    with pytest.raises(FormulaError) as caught:
        parse(text)
    assert caught.value.position == position
    assert says in str(caught.value.reason)


@pytest.mark.parametrize("text", ["lowst(1)", "sumn(1, 2)", "open(1)", "stdev(marks)"])
def test_a_function_that_does_not_exist_is_refused_at_its_name(text):
    with pytest.raises(FormulaError, match="there is no function") as caught:
        parse(f"1 + {text}")
    assert caught.value.position == 4


def test_a_misspelt_function_is_answered_with_the_one_that_was_meant():
    with pytest.raises(FormulaError) as caught:
        parse("roundd(1)")
    assert str(caught.value.reason) == "there is no function “roundd”. Did you mean “round”?"


def test_the_text_is_kept_as_it_was_written_but_for_the_spaces_around_it():
    assert parse("  points×lowest ÷ price ").text == "points×lowest ÷ price"


def test_brackets_nested_without_end_are_refused_and_do_not_crash():
    deep = "(" * 100 + "1" + ")" * 100
    with pytest.raises(FormulaError) as caught:
        parse(deep)
    assert "nested too deeply" in str(caught.value.reason)
    with pytest.raises(FormulaError):
        parse("(" * 10_000 + "1" + ")" * 10_000)


def test_a_formula_nested_as_deep_as_a_table_of_price_bands_is_read():
    bands = 20
    text = "0"
    for band in range(bands):
        text = f"if(price > {band}, {band}, {text})"
    assert value(text, price=1) == 0


def test_a_sum_of_very_many_terms_is_refused_or_computed_but_does_not_crash():
    try:
        formula = parse("+".join(["1"] * 5000))
    except FormulaError:
        return
    assert evaluate(formula.term, {}) == 5000


def test_a_number_of_very_many_digits_is_refused_or_read_but_does_not_crash():
    try:
        formula = parse("9" * 5000)
    except FormulaError:
        return
    assert evaluate(formula.term, {}) == Fraction(10) ** 5000 - 1
