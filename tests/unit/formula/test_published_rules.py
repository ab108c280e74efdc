"""Every way of scoring a price that was found published can be written, and gives its figures.

The rules are numbered as in the survey of published rules that the presets come from: P1 lowest
price over price, P2 discount from the ceiling, and so on. Where a source prints no figure, one is
worked out beside it. (P9, a price that the evaluators judge on a scale, has no formula.)
"""

from fractions import Fraction

import pytest

from procscore.exact import Mode, Rounding, decimal_text
from procscore.formula import PRESETS, Input, check, derive, parse

HALF_UP, DOWN = Mode.HALF_UP, Mode.DOWN
RATIO = "lowest-ratio"
DISCOUNT = "ceiling-discount"


def points(rule, rounding=None, **values):
    formula = PRESETS[rule].formula if rule in PRESETS else parse(rule)
    assert list(check(formula, values)) == []
    inputs = [Input(name, Fraction(value)) for name, value in values.items()]
    return decimal_text(derive(formula, inputs, rounding and Rounding(*rounding)).value)


@pytest.mark.parametrize(
    ("rule", "rounding", "maximum", "lowest", "price", "expected"),
    [
        # 200 × 97/113 = 171.68…
        pytest.param(RATIO, (0, DOWN), 200, 97, 113, "171", id="P1a-whole-points-cut"),
        pytest.param(RATIO, (2, HALF_UP), 40, 3750, 4100, "36.59", id="P1b-two-places"),
        # 20 × 97/113 = 17.168…
        pytest.param(RATIO, (1, HALF_UP), 20, 97, 113, "17.2", id="P1c-one-place"),
        # 97/113 = 0.8584… is cut to 0.858 before × 250; uncut it would be 214.60…
        pytest.param(
            "points * down(lowest / price, 3)", None, 250, 97, 113, "214.5", id="P1d-ratio-cut"
        ),
        # 100 × 97/113 = 85.8407…
        pytest.param(RATIO, (2, HALF_UP), 100, 97, 113, "85.84", id="P1f-two-places"),
    ],
)
def test_the_lowest_price_over_the_price(rule, rounding, maximum, lowest, price, expected):
    assert points(rule, rounding, points=maximum, lowest=lowest, price=price) == expected


@pytest.mark.parametrize(
    ("development", "maintenance", "expected"),
    [((300, 58), (40, 23), 81), ((250, 70), (50, 18), 88), ((270, 65), (30, 30), 95)],
)
def test_two_prices_are_scored_and_rounded_one_by_one(development, maintenance, expected):
    """P1e, 京都市: 70 and 30 points, printed 81, 88 and 95; 30 × 30 ÷ 40 is exactly 22.5."""
    scored = [
        points(RATIO, (0, HALF_UP), points=maximum, lowest=lowest, price=price)
        for maximum, lowest, price in ((70, 250, development[0]), (30, 30, maintenance[0]))
    ]
    assert scored == [str(development[1]), str(maintenance[1])]
    assert sum(map(int, scored)) == expected


@pytest.mark.parametrize(
    ("rule", "rounding", "maximum", "price", "expected"),
    [
        # 1 - 87.65/100 = 0.1235
        pytest.param(DISCOUNT, (0, DOWN), 200, "87.65", "24", id="P2-whole-points-cut"),  # 24.7
        pytest.param(DISCOUNT, (1, DOWN), 300, "87.65", "37", id="P2a-one-place-cut"),  # 37.05
        pytest.param(DISCOUNT, (0, HALF_UP), 200, "87.65", "25", id="P2c-whole-points"),  # 24.7
        pytest.param(DISCOUNT, (2, HALF_UP), 100, "87.655", "12.35", id="P2d-two-places"),  # 12.345
        # the slope is 100, the cap 20 or 10: two different numbers
        pytest.param(
            "min(points, 100 * (ceiling - price) / ceiling)", None, 20, 85, "15", id="P3-below-cap"
        ),
        pytest.param(
            "min(points, 100 * (ceiling - price) / ceiling)", None, 10, 85, "10", id="P3-cap"
        ),
        pytest.param(
            "min(points, 50 * (ceiling - price) / ceiling)",
            (1, HALF_UP),
            10,
            "87.5",
            "6.3",  # 6.25
            id="P3-one-place",
        ),
        pytest.param("ceiling-discount-floor-75", (1, HALF_UP), 20, 90, "2", id="P4-90"),
        pytest.param("ceiling-discount-floor-75", (1, HALF_UP), 20, 75, "5", id="P4-75"),
        pytest.param("ceiling-discount-floor-75", (1, HALF_UP), 20, 50, "5", id="P4-50"),
        *(
            pytest.param("ceiling-peak-80", (2, DOWN), 100, price, expected, id=f"P5-{price}")
            for price, expected in [
                *((100, "80"), (90, "90"), (80, "100"), (70, "90"), (0, "20")),
            ]
        ),
    ],
)
def test_the_discount_from_a_ceiling_of_100(rule, rounding, maximum, price, expected):
    assert points(rule, rounding, points=maximum, price=price, ceiling=100) == expected


