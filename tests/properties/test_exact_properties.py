"""Numbers and names against what Python's own decimal and unicodedata say of them."""

import decimal
import re
import unicodedata
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from procscore import exact, names
from procscore.exact import Mode, NotANumberError, Rounding, decimal_text, display

DECIMALS = {
    Mode.HALF_UP: decimal.ROUND_HALF_UP,
    Mode.HALF_EVEN: decimal.ROUND_HALF_EVEN,
    Mode.DOWN: decimal.ROUND_DOWN,
    Mode.UP: decimal.ROUND_UP,
}
WIDE = decimal.Context(prec=100)

modes = st.sampled_from(Mode)
places = st.integers(-4, 8)
plain_decimals = st.builds(
    lambda digits, point: Decimal(digits).scaleb(-point, WIDE),
    st.integers(-(10**18), 10**18),
    st.integers(0, 10),
)
halves = st.builds(
    lambda whole, point: Decimal(10 * whole + 5).scaleb(-point, WIDE),
    st.integers(-(10**6), 10**6),
    st.integers(0, 9),
)
decimals = plain_decimals | halves
fractions = st.fractions(max_denominator=10**6)


@given(decimals, places, modes)
def test_rounding_agrees_with_decimal(value, digits, mode):
    expected = value.quantize(Decimal(1).scaleb(-digits), DECIMALS[mode], WIDE)
    assert Rounding(digits, mode)(Fraction(value)) == Fraction(expected)


@given(fractions, places, modes)
def test_a_rounded_value_is_a_multiple_of_the_unit_next_to_the_exact_one(value, digits, mode):
    unit = Fraction(10) ** -digits
    rounded = Rounding(digits, mode)(value)
    assert (rounded / unit).denominator == 1
    match mode:
        case Mode.DOWN:
            assert 0 <= abs(value) - abs(rounded) < unit
        case Mode.UP:
            assert 0 <= abs(rounded) - abs(value) < unit
        case _:
            assert abs(rounded - value) <= unit / 2


@given(fractions, places, modes)
def test_a_negative_number_is_rounded_as_its_mirror_image(value, digits, mode):
    assert Rounding(digits, mode)(-value) == -Rounding(digits, mode)(value)


@given(fractions, fractions, places, modes)
def test_rounding_never_turns_an_order_round(one, other, digits, mode):
    low, high = sorted([one, other])
    assert Rounding(digits, mode)(low) <= Rounding(digits, mode)(high)


@given(plain_decimals)
def test_a_decimal_is_written_and_read_back_without_loss(value):
    text = decimal_text(Fraction(value))
    assert exact.parse(text) == exact.NumberText(Fraction(value), converted=False)
    assert Decimal(text) == value


@given(fractions)
def test_every_value_has_one_text_that_python_reads_back(value):
    text = decimal_text(value)
    assert Fraction(text) == value
    assert ("/" in text) is not exact.terminates(value)


@given(fractions, st.integers(1, 6))
def test_display_shows_the_first_digits_and_says_whether_more_follow(value, shown):
    text = display(value, places=shown)
    assert re.fullmatch(r"-?\d{1,3}(,\d{3})*(\.\d+)?…?", text)
    digits, more = divmod(abs(value.numerator) * 10**shown, value.denominator)
    cut = Fraction(digits, 10**shown) * (-1 if value < 0 else 1)
    assert Fraction(text.replace(",", "").rstrip("…")) == cut
    assert text.endswith("…") is (more != 0)
    assert text.startswith("-") is (value < 0)


@given(st.integers(-(10**15), 10**15))
def test_money_is_read_as_python_groups_it(amount):
    assert exact.parse(f"{amount:,}", grouped=True).value == amount


@given(plain_decimals)
def test_full_width_digits_are_the_same_number(value):
    plain = f"{value:f}"
    wide = plain.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789.-"})
    assert exact.parse(wide) == exact.NumberText(Fraction(value), converted=True)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_stored_float_keeps_its_identity(stored):
    assert float(exact.from_excel(stored)) == stored


