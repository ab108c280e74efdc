from support import results, values
from support.ranking_books import Written

DERIVED = values.sheet("""
    amounts: {a1: {}, a2: {}, t: {formula: a1 + 5 * a2}}
    quantities: {q: {}}
    criteria:
      - {id: f, points: 10, score: {method: formula, formula: "min(points, 2 * q)"}}
      - id: p
        points: 30
        score:
          method: price
          amount: t
          formula: points * (1 - (price - lowest) / (highest + average - lowest))
          round: {places: 2, mode: down}
""")
VENDORS = {"A": {"a1": 100, "a2": 30, "q": 3}, "B": {"a1": 120, "a2": 20, "q": 9}}


def test_what_was_quoted_and_what_it_is_compared_with(tmp_path):
    book = Written(results.evaluated(tmp_path))
    assert book.row("Price points", "Ceiling: 提案価格") == ["Ceiling: 提案価格", 12_000_000]
    assert book.row("Price points", "Lowest of the bids that count")[1] == "=MIN(B6:B8)"
    assert book.row("Price points", "C社 ガンマ合同会社", 1) == [
        *("C社 ガンマ合同会社", "=B8", "=ROUND(ROUND(40*B12/B8,10),2)"),
        "40 × 8,000,000 ÷ 9,000,000 = 35.5555… → 35.56 (rounded half up to 2 decimal places)",
    ]


def test_an_amount_that_follows_from_others_is_a_formula():
    book = Written(values.evaluate(DERIVED, VENDORS))
    assert book.row("Price points", "B", 0) == ["B", 120, 20, "=B5+5*C5", 9]
    assert book.values("Price points", "A", 0) == ["A", 100, 30, 250, 3]


def test_everything_that_a_formula_takes_from_the_bids_has_a_cell():
    book = Written(values.evaluate(DERIVED, VENDORS))
    assert book.row("Price points", "Mean of the bids that count")[1] == "=AVERAGE(D5:D6)"
    points = book.row("Price points", "A", -1)
    assert points[1] == "=D6"
    assert points[2].startswith("=ROUNDDOWN(ROUND(30*(1-(D6-B")


def test_points_by_a_formula_over_quantities():
    book = Written(values.evaluate(DERIVED, VENDORS))
    assert book.row("Price points", "A", 1)[1] == "=MIN(10,2*E6)"


def test_bids_that_do_not_count_are_not_in_the_lowest():
    book = Written(results.example())
    assert book.row("Price points", "Lowest of the bids that count")[1] == "=MIN(D6:D9)"
    assert book.values("Price points", "Lowest of the bids that count")[1] == 90_000_000


def test_nothing_is_quoted_where_nothing_is_asked():
    sheet = values.sheet("amounts: {}\ncriteria: [{id: a, points: 10}]")
    assert "Price points" not in Written(values.evaluate(sheet, {"A": {"a": [4]}})).sheets


def test_what_was_quoted_is_shown_also_where_nobody_is_ranked():
    sheet = values.sheet(f"criteria: [{{id: a, points: 10}}, {values.price(10)}]")
    vendors = {"A": {"a": [5], "total": 20}, "B": {"a": [6], "total": 30}}
    result = values.evaluate(sheet, vendors, ceilings={"total": 10})
    assert not result.ranked
    book = Written(result)
    assert book.sheets == ["Result", "Price points", "Record"]
    assert book.row("Price points", "Ceiling: total") == ["Ceiling: total", 10]
    assert book.row("Price points", "B") == ["B", 30]


def test_the_calculation_is_called_that_of_the_evaluation(tmp_path):
    book = Written(results.evaluated(tmp_path))
    assert book.row("Price points", "Vendor", 1)[3] == "Calculation as evaluated"


def test_a_value_that_a_formula_gives_the_ranking_is_told_as_it_was_evaluated():
    sheet = values.sheet("""
        criteria: [{id: a, points: 10}]
        ranking: {by: formula, formula: a / total * 100}
    """)
    vendors = {"A": {"a": [8], "total": 5}, "B": {"a": [6], "total": 5}}
    book = Written(values.evaluate(sheet, vendors))
    assert book.row("Amounts", "B", 1) == ["B", "='Summary'!D5", "6 ÷ 5 × 100 = 120"]
    assert book.row("Amounts", "Vendor", 1) == ["Vendor", "Value", "Calculation as evaluated"]
    assert any("÷" in each and "total" in each for each in book.texts("Amounts"))
