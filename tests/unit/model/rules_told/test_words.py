from procscore.formula import parse
from procscore.language import message
from procscore.model.fields import Round
from procscore.model.rules_told.words import by_default, formula_in_words, rounding
from support import values

SHEET = values.sheet("""
    amounts: {initial: {name: 初期費用}, total: {name: 提案価格}}
    criteria: [{id: plan, name: 計画, points: 10}]
""")


def test_a_preset_is_told_by_its_title_however_it_is_spaced():
    told = formula_in_words(SHEET, parse("points*lowest / price"))
    assert str(told) == "points × lowest price ÷ price"


def test_other_formulas_have_names_in_place_of_ids():
    told = formula_in_words(
        SHEET, parse("max(0, initial * 2) + plan / ceiling - up_to(price, 1, 2)")
    )
    assert str(told) == "max(0, 初期費用 × 2) + 計画 ÷ ceiling - up_to(price, 1, 2)"


def test_a_rule_that_is_not_stated_says_so():
    assert str(by_default(message("no"), stated=True)) == "no"
    assert str(by_default(message("no"), stated=False)) == "no (not stated)"
    assert str(rounding(None)) == "not rounded (not stated)"
    stated = Round.model_validate({"places": "1", "mode": "down"})
    assert str(rounding(stated)) == "cut down to one decimal place"
