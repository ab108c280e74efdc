"""What holds of every procedure, with panels, stages and all that points can hang on."""

import json

from hypothesis import event, given, settings
from hypothesis import strategies as st

from procscore.export import json_result
from support import books
from support.procedures import (
    CHAIR,
    PEOPLE,
    VENDORS,
    decided,
    entries,
    marking,
    procedures,
    recusals,
    run,
    seats,
    sheet,
    shuffled,
    sums,
    told,
)
from support.values import attempt, completed

few = settings(max_examples=50)
"""An example is a whole procedure, evaluated twice or more."""
PARTS = st.sampled_from(["whole", "whole", "technical", "first"])


@settings(max_examples=80)
@given(st.data())
def test_the_order_of_vendors_evaluators_and_criteria_never_changes_a_figure(data):
    written = data.draw(procedures())
    vendors = data.draw(entries(written))
    more = {
        "part": data.draw(PARTS),
        "stated": data.draw(sums()),
        "withdrawn": data.draw(st.sets(st.sampled_from(VENDORS), max_size=1)),
        "recused": data.draw(recusals(written)),
    }
    one, problems = run(written, vendors, **more)
    other, others = run(*data.draw(shuffled(written, vendors)), **more)
    event(f"evaluated: {one is not None}")
    assert decided(one) == decided(other)
    assert told(problems) == told(others)


@few
@given(st.data())
def test_a_stated_sum_is_never_used(data):
    written = data.draw(procedures())
    vendors = data.draw(entries(written))
    with_sums, _ = run(written, vendors, stated=data.draw(sums()))
    without, _ = run(written, vendors)
    assert decided(with_sums) == decided(without)


@settings(max_examples=25)
@given(st.data())
def test_prices_are_nothing_to_an_evaluation_before_they_are_opened(data):
    by_price = {"by": "points", "ties": [{"lower": "total"}, "committee"]}
    written = {**data.draw(procedures()), "ranking": by_price}
    vendors = data.draw(entries(written))
    prices = data.draw(st.lists(st.integers(1, 9), min_size=4, max_size=4))
    others = {
        vendor: {**entry, "total": price}
        for (vendor, entry), price in zip(vendors.items(), prices, strict=True)
    }
    one, _ = run(written, vendors, part="technical")
    other, _ = run(written, others, part="technical")
    assert decided(one) == decided(other)
    whole, _ = run({**written, "stages": []}, vendors)
    technical, _ = run({**written, "stages": []}, vendors, part="technical")
    assert technical is None or technical.award.none
    for each in technical.vendors if technical and whole else ():
        for score in each.walk():
            assert score.points == whole.vendor(each.vendor.id).points(score.criterion)


@few
@given(st.data())
def test_a_gate_lets_the_first_pass_and_nobody_else_is_ranked_behind_it(data):
    written = data.draw(procedures().filter(lambda each: each["stages"]))
    vendors = data.draw(entries(written))
    gate = written["stages"][0]["gate"]
    top = int(gate["top"])
    first, _ = run(written, vendors, part="first")
    for stage in first.stages if first else ():
        ranks = {each.vendor.id: each.rank for each in stage.ranked}
        passed, undecided = set(stage.passed), set(stage.undecided)
        behind = ranks.keys() - passed
        assert all(ranks[one] < ranks[other] for one in passed for other in behind)
        last = {each for each in passed if ranks[each] == max(ranks[one] for one in passed)}
        assert len(passed) <= top or (gate["at_cut"] == "all" and len(passed - last) < top)
        assert len(undecided) == 0 or gate["at_cut"] == "committee"
        if undecided:
            assert len({ranks[each] for each in undecided}) == 1
            assert len(passed) < top < len(passed | undecided)
        elif len(passed) < top and behind:
            assert gate["at_cut"] == "none"
    result, _ = run(written, vendors)
    for stage in result.stages if result else ():
        assert not stage.undecided
        if stage.skipped:
            continue
        assert {each.vendor.id for each in result.ranked} <= set(stage.passed)
        assert _out_by_stage(result) == {each.vendor.id for each in stage.ranked} - {*stage.passed}


