import pytest

from support.values import attempt, codes, evaluate, out, points, price, sheet, totals

HALF_UP = "round: {places: 0, mode: half-up}"


def priced(of, formula, rounding="", rules=""):
    tail = f", {rounding}" if rounding else ""
    score = f'{{method: price, amount: total, formula: "{formula}"{tail}}}'
    return sheet(f"""
        criteria: [{{id: price, points: {of}, score: {score}}}]
        {rules}
    """)


def price_points(criteria, prices, **handed_in):
    return points(
        evaluate(criteria, {each: {"total": value} for each, value in prices.items()}, **handed_in),
        "price",
    )


@pytest.mark.parametrize(
    ("of", "formula", "rounding", "prices", "expected"),
    [
        pytest.param(
            50,
            "lowest-ratio",
            "",
            {"A": 40, "B": 50, "C": 80},
            {"A": "50", "B": "40", "C": "25"},
            id="chen-2008-paradox",
        ),
        pytest.param(
            100,
            "lowest-ratio",
            HALF_UP,
            {"A": 50, "B": 75, "C": 100},
            {"A": "100", "B": "67", "C": "50"},
            id="kiiver-kodym-2015-t1",
        ),
        pytest.param(
            100,
            "linear-to-highest",
            "",
            {"A": 50, "B": 75, "C": 100},
            {"A": "100", "B": "50", "C": "0"},
            id="kiiver-kodym-2015-t1-linear",
        ),
        pytest.param(
            40,
            "lowest-ratio",
            "round: {places: 2, mode: half-up}",
            {"lowest": 3750, "P": 4100},
            {"lowest": "40", "P": "36.59"},
            id="waste-plant-price-40",
        ),
        pytest.param(
            50,
            "highest-ratio",
            HALF_UP,
            {"A": 5000000, "B": 4000000, "C": 2500000},
            {"A": "50", "B": "40", "C": "25"},
            id="ishinomaki-revenue-reverse",
        ),
        pytest.param(
            40,
            "lowest-ratio",
            HALF_UP,
            {"1": 100, "2": 105, "3": 108},
            {"1": "40", "2": "38", "3": "37"},
            id="impactbids-60-40",
        ),
        pytest.param(
            1,
            "lowest-ratio",
            "round: {places: 3, mode: half-up}",
            {"A": 15000, "B": 10000, "C": 30000},
            {"A": "0.667", "B": "1", "C": "0.333"},
            id="gds-dos-fixed-quotes",
        ),
    ],
)
def test_published_price_points(of, formula, rounding, prices, expected):
    assert price_points(priced(of, formula, rounding), prices) == expected


KYOTO = sheet(f"""
    amounts: {{develop: {{}}, maintain: {{}}}}
    criteria:
      - id: price
        points: 100
        criteria:
          - id: development
            points: 70
            score: {{method: price, amount: develop, formula: lowest-ratio, {HALF_UP}}}
          - id: maintenance
            points: 30
            score: {{method: price, amount: maintain, formula: lowest-ratio, {HALF_UP}}}
""")


def test_kyoto_scores_each_part_of_the_price_against_its_own_lowest_and_adds_rounded_points():
    """https://expydoc.com/doc/7512914/: 22.5 is rounded to 23, so 58 + 23 = 81."""
    result = evaluate(
        KYOTO,
        {
            "A社": {"develop": 300, "maintain": 40},
            "B社": {"develop": 250, "maintain": 50},
            "C社": {"develop": 270, "maintain": 30},
        },
    )
    assert points(result, "development") == {"A社": "58", "B社": "70", "C社": "65"}
    assert points(result, "maintenance") == {"A社": "23", "B社": "18", "C社": "30"}
    assert totals(result) == {"A社": "81", "B社": "88", "C社": "95"}


@pytest.mark.parametrize(
    ("formula", "bid", "expected"),
    [
        # floor-75-clamp: bids below 75 % of the ceiling are treated as 75 %
        ("20 * (ceiling - max(price, 75% * ceiling)) / ceiling", 90, "2"),
        ("20 * (ceiling - max(price, 75% * ceiling)) / ceiling", 75, "5"),
        ("20 * (ceiling - max(price, 75% * ceiling)) / ceiling", 50, "5"),
        ("ceiling-discount", 80, "4"),  # 20 × (1 − 80/100)
    ],
)
def test_a_formula_may_use_the_ceiling_of_its_amount(formula, bid, expected):
    assert price_points(priced(20, formula), {"A": bid}, ceilings={"total": 100}) == {"A": expected}


