import pytest

from procscore.checks.lint import prices
from procscore.diagnostics import CATALOGUE, Diagnostic, Location
from procscore.formula import PRESETS
from support.values import price, sheet

STATED = "eligibility: {ceiling: %s, lowest_among: eligible}"
HALF_UP, UP, DOWN = (f", round: {{places: 0, mode: {mode}}}" for mode in ("half-up", "up", "down"))
PATH = ("criteria", 0, "score", "formula")


def found(criteria):
    """Return what the rules find: the message by its code."""
    return {each.code: each.message for each in diagnostics(criteria)}


def hints(criteria):
    """Return what the rules say to write: the hint by its code."""
    return {each.code: each.hint for each in diagnostics(criteria)}


def diagnostics(criteria):
    told = []
    for rule in prices.RULES:
        for each in rule(criteria):
            assert each.code not in {known.code for known in told}, each
            told.append(Diagnostic(each.code, Location("criteria.yaml"), each.details))
            assert told[-1].hint
    return told


def priced(formula, points=20, ceiling="exclude", rounding=""):
    quoted = formula if formula in PRESETS else f'"{formula}"'
    one = price(points, quoted + rounding)
    return sheet(f"criteria: [{one}]\n{STATED % ceiling}")


# Of 100 points. What a price has by each preset, by hand:
BY_PRESET = {
    # 0 / 0 for a bid of zero
    "lowest-ratio": ["price-undefined-at-zero"],
    # 100 × (1 − p / ceiling): 100 at zero, 0 at the ceiling, which nobody may exceed
    "ceiling-discount": ["price-points-only-at-zero"],
    # 25 at 75 percent and below
    "ceiling-discount-floor-75": ["price-points-unreachable"],
    # at zero with an investigation price of 60: 100 × (0.4 + 0.5 × 0.6) = 70
    "ceiling-discount-half-slope": ["price-points-unreachable"],
    # 100 at 80 percent, 20 at zero
    "ceiling-peak-80": [],
    # as from the ceiling, and −25 at 125 percent of the estimate, which is no bound
    "estimate-discount": ["price-negative", "price-points-only-at-zero"],
    # nothing is divided by zero, as equal prices are ruled
    "linear-to-highest": [],
    # (p − 0) / 0 where the lowest is zero
    "linear-from-lowest": ["price-undefined-at-zero"],
    # 0 / 0 for a sole offer of zero
    "highest-ratio": ["price-undefined-at-zero"],
    # ceiling − average is 0 where the sole bid is at the ceiling
    "bilinear": ["price-undefined"],
}


@pytest.mark.parametrize("preset", PRESETS)
def test_each_preset_has_the_findings_that_follow_from_it(preset):
    assert list(found(priced(preset, 100))) == BY_PRESET[preset]


@pytest.mark.parametrize("preset", ["ceiling-discount", "bilinear"])
def test_a_ceiling_that_does_not_exclude_lets_the_discount_below_zero(preset):
    for rule in ("flag", "ignore"):
        assert "price-negative" in found(priced(preset, 100, rule))


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        (
            "points * lowest / price",
            "with other bids of 60, 80, 95, the formula divides by zero at a price of 0",
        ),
        # of another bid: 20 × 20 / 0 for every price up to 95, the middle among them
        (
            "if(price = 0, points, points * 20 / lowest)",
            "with other bids of 0, 80, 95, the formula divides by zero at a price of 47.5",
        ),
        (
            "points * price / highest",
            "with no other bid, the formula divides by zero at a price of 0",
        ),
    ],
)
def test_a_price_of_zero_that_breaks_the_formula(formula, said):
    assert found(priced(formula))["price-undefined-at-zero"] == (
        f"“price” cannot be computed where a price is zero: {said} (computed at that price)."
    )