def test_the_discount_from_a_reference_amount_over_seven_years():
    """P2b, 三重県: 400 × (1 - X/K) to two places, X the sum of seven fiscal years."""
    years = "y1 + y2 + y3 + y4 + y5 + y6 + y7"
    rates = {f"y{year}": 10_000_000 + year for year in range(1, 8)}
    total = points(years, **rates)
    assert total == "70000028"
    # 400 × (1 - 70,000,028/90,000,000) = 88.88876…
    found = points("estimate-discount", (2, HALF_UP), points=400, price=total, estimate=90_000_000)
    assert found == "88.89"


@pytest.mark.parametrize(("price", "expected"), [(95, "4"), (90, "8"), (80, "12")])
def test_half_the_slope_below_the_investigation_price(price, expected):
    """P6, expydoc 9675465, X = 20, the fifth decimal rounded half up."""
    market = {"ceiling": 100, "investigation": 90}
    rule = "ceiling-discount-half-slope"
    assert points(rule, (4, HALF_UP), points=80, price=price, **market) == expected


@pytest.mark.parametrize(
    ("score", "price", "printed"),
    [
        # 国土交通省 入札調書 2025-09-17, 宇佐地区舗装修繕工事; prices in thousand yen
        ("165.0000", 140_920, "117.0877"),
        ("162.5000", 141_700, "114.6788"),
        ("164.0000", 155_000, "105.8064"),
        ("164.8300", 144_000, "114.4652"),
        ("165.5000", 140_900, "117.4591"),
        ("157.1500", 148_800, "105.6115"),
        ("152.0000", 153_000, "99.3464"),
        ("165.5000", 140_800, "117.5426"),
        # 2025-02-18, 油津・夏井道路板川内地区(第4工区)改良工事
        ("171.5000", 132_000, "129.9242"),
        ("169.2500", 131_450, "128.7561"),
        ("169.0000", 131_600, "128.4194"),
        ("167.5000", 131_520, "127.357"),
        ("166.0000", 131_400, "126.3318"),
        ("168.5000", 131_330, "128.3027"),
        ("166.2500", 131_500, "126.4258"),
        ("170.7500", 131_500, "129.8479"),
        ("167.5000", 131_380, "127.4927"),
    ],
)
def test_points_divided_by_the_price(score, price, printed):
    """P7, 除算方式: cut after the fourth decimal."""
    rule = "score / (thousands * 1000) * 100000000"
    assert points(rule, (4, DOWN), score=score, thousands=price) == printed


@pytest.mark.parametrize(
    ("offer", "expected"), [(5_000_000, "50"), (4_000_000, "40"), (2_500_000, "25")]
)
def test_an_income_contract(offer, expected):
    """P8, 石巻市: 50 × offer ÷ highest offer, rounded half up to whole points."""
    found = points("highest-ratio", (0, HALF_UP), points=50, price=offer, highest=5_000_000)
    assert found == expected


@pytest.mark.parametrize(
    ("price", "banded", "below", "line"),
    [(70, "20", "20", "20"), (80, "20", "15", "15"), (90, "15", "0", "7.5"), (100, "0", "0", "0")],
)
def test_bands_and_lines_by_the_share_of_the_ceiling(price, banded, below, line):
    """Tables by percent of the ceiling, 以下 and 未満, and straight lines between set points."""
    market = {"price": price, "ceiling": 100}
    assert points("up_to(price / ceiling, 80%, 20, 90%, 15, 0)", **market) == banded
    assert points("below(price / ceiling, 80%, 20, 90%, 15, 0)", **market) == below
    assert points("interpolate(price / ceiling, 70%, 20, 80%, 15, 100%, 0)", **market) == line


@pytest.mark.parametrize(
    ("rule", "values", "expected"),
    [
        # World Bank, India: 100 × Fm / F; CCS: a share of 1 to three places
        pytest.param(RATIO, {"points": 100, "lowest": 10, "price": 15}, "200/3", id="QCBS"),
        # ADB: 1,000 points for the lowest
        pytest.param(RATIO, {"points": 1000, "lowest": 10, "price": 16}, "625", id="ADB"),
        pytest.param(
            "linear-from-lowest", {"points": 80, "lowest": 100, "price": 120}, "64", id="80-20"
        ),
        # Italy with another X, written out: 10/20 of the mean discount × 0.90
        pytest.param(
            "if(price >= average, points * 90% * (ceiling - price) / (ceiling - average), "
            "points * (90% + 10% * (average - price) / (average - lowest)))",
            {"points": 40, "price": 90, "average": 80, "ceiling": 100, "lowest": 70},
            "18",
            id="bilinear-90",
        ),
        # Negometrix: a straight line between a minimum and a maximum that the buyer set
        pytest.param(
            "interpolate(price, 50000, points, 150000, 0)",
            {"points": 40, "price": 75000},
            "30",
            id="linear-between-set-prices",
        ),
        # Prozorro: price ÷ (1 + given ÷ (1 - most)), the lowest wins; as points, its reverse
        pytest.param(
            "(1 + given / (1 - most)) / price",
            {"given": "0.2", "most": "0.3", "price": 9},
            "1/7",
            id="price-over-quality",
        ),
    ],
)
def test_formulas_beyond_japan(rule, values, expected):
    assert points(rule, **values) == expected
