from fractions import Fraction

from procscore.model.anonymous import anonymous
from procscore.model.moderation import agreed_marks, agreed_sentence, has_agreed_marks
from support import moderated, results
from support.values import evaluate, sheet

CHECKED = """
    criteria:
      - {id: plan, points: 10}
      - {id: isms, points: 0, score: {method: check}}
    panel: {consensus: overrides}
"""

OWN = "by the evaluators' own marks"
WHY = f"reason: {moderated.REASON}"
NO = "no reason is given"


def sentences(result, vendor):
    return [str(agreed_sentence(each)) for each in agreed_marks(result, result.vendor(vendor))]


def test_an_agreed_mark_is_told_with_what_it_changed_and_why(tmp_path):
    result = moderated.evaluated(tmp_path)
    plan, staff = agreed_marks(result, result.vendor("A社"))
    assert (plan.name, str(plan.own), plan.mark) == ("実施計画", "委員1 36, 委員2 34", "38")
    assert (plan.before, plan.points, plan.difference) == (35, 38, 3)
    assert staff.difference == Fraction("-0.75")
    assert [str(each.reason) for each in (plan, staff)] == [moderated.REASON, "no reason is given"]
    assert sentences(result, "A社") == [
        f"実施計画: agreed 38, 38 points instead of 35 (+3) {OWN} 委員1 36, 委員2 34; {WHY}.",
        f"実施体制: agreed 17, 17 points instead of 17.75 (-0.75) {OWN} 委員1 18, 委員2 17.5; {NO}.",
    ]
    assert sentences(result, "B社") == []
    assert has_agreed_marks(result)


def test_for_publication_no_reason_is_told_nor_that_there_is_none(tmp_path):
    result = anonymous(moderated.evaluated(tmp_path), name_winner=True)
    (winner,) = result.award.winners
    agreed = list(agreed_marks(result, result.vendor(winner)))
    assert [each.reason for each in agreed] == ["", ""]
    assert [each.difference for each in agreed] == [3, Fraction("-0.75")]
    assert "reason" not in " ".join(sentences(result, winner))
    assert "委員1" not in " ".join(sentences(result, winner))


def test_a_mark_without_own_ones_beside_it_has_nothing_to_compare_with():
    marks = {"plan": {"合議": 7, "E1": None}, "isms": {"合議": "○", "E1": "×"}}
    result = evaluate(sheet(CHECKED), {"A": marks})
    assert sentences(result, "A") == [
        "plan: agreed 7, 7 points; no reason is given.",
        "isms: agreed ○; own marks E1 ×; no reason is given.",
    ]


def test_a_consensus_is_told_only_where_own_marks_stand_beside_it(tmp_path):
    criteria = sheet("criteria: [{id: plan, points: 10}]\npanel: {aggregate: consensus}")
    result = evaluate(criteria, {"A": {"plan": {"合議": 7, "E1": 6}}, "B": {"plan": 5}})
    assert len(sentences(result, "A")) == 1
    assert sentences(result, "B") == []
    assert not has_agreed_marks(results.evaluated(tmp_path))