@pytest.mark.parametrize(("bid", "expected"), [(95, "4"), (90, "8"), (80, "12")])
def test_a_formula_may_use_the_investigation_price(bid, expected):
    """kink-half-slope, https://expydoc.com/doc/9675465/: X = 20, ceiling 100, investigation 90."""
    kink = (
        "if(price >= investigation, points * (1 - price / ceiling), "
        "points * ((1 - investigation / ceiling) + 0.5 * (investigation - price) / ceiling))"
    )
    criteria = priced(80, kink)
    given = price_points(criteria, {"A": bid}, ceilings={"total": 100}, investigation=90)
    assert given == {"A": expected}


def test_a_formula_may_use_the_estimate_the_average_and_the_count():
    criteria = priced(20, "points * (1 - price / estimate) + average / 100 + count")
    assert price_points(criteria, {"A": 50, "B": 150}, estimate=200) == {"A": "18", "B": "8"}


def test_the_price_may_be_a_derived_amount():
    criteria = sheet(f"""
        amounts: {{initial: {{}}, yearly: {{}}, total: {{formula: initial + 5 * yearly}}}}
        criteria: [{price(200)}]
    """)
    result = evaluate(
        criteria, {"A": {"initial": 10, "yearly": 2}, "B": {"initial": 40, "yearly": 0}}
    )
    assert points(result, "price") == {"A": "200", "B": "100"}
    (given,) = (
        each
        for each in result.vendor("B").score("price").derivation.inputs
        if each.name == "lowest"
    )
    assert given.derivation.formula.text == "initial + 5 * yearly"


def test_points_may_follow_from_a_declared_quantity():
    criteria = sheet("""
        quantities: {deployments: {}}
        criteria:
          - {id: record, points: 20, score: {method: formula, formula: "min(points, 2 * deployments)"}}
    """)
    result = evaluate(criteria, {"A": {"deployments": 7}, "B": {"deployments": 30}})
    assert points(result, "record") == {"A": "14", "B": "20"}


# --- quantities that are compared with the other bids (相対評価) ---


def recorded(formula, more=""):
    return sheet(f"""
        quantities: {{deployments: {{}}, users: {{}}}}
        criteria:
          - {{id: plan, points: 10}}
          - id: record
            points: 20
            score: {{method: formula, compare: deployments, formula: "{formula}"}}
        {more}
    """)


MANY = {
    "A": {"plan": [8], "deployments": 30, "users": 1},
    "B": {"plan": [6], "deployments": 12, "users": 2},
    "C": {"plan": [1], "deployments": 60, "users": 3},
}


def test_a_quantity_is_compared_with_those_of_the_bids_that_count():
    """絶対/相対 flags per item, 草津市, https://expydoc.com/doc/8380260/."""
    result = evaluate(recorded("points * deployments / highest"), MANY)
    assert points(result, "record") == {"A": "10", "B": "4", "C": "20"}
    ranked = {"C": "21", "A": "18", "B": "10"}
    assert {each: totals(result)[each] for each in ranked} == ranked


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("points * lowest / deployments", {"A": "8", "B": "20", "C": "4"}),
        ("if(deployments >= average, points, 0)", {"A": "0", "B": "0", "C": "20"}),  # of 34
        ("points / count + users", {"A": "23/3", "B": "26/3", "C": "29/3"}),
    ],
)
def test_a_comparison_may_use_lowest_average_count_and_the_vendors_own(formula, expected):
    assert points(evaluate(recorded(formula), MANY), "record") == expected


def test_who_is_out_before_is_not_compared_with():
    more = "eligibility: {minimums: [{criterion: plan, at_least: 50%}]}"
    result = evaluate(recorded("points * deployments / highest", more), MANY)
    assert points(result, "record") == {"A": "20", "B": "8", "C": None}
    assert out(result) == {"C": ["minimum"]}


def test_a_minimum_of_compared_points_is_judged_when_they_are_known():
    more = "eligibility: {minimums: [{criterion: record, at_least: 20%}]}"
    result = evaluate(
        recorded("points * deployments / highest", more),
        {**MANY, "D": {**MANY["B"], "deployments": 11}},
    )
    assert out(result) == {"D": ["minimum"]}


