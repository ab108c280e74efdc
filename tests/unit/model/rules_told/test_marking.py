import pytest

from procscore.model.rules_told.marking import how_marked, how_scored, knock_outs, who_marks
from support import values

SHEET = values.sheet("""
    scales: {three: {A: 100%, B: 50%, C: 0%}}
    quantities: {offices: {name: 拠点数}}
    criteria:
      - {id: free, points: 10}
      - {id: whole, points: 10, score: {method: marks, step: 1}}
      - {id: half, points: 10, score: {method: marks, from: -1, to: 5, step: 0.5}}
      - {id: gaps, points: 10, weight: 2, score: {method: marks, allowed: [5, 3, 0]}}
      - {id: grade, points: 10, score: {method: grades, scale: three, veto: {mark: C, votes: majority}}}
      - {id: own, points: 10, score: {method: marks, step: 1, by: secretariat}}
      - {id: must, score: {method: check, votes: any}}
      - {id: iso, points: 5, score: {method: check, by: secretariat, fail: points}}
      - {id: fact, score: {method: check, by: secretariat}}
      - {id: near, points: 5, score: {method: formula, formula: "min(points, offices)"}}
      - {id: price, points: 20, score: {method: price, amount: total, formula: lowest-ratio}}
""")
LEAVES = {leaf.id: leaf for leaf in SHEET.leaves}


@pytest.mark.parametrize(
    ("leaf", "told"),
    [
        ("free", "0 to 10 (not stated)"),
        ("whole", "0 to 10, whole numbers"),
        ("half", "-1 to 5 in steps of 0.5"),
        ("gaps", "one of 5, 3, 0; × 2"),
        ("grade", "A 100%, B 50%, C 0%"),
        ("own", "secretariat: 0 to 10, whole numbers"),
        ("must", "met or not; who fails is excluded"),
        ("iso", "secretariat: met or not; who fails gets no points"),
        ("near", "min(points, 拠点数)"),
        ("price", "points × lowest price ÷ price"),
    ],
)
def test_how_a_criterion_gets_its_points(leaf, told):
    assert str(how_scored(SHEET, LEAVES[leaf])) == told


def test_what_is_computed_is_on_no_form():
    with pytest.raises(TypeError):
        how_marked(SHEET, LEAVES["price"])


def test_a_form_tells_grades_without_their_worth():
    assert str(how_marked(SHEET, LEAVES["grade"])) == "A, B, C"


def test_who_marks_adds_up_to_all_points():
    assert [str(each) for each in who_marks(SHEET)] == [
        "Points from: evaluators 50, secretariat 15, prices 20, declared facts 5."
    ]


def test_panels_are_told_one_by_one():
    sheet = values.sheet("""
        panel: {name: 委員会}
        panels: {staff: {name: 職員}}
        criteria: [{id: a, points: 10}, {id: b, points: 30, panel: staff}]
    """)
    assert [str(each) for each in who_marks(sheet)] == ["Points from: 委員会 10, 職員 30."]
    assert str(how_scored(sheet, sheet.leaves[1])) == "職員: 0 to 30 (not stated)"


def test_knock_outs_say_how_many_it_takes():
    assert [str(each) for each in knock_outs(SHEET)] == [
        "Excluded: who fails “fact”.",
        "Excluded: a vendor to whom more than half of the evaluators give C for “grade”.",
        "Excluded: who fails “must” in the eyes of a single evaluator.",
    ]


def test_a_veto_that_does_not_stand_says_what_it_counts_as():
    sheet = values.sheet("""
        criteria:
          - {id: a, points: 3, score: {method: marks, from: -3, step: 1, veto: {mark: -3, votes: all, otherwise: -2}}}
    """)
    assert [str(each) for each in knock_outs(sheet)] == [
        "Excluded: a vendor to whom all evaluators give -3 for “a”. Where fewer do, it counts as -2."
    ]
