import csv
from io import StringIO

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
