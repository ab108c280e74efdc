from procscore.pages.evaluation import points
from support import results
from support.values import evaluate, price, sheet


def texts(table):
    return [[str(cell.text) for cell in row] for row in table.rows]


def test_every_criterion_and_the_total_have_the_points_of_every_vendor(tmp_path):
    table = points.by_criterion(results.evaluated(tmp_path))
    assert [str(column.heading) for column in table.columns] == [
        *("Criterion", "Points", "B社", "A社", "C社"),
    ]
    assert texts(table) == [
        ["技術点", "60", "45", "52.75", "47.25"],
        ["実施計画", "40", "30.5", "35", "31.25"],
        ["実施体制", "20", "14.5", "17.75", "16"],
        ["価格点", "40", "40", "32", "35.56"],
        ["Total", "100", "85", "84.75", "82.81"],
    ]
    assert [row[0].indent for row in table.rows] == [0, 1, 1, 0, 0]
    assert [row[0].strong for row in table.rows] == [True, False, False, False, True]


def test_a_check_without_points_has_none():
    criteria = sheet("criteria: [{id: must, score: {method: check}}, {id: plan, points: 10}]")
    table = points.by_criterion(evaluate(criteria, {"A": {"must": ["○"], "plan": [5]}}))
    assert texts(table)[0] == ["must", "", ""]


def test_what_is_compared_stands_below_the_total_where_it_is_another():
    criteria = sheet("""
        criteria: [{id: plan, points: 10}]
        ranking: {by: formula, formula: plan / 2}
    """)
    assert texts(points.by_criterion(evaluate(criteria, {"A": {"plan": [5]}})))[-1] == [
        *("Value", "", "2.5"),
    ]


def test_prices_stand_above_their_ceiling_and_say_with_whom_they_were_compared():
    criteria = sheet(f"""
        amounts: {{total: {{tax: excluded}}}}
        quantities: {{towns: {{name: 導入, unit: 団体}}}}
        criteria: [{{id: plan, points: 60}}, {price(40)}]
        eligibility: {{ceiling: exclude}}
    """)
    bids = {
        "A": {"plan": [50], "total": 100, "towns": 3},
        "B": {"plan": [50], "total": 80, "towns": 2},
        "C": {"plan": [50], "total": 500, "towns": 1},
    }
    result = evaluate(criteria, bids, ceilings={"total": 200}, investigation=70, estimate=150)
    table = points.amounts(result)
    assert [str(column.heading) for column in table.columns] == ["Vendor", "total", "導入 (団体)"]
    assert texts(table) == [
        ["B", "80", "2"],
        ["A", "100", "3"],
        ["C", "500", "1"],
        ["Ceiling", "200", ""],
    ]
    assert [str(note) for note in table.notes] == [
        "total: as quoted, tax excluded",
        "investigation price: 70",
        "estimate: 150",
        "price: compared are A, B (lowest: 80)",
    ]


def test_nothing_is_said_of_prices_where_vendors_quote_nothing():
    criteria = sheet("amounts: {}\ncriteria: [{id: plan, points: 10}]")
    result = evaluate(criteria, {"A": {"plan": [5]}})
    assert [str(each.title) for each in points.blocks(result)] == ["Points by criterion"]


def test_figures_are_told_of_a_price_whose_points_are_withheld_or_converted_too():
    criteria = sheet("""
        criteria:
          - {id: plan, points: 60}
          - id: price
            points: 40
            score: {method: price, amount: total, formula: lowest-ratio}
            requires: {criterion: plan, at_least: 50%}
    """)
    vendors = {"A": {"plan": [50], "total": 100}, "B": {"plan": [10], "total": 200}}
    notes = [str(each) for each in points.amounts(evaluate(criteria, vendors)).notes]
    assert "price: compared are A, B (lowest: 100)" in notes
