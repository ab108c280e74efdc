"""What moved as CSV."""

import csv
from io import StringIO

from procscore.comparing.results import compare
from procscore.export import changes_csv
from support import changes
from support.values import evaluate, sheet


def rows(found):
    return list(csv.reader(StringIO(changes_csv.export(found).decode("utf-8-sig"))))


def test_a_row_a_change_with_numbers_that_excel_reads(tmp_path):
    cells = {"採点_委員1": {"D2": 38}, "提案者": {"C3": 8_500_000}, "審査委員": {"B2": "福井 次郎"}}
    assert rows(changes.between(tmp_path, cells)) == [
        [
            "Kind",
            "Vendor",
            "What",
            "Evaluator",
            "Before",
            "After",
            "By",
            "Points by the own marks",
            "Reason",
            "Cell",
        ],
        [
            "facts of the panel",
            "",
            "Name",
            "委員1",
            "福井 一郎",
            "福井 次郎",
            "",
            "",
            "",
            "bids.xlsx [審査委員] B2",
        ],
        ["marks", "A社", "実施計画", "委員1", "36", "38", "2", "", "", "bids.xlsx [採点_委員1] D2"],
        [
            "prices and other amounts",
            "B社",
            "提案価格",
            "",
            "8000000",
            "8500000",
            "500000",
            "",
            "",
            "bids.xlsx [提案者] C3",
        ],
    ]


def test_a_reason_is_no_formula(tmp_path):
    cells = {"採点_委員1": {"D2": 38, "G1": "A社 所見", "G2": "=1+1"}}
    assert rows(changes.between(tmp_path, cells))[1][8] == "'=1+1"


def test_an_agreed_mark_stands_beside_the_points_by_the_own_marks():
    rules = sheet("""
        criteria: [{id: plan, points: 40}]
        panel: {consensus: overrides}
    """)
    old, new = (
        evaluate(rules, {"A": {"plan": {**agreed, "E1": 20, "E2": 25}}})
        for agreed in ({"合議": 30}, {})
    )
    expected = ["marks agreed on", "A", "plan", "", "30", "blank", "", "22.5"]
    assert rows(compare(old, new))[1][:8] == expected
