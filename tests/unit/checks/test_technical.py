"""What was evaluated before the prices were opened stays as it was, mark by mark."""

import pytest

from procscore.checks import technical
from procscore.diagnostics import Location, Problems
from procscore.model import scope
from procscore.model.earlier import Earlier, EarlierMark
from support.values import attempt, codes, evaluate, price, sheet

FILE = Location("technical.json")
SHEET = sheet(f"""
    quantities: {{sites: {{}}}}
    criteria:
      - id: technical
        criteria:
          - {{id: plan, points: 40}}
          - {{id: record, points: 20, score: {{method: formula, formula: "min(points, 2 * sites)"}}}}
          - {{id: isms, points: 5, score: {{method: marks, by: secretariat}}}}
      - {price(40)}
""")
A = {"plan": [36, 34], "sites": 3, "isms": 5, "total": 10}
B = {"plan": [30, 31], "sites": 5, "isms": 0, "total": 8}
BEFORE = {"A": A, "B": B}


def before(vendors, criteria=SHEET, **handed_in):
    """Return the earlier result of `vendors`, whose prices were not known."""
    sealed = {
        name: {key: each for key, each in entry.items() if key != "total"}
        for name, entry in vendors.items()
    }
    result, problems = attempt(scope.technical_only(criteria), sealed, **handed_in)
    assert result is not None, list(problems)
    return Earlier(
        FILE,
        result.digest,
        {
            (each.vendor.id, score.criterion, mark.evaluator): EarlierMark(mark.value, mark.written)
            for each in result.vendors
            for score in each.walk()
            for mark in score.marks
        },
        {
            (each.vendor.id, score.criterion): score.points
            for each in result.vendors
            for score in each.walk()
        },
    )


def compared(then, now, criteria=SHEET, **handed_in):
    problems = Problems()
    technical.compare(then, evaluate(criteria, now, **handed_in), problems)
    return list(problems)


def test_what_did_not_change_is_not_told_and_the_price_may_be_anything():
    assert compared(before(BEFORE), BEFORE) == []
    assert compared(before(BEFORE), {"A": {**A, "total": 99}, "B": B}) == []


def test_a_changed_mark_is_told_at_its_cell_as_it_was_and_as_it_is():
    (told,) = compared(before(BEFORE), {"A": A, "B": {**B, "plan": [30, 31.5]}})
    assert told.code == "technical-mark-changed"
    assert (told.where.sheet, told.where.cell) == ("採点_E2", "E2")
    assert told.message == (
        "The mark of E2 for B, “plan”, was 31 before the prices were opened and is 31.5 now."
    )


def test_the_same_value_in_another_writing_is_no_change():
    assert compared(before(BEFORE), {"A": {**A, "plan": ["36.0", 34]}, "B": B}) == []


def test_marks_that_were_taken_out_of_the_earlier_result_are_told():
    then = before(BEFORE)
    kept = {place: mark for place, mark in then.marks.items() if place[1] != "plan"}
    told = compared(Earlier(then.where, then.digest, kept, then.points), BEFORE)
    assert codes(told) == ["technical-mark-changed"] * 4


def test_two_changes_that_cancel_out_are_both_told():
    told = compared(before(BEFORE), {"A": {**A, "plan": [34, 36]}, "B": B})
    assert codes(told) == ["technical-mark-changed"] * 2


def test_a_mark_of_the_secretariat_is_held_to_its_word_too():
    (told,) = compared(before(BEFORE), {"A": A, "B": {**B, "isms": 1}})
    assert (told.code, told.details["evaluator"]) == ("technical-mark-changed", "事務局")


def test_an_agreed_mark_is_held_to_its_word_too():
    criteria = sheet(
        f"criteria: [{{id: plan, points: 40}}, {price(40)}]\npanel: {{aggregate: consensus}}"
    )
    then = before({"A": {"plan": 30}, "B": {"plan": 31}}, criteria)
    now = {"A": {"plan": 30, "total": 1}, "B": {"plan": 32, "total": 1}}
    (told,) = compared(then, now, criteria)
    assert (told.code, told.where.sheet) == ("technical-mark-changed", "採点_合議")


WITHOUT_E2 = {"A": {**A, "plan": {"E1": 36}}, "B": {**B, "plan": {"E1": 30}}}


def test_an_evaluator_who_is_missing_now_is_told_mark_by_mark():
    told = compared(before(BEFORE), WITHOUT_E2)
    assert codes(told) == ["technical-mark-changed"] * 2
    assert {each.where.sheet for each in told} == {"提案者"}
    assert told[0].message.endswith("was 34 before the prices were opened and is missing now.")


