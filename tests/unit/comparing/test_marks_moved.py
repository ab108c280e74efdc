"""Marks that moved: whose, of what, from what to what, and why."""

from dataclasses import replace

import pytest

from procscore.comparing.results import compare
from procscore.model.changes_told import one_sided
from support import books, changes
from support.values import evaluate, price, sheet

COMMENTED = {"採点_委員1": {"G1": "A社 所見", "D2": 34, "G2": "体制の説明を聞き直した"}}
GRADED = f"""
    scales: {{three: {{A: 100%, B: 50%, C: 0%}}}}
    criteria:
      - {{id: plan, points: 40, score: {{method: grades, scale: three}}}}
      - {{id: sworn, points: 20, score: {{method: check, by: secretariat}}}}
      - {price(40)}
"""
CONSENSUS = f"""
    criteria: [{{id: plan, points: 40}}, {price(60)}]
    panel: {{aggregate: consensus}}
"""


def test_the_comment_beside_the_new_mark_is_its_reason(tmp_path):
    found = changes.between(tmp_path, COMMENTED)
    (change,) = found.changes
    assert change.reason == "体制の説明を聞き直した"
    assert found.unexplained == ()
    assert (change.old.where.cell, change.new.where.cell) == ("D2", "D2")
    assert change.new.where.sheet == "採点_委員1"


def test_a_comment_on_the_old_mark_alone_is_no_reason(tmp_path):
    found = changes.between(tmp_path, {}, before=COMMENTED)
    assert [each.reason for each in found.changes] == [""]
    assert found.unexplained == found.changes


@pytest.mark.parametrize("written", ["36.0", "３６", Ellipsis])
def test_the_same_number_written_otherwise_is_no_change(tmp_path, written):
    value = books.Formatted(36, "0.00") if written is Ellipsis else written
    assert changes.between(tmp_path, {"採点_委員1": {"D2": value}}).changes == ()


def test_a_comment_alone_is_told_and_is_no_mark(tmp_path):
    cells = {"採点_委員1": {"G1": "A社 所見", "G2": "よく練られている"}}
    found = changes.between(tmp_path, cells)
    assert changes.told(found) == [
        ("other", "A社", "Comment on “実施計画”", "委員1", "", "よく練られている")
    ]
    assert (found.unexplained, found.moved) == ((), ())


def graded(plan=("A", "B"), sworn="○", scale="50%"):
    return evaluate(
        sheet(GRADED.replace("50%", scale)), {"A": {"plan": [*plan], "sworn": sworn, "total": 100}}
    )


def test_a_grade_and_a_check_are_told_as_they_are_written():
    found = compare(graded(), graded(plan=("B", "B"), sworn="×"))
    assert changes.told(found) == [
        ("mark", "A", "plan", "E1", "A", "B"),
        ("mark", "A", "sworn", "事務局", "○", "×"),
    ]
    assert [each.by for each in found.changes] == [None, None]


def test_a_grade_that_means_another_share_is_no_other_mark():
    assert compare(graded(), graded(scale="60%")).changes == ()


def agreed(plan):
    return evaluate(sheet(CONSENSUS), {"A": {"plan": plan, "total": 100}})


def test_an_agreed_mark_is_told_apart_from_the_evaluators_own():
    found = compare(
        agreed({"合議": 20, "E1": 10, "E2": 21}), agreed({"合議": 25, "E1": 12, "E2": 21})
    )
    assert changes.told(found) == [
        ("mark", "A", "plan", "E1", "10", "12"),
        ("agreed", "A", "plan", "", "20", "25"),
    ]
    assert found.unexplained == found.changes


def test_marks_that_only_one_of_the_two_can_hold_are_no_changes(tmp_path):
    absent = {"審査委員": {"C3": "欠席"}, "採点_委員2": {c + r: None for c in "DEF" for r in "23"}}
    found = changes.between(tmp_path / "absent", absent)
    assert [each.kind for each in found.changes] == ["panel"]
    out = {"提案者": {"D3": "辞退", "E3": "都合"}}
    found = changes.between(tmp_path / "out", out)
    assert [each.kind for each in found.changes] == ["status"]


VETO = """
    criteria:
      - {id: plan, points: 3, score: {method: marks, from: -3, to: 3, veto: {mark: -3, otherwise: -2}}}
"""


def test_a_mark_that_a_rule_makes_count_as_another_is_told_as_it_was_given():
    # E1's −3 is not unanimous and counts as −2; in the last it is unanimous and stands.
    first, second, third = (
        evaluate(sheet(VETO), {"A": {"plan": marks}}) for marks in ([-3, 0], [-1, 0], [-3, -3])
    )
    (change,) = compare(first, second).changes
    assert (change.old.text, change.old.value, change.by) == ("-3", -3, 2)
    assert changes.told(compare(first, third)) == [("mark", "A", "plan", "E2", "0", "-3")]


