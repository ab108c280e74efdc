from dataclasses import replace

import pytest

from procscore.checks.bids import RULES, check
from procscore.diagnostics import Location, Problems
from procscore.model import scope
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
    vendors = {"A": {"plan": [5, None]}, "B": {"plan": [5, 5]}}
    (problem,) = found(plain(), vendors)
    assert problem.code == "mark-blank"
    assert problem.details["evaluator"] == "E2"
    assert problem.where.sheet == "採点_E2"


def test_a_form_that_was_left_empty_is_one_finding_and_not_one_for_each_mark():
    vendors = {"A": {"plan": [5, None]}, "B": {"plan": [0, None]}}
    (problem,) = found(plain(), vendors)
    assert problem.code == "evaluator-sheet-missing"
    assert problem.where == Location("bids.xlsx", "採点_E2")


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


DEAR_LATER = f"""
    criteria:
      - {{id: paper, points: 9}}
      - {{id: talk, points: 9, panel: staff}}
      - {price(40)}
    panel: {{aggregate: sum}}
    panels: {{staff: {{aggregate: sum}}}}
    eligibility: {{ceiling: exclude}}
    stages:
      - {{id: one, name: One, criteria: [paper%s], gate: {{top: 2}}}}
      - {{id: two, name: Two, criteria: [talk%s]}}
"""


@pytest.mark.parametrize(
    ("written", "expected"),
    [(("", ", price"), ["mark-blank"]), ((", price", ""), [])],
    ids=["prices later", "prices first"],
)
def test_a_bid_above_the_ceiling_needs_its_marks_of_the_stages_before_prices(written, expected):
    vendors = {
        "A": {"paper": [1], "talk": [1], "total": 1},
        "dear": {"paper": [None], "talk": [None], "total": 11},
    }
    problems = found(sheet(DEAR_LATER % written), vendors, ceilings={"total": 10})
    assert codes(problems) == expected
    vendors["dear"]["paper"] = [7]
    problems = found(sheet(DEAR_LATER % written), vendors, ceilings={"total": 10})
    assert codes(problems) == ([] if expected else ["marks-not-scored"])


@pytest.mark.parametrize(("recused", "unequal"), [("E2", True), ("staff2", False)])
def test_the_panel_of_a_stage_after_the_ceilings_does_not_ask_for_who_is_above(recused, unequal):
    vendors = {
        "A": {"paper": [1, 1], "talk": [1, 1], "total": 1},
        "dear": {"paper": [1, 1], "talk": [1, 1], "total": 11},
    }
    left_out = "paper" if unequal else "talk"
    vendors["dear"][left_out] = [1]
    criteria = sheet(DEAR_LATER % ("", ", price"))
    problems = found(criteria, vendors, ceilings={"total": 10}, recused={recused: ["dear"]})
    assert ("panel-unequal" in codes(problems)) is unequal


def test_no_ceiling_is_asked_for_while_prices_may_be_sealed():
    criteria = sheet(DEAR_LATER % ("", ", price"))
    vendors = {"A": {"paper": [1], "talk": [1], "total": 1}}
    assert codes(found(criteria, vendors)) == ["ceiling-not-given"]
    assert codes(found(scope.up_to(criteria, "one"), vendors)) == []


def test_a_bid_above_a_ceiling_that_only_flags_needs_its_marks():
    criteria = sheet(f"{MARKED % '{method: marks}'}eligibility: {{ceiling: flag}}")
    vendors = {"A": {"plan": [None], "total": 11}, "B": {"plan": [5], "total": 1}}
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


PANELS = """
    criteria: [{id: plan, points: 10}, {id: cost, points: 10, panel: office}]
    panels: {office: %s}
    panel: %s
"""


MARKED_BY_BOTH = {"A": {"plan": {"E1": 5, "E2": 5}, "cost": {"E3": 5, "E4": 5}}}


def test_each_panel_has_its_own_evaluators():
    criteria = sheet(PANELS % ("{aggregate: trimmed-mean}", "{}"))
    (told,) = found(criteria, MARKED_BY_BOTH)
    assert (told.code, told.details["count"], told.details["fewest"]) == ("panel-too-small", 2, 3)
    assert codes(found(sheet(PANELS % ("{}", "{}")), MARKED_BY_BOTH)) == []


def test_what_was_agreed_on_stands_whoever_is_recused():
    criteria = plain("{aggregate: consensus}")
    problems = found(criteria, {"A": {"plan": 5}}, evaluators=["E1"], recused={"E1": ["A"]})
    assert codes(problems) == ["evaluator-recused"]