def test_a_rule_for_a_price_of_zero_is_enough():
    ruled = "if(price = 0, points, points * lowest / price)"
    assert found(priced(ruled)) == {}
    assert found(priced("if(lowest = 0, if(price = 0, points, 0), points * lowest / price)")) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [("technical / total * 100", True), ("technical / (total + 1)", False), ("technical", False)],
)
def test_a_price_of_zero_that_breaks_the_ranking(text, expected):
    criteria = sheet(
        f"""
        criteria: [{{id: technical, points: 100}}]
        ranking: {{by: formula, formula: {text}}}
        """
    )
    (code, path), message = ("price-undefined-at-zero", ("ranking", "formula")), found(criteria)
    assert list(message) == [code] * expected
    assert [each.path for each in prices.undefined_at_zero(criteria)] == [path] * expected
    if expected:
        assert "“the value that is ranked” cannot be computed" in message[code]


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        (
            "points * (highest - price) / (highest - lowest)",
            (
                "with no other bid, the formula divides by zero at a price of 50 "
                "(decided exactly for every price up to 100)"
            ),
        ),
        (
            "if(count = 1, points, points * (highest - price) / (highest - lowest))",
            (
                "with other bids of 80, 80, the formula divides by zero at a price of 80 "
                "(decided exactly for every price up to 320)"
            ),
        ),
        # whatever the others are, the highest bid
        (
            "min(points, lowest / (highest - price))",
            (
                "with other bids of 60, 80, 95, the formula divides by zero at a price of 95 "
                "(decided exactly for every price up to 240)"
            ),
        ),
        (
            "min(points, 1 / (ceiling - price))",
            (
                "with a ceiling of 100, the formula divides by zero at a price of 100 "
                "(decided exactly for every price up to 100)"
            ),
        ),
        (
            "min(points, round(20 / (90 - price)) + 0 * ceiling)",
            (
                "with a ceiling of 100, the formula divides by zero at a price of 90 "
                "(tried at 40 prices in equal steps up to 100)"
            ),
        ),
    ],
)
def test_a_price_that_can_be_quoted_and_has_no_points(formula, said):
    messages = found(priced(formula))
    assert "price-undefined-at-zero" not in messages  # zero is nothing special here
    message = messages["price-undefined"]
    assert message == f"“price” cannot be computed for a price that can be quoted: {said}."


@pytest.mark.parametrize(
    ("formula", "ceiling", "said"),
    [
        # South Africa without the floor: 20 × (1 − (240 − 60) / 60) = −40
        (
            "points * (1 - (price - lowest) / lowest)",
            "exclude",
            (
                "with other bids of 60, 80, 95, a price of 240 gives -40 points "
                "(decided exactly for every price up to 240)"
            ),
        ),
        # 20 × (1 − 200 / 100) = −20
        (
            "ceiling-discount",
            "flag",
            (
                "with a ceiling of 100, a price of 200 gives -20 points "
                "(decided exactly for every price up to 200)"
            ),
        ),
        # 20 × (1 − 125 / 100) = −5
        (
            "estimate-discount",
            "exclude",
            (
                "with an estimate of 100, a price of 125 gives -5 points "
                "(decided exactly for every price up to 125)"
            ),
        ),
        (
            "round(20 * (1 - price / 90)) + 0 * ceiling",
            "exclude",
            (
                "with a ceiling of 100, a price of 97.5 gives -2 points "
                "(tried at 40 prices in equal steps up to 100)"
            ),
        ),
    ],
)
def test_points_below_zero(formula, ceiling, said):
    message = found(priced(formula, 20, ceiling))["price-negative"]
    assert message == f"“price” can come to less than 0 points: {said}."


def test_a_negative_sliver_that_is_rounded_to_zero_is_none():
    # −0.4 at the ceiling
    formula = "19.6 - 20 * price / ceiling"
    for rounding, expected in [("", True), (HALF_UP, False), (UP, True)]:
        messages = found(priced(formula, 20, rounding=rounding))
        assert ("price-negative" in messages) is expected


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        # 16 of 15 points stood in the Belgian formula; here 21 of 20
        (
            "21 * lowest / price",
            (
                "with other bids of 60, 80, 95, a price of 60 gives 21 points "
                "(decided exactly for every price up to 240)"
            ),
        ),
        (
            "30 * (1 - price / ceiling)",
            (
                "with a ceiling of 100, a price of 0 gives 30 points "
                "(decided exactly for every price up to 100)"
            ),
        ),
        # 20 × 240 / 118.75
        (
            "points * price / average",
            (
                "with other bids of 60, 80, 95, a price of 240 gives 40.4210… points "
                "(decided exactly for every price up to 240)"
            ),
        ),
    ],
)
def test_points_above_the_criterion_s(formula, said):
    message = found(priced(formula))["price-above-points"]
    assert message == f"“price” can come to more than its 20 points: {said}."


def test_a_pole_is_above_all_points():
    # the first half of a half … of 50 whose points are above 20: 50 / 1024
    message = found(priced("1 / price"))["price-above-points"]
    assert "a price of 0.0488… gives 20.48 points" in message


def test_rounding_up_does_not_lift_points_above_what_there_is():
    assert "price-above-points" not in found(priced("ceiling-discount", 20, rounding=UP))
    assert "price-above-points" in found(priced("ceiling-discount", "19.5", rounding=HALF_UP))


