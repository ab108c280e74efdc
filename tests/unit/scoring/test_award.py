import pytest

from procscore.language import message
from procscore.model.result import Award
from procscore.model.rules import Award as Rule
from procscore.scoring.award import decide
from support.values import evaluate, price, sheet


def chosen(groups, winners=1, reserve=1, withdrawn=(), unfit=()):
    rule = Rule.model_validate({"winners": str(winners), "reserve": str(reserve)})
    reasons = {vendor: message("below") for vendor in unfit}
    return decide([tuple(group) for group in groups], rule, withdrawn, reasons)


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


@pytest.mark.parametrize(
    ("groups", "winners", "reserve", "withdrawn", "expected"),
    [
        (["A", "B", "C"], 1, 1, "A", (("B",), ("C",), ())),
        (["A", "B", "C"], 1, 1, "B", (("A",), ("C",), ())),
        (["A", "B", "C"], 1, 1, "C", (("A",), ("B",), ())),
        (["A", "B", "C"], 1, 1, "AB", (("C",), (), ())),
        (["A", "B", "C", "D"], 2, 1, "A", (("B", "C"), ("D",), ())),
        (["A"], 1, 1, "A", ((), (), ())),
        (["AB", "C"], 1, 1, "A", (("B",), ("C",), ())),  # no tie is left
        (["A", "BC"], 1, 1, "A", ((), (), ("B", "C"))),  # the tie moved to the line
    ],
)
def test_when_a_winner_withdraws_the_next_moves_up(groups, winners, reserve, withdrawn, expected):
    """Negotiation fails → next rank: https://lawinsider.com/ja/clause/審査方法/_4, doc/10314393."""
    award = chosen(groups, winners, reserve, withdrawn)
    assert (award.winners, award.reserve, award.undecided) == expected


def test_it_is_told_who_was_passed_over_and_why():
    award = chosen(["A", "B", "C"], withdrawn="A", unfit="B")
    assert {each: str(reason) for each, reason in award.passed_over.items()} == {
        "A": "withdrew after the ranking",
        "B": "below",
    }
    assert chosen(["A", "B", "C"], unfit="AB").passed_over == {}


@pytest.mark.parametrize(
    ("groups", "winners", "withdrawn", "unfit", "expected"),
    [
        (["A", "B", "C"], 1, "", "AB", (("A",), ("B",))),  # nobody moves up
        (["A", "B", "C"], 1, "A", "B", (("C",), ())),
        (["A", "B", "C"], 1, "A", "BC", ((), ())),
        (["A", "B", "C"], 1, "B", "C", (("A",), ("C",))),  # into reserve, which is no award
        (["A", "B", "C", "D"], 2, "A", "B", (("B", "C"), ("D",))),  # B was chosen before
        (["A", "B", "C", "D"], 2, "A", "C", (("B", "D"), ())),
        (["AB", "C"], 1, "", "A", ((), ())),  # a tie is no withdrawal
        (["AB", "C"], 1, "A", "B", (("C",), ())),
        (["BA", "C"], 1, "A", "B", (("C",), ())),  # whatever the order of the workbook
    ],
)
def test_who_moves_up_must_be_fit_for_it(groups, winners, withdrawn, unfit, expected):
    """日田市, https://expydoc.com/doc/10822299/: the runner-up must itself meet the minimums."""
    award = chosen(groups, winners, 1, withdrawn, unfit)
    assert (award.winners, award.reserve) == expected


HITA = """
    criteria: [{id: facility, points: 160}, {id: fee, points: 20}, {id: rest, points: 320}]
    eligibility:
      minimums:
        - {criterion: facility, at_least: 96, when: [sole-bidder, promoted]}
        - {criterion: fee, at_least: 12, when: [sole-bidder, promoted]}
        - {at_least: 300, when: [sole-bidder, promoted]}
"""
OFFERS = {
    "A": {"facility": [90], "fee": [20], "rest": [300]},
    "B": {"facility": [95], "fee": [12], "rest": [290]},
    "C": {"facility": [96], "fee": [12], "rest": [192]},
}


def test_hita_the_minimums_hold_for_a_sole_bidder_and_for_who_is_promoted():
    """日田市, https://expydoc.com/doc/10822299/: 大項目 96 and 12, total 300."""
    award = evaluate(sheet(HITA), OFFERS).award
    assert (award.winners, award.reserve) == (("A",), ("B",))
    award = evaluate(sheet(HITA), OFFERS, withdrawn=["A"]).award
    assert (award.winners, award.reserve) == (("C",), ())
    assert str(award.passed_over["B"]) == "facility: 95 of 160 points, at least 96 needed"
    assert evaluate(sheet(HITA), {"B": OFFERS["B"]}).award.none
    assert evaluate(sheet(HITA), {"C": OFFERS["C"]}).award.winners == ("C",)


def test_a_minimum_for_a_sole_bidder_is_not_asked_of_who_is_promoted():
    alone = sheet(HITA.replace(", promoted", ""))
    assert evaluate(alone, OFFERS, withdrawn=["A"]).award.winners == ("B",)


def test_who_is_promoted_is_held_to_minimums_with_price_as_well():
    criteria = sheet(f"""
        criteria: [{{id: plan, points: 60}}, {price(40)}]
        eligibility: {{minimums: [{{at_least: 60, when: [promoted]}}]}}
    """)
    vendors = {
        "A": {"plan": [60], "total": 100},
        "B": {"plan": [39], "total": 200},  # 39 + 20
        "C": {"plan": [10], "total": 50},
    }
    award = evaluate(criteria, vendors, withdrawn=["A"]).award
    assert (award.winners, award.passed_over.keys()) == ((), {"A", "B", "C"})
    vendors["B"] = {"plan": [50], "total": 200}  # 50 + 10
    award = evaluate(criteria, vendors, withdrawn=["A"]).award
    assert award.winners == ("B",)


def test_who_withdraws_after_the_ranking_keeps_its_rank_and_its_points():
    result = evaluate(sheet(HITA), OFFERS, withdrawn=["A"])
    assert [(each.vendor.id, each.rank) for each in result.ranked] == [("A", 1), ("B", 2), ("C", 3)]
    assert result.vendor("A").points_in_all == 410
    assert result.vendor("A").exclusions == ()


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