def test_an_evaluator_of_one_panel_does_not_make_another_unequal():
    vendors = {**MARKED_BY_BOTH, "B": {"plan": {"E1": 5, "E2": 5}, "cost": {"E4": 5}}}
    unequal = sheet(PANELS % ("{aggregate: sum}", "{}"))
    equal = sheet(PANELS % ("{}", "{aggregate: sum}"))
    recused = {"E3": ["B"]}
    assert "panel-unequal" in codes(found(unequal, vendors, recused=recused))
    assert "panel-unequal" not in codes(found(equal, vendors, recused=recused))


@pytest.mark.parametrize("aggregate", ["mean", "median", "trimmed-mean"])
def test_a_sheet_may_ask_for_the_same_evaluators_whatever_the_aggregate(aggregate):
    trim = ", trim: {highest: 0, lowest: 0}" if aggregate == "trimmed-mean" else ""
    rules = f"{{aggregate: {aggregate}{trim}, same_for_all: %s}}"
    for asked in ("true", "false"):
        problems = found(plain(rules % asked), UNEQUAL, recused={"E1": ["A"]})
        assert ("panel-unequal" in codes(problems)) is (asked == "true")


@pytest.mark.parametrize(
    ("quorum", "evaluators", "absent", "held"),
    [
        ("50%", 4, 2, True),
        ("50%", 5, 3, False),
        ("51%", 4, 2, False),
        ("3", 4, 1, True),
        ("3", 4, 2, False),
        ("3", 2, 0, False),
        ("100%", 3, 0, True),
    ],
)
def test_a_panel_decides_only_with_a_quorum(quorum, evaluators, absent, held):
    names = [f"E{number}" for number in range(1, evaluators + 1)]
    present = names[absent:]
    vendors = {"A": {"plan": dict.fromkeys(present, 5)}}
    problems = found(
        plain(f"{{quorum: {quorum}}}"), vendors, evaluators=names, absent=names[:absent]
    )
    told = [each for each in problems if each.code == "panel-without-quorum"]
    assert bool(told) is not held
    for each in told:
        assert each.details["present"] == evaluators - absent
        assert each.details["count"] == evaluators
        assert each.details["quorum"] == quorum
        assert each.where.sheet == ("審査委員" if absent else "案件")


def test_who_is_recused_counts_for_the_quorum():
    vendors = {"A": {"plan": {"E1": 5}}, "B": {"plan": {"E1": 5, "E2": 5}}}
    problems = found(plain("{quorum: 100%}"), vendors, recused={"E2": ["A"]})
    assert codes(problems) == ["evaluator-recused"]


def test_a_quorum_is_of_the_members_of_its_panel():
    own = sheet(PANELS % ("{}", "{quorum: 3}"))
    office = sheet(PANELS % ("{quorum: 2}", "{quorum: 2}"))
    assert codes(found(own, MARKED_BY_BOTH)) == ["panel-without-quorum"]
    assert codes(found(office, MARKED_BY_BOTH)) == []


def test_evaluators_who_agree_need_a_quorum_too():
    criteria = plain("{aggregate: consensus, quorum: 2}")
    vendors = {"A": {"plan": 5}}
    problems = found(criteria, vendors, evaluators=["E1", "E2"], absent=["E2"])
    assert "panel-without-quorum" in codes(problems)


VOTED = sheet("""
    criteria:
      - {id: plan, points: 10}
      - {id: isms, score: {method: check, votes: majority, even: chair}}
""")
ANSWERED = {name: {"plan": [5, 5], "isms": ["○", "×"]} for name in ("A", "B")}


def chaired(*chairs, vendors=ANSWERED, criteria=VOTED, **handed_in):
    problems = found(criteria, vendors, chair=chairs, **handed_in)
    return [(each.code, each.details.get("vendor")) for each in problems]


def test_where_the_chair_decides_there_is_exactly_one():
    assert chaired("E1") == []
    assert chaired() == [("chair-unclear", "A"), ("chair-unclear", "B")]
    assert chaired("E1", "E2") == [("chair-unclear", "A"), ("chair-unclear", "B")]


def test_a_chair_who_does_not_mark_a_vendor_does_not_decide_for_it():
    votes = {"E1": "○", "E2": "○", "E3": "×"}
    even = {"plan": {"E2": 5, "E3": 5}, "isms": {"E2": "○", "E3": "×"}}
    vendors = {"A": even, "B": {"plan": dict.fromkeys(votes, 5), "isms": votes}}
    told = chaired("E1", vendors=vendors, recused={"E1": ["A"]})
    assert ("chair-unclear", "A") in told
    assert ("chair-unclear", "B") not in told