@pytest.mark.parametrize(
    ("formula", "most", "said"),
    [
        (
            "ceiling-discount-floor-75",
            "5",
            (
                "with a ceiling of 100, a price of 75 gives 5 points "
                "(decided exactly for every price up to 100)"
            ),
        ),
        # the greatest of both investigation prices: 20 × (1 − 60/100 + 0.5 × 60/100)
        (
            "ceiling-discount-half-slope",
            "14",
            (
                "with a ceiling of 100 and an investigation price of 60, a price of 0 gives 14 points "
                "(decided exactly for every price up to 100)"
            ),
        ),
        # 20 × (100 − 60) / 100 just above 60, where the points stop
        (
            "if(price > 60% * ceiling, points * (1 - price / ceiling), 0)",
            "8",
            (
                "with a ceiling of 100, a price next to 60 gives nearly 8 points "
                "(decided exactly for every price up to 100)"
            ),
        ),
        (
            "down(15 * (1 - price / ceiling))",
            "14",
            (
                "with a ceiling of 100, a price of 5 gives 14 points "
                "(tried at 40 prices in equal steps up to 100)"
            ),
        ),
    ],
)
def test_points_that_nobody_can_reach(formula, most, said):
    message = found(priced(formula))["price-points-unreachable"]
    expected = f"No price above zero can have more than {most} of the 20 points of “price”: {said}."
    assert message == expected


def test_points_that_rounding_makes_up_for_are_reached():
    # 19.8 at zero
    formula = "19.8 * (1 - price / ceiling)"
    for rounding, expected in [("", True), (HALF_UP, False), (DOWN, True)]:
        messages = found(priced(formula, 20, rounding=rounding))
        assert ("price-points-unreachable" in messages) is expected


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        # 18 at a tenth of the ceiling
        ("ceiling-discount", "with a ceiling of 100, a price of 10 gives 18 points"),
        # at zero itself less, next to it all
        ("if(price = 0, 0, points * (1 - price / ceiling))", "a price of 10 gives 18 points"),
        # 20 × (1 − 10 / 61.25)
        (
            "points * max(0, 1 - price / average)",
            "with other bids of 60, 80, 95, a price of 10 gives 16.7346… points",
        ),
    ],
)
def test_points_that_only_a_price_of_zero_reaches(formula, said):
    messages = found(priced(formula))
    assert "price-points-unreachable" not in messages
    message = messages["price-points-only-at-zero"]
    assert message.startswith(
        "Only a price of zero, or next to zero, has all 20 points of “price”: "
    )
    assert f"{said} (decided exactly for every price up to " in message


@pytest.mark.parametrize(
    "formula",
    [
        # reached at 70 percent and below
        "min(points, points * (ceiling - price) / (30% * ceiling))",
        "up_to(price / ceiling, 80%, 20, 90%, 10, 0)",
        # reached at one price
        "if(price = 70% * ceiling, points, 0)",
        # approached at 70 percent as near as one likes, but not at zero
        "if(price < 70% * ceiling, points * price / (70% * ceiling), 0)",
        # income: all points for the highest offer, or from a sum on that nobody has to stop at
        "if(highest = 0, 0, points * price / highest)",
        "min(points, price / 1000)",
        "max(0, points * (price - estimate) / estimate)",
        # a price that is not looked at, which nothing excludes, has all points
        "up_to(price, 200, 10, 20)",
        "if(price > 1000, round(price / 100), 10)",
        # twenty bids do
        "min(points, count)",
    ],
)
def test_points_that_can_be_reached(formula):
    assert found(priced(formula)).keys() <= {"price-dearer-scores-more", "price-above-points"}


