"""What holds for any two results: what moved is found, and nothing else."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procscore import pipeline
from procscore.comparing.results import compare
from procscore.pipeline.results import result_of
from support import cases
from support.values import evaluate, price, sheet

untimed = settings(deadline=None, max_examples=60)
"""A busy machine proves nothing about a score."""
RULES = sheet(f"""
    quantities: {{seats: {{}}}}
    criteria:
      - {{id: a, criteria: [{{id: a1, points: 10}}, {{id: a2, points: 10}}]}}
      - {{id: s, points: 5, score: {{method: marks, by: secretariat}}}}
      - {price(20)}
    panel: {{round: {{places: 1, mode: half-up}}}}
    ranking: {{ties: [{{higher: a}}, lot]}}
""")
VENDORS = ("A", "B", "C")
marks = st.integers(0, 10)
bids = st.fixed_dictionaries(
    {
        vendor: st.fixed_dictionaries(
            {
                "a1": st.lists(marks, min_size=3, max_size=3),
                "a2": st.lists(marks, min_size=3, max_size=3),
                "s": st.integers(0, 5),
                "total": st.integers(1, 200),
                "seats": st.integers(0, 9),
            }
        )
        for vendor in VENDORS
    }
)
single = st.one_of(
    st.tuples(st.sampled_from(("a1", "a2")), st.integers(0, 2), marks),
    st.tuples(st.just("s"), st.none(), st.integers(0, 5)),
    st.tuples(st.just("total"), st.none(), st.integers(1, 200)),
    st.tuples(st.just("seats"), st.none(), st.integers(0, 9)),
    st.tuples(st.just("status"), st.none(), st.sampled_from(("withdrawn", "disqualified"))),
)
KINDS = {"total": "amount", "seats": "quantity", "status": "status"}


def changed(given_bids, vendor, change):
    """Return the bids with one entry changed, and the entry before and after."""
    entry, evaluator, value = change
    bid = dict(given_bids[vendor])
    if evaluator is None:
        before, bid[entry] = bid.get(entry, "eligible"), value
    else:
        row = list(bid[entry])
        before, row[evaluator] = row[evaluator], value
        bid[entry] = row
    return {**given_bids, vendor: bid}, str(before), str(value)


def figures(result):
    """Return every figure of every vendor, straight from the result."""
    found = {}
    for each in result.vendors:
        vendor = each.vendor.id
        found |= {("points", vendor, one.criterion): one.points for one in each.walk()}
        found["total", vendor, None] = each.points_in_all
        found["rank", vendor, None] = each.rank
    return found


@given(bids, st.sampled_from(VENDORS), single)
@untimed
def test_one_change_is_found_with_all_that_it_did(before, vendor, change):
    after, was, now = changed(before, vendor, change)
    old, new = evaluate(RULES, before), evaluate(RULES, after)
    found = compare(old, new)
    entry, evaluator, _ = change
    whose = "事務局" if entry == "s" else f"E{evaluator + 1}" if evaluator is not None else ""
    assert [
        (e.kind, e.vendor, e.evaluator, str(e.old.text), str(e.new.text)) for e in found.changes
    ] == ([] if was == now else [(KINDS.get(entry, "mark"), vendor, whose, was, now)])
    earlier, later = figures(old), figures(new)
    assert {(e.figure, e.vendor, e.criterion): (e.old, e.new) for e in found.moved} == {
        key: (earlier[key], later[key]) for key in earlier if earlier[key] != later[key]
    }
    assert found.award_moved == (old.award != new.award)


def by_whom(each):
    """Return what tells a change, or a moved figure, from every other."""
    return each.vendor, str(each.what), getattr(each, "evaluator", "")


@given(bids, bids)
@untimed
def test_the_other_way_round_every_change_is_its_mirror(before, after):
    old, new = evaluate(RULES, before), evaluate(RULES, after)
    there, back = compare(old, new), compare(new, old)
    for found, mirrored in ((there.changes, back.changes), (there.moved, back.moved)):
        swapped = [replace(each, old=each.new, new=each.old) for each in found]
        assert sorted(mirrored, key=by_whom) == sorted(swapped, key=by_whom)
    assert back.award_moved == there.award_moved


@pytest.mark.parametrize("name", cases.NAMES)
def test_nothing_lies_between_a_result_and_itself(name):
    result = cases.result(name)
    found = compare(result, result)
    assert (found.changes, found.moved, found.award_moved) == ((), (), False)


@pytest.mark.parametrize("name", cases.NAMES)
def test_nothing_lies_between_a_result_and_what_its_record_gives(name, tmp_path):
    result = cases.result(name)
    pipeline.export(result, [tmp_path / "result.json"])
    again = result_of([tmp_path / "result.json"]).result
    found = compare(result, again)
    assert (found.changes, found.moved, found.award_moved) == ((), (), False)
