from procscore.model.rules_told.price import amounts, price
from support import values


def told(text):
    sheet = values.sheet(text)
    return [str(each) for tell in (price, amounts) for each in tell(sheet)]


def test_formula_amount_and_whose_prices_are_compared():
    assert told("""
        amounts:
          initial: {name: 初期費用}
          yearly: {name: 年額}
          total: {name: 総額, formula: initial + 5 * yearly, tax: included, term: 5年}
        criteria:
          - {id: price, name: 価格点, points: 40, score: {method: price, amount: total, formula: lowest-ratio}}
        eligibility: {lowest_among: within-ceiling}
    """) == [
        "価格点 (40): points × lowest price ÷ price.",
        "総額: 初期費用 + 5 × 年額, tax included, 5年",
        "Compared are the prices that are within the ceiling.",
    ]


def test_a_formula_about_the_ceiling_compares_with_nobody_and_tax_is_missed():
    assert told("""
        criteria: [{id: p, points: 40, score: {method: price, amount: total, formula: ceiling-discount}}]
    """) == ["p (40): points × (1 − price ÷ ceiling).", "total: as quoted, tax not stated"]


def test_a_price_that_evaluators_judge_is_told():
    assert told("criteria: [{id: fee, points: 10, topic: total-price}]") == [
        "fee (10): judged, not computed."
    ]


def test_a_ranking_by_value_is_told_with_its_amount():
    assert told("""
        criteria: [{id: plan, name: 評価点, points: 10}]
        ranking: {by: formula, formula: plan / total}
    """) == ["What is compared: 評価点 ÷ total.", "total: as quoted, tax not stated"]


def test_whose_prices_count_is_marked_where_the_sheet_does_not_say():
    last = told("""
        criteria: [{id: p, points: 4, score: {method: price, amount: total, formula: lowest-ratio}}]
    """)[-1]
    assert last == "Compared are the prices of the vendors who are still in. (not stated)"