@pytest.mark.parametrize(
    ("formula", "most", "said", "written"),
    [
        # zero itself has all 40 points, no price next to it does
        (
            "if(price = 0, points, 30 * lowest / price)",
            30,
            "with no other bid, a price of 100 gives 30 points",
            (
                "Raise the slope, such as “formula: min(points, if(price = 0, points, 30 * lowest / price) "
                "* 4 / 3)”, or lower the points to 30."
            ),
        ),
        (
            "if(price = 0, points, 10 - 10 * price / ceiling)",
            10,
            "with a ceiling of 100, a price next to 0 gives nearly 10 points",
            "or lower the points to 10.",
        ),
        # a sole bidder's points are level
        (
            "max(0, 20 - (price - lowest) / 1000000)",
            20,
            "with no other bid, a price of 1,250,000 gives 20 points",
            (
                "Raise the slope, such as “formula: min(points, max(0, 20 - (price - lowest) / 1000000) "
                "* 2)”, or lower the points to 20."
            ),
        ),
        # all are
        (
            "20",
            20,
            "a price of 100 gives 20 points",
            "Correct the formula, which gives every price 20",
        ),
        ("0", 0, "a price of 100 gives 0 points", "Correct the formula, which gives every price 0"),
        ("points * 10%", 4, "a price of 100 gives 4 points", "which gives every price 4 points."),
        # lowering the points lowers these, too: 10 × 25 % = 2.5
        (
            "ceiling-discount-floor-75",
            10,
            "with a ceiling of 100, a price of 75 gives 10 points",
            (
                "such as “formula: min(points, points * (1 - max(price, 75% * ceiling) / ceiling) * 4)”, or "
                "lower the points to 10 and write 40 for “points” in the formula."
            ),
        ),
        # what is below zero cannot be stretched
        (
            "-(5 + price / ceiling)",
            -5,
            "a price of 0 gives -5 points",
            "Correct the formula, by which no price earns points.",
        ),
    ],
)
def test_points_that_no_price_above_zero_has(formula, most, said, written):
    criteria = priced(formula, 40)
    message = found(criteria)["price-points-unreachable"]
    start = f"No price above zero can have more than {most} of the 40 points of “price”: "
    assert message.startswith(start)
    assert said in message
    assert "price-points-only-at-zero" not in found(criteria)
    assert written in hints(criteria)["price-points-unreachable"]


def test_what_is_tried_is_tried_next_to_the_other_bids():
    # 40 ÷ variance(60.01, 60) = 40 ÷ 0.005² = 1,600,000; at the nearest equal step, 62.5, it is 25.6
    formula = "if(variance(price, lowest) = 0, points, points / variance(price, lowest))"
    message = found(priced(formula, 40))["price-above-points"]
    assert "with other bids of 60, 80, 95, a price of 60.01 gives 1,600,000 points" in message
    assert "(tried at 108 prices up to 240, in equal steps and next to the other bids)" in message


@pytest.mark.parametrize(
    ("formula", "ruled"),
    [
        ("lowest-ratio", "if(price = 0, points, points * lowest / price)"),
        ("points * lowest /\n price", "if(price = 0, points, points * lowest / price)"),
        # a rule for the bid itself is not enough where another is free
        (
            "points * (2 * lowest - price) / lowest",
            "if(lowest = 0, if(price = 0, points, 0), points * (2 * lowest - price) / lowest)",
        ),
        ("highest-ratio", "if(highest = 0, 0, points * price / highest)"),
        # rises: the free bid of another is ruled only by the lowest
        ("points * price / lowest", "if(lowest = 0, 0, points * price / lowest)"),
    ],
)
def test_a_rule_for_a_price_of_zero_is_put_around_the_sheet_s_own_formula(formula, ruled):
    hint = hints(priced(formula))["price-undefined-at-zero"]
    assert hint.startswith(f"Rule the case in the formula, such as “formula: {ruled}”, or say")


@pytest.mark.parametrize(
    ("formula", "written"),
    [
        (
            "estimate-discount",
            (
                "measure from the lowest price that can be expected, such as “formula: min(points, points "
                "* (1 - price / estimate) * 10 / 3)”, which gives all points at a price of 70."
            ),
        ),
        # no points at 70 percent; 10 at 50
        (
            "max(0, points - 20 * price / ceiling - if(price > 50, 9, 0))",
            "max(0, points - 20 * price / ceiling - if(price > 50, 9, 0)) * 2)”, which gives all points at a price of 50.",
        ),
        ("points - 20 * price / ceiling", "min(points, (points - 20 * price / ceiling) * 10 / 3)”"),
        # next to nothing earns points
        (
            "max(0, points - 100 * points * price / ceiling)",
            "else measure from the lowest price that can be expected.",
        ),
    ],
)
def test_a_discount_that_can_be_expected_is_measured_by_the_sheet_s_own_formula(formula, written):
    assert written in hints(priced(formula))["price-points-only-at-zero"]


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        (
            "points * price / ceiling",
            (
                "with a ceiling of 100, a price of 100 gives 20 points and a price of 10 gives 2 "
                "(decided exactly for every price up to 100)"
            ),
        ),
        # level again from 70 on
        (
            "min(points, points * price / (70% * ceiling))",
            "a price of 70 gives 20 points and a price of 10 gives 2.8571…",
        ),
        # only in one step
        (
            "if(price > 95, points, 0) + 0 * ceiling",
            "a price of 100 gives 20 points and a price of 10",
        ),
        # the highest alone would say that the highest offer is best
        (
            "points * price / highest + 0 * lowest",
            "a price of 100 gives 20 points and a price of 10",
        ),
    ],
)
def test_a_formula_that_only_rises_says_so(formula, said):
    message = found(priced(formula))["price-dearer-scores-more"]
    assert message.startswith("A dearer bid scores more on “price”: ")
    assert said in message


