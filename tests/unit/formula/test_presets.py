"""The expected points are printed by the sources of rules.md, or worked out beside them."""

from fractions import Fraction

import pytest

from procscore.exact import Mode, Rounding, decimal_text
from procscore.formula import PRESETS, UndefinedValueError, check, derive, names, parse
from procscore.formula.derivation import Input

PRICE_NAMES = {
    *("points", "price", "lowest", "highest", "average", "count"),
    *("ceiling", "investigation", "estimate"),
}
"""design.md 3: the names inside a price formula."""


def points(preset, rounding=None, **values):
    inputs = [Input(name, Fraction(value)) for name, value in values.items()]
    return decimal_text(derive(PRESETS[preset].formula, inputs, rounding).value)


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_speaks_only_of_what_a_price_formula_may_name(preset):
    formula = PRESETS[preset].formula
    assert set(names(formula)) <= PRICE_NAMES
    assert list(check(formula, PRICE_NAMES)) == []


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_has_a_title_a_use_and_a_source(preset):
    entry = PRESETS[preset]
    assert entry.title
    assert entry.use.endswith(".")
    assert entry.source


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_and_its_formula_written_out_are_the_same_thing(preset):
    formula = PRESETS[preset].formula
    assert parse(formula.text) == formula


@pytest.mark.parametrize("preset", sorted(PRESETS.keys() - {"ceiling-peak-80"}))
def test_the_best_price_gets_the_most_points(preset):
    lowest_is_best = preset != "highest-ratio"
    market = {"points": 40, "lowest": 70, "highest": 90, "average": 80, "ceiling": 100}
    market |= {"investigation": 85, "estimate": 95}
    used = names(PRESETS[preset].formula)
    scored = [
        Fraction(points(preset, **{n: v for n, v in {**market, "price": p}.items() if n in used}))
        for p in (70, 80, 90)
    ]
    assert scored == sorted(scored, reverse=lowest_is_best)
    assert len(set(scored)) == 3


def test_lowest_ratio_at_the_fukui_sakai_scale():
    # 200 × 98 ÷ 112 = 19,600 ÷ 112 = 175
    assert points("lowest-ratio", points=200, lowest=98_000_000, price=112_000_000) == "175"


@pytest.mark.parametrize(
    ("maximum", "lowest", "price", "printed"),
    [
        *[(70, 250, 300, "58"), (70, 250, 250, "70"), (70, 250, 270, "65")],
        *[(30, 30, 40, "23"), (30, 30, 50, "18"), (30, 30, 30, "30")],
    ],
)
def test_lowest_ratio_as_kyoto_printed_it(maximum, lowest, price, printed):
    """京都市 要領 別紙3; 30 × 30 ÷ 40 is exactly 22.5, printed as 23."""
    half_up = Rounding(0, Mode.HALF_UP)
    assert points("lowest-ratio", half_up, points=maximum, lowest=lowest, price=price) == printed


def test_lowest_ratio_to_two_places():
    """expydoc 8028982 prints 36.59 for 40 × 3750 ÷ 4100."""
    half_up = Rounding(2, Mode.HALF_UP)
    assert points("lowest-ratio", half_up, points=40, lowest=3750, price=4100) == "36.59"


@pytest.mark.parametrize(("price", "ratio"), [(50, "100"), (75, "200/3"), (100, "50")])
def test_lowest_ratio_is_a_hyperbola(price, ratio):
    """Kiiver & Kodym 2015, Table 1: 75 is half way in price, but scores 67."""
    assert points("lowest-ratio", points=100, lowest=50, price=price) == ratio


@pytest.mark.parametrize(("price", "expected"), [(50, "100"), (75, "50"), (100, "0")])
def test_linear_to_highest_is_a_straight_line(price, expected):
    """Kiiver & Kodym 2015: the same three bids."""
    found = points("linear-to-highest", points=100, lowest=50, highest=100, price=price)
    assert found == expected


def test_linear_to_highest_gives_all_points_where_all_prices_are_equal():
    assert points("linear-to-highest", points=40, lowest=7, highest=7, price=7) == "40"


@pytest.mark.parametrize(
    ("price", "expected"), [(100, "80"), (120, "64"), (200, "0"), (250, "0"), (1000, "0")]
)
def test_linear_from_lowest_as_in_south_africa(price, expected):
    """Ps = 80 (1 - (Pt - Pmin) / Pmin): 80 × (1 - 20/100) = 64; from twice the lowest on, 0."""
    assert points("linear-from-lowest", points=80, lowest=100, price=price) == expected


@pytest.mark.parametrize(
    ("offer", "expected"), [(5_000_000, "50"), (4_000_000, "40"), (2_500_000, "25")]
)
def test_highest_ratio_as_ishinomaki_printed_it(offer, expected):
    """石巻市, naming rights: 50 × offer ÷ highest offer."""
    assert points("highest-ratio", points=50, highest=5_000_000, price=offer) == expected


