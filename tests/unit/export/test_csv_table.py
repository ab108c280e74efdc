from fractions import Fraction

import pytest

from procscore.export import csv_table


def test_a_table_is_what_excel_in_japan_opens():
    made = csv_table.table([["審査", "a,b"], ["=1", "12.5"]])
    assert made == '\ufeff"審査","a,b"\r\n"\'=1","12.5"\r\n'.encode()


@pytest.mark.parametrize(
    "name",
    [
        *("=HYPERLINK(1)", "+1+1", "-2+3", "@SUM(A1)"),
        *("＝1", "＋1", "－1+2", "＠SUM(A1)"),
        *("\t=1", "\r=1", "\n=1"),
    ],
)
def test_no_name_becomes_a_formula(name):
    assert csv_table.safe(name) == f"'{name}"


@pytest.mark.parametrize("field", ["-", "-3", "-3.5", "12.25", "A社", "", "3.1666666666…"])
def test_numbers_and_names_stay_as_they_are(field):
    assert csv_table.safe(field) == field


def test_a_number_that_does_not_end_is_cut_and_never_looks_like_a_date():
    assert csv_table.number(Fraction(19, 6)) == "3.1666666666…"
    assert csv_table.number(None) == ""
