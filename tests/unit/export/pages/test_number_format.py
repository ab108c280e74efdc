from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procscore.exact import Mode, Rounding, decimal_text
from procscore.export.pages.number_format import number_format
from support.pages import as_excel_shows


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("12", "12", "0"),
        ("1,234.50", "1234.5", "#,##0.00"),
        ("-5", "-5", "0"),
        ("12.5 %", "1/8", '0.0" "%'),
        ("33.3 %", "1/3", '0.0" "%'),
        ("66.7 %", "2/3", '0.0" "%'),
        ("100%", "1", "0%"),
        ("800点", "800", '0"点"'),
        ("約5 points", "5", '"約"0" points"'),
        ('5 "feet"', "5", '0" "\\""feet"\\"""'),
        ("0.05", "1/20", "0.00"),
    ],
)
def test_the_format_shows_the_number_as_the_text_does(text, value, expected):
    assert number_format(text, Fraction(value)) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", "0"),
        ("-", "0"),
        ("19/6", "19/6"),
        ("800 : 200", "800"),
        ("0.6666…", "2/3"),
        ("66.6 %", "2/3"),
        ("12.5", "1/8"),
        ("12.5 %", "25/2"),
        ("12,34", "1234"),
        ("1,234", "1235"),
        ("007", "7"),
        ("△5", "-5"),
        ("¥-5", "-5"),
        ("5 % of 20 %", "1/20"),
        ("5 %%", "1/20"),
        ("% 5", "5"),
        ("5\npoints", "5"),
        ("5" + " p" * 60, "5"),
        ("1234567890123456", "1234567890123456"),
        ("0", "-1/3"),
    ],
)
def test_where_excel_would_show_something_else_there_is_no_format(text, value):
    assert number_format(text, Fraction(value)) is None


@given(
    st.fractions(-10_000, 10_000, max_denominator=1000),
    st.integers(0, 4),
    st.sampled_from(["", " %", "%", "点", ' "x"']),
)
def test_what_excel_shows_is_the_text(value, places, unit):
    scale = 100 if "%" in unit else 1
    shown = decimal_text(Rounding(places, Mode.HALF_UP)(value * scale))
    whole, _point, decimals = shown.partition(".")
    text = f"{whole}{'.' * bool(places)}{decimals.ljust(places, '0')}{unit}"
    found = number_format(text, value)
    if text[0] == "0" and not text.strip(f"0.{unit}") and value < 0:
        assert found is None
    else:
        assert found is not None
        assert as_excel_shows(value, found) == text
