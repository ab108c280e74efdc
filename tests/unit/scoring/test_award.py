import pytest

from procscore.model.result import Award
from procscore.model.rules import Award as Rule
from procscore.scoring.award import decide
from support.values import evaluate, sheet


def chosen(groups, winners=1, reserve=1):
    rule = Rule.model_validate({"winners": str(winners), "reserve": str(reserve)})
    return decide([tuple(group) for group in groups], rule)


@pytest.mark.parametrize(
    ("groups", "winners", "reserve", "expected"),
    [
        (["A", "B", "C"], 1, 1, Award(("A",), ("B",), ())),
        (["A", "B", "C"], 2, 1, Award(("A", "B"), ("C",), ())),
        (["A", "B", "C"], 1, 0, Award(("A",), (), ())),
        (["A"], 1, 1, Award(("A",), (), ())),
        (["A", "B"], 3, 2, Award(("A", "B"), (), ())),
        ([], 1, 1, Award((), (), ())),
    ],
)
def test_the_first_are_chosen_and_the_next_stand_ready(groups, winners, reserve, expected):
    assert chosen(groups, winners, reserve) == expected


@pytest.mark.parametrize(
    ("groups", "winners", "reserve", "expected"),
    [
        (["AB", "C"], 1, 1, Award((), (), ("A", "B"))),
        (["A", "BC"], 1, 1, Award(("A",), (), ("B", "C"))),
        (["A", "BC", "D"], 2, 1, Award(("A",), (), ("B", "C"))),
        (["AB"], 1, 0, Award((), (), ("A", "B"))),
    ],
)
def test_a_tie_across_a_line_is_left_to_the_committee(groups, winners, reserve, expected):
    assert chosen(groups, winners, reserve) == expected


@pytest.mark.parametrize(
    ("groups", "winners", "reserve", "expected"),
    [
        (["AB", "C"], 2, 1, Award(("A", "B"), ("C",), ())),
        (["A", "BC"], 1, 2, Award(("A",), ("B", "C"), ())),
        (["A", "B", "CD"], 1, 1, Award(("A",), ("B",), ())),
        (["A", "BC"], 1, 0, Award(("A",), (), ())),
    ],
)
def test_a_tie_on_one_side_of_every_line_is_no_question(groups, winners, reserve, expected):
    assert chosen(groups, winners, reserve) == expected


def test_nobody_eligible_is_no_award():
    """https://expydoc.com/doc/11049769/: 269, 259 and 289 of 600 points; 該当なし."""
    criteria = sheet("""
        criteria:
          - {id: applicant, points: 210}
          - {id: building, points: 150}
          - {id: operation, points: 240}
        eligibility: {minimums: [{at_least: 50%}]}
    """)
    marks = {"A": (87, 66, 116), "B": (82, 77, 100), "C": (78, 76, 135)}
    result = evaluate(
        criteria,
        {
            each: {"applicant": [a], "building": [b], "operation": [c]}
            for each, (a, b, c) in marks.items()
        },
    )
    assert [each.points_in_all for each in result.vendors] == [269, 259, 289]
    assert result.award.none
    assert result.ranked == ()