@settings(max_examples=80)
@given(st.data())
def test_a_stage_on_its_own_lets_the_same_vendors_pass_as_in_the_whole_procedure(data):
    """Also where its prices are not there yet, and some turn out to be above the ceiling."""
    written = data.draw(procedures().filter(lambda each: each["stages"]))
    written["eligibility"]["ceiling"] = data.draw(st.sampled_from(["exclude", "exclude", "flag"]))
    ceilings = {"total": data.draw(st.sampled_from([1, 2, 7, 100]))}
    vendors = data.draw(entries(written))
    first = sheet(written, "first")
    known = vendors if first.prices == "open" else _without_prices(vendors)
    alone = _with_ceilings(first, known, ceilings)
    whole = _with_ceilings(sheet(written), vendors, ceilings)
    event(f"evaluated: {bool(alone and whole)}, prices: {first.prices}")
    if alone and whole:
        assert decided(alone)["stages"]["first"] == decided(whole)["stages"]["first"]


def _without_prices(vendors):
    return {
        vendor: {key: value for key, value in entry.items() if key != "total"}
        for vendor, entry in vendors.items()
    }


def _with_ceilings(criteria, vendors, ceilings):
    sits_on = {
        each: [None if name == "members" else name for name in seats(each)] for each in PEOPLE
    }
    result, _ = attempt(
        criteria, vendors, evaluators=PEOPLE, panels=sits_on, chair=CHAIR, ceilings=ceilings
    )
    return result


def _out_by_stage(result):
    return {
        each.vendor.id
        for each in result.vendors
        if "stage" in [exclusion.rule for exclusion in each.exclusions]
    }


def workbook(written, vendors):
    """Return the sheets of a workbook for a procedure: a heading row, then the rows."""
    leaves = {
        leaf["id"]: leaf["points"]
        for top in written["criteria"]
        for leaf in top.get("criteria", [top])
    }
    grid = ["ID", "審査項目", "配点", *VENDORS]
    marked_by = marking(written)
    sheets = {
        "案件": [["審査基準", "criteria.yaml"]],
        "提案者": [
            ["記号", "名称", "total", "くじ番号"],
            *([v, f"{v}社", int(e["total"]), e["lot"]] for v, e in vendors.items()),
        ],
        "審査委員": [
            ["記号", "氏名", "審査班", "役割"],
            *(
                [each, f"{each} 様", "、".join(seats(each)), "委員長" if each == CHAIR else "委員"]
                for each in PEOPLE
                if any(each in who for who in marked_by.values())
            ),
        ],
        "事務局": [
            grid,
            *([x, x, float(leaves[x]), *(e[x] for e in vendors.values())] for x in ("s", "bonus")),
        ],
    }
    for name, *_ in sheets["審査委員"][1:]:
        sheets[f"採点_{name}"] = [
            grid,
            *(
                [leaf, leaf, float(leaves[leaf]), *(_cell(e[leaf][name]) for e in vendors.values())]
                for leaf, who in marked_by.items()
                if name in who
            ),
            ["b", "a stated sum", None, *(15 for _ in vendors)],
        ]
    return sheets


def _cell(mark):
    return mark if isinstance(mark, str) else float(mark)


@st.composite
def rearranged(draw, sheets):
    """Give the same sheets in another order, each with its rows and columns in another order."""
    turned = {}
    for name in draw(st.permutations(list(sheets))):
        headings, *rows = sheets[name]
        order = draw(st.permutations(range(len(headings))))
        if name == "案件":
            turned[name] = draw(st.permutations(sheets[name]))
        else:
            lines = [headings, *draw(st.permutations(rows))]
            turned[name] = [[line[column] for column in order] for line in lines]
    return turned


NOT_FIGURES = {"cell", "cells", "where", "inputs", "reason", "message", "hint"}
"""Keys of the JSON for places and sentences."""


def unordered(value):
    """Return JSON without places and sentences, its lists sorted, but not the order of a tie."""
    if isinstance(value, dict):
        return {
            key: [sorted(group) for group in each] if key == "order" else unordered(each)
            for key, each in value.items()
            if key not in NOT_FIGURES or (key == "inputs" and "formula" in value)
        }
    if isinstance(value, list):
        return sorted(map(unordered, value), key=json.dumps)
    return value


@settings(max_examples=10)
@given(st.data())
def test_the_order_of_sheets_rows_and_columns_never_changes_a_figure(tmp_path_factory, data):
    written = data.draw(procedures())
    sheets = workbook(written, data.draw(entries(written)))
    criteria = json.dumps(completed(written))
    found = [
        books.evaluate(tmp_path_factory.mktemp("book"), each, criteria)
        for each in (sheets, data.draw(rearranged(sheets)))
    ]
    one, other = (
        outcome.result and unordered(json.loads(json_result.export(outcome.result)))
        for outcome in found
    )
    event(f"evaluated: {one is not None}")
    assert one == other
    told_of_one, told_of_other = (set(books.codes(outcome)) for outcome in found)
    assert told_of_one == told_of_other