def test_where_no_vote_is_even_nobody_need_chair():
    votes = {"plan": [5, 5, 5], "isms": ["○", "○", "×"]}
    assert chaired(vendors={"A": votes, "B": votes}) == []


def test_where_the_chair_decides_nothing_there_may_be_none_or_two():
    for even in ("pass", "fail"):
        criteria = sheet(
            "criteria: [{id: plan, points: 10}, {id: isms, score:"
            f" {{method: check, votes: majority, even: {even}}}}}]"
        )
        assert chaired(criteria=criteria) == []
        assert chaired("E1", "E2", criteria=criteria) == []


def test_a_vendor_that_is_out_needs_no_chair():
    vendors = {"A": {**ANSWERED["A"], "status": "withdrawn"}}
    assert "chair-unclear" not in {code for code, _ in chaired(vendors=vendors)}


STAGED = sheet("""
    criteria: [{id: plan, points: 10}, {id: talk, points: 10}]
    stages:
      - {id: one, name: one, criteria: [plan], gate: {top: 1, skip_below: 2}}
      - {id: two, name: two, criteria: [talk]}
""")


def test_a_mark_of_a_later_stage_may_still_be_missing():
    blank = {"A": {"plan": [5], "talk": [None]}, "B": {"plan": [4], "talk": [None]}}
    assert codes(found(STAGED, blank)) == []
    (told,) = found(STAGED, {**blank, "B": {"plan": [None], "talk": [9]}})
    assert (told.code, told.details["criterion"]) == ("mark-blank", "plan")


def test_where_the_first_stage_is_not_held_the_next_is_the_first():
    vendors = {"A": {"plan": [1, None], "talk": [None, 1]}}
    (told,) = found(STAGED, vendors)
    assert (told.code, told.details["criterion"]) == ("mark-blank", "talk")


def test_a_mark_of_a_later_stage_is_within_its_rule_once_it_is_there():
    vendors = {"A": {"plan": [5], "talk": [11]}, "B": {"plan": [5], "talk": [1]}}
    assert codes(found(STAGED, vendors)) == ["mark-above-maximum"]


def test_before_the_prices_are_opened_nobody_asks_for_their_ceiling():
    criteria = sheet(
        f"criteria: [{{id: plan, points: 10}}, {price(40)}]\neligibility: {{ceiling: exclude}}"
    )
    vendors = {"A": {"plan": [5], "total": 1}}
    assert codes(found(criteria, vendors)) == ["ceiling-not-given"]
    assert codes(found(scope.technical_only(criteria), vendors)) == []


def test_every_rule_says_what_it_checks():
    assert all(rule.__doc__ for rule in RULES)


OVERRIDES = "{aggregate: mean, consensus: overrides}"


def test_a_blank_is_no_error_where_a_mark_was_agreed_on():
    vendors = {"A": {"plan": {"合議": 5, "E1": None, "E2": None}}, "B": {"plan": [4, 5]}}
    assert codes(found(plain(OVERRIDES), vendors)) == []
    problems = found(plain(OVERRIDES), {**vendors, "C": {"plan": [None, 5]}})
    assert [(each.code, each.details["vendor"]) for each in problems] == [("mark-blank", "C")]


def test_an_agreed_mark_beside_own_ones_is_noted_where_it_has_no_reason():
    vendors = {"A": {"plan": {"合議": 5, "E1": 6}}, "B": {"plan": {"合議": 5, "E1": None}}}
    (note,) = found(plain(OVERRIDES), vendors)
    assert (note.code, note.where.sheet) == ("agreed-without-reason", "採点_合議")
    assert (note.details["vendor"], note.details["criterion"]) == ("A", "plan")
    assert codes(found(plain("{aggregate: consensus}"), vendors)) == []
    given = bids(plain(OVERRIDES), vendors)
    reasoned = {
        place: tuple(mark._replace(comment="確認済み") for mark in marks)
        for place, marks in given.agreed.items()
    }
    problems = Problems()
    check(plain(OVERRIDES), replace(given, agreed=reasoned), problems)
    assert codes(problems) == []


def test_an_agreed_check_needs_no_chair():
    criteria = sheet(
        f"{MARKED % '{method: check, votes: majority, even: chair}'}panel: {OVERRIDES}"
    )
    even = {"E1": "○", "E2": "×"}
    assert codes(found(criteria, {"A": {"plan": even}})) == ["chair-unclear"]
    assert "chair-unclear" not in codes(found(criteria, {"A": {"plan": {"合議": "○", **even}}}))
