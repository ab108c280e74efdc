"""What number formats show."""

from fractions import Fraction

import pytest

from procscore.model.published import Held
from procscore.verifying import formats

NUMBER = Fraction("86.5")


@pytest.mark.parametrize(
    ("found", "expected", "number", "same"),
    [
        ("#,##0.0_ ", "#,##0.0", NUMBER, True),
        ('"-"', r"\-", NUMBER, True),
        ("General", "#,##0.0", NUMBER, False),
        ("General", "#,##0.0", Fraction(86), True),
        ("General", "General", NUMBER, True),
        ("", "#,##0.0", NUMBER, False),
        ("0.00", "#,##0.0", NUMBER, True),
        ("0", "#,##0.0", NUMBER, False),
        ("0", "#,##0.0", Fraction(86), True),
        ("#,##0_);[Red](#,##0)", "#,##0.0", Fraction(86), True),
        ("[White]#,##0.0", "#,##0.0", NUMBER, False),
        ("[Color2]#,##0.0", "#,##0.0", NUMBER, False),
        ('#,##0.0;[>50]"99"', "#,##0.0", NUMBER, False),
        ('"0"', "#,##0", Fraction(36), False),
        ('0".0"', "#,##0.0", Fraction(18), False),
        (r"0\.00", "#,##0.00", Fraction(100), False),
        ('0.0"0"', "#,##0.00", Fraction("876.87"), False),
        ('0.00;-0.00;"25.00"', "#,##0.00", Fraction(0), False),
        ("0.00;-0.00;0.00", "#,##0.00", Fraction(0), True),
        ("0.00;-0.00", "#,##0.00", Fraction(-5, 2), True),
        ("0.00;0.00", "#,##0.00", Fraction(-5, 2), False),
        ("#,##0.0;-0", "#,##0.0", Fraction(-1, 2), False),
        (";;;", "#,##0.0", NUMBER, False),
        ('"9"0.0', "#,##0.0", NUMBER, False),
        ("0.0%", "#,##0.0", NUMBER, False),
        ("0.0,", "#,##0.0", NUMBER, False),
        ("#,##0", "#,##0.00", Fraction("35.4"), False),
    ],
)
def test_formats_are_alike_where_they_show_the_same_number(found, expected, number, same):
    assert formats.alike(Held(number, format=found), Held(number, format=expected)) == same


@pytest.mark.parametrize(
    ("found", "same"),
    [
        ("0", True),
        ("@", True),
        ("General", True),
        ("0;0;0;@", True),
        (';;;"B社"', False),
        (";;;", False),
        ('"B社 "@', False),
        ('0;"B社 "@', False),
        ('"@"0', True),
    ],
)
def test_a_text_is_shown_as_it_is_unless_its_section_says_otherwise(found, same):
    assert formats.alike(Held("欠席", format=found), Held("欠席", format="General")) == same


@pytest.mark.parametrize(
    ("held", "shown"),
    [
        (Held(NUMBER, format="0_ "), "87 (0)"),
        (Held(Fraction(1234), format="#,##0.00"), "1,234 (#,##0.00)"),
        (Held(NUMBER, format=";;;"), ";;;"),
        (Held(NUMBER, format="0.0%"), "0.0%"),
        (Held("x", format="0"), "0"),
    ],
)
def test_a_number_is_shown_as_its_format_shows_it(held, shown):
    assert formats.shown(held) == shown
