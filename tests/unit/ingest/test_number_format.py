"""What a person sees of a number under a format: its kind, and whether anything is seen at all."""

import pytest

from procscore.ingest.number_format import NumberFormat
from procscore.ingest.sheet import Shape


@pytest.mark.parametrize(
    ("written", "shape"),
    [
        ("General", Shape.PLAIN),
        ("", Shape.PLAIN),
        ("@", Shape.PLAIN),
        ("#,##0", Shape.PLAIN),
        ("0.0%", Shape.PERCENT),
        ('0"%"', Shape.PLAIN),
        ("0\\%", Shape.PLAIN),
        ("*%0", Shape.PLAIN),
        ('0"点 d"', Shape.PLAIN),
        ("yyyy-mm-dd", Shape.DATE),
        ("[h]:mm", Shape.DATE),
        ('[$-411]ggge"年"', Shape.DATE),
        ("[$-411]ge", Shape.DATE),
        ("[Red]0", Shape.PLAIN),
    ],
)
def test_a_format_says_what_kind_of_number_is_shown(written, shape):
    assert NumberFormat.of(written).shape_of(36) is shape


@pytest.mark.parametrize(
    ("written", "unseen"),
    [
        (";;;", (-1, 0, 1)),
        ("0;;;@", (-1, 0)),
        ("0;-0;;@", (0,)),
        ("0;-0", ()),
        ("0;", (-1,)),
        (";-0", (0, 1)),
        ("#,##0;-#,##0;", (0,)),
        ('"済"', (-1, 0, 1)),
        ('0;-0;"-"', (0,)),
        ("General;-General;", (0,)),
        ('[=0]"";0', (0,)),
        ('[>=1]0;""', (-1, 0)),
        ("[<=999]000;[<=9999]000-00;000-0000", ()),
        ("[Red]0;[Blue]-0;[White]", (0,)),
        ("0_);(0);*-", (0,)),
    ],
)
def test_a_section_that_shows_no_digit_hides_its_numbers(written, unseen):
    numbers = NumberFormat.of(written)
    assert tuple(v for v in (-1, 0, 1) if numbers.shape_of(v) is Shape.UNSEEN) == unseen
