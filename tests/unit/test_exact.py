import math
from fractions import Fraction

import pytest

from procscore import exact
from procscore.exact import Mode, NotANumberError, Rounding, decimal_text, display, signed


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", Fraction(0)),
        ("12", Fraction(12)),
        ("0.1", Fraction(1, 10)),
        ("7.50", Fraction(15, 2)),
        ("+3", Fraction(3)),
        ("-3.5", Fraction(-7, 2)),
        ("012", Fraction(12)),
    ],
)
def test_plain_digits_are_read_exactly(text, value):
    assert exact.parse(text) == exact.NumberText(value, converted=False)


@pytest.mark.parametrize("text", [" 12", "12 ", "\u00a012", "12\u3000", "\t12\r\n"])
def test_spaces_around_a_number_are_ignored(text):
    assert exact.parse(text) == exact.NumberText(Fraction(12), converted=False)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("１２", Fraction(12)),
        ("３．５", Fraction(7, 2)),
        ("－３", Fraction(-3)),
        ("＋３", Fraction(3)),
        ("\u22123", Fraction(-3)),
        ("1２", Fraction(12)),
    ],
)
def test_full_width_numbers_are_read_and_said_to_be_converted(text, value):
    assert exact.parse(text) == exact.NumberText(value, converted=True)


@pytest.mark.parametrize(
    "text",
    [
        *("1_000", "1e3", "1E+400", "NaN", "Infinity", "inf", "0x10"),
        *("①", "½", "1/2", "²", "٣", "一二", "㌔", "Ⅳ"),
        *("3,5", "1,234", "３，５", "85%", "85点", "80/100"),
        *("", " ", ".", "-", "+", ".5", "5.", "1.2.3", "--1", "- 1", "1 000", "1\u200b2"),
        *("12\u200b", "¥100", "#N/A", "True", "該当なし", "ー3"),
    ],
)
def test_what_is_not_plainly_a_number_is_refused(text):
    with pytest.raises(NotANumberError):
        exact.parse(text)


def test_text_that_is_longer_than_any_number_is_refused_or_read_but_does_no_harm():
    # Python itself converts no more than 4,300 digits; an Excel cell holds 32,767 characters.
    try:
        number = exact.parse("9" * 5000).value
    except NotANumberError:
        return
    assert number == Fraction(10) ** 5000 - 1


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234", 1234),
        ("98,000,000", 98_000_000),
        ("-1,234.5", Fraction(-2469, 2)),
        ("１，２３４", 1234),
        ("1234567", 1234567),
        ("999", 999),
    ],
)
def test_money_may_be_grouped_by_threes(text, value):
    assert exact.parse(text, grouped=True).value == value


@pytest.mark.parametrize("text", ["3,5", "12,34", "1,2345", "1234,567", ",123", "1,,234", "1,234,"])
def test_money_in_other_groups_is_refused(text):
    with pytest.raises(NotANumberError):
        exact.parse(text, grouped=True)


def test_grouped_full_width_digits_are_said_to_be_converted():
    assert exact.parse("１，２３４", grouped=True).converted
    assert not exact.parse("1,234", grouped=True).converted


@pytest.mark.parametrize(
    ("text", "value"),
    [("75%", Fraction(3, 4)), ("７５％", Fraction(3, 4)), (" 0.5 % ", Fraction(1, 200)), ("0%", 0)],
)
def test_a_percentage_is_a_hundredth(text, value):
    assert exact.parse_percent(text) == value


@pytest.mark.parametrize("text", ["75", "%", "75%%", "%75", "seventy%"])
def test_what_is_no_percentage_is_refused(text):
    with pytest.raises(NotANumberError):
        exact.parse_percent(text)


@pytest.mark.parametrize(
    ("stored", "value"),
    [
        (0.1, Fraction(1, 10)),
        (0.85, Fraction(17, 20)),
        (7, Fraction(7)),
        (1e22, Fraction(10) ** 22),
        (-2.5, Fraction(-5, 2)),
        (12345678901234567, Fraction(12345678901234567)),
    ],
)
def test_a_stored_float_is_the_number_that_was_typed(stored, value):
    assert exact.from_excel(stored) == value


@pytest.mark.parametrize("stored", [math.inf, -math.inf, math.nan])
def test_a_number_without_end_is_refused(stored):
    with pytest.raises(NotANumberError):
        exact.from_excel(stored)


@pytest.mark.parametrize(
    ("value", "digits"),
    [("0", 0), ("100", 1), ("0.05", 1), ("1.05", 3), ("-12.50", 3), ("123456789.123456", 15)],
)
def test_significant_digits_leave_out_the_zeros_at_both_ends(value, digits):
    assert exact.significant_digits(Fraction(value)) == digits