@given(st.integers(-(10**15) + 1, 10**15 - 1), st.integers(0, 12))
def test_what_was_typed_with_fifteen_digits_is_read_as_it_was_typed(digits, point):
    typed = Fraction(digits, 10**point)
    value = exact.from_excel(float(typed))
    assert value == typed
    assert exact.significant_digits(value) <= exact.SIGNIFICANT_DIGITS


numberish = st.text("0123456789０５９.．,，-－+＋eE_%％① ½٣円\u00a0\u3000\u200b/", max_size=12)


@given(st.text() | numberish, st.booleans())
@example("9" * 5000, False)
def test_any_text_is_a_number_or_refused(text, grouped):
    try:
        found = exact.parse(text, grouped=grouped)
    except NotANumberError:
        return
    plain = unicodedata.normalize("NFKC", text).strip().replace("\u2212", "-")
    assert re.fullmatch(r"[+-]?[0-9,]+(\.[0-9]+)?", plain)
    assert grouped or "," not in plain
    assert found.value == Fraction(plain.replace(",", ""))


@given(st.text() | numberish)
def test_any_text_is_a_percentage_or_refused(text):
    try:
        found = exact.parse_percent(text)
    except NotANumberError:
        return
    plain = unicodedata.normalize("NFKC", text).strip().removesuffix("%").replace("\u2212", "-")
    assert found * 100 == Fraction(plain.strip())


written_names = st.text(
    "ABcdß19山田株式会社有限一二髙高ガカがｶﾞﾟ゛\u3099ハﾊパーｰ-‐－−・（）()㈱㍿㈲ \u3000\u200b\ufeff葛\U000e0100",
    max_size=12,
)


@given(written_names)
@example("カ゛")
@example("か \u3099")
def test_the_key_of_a_key_is_the_key(name):
    assert names.key(names.key(name)) == names.key(name)


@given(written_names)
def test_a_name_and_how_it_is_shown_are_one_name(name):
    assert names.key(names.display(name)) == names.key(name)


letters = st.text("ABCxyz19山田川口商店電機ガパヤマダ", min_size=1, max_size=8)


@given(letters, st.data())
def test_what_cannot_be_seen_does_not_make_another_name(name, data):
    at = data.draw(st.integers(0, len(name)))
    put_in = data.draw(st.sampled_from(" \t\u00a0\u3000\u200b\u200e\ufeff\u2060\ufe00\U000e0101"))
    assert names.key(name[:at] + put_in + name[at:]) == names.key(name)


@given(letters, st.permutations(["株式会社", "㈱", "(株)", "（株）", "㍿", "( 株 )"]))
def test_a_legal_form_may_be_abbreviated_but_not_moved(name, forms):
    assert len({names.key(form + name) for form in forms}) == 1
    assert len({names.key(name + form) for form in forms}) == 1
    assert names.key(forms[0] + name) != names.key(name + forms[1])


@given(letters)
def test_width_and_case_do_not_make_another_name(name):
    wide = name.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})
    assert names.key(wide) == names.key(name) == names.key(name.swapcase())


@pytest.mark.parametrize("dash", "-‐‑‒–—―−─━ーｰ一﹣－")
@given(letters, letters)
def test_all_dashes_are_one_stroke(dash, before, after):
    assert names.key(f"{before}{dash}{after}") == names.key(f"{before}-{after}")


@given(letters, letters)
def test_two_names_that_differ_in_a_letter_stay_apart(one, other):
    assume(one.casefold() != other.casefold())
    assert names.key(one) != names.key(other)


@given(letters, letters)
def test_looking_alike_is_mutual_and_never_said_of_one_name(one, other):
    assert names.look_alike(one, other) == names.look_alike(other, one)
    assert not names.look_alike(one, one)