def test_amounts_can_be_compared_without_being_the_price():
    criteria = sheet("""
        amounts: {total: {}, yearly: {}}
        criteria:
          - {id: plan, points: 10}
          - {id: running, points: 20, score: {method: formula, compare: yearly, formula: points * lowest / yearly}}
    """)
    vendors = {
        "A": {"plan": [1], "yearly": 50, "total": 1},
        "B": {"plan": [1], "yearly": 40, "total": 2},
    }
    result = evaluate(criteria, vendors)
    assert points(result, "running") == {"A": "16", "B": "20"}
    (lowest,) = (
        each
        for each in result.vendor("A").score("running").derivation.inputs
        if each.name == "lowest"
    )
    assert [place.cell for place in lowest.where] == ["D3"]


def test_with_a_sum_what_is_compared_counts_for_every_evaluator():
    criteria = recorded("points * deployments / highest", "panel: {aggregate: sum}")
    vendors = {each: {**MANY[each], "plan": MANY[each]["plan"] * 3} for each in MANY}
    result = evaluate(criteria, vendors)
    assert points(result, "record") == {"A": "30", "B": "12", "C": "60"}
    assert result.vendor("A").of == 90


def test_funabashi_function_score_is_100_for_what_is_mandatory_and_a_share_of_200():
    """https://expydoc.com/doc/9744567/: 80 of 100 optional items make 100 + 160 = 260."""
    criteria = sheet(f"""
        quantities: {{feasible: {{}}, optional: {{}}}}
        criteria:
          - id: functions
            points: 300
            score: {{method: formula, formula: "100 + feasible / optional * 200", {HALF_UP}}}
    """)
    result = evaluate(criteria, {"A": {"feasible": 80, "optional": 100}})
    assert points(result, "functions") == {"A": "260"}


AMONG = """eligibility:
          ceiling: {ceiling}
          lowest_among: {among}
          minimums: [{{criterion: plan, at_least: 60%}}]"""


@pytest.mark.parametrize(
    ("among", "expected"),
    [
        ("eligible", "40"),  # 80 ÷ 80: A is above the ceiling's rule, B below the minimum
        ("within-ceiling", "20"),  # 40 ÷ 80: B counts, though it is out by the minimum
        ("all", "10"),  # 20 ÷ 80: A counts as well
    ],
)
def test_the_sheet_says_whose_prices_count_as_the_lowest(among, expected):
    criteria = sheet(f"""
        amounts: {{initial: {{}}, total: {{}}}}
        criteria: [{{id: plan, points: 60}}, {price(40)}]
        {AMONG.format(ceiling="exclude", among=among)}
    """)
    result = evaluate(
        criteria,
        {
            "A": {"plan": [60], "total": 20, "initial": 101},  # above the ceiling of `initial`
            "B": {"plan": [10], "total": 40, "initial": 1},  # below the minimum
            "C": {"plan": [60], "total": 80, "initial": 1},
            "D": {"total": 1, "initial": 1, "status": "withdrawn"},
        },
        ceilings={"initial": 100},
    )
    assert points(result, "price") == {"A": None, "B": None, "C": expected, "D": None}


def test_a_bid_above_a_ceiling_that_only_flags_does_not_count_within_the_ceiling():
    criteria = sheet(f"""
        criteria: [{price(40, '"points * min(lowest, price) / price"')}]
        eligibility: {{ceiling: flag, lowest_among: within-ceiling}}
    """)
    given = price_points(criteria, {"A": 100, "B": 200}, ceilings={"total": 150})
    assert given == {"A": "40", "B": "20"}


def test_it_is_a_diagnostic_when_no_price_counts_as_the_lowest():
    """All bids are above a ceiling that only flags, and only bids within it count."""
    criteria = sheet(f"""
        criteria: [{price(40)}]
        eligibility: {{ceiling: flag, lowest_among: within-ceiling}}
    """)
    result, problems = attempt(
        criteria, {"A": {"total": 200}, "B": {"total": 300}}, ceilings={"total": 150}
    )
    assert result is None
    assert codes(problems) == ["no-bid-counts", "no-bid-counts"]


def test_the_derivation_names_the_cells_of_the_price_and_of_the_lowest():
    result = evaluate(priced(50, "lowest-ratio"), {"A": {"total": 40}, "B": {"total": 50}})
    derivation = result.vendor("B").score("price").derivation
    cells = {each.name: [place.cell for place in each.where] for each in derivation.inputs}
    assert cells == {"points": [], "lowest": ["C2"], "price": ["C3"]}


def test_the_points_say_with_whose_prices_they_were_compared():
    criteria = priced(100, "lowest-ratio")
    vendors = {
        "A": {"total": 100},
        "B": {"total": 200},
        "C": {"total": 50, "status": "withdrawn"},
    }
    assert evaluate(criteria, vendors).vendor("A").score("price").among == ("A", "B")
