import pytest

from procscore.formula import parse
from procscore.language import message
from procscore.model.fields import Round
from procscore.model.rules_told.words import by_default, formula_in_words, rounding
from support import values

SHEET = values.sheet("""
    amounts: {initial: {name: 初期費用}, total: {name: 提案価格}}
    criteria: [{id: plan, name: 計画, points: 10}, {id: price, name: 価格点, points: 5}]
""")


def test_a_preset_is_told_by_its_title_however_it_is_spaced():
    told = formula_in_words(SHEET, parse("points*lowest / price"), "score")
    assert str(told) == "points × lowest price ÷ price"


@pytest.mark.parametrize(
    ("where", "told"),
    [
        # what a name means hangs only on where the formula stands
        ("score", "max(0, 初期費用 × 2) + plan ÷ ceiling - up_to(price, 1, raw)"),
        ("ranking", "max(0, 初期費用 × 2) + 計画 ÷ ceiling - up_to(価格点, 1, raw)"),
        ("rescale", "max(0, initial × 2) + 計画 ÷ ceiling - up_to(価格点, 1, points given)"),
        ("amount", "max(0, 初期費用 × 2) + plan ÷ ceiling - up_to(price, 1, raw)"),
    ],
)
def test_other_formulas_have_names_in_place_of_ids(where, told):
    formula = parse("max(0, initial * 2) + plan / ceiling - up_to(price, 1, raw)")
    assert str(formula_in_words(SHEET, formula, where)) == told


def test_a_name_that_would_read_as_a_formula_stands_in_quotation_marks():
    sheet = values.sheet("criteria: [{id: plan, name: 基礎点+加算点, points: 10}]")
    told = formula_in_words(sheet, parse("plan / total"), "ranking")
    assert str(told) == "“基礎点+加算点” ÷ total"


def test_a_rule_that_is_not_stated_says_so():
    assert str(by_default(message("no"), stated=True)) == "no"
    assert str(by_default(message("no"), stated=False)) == "no (not stated)"
    assert str(rounding(None)) == "not rounded (not stated)"
    stated = Round.model_validate({"places": "1", "mode": "down"})
    assert str(rounding(stated)) == "cut down to one decimal place"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("if(total >= 80% * ceiling, 1, 2)", "1 if 提案価格 ≧ 80% × ceiling, else 2"),
        ("if(1 < 2, if(2 <> 3, 4, 5), max(6, 7))", "(4 if 2 ≠ 3, else 5) if 1 < 2, else max(6, 7)"),
        ("if(1 <= 2, 3, if(1 = 2, 4, 5)) + 6", "(3 if 1 ≦ 2, else 4 if 1 = 2, else 5) + 6"),
        ("total / 1000000", "提案価格 ÷ 1,000,000"),
    ],
)
def test_conditions_and_long_numbers_are_written_as_people_write_them(text, told):
    assert str(formula_in_words(SHEET, parse(text), "score")) == told