def test_an_evaluator_who_was_missing_then_is_told_mark_by_mark():
    told = compared(before(WITHOUT_E2), BEFORE)
    assert [(each.where.sheet, each.details["now"]) for each in told] == [
        ("採点_E2", "34"),
        ("採点_E2", "31"),
    ]
    assert told[0].message == (
        "The mark of E2 for A, “plan”, was missing before the prices were opened and is 34 now."
    )


def test_points_that_changed_without_a_mark_are_told_once_at_the_criterion():
    (told,) = compared(before(BEFORE), {"A": {**A, "sites": 4}, "B": B})
    assert told.code == "technical-points-changed"
    assert told.where.sheet == "提案者"
    shown = {name: told.details[name] for name in ("vendor", "criterion", "before", "now")}
    assert shown == {"vendor": "A", "criterion": "record", "before": "6", "now": "8"}


def test_a_quantity_that_gives_the_same_points_is_no_matter():
    then = before({"A": {**A, "sites": 10}, "B": B})
    assert compared(then, {"A": {**A, "sites": 11}, "B": B}) == []


def test_points_that_follow_a_changed_mark_are_not_told_again():
    told = compared(before(BEFORE), {"A": {**A, "plan": [0, 0]}, "B": B})
    assert codes(told) == ["technical-mark-changed"] * 2


def test_a_vendor_that_was_not_there_is_told_and_nothing_else_of_it():
    (told,) = compared(before({"A": A}), BEFORE)
    assert (told.code, told.where.sheet, told.details["vendor"]) == (
        "technical-vendor-new",
        "提案者",
        "B",
    )


def test_a_vendor_that_is_gone_is_told():
    (told,) = compared(before(BEFORE), {"A": A})
    assert (told.code, told.where, told.details["vendor"]) == ("technical-vendor-gone", FILE, "B")


def test_another_criteria_sheet_is_told_at_the_file():
    then = before(BEFORE)
    other = Earlier(then.where, "another digest", then.marks, then.points)
    (told,) = compared(other, BEFORE)
    assert (told.code, told.where) == ("technical-criteria-changed", FILE)


@pytest.mark.parametrize(
    ("now", "handed_in"),
    [
        ({"A": {**A, "total": 11}, "B": B}, {"ceilings": {"total": 10}}),
        ({"A": {**A, "status": "withdrawn"}, "B": B}, {}),
        ({"A": {**A, "status": "disqualified"}, "B": B}, {}),
    ],
    ids=["above the ceiling", "withdrawn", "disqualified"],
)
def test_who_is_out_since_is_no_change(now, handed_in):
    """It is told where it is: among those that are not ranked, with the reason."""
    assert compared(before(BEFORE), now, **handed_in) == []


@pytest.mark.parametrize("status", ["withdrawn", "disqualified", "invalid"])
def test_who_was_out_then_does_not_come_back(status):
    (told,) = compared(before({"A": A, "B": {**B, "status": status}}), BEFORE)
    assert (told.code, told.details["vendor"]) == ("technical-vendor-new", "B")


def test_who_fails_a_minimum_fails_it_as_before():
    criteria = sheet(f"""
        criteria: [{{id: plan, points: 40}}, {price(40)}]
        eligibility: {{minimums: [{{criterion: plan, at_least: 60%}}]}}
    """)
    vendors = {"A": {"plan": [36], "total": 1}, "B": {"plan": [1], "total": 1}}
    assert compared(before(vendors, criteria), vendors, criteria) == []
    (told,) = compared(
        before(vendors, criteria), {**vendors, "B": {"plan": [2], "total": 1}}, criteria
    )
    assert told.code == "technical-mark-changed"


VETOED = sheet(f"""
    criteria:
      - id: plan
        points: 40
        score: {{method: marks, from: -3, veto: {{mark: -3, votes: all, otherwise: -2}}}}
      - {price(40)}
""")


def vetoed(*marks):
    return {"A": {"plan": list(marks), "total": 1}, "B": {"plan": [30, 30], "total": 1}}


def given_before(*marks):
    """Return the earlier result with the marks as they were given, as its file keeps them."""
    then = before(vetoed(*marks), VETOED)
    return Earlier(
        then.where,
        then.digest,
        {
            place: EarlierMark(mark.value if place[0] == "B" else give, mark.written)
            for (place, mark), give in zip(then.marks.items(), [*marks, 0, 0], strict=True)
        },
        then.points,
    )