def test_a_sum_of_binary_floats_is_seen_to_be_too_precise():
    seventeen_digits = exact.from_excel(0.1 + 0.2)  # 0.30000000000000004
    assert exact.significant_digits(seventeen_digits) > exact.SIGNIFICANT_DIGITS


def test_a_half_goes_away_from_zero():
    # 京都市 prints 23 for 30 × 30 ÷ 40 = 22.5 (expydoc 7512914); Python's round() gives 22.
    assert Rounding(0, Mode.HALF_UP)(Fraction(45, 2)) == 23
    assert Rounding(0, Mode.HALF_UP)(Fraction(-45, 2)) == -23


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        (Mode.HALF_UP, "2.3 2.4 2.2 -2.3 -2.4 -2.2 2.2"),
        (Mode.HALF_EVEN, "2.2 2.4 2.2 -2.2 -2.4 -2.2 2.2"),
        (Mode.DOWN, "2.2 2.3 2.2 -2.2 -2.3 -2.2 2.2"),
        (Mode.UP, "2.3 2.4 2.3 -2.3 -2.4 -2.3 2.2"),
    ],
)
def test_each_mode_at_halves_and_beside_them(mode, expected):
    values = ["2.25", "2.35", "2.2499", "-2.25", "-2.35", "-2.2499", "2.2"]
    rounded = [decimal_text(Rounding(1, mode)(Fraction(value))) for value in values]
    assert rounded == expected.split()


@pytest.mark.parametrize(("value", "expected"), [(1250, 1300), (1249, 1200), (-1250, -1300)])
def test_negative_places_round_to_hundreds(value, expected):
    assert Rounding(-2, Mode.HALF_UP)(Fraction(value)) == expected


def test_just_below_a_half_stays_below_it():
    nearly = Fraction(1, 2) - Fraction(1, 10**40)
    assert Rounding(0, Mode.HALF_UP)(nearly) == 0
    assert Rounding(0, Mode.HALF_EVEN)(1 + nearly) == 1


def test_nothing_is_rounded_up_that_is_already_there():
    assert Rounding(2, Mode.UP)(Fraction("1.23")) == Fraction("1.23")


def test_all_price_pairs_are_cut_at_their_true_second_decimal():
    """style.md: Decimal gets 124 and float 71 of these 19,900 pairs wrong by one digit."""
    cut = Rounding(2, Mode.DOWN)
    pairs = [(low, price) for price in range(1, 200) for low in range(1, price + 1)]
    wrong = [
        (low, price)
        for low, price in pairs
        if cut(30 * Fraction(low) / price) != Fraction(3000 * low // price, 100)
    ]
    assert len(pairs) == 19_900
    assert wrong == []


def test_a_third_of_thirty_points_is_ten_points():
    """style.md: dividing first in Decimal gives 9.99."""
    points = Fraction(3_000_000) / 9_000_000 * 30
    assert decimal_text(Rounding(2, Mode.DOWN)(points)) == "10"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(0), "0"),
        (Fraction(1200), "1200"),
        (Fraction(1, 2), "0.5"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(1, 100), "0.01"),
        (Fraction(3529, 4), "882.25"),
        (Fraction(19, 6), "19/6"),
        (Fraction(-1, 3), "-1/3"),
    ],
)
def test_a_value_is_written_as_a_decimal_where_it_ends_and_else_as_a_fraction(value, text):
    assert decimal_text(value) == text


@pytest.mark.parametrize(("denominator", "ends"), [(1, True), (40, True), (3, False), (15, False)])
def test_only_twos_and_fives_below_the_line_make_a_decimal_that_ends(denominator, ends):
    assert exact.terminates(Fraction(1, denominator)) is ends


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(98_000_000), "98,000,000"),
        (Fraction(999), "999"),
        (Fraction("-1234.5"), "-1,234.5"),
        (Fraction(175), "175"),
        (Fraction("1.2345"), "1.2345"),
        (Fraction(200, 3), "66.6666…"),
        (Fraction("0.12345"), "0.1234…"),
        (Fraction("1.00001"), "1.0000…"),
        (Fraction(-1, 3), "-0.3333…"),
        (Fraction(-1, 100_000), "-0.0000…"),
    ],
)
def test_a_reader_sees_groups_and_is_told_of_digits_that_follow(value, text):
    assert display(value) == text


def test_a_reader_may_be_shown_whole_numbers_only():
    assert display(Fraction(5), places=0) == "5"
    assert display(Fraction(11, 2), places=0) == "5…"


def test_a_number_that_grew_has_a_sign():
    assert (signed(Fraction(2)), signed(Fraction(-2)), signed(Fraction(0))) == ("+2", "-2", "0")
