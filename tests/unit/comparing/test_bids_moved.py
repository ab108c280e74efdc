"""What a vendor handed in otherwise, apart from marks."""

from dataclasses import replace

import pytest

from procscore.comparing.results import compare
from procscore.model.part import Part
from support import changes
from support.values import evaluate, price, sheet

RULES = sheet(f"""
    quantities: {{seats: {{}}}}
    criteria: [{{id: plan, points: 60}}, {price(40)}]
""")
BID = {"plan": [50, 40], "total": 100, "seats": 10}
OTHER = {"plan": [40, 40], "total": 120, "seats": 10}


def found(more, **asked):
    old = evaluate(RULES, {"A": BID, "B": OTHER})
    return compare(old, evaluate(RULES, {"A": {**BID, **more}, "B": OTHER}, **asked))


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"total": 130}, ("amount", "A", "total", "", "100", "130")),
        ({"seats": 12}, ("quantity", "A", "seats", "", "10", "12")),
        ({"lot": "078"}, ("other", "A", "Lot number", "", None, "078")),
        ({"decision": "1"}, ("other", "A", "Place decided in a tie", "", None, "1")),
        ({"name": "Alpha"}, ("other", "A", "Name of the vendor", "", "A", "Alpha")),
    ],
)
def test_one_entry_is_one_change(more, expected):
    assert changes.told(found(more)) == [expected]


def test_an_amount_tells_by_how_much_and_where():
    (change,) = found({"total": 130}).changes
    assert (change.by, change.old.where.cell, change.new.where.cell) == (30, "C2", "C2")


def test_a_status_is_told_with_its_reason():
    (change,) = found({"status": "disqualified", "reason": "虚偽の記載"}).changes
    assert changes.told(found({"status": "disqualified", "reason": "虚偽の記載"})) == [
        ("status", "A", "Status", "", "eligible", "disqualified")
    ]
    assert change.reason == "虚偽の記載"


def test_a_reason_alone_is_told():
    assert changes.told(found({"reason": "確認済み"})) == [
        ("other", "A", "Reason of the status", "", None, "確認済み")
    ]


def test_vendors_that_came_and_went_are_one_change_each():
    old = evaluate(RULES, {"A": BID, "B": OTHER})
    new = evaluate(RULES, {"A": BID, "C": OTHER})
    moved = compare(old, new)
    assert changes.told(moved) == [
        ("other", "C", "Vendor", "", None, "C"),
        ("other", "B", "Vendor", "", "B", None),
    ]
    assert [(each.figure, each.vendor, each.old, each.new) for each in moved.moved] == [
        ("total", "C", None, new.vendor("C").points_in_all),
        ("rank", "C", None, 2),
        ("total", "B", old.vendor("B").points_in_all, None),
        ("rank", "B", 2, None),
    ]


def test_a_rank_that_an_evaluator_gave_is_told():
    by_ranks = sheet("""
        criteria: [{id: plan, points: 60}]
        ranking: {by: rank-sum}
    """)
    bids = {"A": {"plan": [50, 40]}, "B": {"plan": [40, 30]}}
    ranks = {each: {"A": 1, "B": 2} for each in ("E1", "E2")}
    swapped = {**ranks, "E2": {"A": 2, "B": 1}}
    moved = compare(
        evaluate(by_ranks, bids, own_ranks=ranks), evaluate(by_ranks, bids, own_ranks=swapped)
    )
    assert [row for row in changes.told(moved) if row[2] == "Own rank"] == [
        ("other", "A", "Own rank", "E2", "1", "2"),
        ("other", "B", "Own rank", "E2", "2", "1"),
    ]


def test_a_withdrawal_after_the_ranking_is_told():
    old = evaluate(RULES, {"A": BID, "B": OTHER})
    new = replace(old, part=Part(withdrawn=("A",)))
    assert changes.told(compare(old, new)) == [
        ("status", "A", "Status after the ranking", "", None, "withdrew")
    ]


def test_a_name_a_status_and_a_reason_are_told_at_their_cells(tmp_path):
    cells = {"提案者": {"B2": "別名", "D3": "辞退", "E3": "都合", "E4": "確認済み"}}
    moved = changes.between(tmp_path, cells).changes
    assert [each.new.where.cell for each in moved] == ["B2", "D3", "E4"]
