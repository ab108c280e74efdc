import pytest

from procscore.checks.lint import rounding
from procscore.diagnostics import CATALOGUE, Diagnostic, Location
from procscore.formula import PRESETS
from support.values import price, sheet

PATH = ("criteria", 0, "score", "formula")


def found(criteria):
    """Return what the rules find: code and path, and the message."""
    findings = [each for rule in rounding.RULES for each in rule(criteria)]
    told = [Diagnostic(each.code, Location("criteria.yaml"), each.details) for each in findings]
    return [(each.code, each.path) for each in findings], [each.message for each in told]


def priced(formula, points=20, written=""):
    quoted = formula if formula in PRESETS else f'"{formula}"'
    return sheet(f"criteria: [{price(points, quoted + written)}]")


@pytest.mark.parametrize("preset", PRESETS)
def test_no_preset_rounds_so_that_the_sheet_has_to(preset):
    assert found(priced(preset))[0] == [("price-rounding-not-stated", PATH)]
    assert found(priced(preset, 20, ", round: {places: 0, mode: down}"))[0] == []


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        # 20 × 60/70 = 17.14… is 17 either way, 20 × 60/67.5 is not
        (
            "lowest-ratio",
            (
                "with other bids of 60, 80, 95, a price of 67.5 gives 17.7777… points, 18 rounded half up "
                "and 17 cut down to whole points"
            ),
        ),
        # 20 × 0.325 = 6.5
        (
            "ceiling-discount",
            (
                "with a ceiling of 100, a price of 67.5 gives 6.5 points, 7 rounded half up and 6 cut down "
                "to whole points"
            ),
        ),
        # of 20 points a third is 6.67
        (
            "points * initial / price",
            "a share of 1/3 gives 6.6666… points, 7 rounded half up and 6 cut down to whole points",
        ),
    ],
)
def test_rounding_is_to_be_stated_with_points_for_which_it_matters(formula, said):
    _, (message,) = found(priced(formula))
    assert message == f"It is not stated how the points of “price” are rounded: {said}."


@pytest.mark.parametrize(
    ("points", "share"),
    [(20, "1/3"), (1, "2/3"), (21, "1/11 gives 1.9090…"), ("4.5", "1/3 gives 1.5")],
)
def test_a_share_is_found_whose_points_can_be_rounded_both_ways(points, share):
    _, (message,) = found(priced("points * initial / price", points))
    assert f"a share of {share}" in message


@pytest.mark.parametrize(
    "formula",
    [
        # rounded inside
        "points * down(lowest / price, 3)",
        "round(points * lowest / price, 2)",
        "up(points * lowest / price)",
        # points that are written down
        "up_to(price / ceiling, 80%, 20, 90%, 15, 0)",
        "if(price / ceiling < 80%, 20, 10)",
        # no division, so that decimals end
        "min(points, 2 * count)",
        "points * 85% - price * 0.5",
        "points * (1 / 3)",
    ],
)
def test_what_comes_out_of_no_division_needs_no_rounding(formula):
    assert found(priced(formula))[0] == []


@pytest.mark.parametrize(
    "formula",
    [
        "-(points / price)",
        "if(price > 50, points, points * 50 / price)",
        "if(price > 50, points * 50 / price, 0)",
        "up_to(price, 50, points, points * 50 / price)",
        "interpolate(price, 0, 20, 70, 0)",
        "mean(points, price, lowest)",
        "max(0, points - price / 7)",
    ],
)
def test_divisions_are_found_wherever_points_come_from(formula):
    assert found(priced(formula))[0] == [("price-rounding-not-stated", PATH)]


def test_points_of_quantities_are_rounded_too():
    criteria = sheet(
        """
        quantities: {hours: {}}
        criteria:
          - {id: time, points: 15, score: {method: formula, formula: points * hours / 9.6}}
        """
    )
    # 15 × 4/7 = 8.57
    _, (message,) = found(criteria)
    assert "a share of 4/7 gives 8.5714… points, 9 rounded half up and 8 cut down" in message


def test_a_quantity_that_is_compared_is_no_price():
    text = """
        quantities: {cases: {}}
        criteria:
          - id: record
            points: 250
            score: {method: formula, formula: "%s", compare: cases%s}
    """
    # 250 × 70/95 = 184.21; the first that is cut down otherwise is 67.5: 177.63
    _, (message,) = found(sheet(text % ("points * cases / highest", "")))
    assert "with other values of 60, 80, 95, a value of 67.5 gives 177.6315… points" in message
    # 70/95 is cut to 0.736: 184, and 184.2 at once
    stated = ", round: {places: 1, mode: half-up}"
    _, (message,) = found(sheet(text % ("points * down(cases / highest, 3)", stated)))
    assert "a value of 70 gives 184 points, rounded once at the end 184.2" in message


def test_a_rounding_of_the_group_is_one():
    text = """
        criteria:
          - id: all
            points: 50
            rescale: {formula: points * raw / of%s}
            criteria:
              - {id: price, points: 100, score: {method: price, amount: total, formula: lowest-ratio}}
    """
    stated = ", round: {places: 1, mode: half-up}"
    inside = ("criteria", 0, "criteria", 0, "score", "formula")
    assert found(sheet(text % ""))[0] == [("price-rounding-not-stated", inside)]
    assert found(sheet(text % stated))[0] == []


def test_one_rule_that_several_inherit_is_told_once():
    criteria = sheet(
        """
        criteria:
          - id: prices
            score: {method: price, amount: total, formula: lowest-ratio}
            criteria: [{id: a, points: 10}, {id: b, points: 20}]
        """
    )
    assert found(criteria)[0] == [("price-rounding-not-stated", PATH)]


