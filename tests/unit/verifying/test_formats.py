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
        ("General", "#,##0.0", NUMBER, True),
        ("", "#,##0.0", NUMBER, True),
        ("0.00", "#,##0.0", NUMBER, True),
        ("0", "#,##0.0", NUMBER, False),
        ("0", "#,##0.0", Fraction(86), True),
        ("#,##0_);[Red](#,##0)", "#,##0.0", Fraction(86), True),
        ("[White]#,##0.0", "#,##0.0", NUMBER, False),
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


def test_a_text_is_shown_as_it_is():
    assert formats.alike(Held("欠席", format="0"), Held("欠席", format="General"))


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