@pytest.mark.parametrize(
    "formula",
    [
        # the highest offer is named
        "highest-ratio",
        "points - (highest - price) / 10",
        # falls somewhere: `criteria-cheaper-scores-less` says so
        "ceiling-peak-80",
        "lowest-ratio",
        # neither
        "points",
        "if(price = 0, 0, points) + 0 * ceiling",
    ],
)
def test_a_formula_for_which_a_dearer_bid_is_not_told(formula):
    assert "price-dearer-scores-more" not in found(priced(formula))


def test_a_formula_of_what_only_vendors_know_says_that_it_is_left_alone():
    criteria = sheet(
        f"""
        amounts: {{initial: {{}}, total: {{}}}}
        criteria: [{price(20, '"40 - initial / price + 0 * total"')}]
        """
    )
    assert found(criteria) == {
        "price-not-studied": "The price formula of “price” hangs on “initial”, too, and was not looked into."
    }


def test_a_formula_is_told_once_and_by_the_first_criterion_that_it_is_wrong_for():
    # 10 points are reached at 80 percent, 20 are not
    criteria = sheet(
        """
        criteria:
          - id: prices
            score: {method: price, amount: total, formula: "min(10, 50 * (1 - price / ceiling))"}
            criteria: [{id: a, points: 10}, {id: b, points: 20}, {id: c, points: 30}]
        """
    )
    (one,) = prices.unreachable(criteria)
    assert (one.path, one.details["criterion"], one.details["points"]) == (PATH, "b", "20")


@pytest.mark.parametrize(
    ("formula", "names", "said"),
    [
        # 20 × 60/80 = 15, 20 × 40/80 = 10
        (
            "lowest-ratio",
            "“lowest”",
            (
                "with other bids of 60, 95, one of 80 earns 15 points, and 10 if an excluded bid of 40 "
                "counts too"
            ),
        ),
        # 20 × 80/95, 20 × 80/120
        (
            "highest-ratio",
            "“highest”",
            (
                "with other bids of 60, 95, one of 80 earns 16.8421… points, and 13.3333… if an excluded "
                "bid of 120 counts too"
            ),
        ),
        (
            "points / count",
            "“count”",
            (
                "with other bids of 60, 95, one of 80 earns 6.6666… points, and 5 if an excluded bid of 40 "
                "counts too"
            ),
        ),
        (
            "min(points, lowest / initial + average / initial)",
            "“lowest”, “average”",
            "an excluded bid may count or not",
        ),
    ],
)
def test_whose_prices_count_is_to_be_stated(formula, names, said):
    quoted = formula if formula in PRESETS else f'"{formula}"'
    text = f"amounts: {{initial: {{}}, total: {{}}}}\ncriteria: [{price(20, quoted)}]\n"
    (one,) = prices.lowest_stated(sheet(text))
    message = Diagnostic(one.code, Location("a"), one.details).message
    assert message == f"It is not stated which bids count for {names} in “price”: {said}."
    assert one.path == PATH
    for among in ("eligible", "within-ceiling", "all"):
        stated = sheet(f"{text}eligibility: {{lowest_among: {among}}}")
        assert list(prices.lowest_stated(stated)) == []
    assert list(prices.lowest_stated(sheet(f"{text}eligibility: {{ceiling: flag}}"))) == [one]


def test_quantities_are_compared_too():
    criteria = sheet(
        """
        quantities: {cases: {}}
        criteria:
          - id: record
            points: 20
            score: {method: formula, formula: points * cases / highest, compare: cases}
        """
    )
    (one,) = prices.lowest_stated(criteria)
    assert str(one.details["example"]) == (
        "with other values of 60, 95, one of 80 earns 16.8421… points, and 13.3333… if 120, that of an "
        "excluded bid, counts too"
    )


def test_what_does_not_compare_needs_no_word_on_whose_prices_count():
    assert list(prices.lowest_stated(sheet(f"criteria: [{price(20, 'ceiling-discount')}]"))) == []


def test_findings_are_warnings_and_what_may_be_meant_is_advice():
    codes = {code for codes in BY_PRESET.values() for code in codes}
    codes |= {"price-dearer-scores-more", "price-not-studied"}
    severities = {code: CATALOGUE[code].severity for code in codes}
    assert severities == {
        "price-undefined-at-zero": "warning",
        "price-undefined": "warning",
        "price-negative": "warning",
        "price-points-unreachable": "warning",
        "price-points-only-at-zero": "advice",
        "price-dearer-scores-more": "advice",
        "price-not-studied": "advice",
    }