STAGES = """
    criteria: [{id: papers, points: 10}, {id: talk, points: 10}]
    stages:
      - {id: first, name: first, criteria: [papers], gate: {top: 1}}
      - {id: second, name: second, criteria: [talk]}
"""


def test_marks_of_a_stage_that_a_vendor_got_to_in_one_only_are_no_changes():
    old, new = (
        evaluate(
            sheet(STAGES),
            {"A": {"papers": [papers], "talk": [7]}, "B": {"papers": [5], "talk": [6]}},
        )
        for papers in (6, 4)
    )
    found = compare(old, new)
    assert changes.told(found) == [("mark", "A", "papers", "E1", "6", "4")]
    assert [str(each) for each in one_sided(found)] == [
        "A, before only: talk",
        "B, after only: talk",
    ]


OVERRIDES = """
    criteria: [{id: plan, points: 40}]
    panel: {consensus: overrides}
"""


def overridden(**marks):
    return evaluate(sheet(OVERRIDES), {"A": {"plan": {"E1": 20, "E2": 25, **marks}}})


def test_a_mark_that_was_emptied_is_a_blank():
    with_agreed = overridden(合議=30)
    assert changes.told(compare(with_agreed, overridden())) == [
        ("agreed", "A", "plan", "", "30", "")
    ]
    assert changes.told(compare(with_agreed, overridden(合議=30, E2=None))) == [
        ("mark", "A", "plan", "E2", "25", "")
    ]


def test_where_rules_know_no_agreed_mark_there_is_no_blank_of_one():
    alone = evaluate(
        sheet("criteria: [{id: plan, points: 40}]"), {"A": {"plan": {"E1": 20, "E2": 25}}}
    )
    told = [row for row in changes.told(compare(alone, overridden(合議=30))) if row[0] == "agreed"]
    assert told == [("agreed", "A", "plan", "", None, "30")]


def told(found):
    """Return each change with its reason and both cells."""
    return [
        (
            *row[:2],
            *row[4:],
            change.reason,
            *(side.where and side.where.cell for side in (change.old, change.new)),
        )
        for row, change in zip(changes.told(found), found.changes, strict=True)
    ]


def test_an_agreed_mark_that_was_emptied_is_justified_by_the_comment_beside_the_blank(tmp_path):
    emptied = {"合議": {"D2": None, "E2": "取り消す"}}
    found = changes.between_agreements(tmp_path, emptied)
    assert told(found) == [("agreed", "A社", "38", "", "取り消す", "D2", "D2")]
    assert found.unexplained == ()


def test_a_comment_that_stayed_beside_the_blank_justifies_nothing(tmp_path):
    found = changes.between_agreements(tmp_path, {"合議": {"D2": None}})
    assert told(found) == [("agreed", "A社", "38", "", "", "D2", "D2")]
    assert found.unexplained == found.changes


def test_a_blank_that_got_a_mark_is_told_with_both_cells(tmp_path):
    blank = {"合議": {"D3": None}}
    found = changes.between_agreements(
        tmp_path, {"合議": {"D3": 18, "E3": "協議による"}}, before=blank
    )
    assert told(found) == [("agreed", "A社", "", "18", "協議による", "D3", "D3")]


def test_comments_beside_blanks_on_both_sides_are_told(tmp_path):
    blanks = {"合議": {"D3": None, "E3": "継続"}, "採点_委員1": {"D2": None, "G2": "欠席時"}}
    after = {"合議": {"D3": None, "E3": "不一致"}, "採点_委員1": {"D2": None, "G2": None}}
    assert told(changes.between_agreements(tmp_path, after, before=blanks)) == [
        ("other", "A社", "欠席時", "", "", "G2", None),
        ("other", "A社", "継続", "不一致", "", "E3", "E3"),
    ]


def test_an_own_mark_that_was_emptied_beside_an_agreed_one_is_told_with_its_comment(tmp_path):
    emptied = {"採点_委員1": {"D2": None, "G2": "撤回"}}
    found = changes.between_agreements(tmp_path, emptied)
    assert told(found) == [("mark", "A社", "36", "", "撤回", "D2", "D2")]
    back = compare(found.new, found.old)
    assert told(back) == [("mark", "A社", "", "36", "", "D2", "D2")]


def test_a_blank_and_no_cell_at_all_are_the_same():
    assert compare(overridden(), overridden(合議=None)).changes == ()
    assert compare(overridden(合議=30), overridden(合議=30, E3=None)).changes[1:] == ()


def test_what_the_sheet_of_agreed_marks_is_called_is_no_change():
    def called(name):
        result = overridden(合議=30)
        (vendor,) = result.vendors
        (score,) = vendor.scores
        marks = (score.marks[0]._replace(evaluator=name),)
        changed = replace(vendor, scores=(replace(score, marks=marks),))
        return replace(result, vendors=(changed,))

    assert compare(called("合議"), called("Consensus")).changes == ()
