import pytest

from procscore.checks.bids import RULES, check
from procscore.diagnostics import Problems
from support.values import bids, codes, price, sheet

MARKED = "criteria: [{id: plan, points: 10, score: %s}]\n"


def found(criteria, vendors, **handed_in):
    problems = Problems()
    check(criteria, bids(criteria, vendors, **handed_in), problems)
    return problems


def plain(rules="{}"):
    return sheet(f"{MARKED % '{method: marks}'}panel: {rules}")


@pytest.mark.parametrize(
    ("score", "mark", "code"),
    [
        ("{method: marks}", "10", None),
        ("{method: marks}", "10.001", "mark-above-maximum"),
        ("{method: marks}", "0", None),
        ("{method: marks}", "-0.5", "mark-below-minimum"),
        ("{method: marks, from: 1, to: 5}", "5", None),
        ("{method: marks, from: 1, to: 5}", "6", "mark-above-maximum"),
        ("{method: marks, from: 1, to: 5}", "0", "mark-below-minimum"),
        ("{method: marks, from: -3, to: 6}", "-3", None),
        ("{method: marks, step: 0.5}", "7.5", None),
        ("{method: marks, step: 0.5}", "7.25", "mark-off-step"),
        ("{method: marks, from: 1, to: 7, step: 2}", "3", None),
        ("{method: marks, from: 1, to: 7, step: 2}", "4", "mark-off-step"),
        ("{method: marks, allowed: [5, 4, 3, 1, 0]}", "1", None),
        ("{method: marks, allowed: [5, 4, 3, 1, 0]}", "2", "mark-not-allowed"),
        ("{method: marks, allowed: [5, 4, 3, 1, 0]}", "6", "mark-above-maximum"),
    ],
)
def test_a_mark_is_within_the_rule_of_the_sheet(score, mark, code):
    problems = found(sheet(MARKED % score), {"A": {"plan": [mark]}})
    assert codes(problems) == ([code] if code else [])


def test_a_mark_outside_the_rule_is_named_with_its_cell():
    (problem,) = found(plain(), {"A": {"plan": [1]}, "B": {"plan": [1, 99]}}, absent=["E3"])
    assert (problem.where.sheet, problem.where.cell) == ("採点_E2", "E2")
    assert problem.details["text"] == "99"


def test_marks_of_the_secretariat_and_agreed_marks_are_held_to_the_same_rule():
    secretariat = sheet(MARKED % "{method: marks, by: secretariat}")
    assert codes(found(secretariat, {"A": {"plan": 11}})) == ["mark-above-maximum"]
    agreed = plain("{aggregate: consensus}")
    assert codes(found(agreed, {"A": {"plan": 11}})) == ["mark-above-maximum"]


def test_a_blank_mark_is_an_error_and_never_a_zero():
    (problem,) = found(plain(), {"A": {"plan": [5, None]}})
    assert problem.code == "mark-blank"
    assert problem.details["evaluator"] == "E2"
    assert problem.where.sheet == "採点_E2"


@pytest.mark.parametrize(
    "handed_in", [{"absent": ["E2"]}, {"recused": {"E2": ["A"]}}], ids=["absent", "recused"]
)
def test_a_blank_of_who_does_not_mark_is_no_error_and_the_smaller_panel_is_noted(handed_in):
    problems = found(plain(), {"A": {"plan": [5, None]}}, **handed_in)
    assert codes(problems) == [f"evaluator-{next(iter(handed_in))}"]
    assert not problems.fatal


def test_a_vendor_that_is_out_needs_no_marks():
    criteria = sheet(f"criteria: [{{id: plan, points: 60}}, {price(40)}]")
    vendors = {
        "A": {"plan": [1], "total": 1},
        "withdrawn": {"plan": [None], "status": "withdrawn"},
        "dear": {"plan": [None], "total": 11},
    }
    assert codes(found(criteria, vendors, ceilings={"total": 10})) == []


def test_a_bid_above_a_ceiling_that_only_flags_needs_its_marks():
    criteria = sheet(f"{MARKED % '{method: marks}'}eligibility: {{ceiling: flag}}")
    vendors = {"A": {"plan": [None], "total": 11}}
    assert codes(found(criteria, vendors, ceilings={"total": 10})) == ["mark-blank"]


def test_an_agreed_mark_stands_for_the_evaluators_own():
    criteria = plain("{aggregate: consensus}")
    assert codes(found(criteria, {"A": {"plan": 5}}, evaluators=["E1", "E2"])) == []
    assert codes(found(criteria, {"A": {"plan": None}})) == ["mark-blank"]


@pytest.mark.parametrize(
    ("handed_in", "code"),
    [
        ({"absent": ["E2"]}, "absent-with-marks"),
        ({"recused": {"E2": ["A"]}}, "recused-with-marks"),
    ],
)
def test_who_does_not_mark_has_no_marks(handed_in, code):
    problems = found(plain(), {"A": {"plan": [5, 6]}}, **handed_in)
    assert code in codes(problems)
    assert problems.fatal
    blamed = next(each for each in problems if each.code == code)
    assert blamed.where.sheet == "採点_E2"