@pytest.mark.parametrize(
    ("formula", "places", "said"),
    [
        # 60/70 is cut to 0.857, × 250 = 214.25 → 214.3, as is 250 × 60/70 = 214.28…; but
        # 60/67.5 is cut to 0.888, × 250 = 222, and 250 × 60/67.5 = 222.2…
        (
            "250 * down(lowest / price, 3)",
            1,
            (
                "first down(…) and then rounded half up to one decimal place: with other bids of 60, 80, "
                "95, a price of 67.5 gives 222 points, rounded once at the end 222.2"
            ),
        ),
        (
            "round(points * lowest / price, 1)",
            1,
            (
                "first round(…) and then rounded half up to one decimal place: where it was tried it makes "
                "no difference"
            ),
        ),
        (
            "round(up(points * initial / price, 2), 1)",
            0,
            (
                "first round(…), up(…) and then rounded half up to a whole number: 2.445 would become "
                "2.45 and then 2.5, rounded once at the end 2.4"
            ),
        ),
    ],
)
def test_a_formula_that_rounds_what_the_sheet_rounds_again(formula, places, said):
    written = f", round: {{places: {places}, mode: half-up}}"
    codes, (message,) = found(priced(formula, 250, written))
    assert codes == [("rounding-twice", PATH)]
    assert message == f"“price” is rounded twice, {said}."


RESCALED = """
    criteria:
      - id: technical
        points: 80
        rescale: {formula: %s, round: {places: %s, mode: half-up}}
        criteria: [{id: plan, points: 60}, {id: staff, points: 40, score: %s}]
    panel: {over: %s, round: %s}
"""
PANEL = "{places: 2, mode: half-up}"
MARKS = "{method: marks}"


def rescaled(formula="points * raw / of", places=1, score=MARKS, over="criteria", panel=PANEL):
    text = RESCALED % (formula, places, score, over, panel)
    return sheet(text.replace(", round: null", ""))


def test_points_that_were_rounded_and_are_rounded_on_another_scale():
    codes, (message,) = found(rescaled())
    assert codes == [("rounding-twice", ("criteria", 0, "rescale", "round"))]
    # 50.055 + 0.01 · k, × 0.8: 50.305 → 50.31 × 0.8 = 40.248 → 40.2, no; 50.055 → 50.06 → 40.048;
    # 50.065 × 0.8 = 40.052 → 40.1 either way; 50.185: 40.148 → 40.1, but 50.19 × 0.8 = 40.152 → 40.2
    assert message == (
        "“technical” is rounded twice, first rounded half up to 2 decimal places and then rounded half "
        "up to one decimal place: 50.185 becomes 50.19 and then 40.2, rounded once at the end 40.1."
    )


@pytest.mark.parametrize(
    "score", ["{method: marks, round: {places: 0, mode: half-up}}", "{method: marks, step: 1}"]
)
def test_a_rounding_of_one_part_is_enough(score):
    expected = ["rounding-twice"] if "round" in score else []
    codes, _ = found(rescaled(score=score, panel="null"))
    assert [code for code, _ in codes] == expected


def test_a_total_that_is_rounded_counts_where_all_of_it_is_rescaled():
    assert len(found(rescaled(over="totals"))[0]) == 1
    beside = RESCALED % ("points * raw / of", 1, MARKS, "totals", PANEL)
    more = beside.replace(
        "criteria:\n      - id: tech", "criteria:\n      - {id: demo, points: 9}\n      - id: tech"
    )
    assert found(sheet(more))[0] == []


def test_a_rescaled_group_within_a_rescaled_group():
    criteria = sheet(
        """
        criteria:
          - id: all
            points: 50
            rescale: {formula: points * raw / of, round: {places: 0, mode: half-up}}
            criteria:
              - id: part
                points: 80
                rescale: {formula: points * raw / of, round: {places: 1, mode: half-up}}
                criteria: [{id: a, points: 100}]
        """
    )
    assert found(criteria)[0] == [("rounding-twice", ("criteria", 0, "rescale", "round"))]


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        # 54.995 → 55 × 0.7 = 38.5 → 39, but 54.995 × 0.7 = 38.4965 → 38
        (70, 1),
        # × 0.8 comes to a half at 50.625 and every 1.25 from there, where two decimals turn too
        (80, 0),
    ],
)
def test_rounded_prices_count_where_it_can_show(points, expected):
    criteria = sheet(
        f"""
        criteria:
          - id: price
            points: {points}
            rescale: {{formula: points * raw / of, round: {{places: 0, mode: half-up}}}}
            criteria:
              - id: cost
                points: 100
                score:
                  method: price
                  amount: total
                  formula: lowest-ratio
                  round: {{places: 2, mode: half-up}}
        """
    )
    assert [code for code, _ in found(criteria)[0]] == ["rounding-twice"] * expected


@pytest.mark.parametrize(
    ("formula", "places", "panel"),
    [
        # whole points, added up, have no decimal to round
        ("raw", 1, "{places: 0, mode: half-up}"),
        ("raw", 2, PANEL),
        ("raw", 1, "null"),
        ("points * raw / of", 1, "null"),
    ],
)
def test_a_rounding_that_changes_nothing_is_none(formula, places, panel):
    assert found(rescaled(formula, places, panel=panel))[0] == []


def test_what_cannot_be_tried_is_told_by_an_example():
    _, (message,) = found(rescaled("0.7 * plan + 0.3 * staff"))
    assert message.endswith("2.445 would become 2.45 and then 2.5, rounded once at the end 2.4.")


def test_rounding_that_is_not_stated_is_a_warning_and_twice_is_advice():
    assert CATALOGUE["price-rounding-not-stated"].severity == "warning"
    assert CATALOGUE["rounding-twice"].severity == "advice"
