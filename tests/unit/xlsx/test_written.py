from fractions import Fraction

import pytest

from procscore import xlsx


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("1/2", "0.5"),
        ("-3", "-3"),
        ("20/3", "20/3"),
        ("0", "0"),
        ("1/8", "0.125"),
        ("1000000", "1000000"),
    ],
)
def test_an_exact_number_in_a_formula(value, written):
    assert xlsx.number(Fraction(value)) == written


def test_addresses():
    assert xlsx.address(1, 1) == "A1"
    assert xlsx.address(20, 28, fixed_row=True) == "AB$20"
    assert xlsx.address(3, 4, fixed_row=True, fixed_column=True) == "$D$3"


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("集計", "'集計'"),
        ("明細 (1)", "'明細 (1)'"),
        ("Bob's", "'Bob''s'"),
        ("R1C1", "'R1C1'"),
        ("2", "'2'"),
    ],
)
def test_a_sheet_in_a_formula_stands_in_apostrophes(name, written):
    assert xlsx.quoted_sheet(name) == written