@pytest.mark.parametrize(
    ("maximum", "price", "cut"),
    # 300 × (1 - 0.87654321) = 37.037037; 200 × (1 - 80/100) = 40; at the ceiling nothing is left
    [(300, "87654321", "37"), (200, "80000000", "40"), (200, "100000000", "0"), (200, "0", "200")],
)
def test_ceiling_discount_cut_to_whole_points(maximum, price, cut):
    """rules.md P2: 配点 × (1 − 入札価格 ÷ 予定価格), 小数点以下切捨て."""
    down = Rounding(0, Mode.DOWN)
    assert points("ceiling-discount", down, points=maximum, price=price, ceiling=10**8) == cut


@pytest.mark.parametrize(
    ("price", "expected"),
    # ceiling 100, bids 70 80 90: discounts 30 20 10, mean 20, greatest 30
    [
        (90, "17"),  # 40 × 0.85 × 10/20
        (80, "34"),  # 40 × 0.85
        (75, "37"),  # 40 × (0.85 + 0.15 × (25 - 20) / (30 - 20)) = 40 × 0.925
        (70, "40"),  # 40 × (0.85 + 0.15)
        (100, "0"),
    ],
)
def test_bilinear_bends_at_the_mean_discount(price, expected):
    """ANAC guideline 2: d ≤ mean: X·d/mean; else X + (1 - X)(d - mean)/(dmax - mean) (X = 0.85)."""
    market = {"ceiling": 100, "average": 80, "lowest": 70}
    assert points("bilinear", points=40, price=price, **market) == expected


def test_bilinear_gives_equal_bids_the_share_of_the_mean():
    market = {"ceiling": 100, "average": 80, "lowest": 80}
    assert points("bilinear", points=40, price=80, **market) == "34"


@pytest.mark.parametrize(("price", "expected"), [(90, "2"), (75, "5"), (50, "5"), (0, "5")])
def test_ceiling_discount_with_a_floor_counts_less_than_75_percent_as_75(price, expected):
    """価格評価 clause: 20 × (ceiling - price) ÷ ceiling, so that 5 of 20 points is the most."""
    found = points("ceiling-discount-floor-75", points=20, price=price, ceiling=100)
    assert found == expected


@pytest.mark.parametrize(("price", "expected"), [(95, "4"), (90, "8"), (80, "12")])
def test_ceiling_discount_at_half_the_slope_below_the_investigation_price(price, expected):
    """expydoc 9675465 with X = 20: (100 - X){(1 - 90/100) + 0.5 (90 - 80)/100} = 8 + 4."""
    market = {"ceiling": 100, "investigation": 90}
    found = points("ceiling-discount-half-slope", points=80, price=price, **market)
    assert found == expected


@pytest.mark.parametrize(
    ("price", "expected"), [(100, "80"), (90, "90"), (80, "100"), (70, "90"), (0, "20")]
)
def test_ceiling_peak_is_highest_at_80_percent(price, expected):
    """JICA 価格評価: (ceiling - price)/ceiling × 100 + 80; below 80 %: 120 - the same."""
    assert points("ceiling-peak-80", points=100, price=price, ceiling=100) == expected


def test_ceiling_peak_in_other_points_is_the_same_share_of_them():
    assert points("ceiling-peak-80", points=30, price=70, ceiling=100) == "27"


@pytest.mark.parametrize(
    ("price", "expected"),
    # 400 × (1 - 70/90) = 88.888…; 400 × (1 - 80/90) = 44.444…
    [(70, "88.89"), (80, "44.44"), (90, "0")],
)
def test_estimate_discount_in_400_points_to_two_places(price, expected):
    """三重県: 400 × (1 - X/K), K the 評価基準額, the third decimal rounded half up."""
    half_up = Rounding(2, Mode.HALF_UP)
    assert points("estimate-discount", half_up, points=400, price=price, estimate=90) == expected


def test_of_two_places_a_half_is_rounded_up_and_not_cut():
    # 400 × (1 - 79/80 ) = 5; 400 × (1 - 79.999/80) = 0.005 exactly
    half_up = Rounding(2, Mode.HALF_UP)
    found = points("estimate-discount", half_up, points=400, price="79.999", estimate=80)
    assert found == "0.01"


@pytest.mark.parametrize(
    ("preset", "values"),
    [
        ("lowest-ratio", {"points": 30, "lowest": 0, "price": 0}),
        ("linear-from-lowest", {"points": 30, "lowest": 0, "price": 5}),
        ("highest-ratio", {"points": 30, "highest": 0, "price": 0}),
        ("ceiling-discount", {"points": 30, "ceiling": 0, "price": 0}),
    ],
)
def test_a_price_of_zero_is_an_error_and_no_silent_score(preset, values):
    """rules.md 1: a zero price occurs, and no source says what it scores."""
    with pytest.raises(UndefinedValueError):
        points(preset, **values)


def test_the_presets_that_design_md_names_exist():
    assert set(PRESETS) >= {
        *("lowest-ratio", "ceiling-discount", "linear-to-highest", "linear-from-lowest"),
        *("highest-ratio", "bilinear"),
    }