def test_a_mark_is_compared_as_it_was_given_and_not_as_what_it_counts():
    """A veto that does not stand counts as -2: who changes it to -2 has changed a mark."""
    (told,) = compared(given_before(-3, 30), vetoed(-2, 30), VETOED)
    assert (told.code, told.details["before"], told.details["now"]) == (
        "technical-mark-changed",
        "-3",
        "-2",
    )


def test_a_mark_that_counts_as_another_then_and_now_did_not_change():
    assert compared(given_before(-3, 30), vetoed(-3, 30), VETOED) == []


def test_a_mark_that_only_counts_otherwise_did_not_change():
    """E2 joins the veto of E1, whose mark is what it was."""
    (told,) = compared(given_before(-3, 30), vetoed(-3, -3), VETOED)
    assert told.details["evaluator"] == "E2"


def test_what_was_not_marked_then_may_be_anything():
    criteria = sheet("""
        criteria: [{id: plan, points: 40}, {id: talk, points: 40}]
        stages:
          - {id: one, name: one, criteria: [plan], gate: {top: 1}}
          - {id: two, name: two, criteria: [talk]}
    """)
    now = {"A": {"plan": [36], "talk": [9]}, "B": {"plan": [30], "talk": [None]}}
    first = {name: {"plan": entry["plan"]} for name, entry in now.items()}
    assert compared(before(first, scope.up_to(criteria, "one")), now, criteria) == []


RELATIVE = sheet(f"""
    quantities: {{sites: {{}}}}
    criteria:
      - {{id: plan, points: 40, rescale: {{formula: points * raw / best}}}}
      - id: record
        points: 20
        score: {{method: formula, compare: sites, formula: points * sites / highest}}
      - {price(40)}
""")
FIELD = {
    "A": {"plan": [20], "sites": 4, "total": 10},
    "B": {"plan": [10], "sites": 2, "total": 8},
}


def test_points_that_are_held_against_the_others_follow_from_who_is_left():
    """A was the best and is above the ceiling, which shows only when the prices are opened."""
    dear = {**FIELD, "A": {**FIELD["A"], "total": 11}}
    assert compared(before(FIELD, RELATIVE), dear, RELATIVE, ceilings={"total": 10}) == []


def test_points_that_are_held_against_the_others_are_compared_while_all_are_there():
    more = {**FIELD, "A": {**FIELD["A"], "sites": 5}}
    (told,) = compared(before(FIELD, RELATIVE), more, RELATIVE)
    assert (told.code, told.details["vendor"]) == ("technical-points-changed", "B")


LATER = f"""
    criteria:
      - {{id: plan, points: 40}}
      - {{id: talk, points: 40%s}}
      - {price(40)}
    stages:
      - {{id: one, name: One, criteria: [plan], gate: {{top: 3}}}}
      - {{id: two, name: Two, criteria: [talk, price]}}
"""


@pytest.mark.parametrize("rescale", ["", ", rescale: {formula: points * raw / best}"])
def test_marks_of_a_stage_that_a_ceiling_comes_before_are_not_compared(rescale):
    """They were given before A turned out to be above it; those of the stage before still stand."""
    criteria = sheet(LATER % rescale)
    vendors = {
        "A": {"plan": [20], "talk": [30], "total": 11},
        "B": {"plan": [10], "talk": [20], "total": 9},
    }
    assert compared(before(vendors, criteria), vendors, criteria, ceilings={"total": 10}) == []
    changed = {**vendors, "A": {**vendors["A"], "plan": [21], "talk": [None]}}
    (told,) = compared(before(vendors, criteria), changed, criteria, ceilings={"total": 10})
    assert (told.code, told.details["criterion"]) == ("technical-mark-changed", "plan")


def test_a_minimum_that_keeps_somebody_from_the_price_lets_nothing_else_go():
    """B has no points for its price, as before: the points of A are compared as they were."""
    criteria = sheet(f"""
        quantities: {{sites: {{}}}}
        criteria:
          - {{id: both, criteria: [{{id: plan, points: 40}}, {price(40)}]}}
          - id: record
            points: 20
            score: {{method: formula, compare: sites, formula: points * sites / highest}}
        eligibility: {{lowest_among: all, minimums: [{{criterion: plan, at_least: 50%}}]}}
    """)
    now = {"A": {"plan": [30], "sites": 2, "total": 9}, "B": {"plan": [10], "sites": 4, "total": 9}}
    then = {**now, "B": {**now["B"], "sites": 8}}
    (told,) = compared(before(then, criteria), now, criteria)
    assert (told.code, told.details["vendor"]) == ("technical-points-changed", "A")
