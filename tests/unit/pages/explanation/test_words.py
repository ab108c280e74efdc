"""Formulas, names and marks in words."""

from fractions import Fraction

import pytest

from procscore.diagnostics import Location
from procscore.formula import Input, derive, parse
from procscore.model.bids import Mark
from procscore.model.explanation import Given
from procscore.pages.explanation import words
from procscore.scoring.panel import AGGREGATES, TOTAL_AGGREGATES, VOTES
from support.values import sheet

TWO = Input("marks", (Fraction(3), Fraction(4)))
LEAVES = sheet(
    "scales: {five: {A: 100%, B: 75%}}\n"
    "criteria: [{id: plan, points: 10}, {id: isms, points: 0, score: {method: check}},"
    " {id: grade, points: 10, score: {method: grades, scale: five}}]"
).leaves


def given(written, value, **more):
    return Given(Mark("E1", value, Location("a"), written, **more), "E1", "counts")


def test_a_formula_of_procscore_is_told_in_words_and_a_stated_one_is_not():
    assert str(words.formula_words(derive(parse("mean(marks)"), [TWO]))) == "Mean of the marks"
    trimmed = derive(parse("trimmed_mean(marks, 1, 0)"), [TWO])
    told = "Mean of the marks without the 1 highest and the 0 lowest"
    assert str(words.formula_words(trimmed)) == told
    assert words.formula_words(derive(parse("max(marks)"), [TWO])) is None


@pytest.mark.parametrize(
    "text", sorted({*AGGREGATES.values(), *TOTAL_AGGREGATES.values(), *VOTES.values()})
)
def test_every_aggregate_has_words(text):
    filled = text.format(highest=1, lowest=1)
    values = [Input(name, (Fraction(1), Fraction(0), Fraction(1))) for name in ("marks", "totals")]
    numbers = [Input(name, Fraction(3)) for name in ("points", "count")]
    assert words.formula_words(derive(parse(filled), [*values, *numbers])) is not None


def test_what_is_what_went_in_needs_no_calculation():
    same = derive(parse("total"), [Input("total", Fraction(5))])
    assert words.is_plain(same)
    assert not words.is_plain(derive(parse("mean(marks)"), [TWO]))


def test_a_mark_is_told_as_it_was_given_and_as_what_it_means():
    plan, isms, grade = LEAVES
    told = [
        words.mark_words(given("7", Fraction(7)), plan),
        words.mark_words(given("○", Fraction(1)), isms),
        words.mark_words(given("×", Fraction(0)), isms),
        words.mark_words(given("B", Fraction(3, 4)), grade),
        words.mark_words(given("-3", Fraction(-2), given=Fraction(-3)), plan),
        words.mark_words(given("", None), plan),
    ]
    assert [str(each) for each in told] == [
        "E1: 7",
        "E1: ○, met",
        "E1: ×, not met",
        "E1: B, which counts as 0.75",
        "E1: -3, which the rule on vetoes counts as -2",
        "E1: blank",
    ]


def test_what_is_not_there_is_a_dash():
    assert words.number_words(None) == "-"
    assert words.number_words(Fraction(5, 2)) == "2.5"


def test_names_of_formulas_have_a_meaning():
    assert words.symbol_words("lowest")
    assert words.symbol_words("unheard") == ""
