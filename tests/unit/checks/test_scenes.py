from fractions import Fraction

import pytest

from procscore.checks.scenes import FREE, LEVEL, Priced, priced, studies
from procscore.exact import Mode, Rounding
from procscore.formula import PRESETS, parse
from procscore.language import message
from support.values import sheet


def about(text, points=100, **others):
    formula = PRESETS[text].formula if text in PRESETS else parse(text)
    return Priced(formula, Fraction(points), "total", **others)


def told(study):
    return str(study.within(message("so it is")))


def test_a_formula_that_does_not_compare_has_one_scene():
    (study,) = studies(about("points * (1 - price / ceiling)"))
    assert told(study) == "with a ceiling of 100, so it is"
    assert study.others is None
    assert studies(about("points * (1 - price / ceiling)"), LEVEL) == ()
    (plain,) = studies(about("points - price"))
    assert told(plain) == "so it is"


def test_one_that_compares_is_tried_beside_others_that_are_near_and_far():
    assert [told(study) for study in studies(about("lowest-ratio"))] == [
        "with other bids of 60, 80, 95, so it is",
        "with other bids of 20, 30, 85, so it is",
    ]
    assert [told(study) for study in studies(about("lowest-ratio"), LEVEL)] == [
        "with no other bid, so it is",
        "with other bids of 80, 80, so it is",
    ]
    assert [told(study) for study in studies(about("lowest-ratio"), FREE)] == [
        "with other bids of 0, 80, 95, so it is"
    ]


def test_an_investigation_price_is_tried_low_and_high():
    assert [told(study) for study in studies(about("ceiling-discount-half-slope"))] == [
        "with a ceiling of 100 and an investigation price of 60, so it is",
        "with a ceiling of 100 and an investigation price of 90, so it is",
    ]


@pytest.mark.parametrize(
    ("text", "points"),
    [
        # of bids of 60, 80, 95 and 48: lowest 48, highest 95, mean 70.75, four bids
        ("lowest", 48),
        ("highest", 95),
        ("average", Fraction("70.75")),
        ("count", 4),
        ("points", 100),
        ("price + total", 96),
    ],
)
def test_names_mean_what_they_mean_in_an_evaluation(text, points):
    formula = f"{text} + 0 * lowest"
    assert studies(about(formula))[0].curve.at(Fraction(48)) == points


@pytest.mark.parametrize(
    ("text", "bounded", "top"),
    [
        ("points * (1 - price / ceiling)", True, 100),
        ("points * (1 - price / ceiling)", False, 200),
        ("points * (1 - price / estimate)", True, 125),
        ("points * (estimate - price) / ceiling", True, 100),
        ("points * lowest / price", True, 240),
        ("points - price", True, 100),
        ("points - price / 20000", True, 25000),
        ("points * (1 - price / 500000) + 0 * lowest", True, 1500000),
        # 1,000 points are no amount of money where prices are only compared
        ("1000 * lowest / price", True, 240),
    ],
)
def test_prices_are_looked_at_as_far_as_bids_can_go(text, bounded, top):
    assert studies(about(text, bounded=bounded))[0].top == top


def test_far_others_are_within_what_is_looked_at():
    assert [study.top for study in studies(about("lowest-ratio"))] == [240, 85]
    assert [study.top for study in studies(about("lowest-ratio"), LEVEL)] == [100, 320]


def test_only_a_ceiling_that_excludes_is_a_bound():
    assert studies(about("ceiling-discount"))[0].bounded is True
    assert studies(about("ceiling-discount", bounded=False))[0].bounded is False
    assert studies(about("estimate-discount"))[0].bounded is False