@pytest.mark.parametrize(
    ("rules", "evaluators", "enough"),
    [
        ("{aggregate: trimmed-mean}", 3, True),
        ("{aggregate: trimmed-mean}", 2, False),
        ("{aggregate: trimmed-mean, trim: {highest: 2, lowest: 1}}", 3, False),
        ("{aggregate: trimmed-mean, trim: {highest: 0, lowest: 0}}", 1, True),
        ("{aggregate: mean}", 1, True),
    ],
)
def test_trimming_leaves_at_least_one_evaluator(rules, evaluators, enough):
    problems = found(plain(rules), {"A": {"plan": [5] * evaluators}})
    assert codes(problems) == ([] if enough else ["panel-too-small"])


def test_a_vendor_for_whom_everybody_is_recused_has_no_panel():
    problems = found(plain(), {"A": {"plan": [None]}, "B": {"plan": [5]}}, recused={"E1": ["A"]})
    assert "panel-too-small" in codes(problems)


UNEQUAL = {"A": {"plan": {"E2": 5}}, "B": {"plan": {"E1": 5, "E2": 5}}}


@pytest.mark.parametrize(
    ("rules", "comparable"),
    [
        ("panel: {aggregate: mean}", True),
        ("panel: {aggregate: median}", True),
        ("panel: {aggregate: sum}", False),
        ("ranking: {by: rank-sum}", False),
        ("ranking: {by: mean-rank}", False),
        ("ranking: {by: first-places}", False),
        ("ranking: {ties: [{more: first-places}, lot]}", False),
    ],
)
def test_sums_and_ranks_need_the_same_evaluators_for_all_vendors(rules, comparable):
    criteria = sheet(f"{MARKED % '{method: marks}'}{rules}")
    problems = found(criteria, UNEQUAL, recused={"E1": ["A"]})
    assert ("panel-unequal" in codes(problems)) is not comparable


def test_a_vendor_that_is_out_does_not_make_panels_unequal():
    vendors = {**UNEQUAL, "A": {**UNEQUAL["A"], "status": "withdrawn"}}
    problems = found(plain("{aggregate: sum}"), vendors, recused={"E1": ["A"]})
    assert "panel-unequal" not in codes(problems)


@pytest.mark.parametrize(
    ("formula", "given", "missing"),
    [
        ("ceiling-discount", {}, ["ceiling"]),
        ("ceiling-discount", {"ceilings": {"total": 9}}, []),
        ("ceiling-discount", {"ceilings": {"initial": 9}}, ["ceiling"]),
        ("points * price / investigation", {}, ["investigation"]),
        ("points * price / investigation", {"investigation": 9}, []),
        ("points * price / estimate", {}, ["estimate"]),
        ("points * price / estimate", {"estimate": 9}, []),
        ("lowest-ratio", {}, []),
    ],
)
def test_the_procurement_states_what_the_price_formula_needs(formula, given, missing):
    criteria = sheet(f"amounts: {{initial: {{}}, total: {{}}}}\ncriteria: [{price(40, formula)}]")
    problems = found(criteria, {"A": {"total": 1, "initial": 1}}, **given)
    assert [str(each.details["name"]).removesuffix(" price") for each in problems] == missing
    assert all(each.code == "figure-missing" for each in problems)


TWO_AMOUNTS = "amounts: {initial: {}, total: {}}\ncriteria: [{id: plan, points: 10}]\n"


@pytest.mark.parametrize(
    ("ceiling", "given", "warned"),
    [
        ("{ceiling: exclude}", {}, True),
        ("{ceiling: exclude}", {"total": 9}, False),
        ("{ceiling: ignore}", {}, False),
        ("{}", {}, False),
        ("{ceiling: {total: exclude, initial: exclude}}", {"total": 9, "initial": 9}, False),
        ("{ceiling: {total: exclude, initial: exclude}}", {"total": 9}, True),
        ("{ceiling: {total: exclude, initial: ignore}}", {"total": 9}, False),
        ("{ceiling: {total: ignore, initial: ignore}}", {}, False),
    ],
)
def test_it_is_warned_of_a_ceiling_that_the_sheet_rules_and_nobody_gave(ceiling, given, warned):
    criteria = sheet(f"{TWO_AMOUNTS}eligibility: {ceiling}")
    problems = found(criteria, {"A": {"plan": [1], "total": 1, "initial": 1}}, ceilings=given)
    assert codes(problems) == (["ceiling-not-given"] if warned else [])
    assert not problems.fatal


def test_every_rule_says_what_it_checks():
    assert all(rule.__doc__ for rule in RULES)
