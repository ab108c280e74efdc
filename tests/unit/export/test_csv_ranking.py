import csv
from fractions import Fraction
from io import StringIO

import pytest

from procscore.export import csv_ranking
from support import books, results


def rows(evaluation):
    data = csv_ranking.export(evaluation)
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(StringIO(data.decode("utf-8-sig"))))


def test_a_row_a_vendor_first_to_last_then_who_is_out(tmp_path):
    sheets = books.valid()
    sheets["提案者"][3][2] = 99_000_000
    heading, *vendors = rows(results.evaluated(tmp_path, sheets))
    assert [row[:2] for row in vendors] == [["1", "B社"], ["2", "A社"], ["", "C社"]]
    assert heading[heading.index("技術点 / 60")] == "技術点 / 60"
    assert vendors[0][heading.index("Total")] == "85"
    assert vendors[0][heading.index("提案価格")] == "8000000"
    assert "ceiling" in vendors[2][heading.index("Reason")]


@pytest.mark.parametrize(
    "name",
    [
        *("=HYPERLINK(1)", "+1+1", "-2+3", "@SUM(A1)"),
        *("＝1", "＋1", "－1+2", "＠SUM(A1)"),
        *("\t=1", "\r=1", "\n=1"),
    ],
)
def test_no_name_becomes_a_formula(name):
    assert csv_ranking.safe(name) == f"'{name}"


@pytest.mark.parametrize("field", ["-", "-3", "-3.5", "12.25", "A社", "", "3.1666666666…"])
def test_numbers_and_names_stay_as_they_are(field):
    assert csv_ranking.safe(field) == field


def test_a_number_that_does_not_end_is_cut_and_never_looks_like_a_date():
    assert csv_ranking.number(Fraction(19, 6)) == "3.1666666666…"
    assert csv_ranking.number(None) == ""