def test_what_is_analysed_and_what_is_tried_says_so():
    (exact,) = studies(about("ceiling-discount"))
    assert str(exact.how) == "decided exactly for every price up to 100"
    (tried,) = studies(about("round(points * (1 - price / ceiling))"))
    assert str(tried.how) == "tried at 40 prices in equal steps up to 100"
    (dearer,) = studies(about("round(points * (1 - price / ceiling))", bounded=False))
    assert str(dearer.how) == "tried at 80 prices in equal steps up to 200"
    assert [cell.at for cell in tried.curve.cells[:3]] == [0, Fraction("2.5"), 5]


def test_figures_and_other_bids_are_joined():
    text = "points * (ceiling - price) / (estimate - lowest)"
    assert told(studies(about(text))[0]) == (
        "with a ceiling of 100, an estimate of 100 and other bids of 60, 80, 95, so it is"
    )
    assert told(studies(about(text), LEVEL)[0]) == (
        "with a ceiling of 100, an estimate of 100 and no other bid, so it is"
    )


def test_values_that_are_no_prices_are_told_as_values():
    (study, *_) = studies(about("points * total / highest", quantity=True))
    assert told(study) == "with other values of 60, 80, 95, so it is"


def test_prices_next_to_the_other_bids_are_tried_too():
    tried = studies(about("round(points * lowest / price)"))[0]
    assert str(tried.how) == (
        "tried at 108 prices up to 240, in equal steps and next to the other bids"
    )
    near = [Fraction(each) for each in ("59", "59.99", "60", "60.01", "61")]
    assert [cell.at for cell in tried.curve.cells if 58 < cell.at < 62] == near
    # not beyond the top
    (_, far) = studies(about("round(points * lowest / price)"))
    assert far.curve.cells[-1].at == far.top == 85


def test_dearer_bids_than_those_that_are_looked_at_are_studied_as_far_as_a_trillion_times():
    (exact,) = studies(about("up_to(price, 200, 10, 20)"))
    assert (exact.curve.highest.height, exact.dearer().highest.height) == (10, 20)
    (tried,) = studies(about("if(price > 200, round(price), 10)"))
    assert tried.dearer().highest.height == 100 * 2**40


def test_zero_can_be_left_out():
    (study,) = studies(about("if(price = 0, 7, 0)"))
    assert study.curve.highest.height == 7
    assert study.paid.highest.height == 0


def test_a_row_is_the_points_at_equal_steps_of_the_whole():
    (study,) = studies(about("if(price = 50, 1 / 0, points - price)"))
    assert list(study.row(4)) == [(25, 75), (75, 25), (100, 0)]


@pytest.mark.parametrize("text", ["initial / price", "points * missing", "clamp(price, 1)"])
def test_nothing_is_said_of_what_only_vendors_know_and_of_formulas_with_a_fault(text):
    assert studies(about(text)) == ()


def test_points_are_rounded_as_the_sheet_says():
    assert about("points").rounded(Fraction("2.5")) == Fraction("2.5")
    assert about("points", rounding=Rounding(0, Mode.UP)).rounded(Fraction("2.1")) == 3


def test_a_sheet_s_prices_come_with_their_rules():
    criteria = sheet(
        """
        amounts: {initial: {}, total: {}}
        criteria:
          - id: prices
            score: {method: price, amount: total, formula: lowest-ratio, round: {places: 1, mode: down}}
            criteria: [{id: a, points: 10}, {id: b, points: 20}]
          - {id: plan, points: 60}
          - {id: start, points: 10, score: {method: price, amount: initial, formula: lowest-ratio}}
        eligibility: {ceiling: {initial: flag}}
        """
    )
    formula, rounding = PRESETS["lowest-ratio"].formula, Rounding(1, Mode.DOWN)
    group = ("criteria", 0, "score", "formula")
    assert [(path, leaf.id, each) for path, leaf, each in priced(criteria)] == [
        (group, "a", Priced(formula, Fraction(10), "total", True, rounding)),
        (group, "b", Priced(formula, Fraction(20), "total", True, rounding)),
        (
            ("criteria", 2, "score", "formula"),
            "start",
            Priced(formula, Fraction(10), "initial", bounded=False),
        ),
    ]
