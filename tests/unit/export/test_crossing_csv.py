"""Bids under other weights as CSV."""

import csv

from procscore.comparing.crossing import cross
from procscore.export.crossing_csv import export
from support.comparisons import given
from support.values import evaluate, sheet

OWN = """
    criteria:
      - {id: plan, points: 50, topic: schedule}
      - {id: price, points: 50, score: {method: price, amount: total, formula: lowest-ratio}}
    ranking: {by: %s}
"""
BIDS = {
    "A": {"plan": [20], "total": 100},
    "B": {"plan": [40], "total": 150},
    "C": {"plan": [50], "total": 99, "status": "withdrawn", "reason": "人手不足"},
}
OTHER = """
    criteria:
      - {id: who, points: 100, topic: training}
      - {id: sum, points: 100, topic: total-price}
"""


def rows(by="points", bids=BIDS, other=OTHER):
    content = export(cross(evaluate(sheet(OWN % by), bids), [given("b", other)]))
    return list(csv.reader(content.decode("utf-8-sig").splitlines()))


def test_that_it_is_no_award_stands_on_top():
    assert rows()[0][0].startswith("This is a comparison, not an award")


def test_each_vendor_has_its_real_rank_and_the_others():
    assert rows()[1:4] == [
        [
            "ID",
            "Vendor",
            "test, as evaluated / Rank",
            "test, as evaluated / Points out of 100",
            "b / Rank",
            "b / Points out of 100",
        ],
        ["B", "B", "1", "73.3333333333…", "2", "66.6666666666…"],
        ["A", "A", "2", "70", "1", "100"],
    ]


def test_what_has_no_marks_and_who_is_out_stand_below():
    assert rows()[4:8] == [
        [],
        ["Without marks in these bids", "b / %"],
        ["Training", "50"],
        [],
    ]
    assert rows()[8] == ["Not ranked"]
    assert rows()[9][0].startswith("C: withdrawn.")
    everything = rows(
        bids={"A": BIDS["A"]}, other="criteria: [{id: x, points: 5, topic: schedule}]"
    )
    assert len(everything) == 3


def test_a_reference_that_does_not_rank_by_points_says_so():
    assert "ranks otherwise" in rows("rank-sum")[1][0]


def test_a_sheet_without_any_topic_of_the_bids_ranks_nobody():
    found = rows(other="criteria: [{id: x, points: 5, topic: training}]")
    assert found[2] == ["B", "B", "1", "73.3333333333…", "", ""]
