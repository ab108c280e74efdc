import pytest

from procscore.checks.lint import ties
from procscore.checks.lint.ties import RULES
from support.values import price, sheet

CRITERIA = f"""
amounts: {{total: {{name: 提案価格}}}}
criteria:
  - {{id: g, criteria: [{{id: a, points: 30}}, {{id: b, points: 20}}]}}
  - {price(40)}
"""


def found(rule, chain=None, rest="", ranking=""):
    """Return what a rule says of a chain: where in the ranking, and the details as text."""
    written = f"ranking: {{{ranking}{'' if chain is None else f'ties: [{chain}]'}}}"
    given = rule(sheet(f"{CRITERIA}{written}\n{rest}"))
    return [
        (each.path, {name: str(value) for name, value in each.details.items()}) for each in given
    ]


def test_a_sheet_without_a_chain_is_offered_one():
    assert found(ties.not_stated) == [
        (("ranking", "ties"), {"chain": "[{higher: g}, {lower: total}, lot]"})
    ]
    assert found(ties.not_stated, "lot") == []


def test_no_step_is_offered_that_could_never_decide():
    stages = "stages: [{id: s1, name: s1, criteria: [price], gate: {top: 3}}, {id: s2, name: s2, criteria: [g]%s}]"
    apart = stages % ", carry_over: false, ranking: {by: points}"
    (_, of_stage) = found(ties.not_stated, rest=apart)
    assert of_stage == (
        ("stages", 1, "ranking", "ties"),
        {"chain": "[{lower: total}, lot]"},
    )
    ((_, carried),) = found(ties.not_stated, rest=stages % "")
    assert carried == {"chain": "[{higher: g}, {lower: total}, lot]"}


@pytest.mark.parametrize(
    ("formula", "step"), [("highest-ratio", "higher"), ("linear-to-highest", "lower")]
)
def test_what_is_offered_puts_the_better_price_first(formula, step):
    criteria = sheet(f"criteria: [{{id: a, points: 1}}, {price(40, formula)}]")
    (given,) = ties.not_stated(criteria)
    assert given.details["chain"] == f"[{{higher: a}}, {{{step}: total}}, lot]"


@pytest.mark.parametrize(
    ("chain", "how", "instead"),
    [
        ("{higher: g}, vote", "a run-off vote can be equal, too", "vote, chair"),
        (
            "{lot: {rule: remainder, order: code, following: open}}",
            "the lot names only the first, and those who follow stay tied",
            "{lot: {…, following: cyclic}}",
        ),
        (
            "{higher: g}, {lot: {if_equal: [g, total]}}, committee",
            "a lot is drawn only where they are equal in 提案価格, too, and else it is left to people",
            "{lower: total}, lot",
        ),
        (
            "{lot: {if_equal: [g, total]}}, {higher: a}, chair",
            "a lot is drawn only where they are equal in g, 提案価格, too, and else it is left to people",
            "{higher: g}, {lower: total}, lot",
        ),
    ],
)
def test_a_chain_that_can_leave_vendors_tied_is_told_with_what_ends_it(chain, how, instead):
    ((_, details),) = found(ties.can_stay, chain)
    assert details == {"how": how, "instead": instead}
    assert found(ties.by_people, chain) == []


@pytest.mark.parametrize(
    "chain",
    [
        "lot",
        "committee",
        "vote, chair",
        "{lower: total}, {lot: {if_equal: [total]}}, committee",
        "{higher: g}, {lower: total}, {lot: {if_equal: [g, price]}}, committee",
        "{lot: {if_equal: [total]}}, {lower: total}, lot",
        "{lot: {rule: remainder, order: code}}",
        "{lot: {rule: remainder, order: code, following: open}}, lot",
    ],
)
def test_a_chain_that_ends_for_all_has_no_fault(chain):
    assert found(ties.can_stay, chain) == []


def test_who_follows_the_first_does_not_matter_where_one_place_does():
    open_ = "{lot: {rule: remainder, order: code, following: open}}"
    assert found(ties.can_stay, open_, rest="award: {winners: 1, reserve: 0}") == []
    assert len(found(ties.can_stay, open_, rest="award: {winners: 2, reserve: 0}")) == 1


@pytest.mark.parametrize(
    ("chain", "who", "instead"),
    [
        ("committee", "the committee decides", "[lot]"),
        ("{higher: g}, chair", "the chair decides", "[{higher: g}, lot]"),
        (
            "{higher: [a, price]}, vote, chair",
            "a run-off vote decides",
            "[{higher: [a, price]}, lot]",
        ),
        ("{more: first-places}, committee", "the committee decides", "[{more: first-places}, lot]"),
    ],
)
def test_people_at_the_end_are_told_with_a_chain_that_ends_in_a_lot(chain, who, instead):
    ((path, details),) = found(ties.by_people, chain)
    assert path == ("ranking", "ties", chain.count(", ") - chain.count("[a, price]"))
    assert details == {"who": who, "chain": instead}


@pytest.mark.parametrize(
    "chain", [None, "lot", "{lower: total}, {lot: {if_equal: [total]}}, committee"]
)
def test_people_who_are_never_asked_are_not_told(chain):
    assert found(ties.by_people, chain) == []


@pytest.mark.parametrize(
    ("chain", "idle"),
    [
        ("{higher: g}, {higher: price}, lot", {1: "price"}),
        ("{higher: price}, {higher: g}, lot", {1: "g"}),
        ("{lower: total}, {higher: price}, {higher: g}, lot", {1: "price", 2: "g"}),
        ("{higher: a}, {higher: [b, price]}, {higher: g}, lot", {1: "b + price"}),
        ("{higher: g}, {lower: total}, lot", {}),
        ("{higher: a}, {higher: b}, {lower: total}, lot", {}),
    ],
)
def test_steps_that_never_decide_are_told(chain, idle):
    told = {path[2]: details["step"] for path, details in found(ties.step_idle, chain)}
    assert told == idle


def test_nothing_is_idle_where_values_are_rounded_or_a_stage_may_be_skipped():
    chain = "{higher: g}, {higher: price}, lot"
    assert found(ties.step_idle, chain, ranking="round: {places: 0, mode: down}, ") == []
    stages = "stages: [{id: s, name: s, criteria: [g], gate: {top: 2%s}}, {id: t, name: t, criteria: [price]}]"
    assert len(found(ties.step_idle, chain, stages % "")) == 1
    assert found(ties.step_idle, chain, stages % ", skip_below: 3") == []


def test_a_step_that_decides_in_one_of_the_stages_is_not_idle():
    criteria = sheet("""
        criteria: [{id: a, points: 10}, {id: b, points: 10}, {id: c, points: 10}]
        stages:
          - {id: s, name: s, criteria: [a, b], gate: {top: 3}}
          - {id: t, name: t, criteria: [c], carry_over: false}
        ranking: {ties: [{higher: a}, {higher: b}, {higher: c}, lot]}
    """)
    # In the first stage b follows from a; in the second it is asked anew, and c is all there is.
    assert [each.path[2] for each in ties.step_idle(criteria)] == [2]


def test_only_rankings_that_decide_are_looked_at():
    text = """
        criteria: [{id: a, points: 10}, {id: b, points: 10}]
        stages:
          - {id: s, name: s, criteria: [a], gate: {%s}, ranking: {ties: [vote]}}
          - {id: t, name: t, criteria: [b], ranking: {ties: [chair]}}
    """
    for gate, places in (("top: 2", [0]), ("minimums: [{at_least: 5}]", [])):
        criteria = sheet(text % gate)
        assert [each.path[1] for each in ties.can_stay(criteria)] == places
        assert [each.path[1] for each in ties.by_people(criteria)] == [1]
        assert list(ties.not_stated(criteria)) == []  # the sheet's own ranking is never used


def test_all_rules_are_asked():
    assert (ties.not_stated, ties.can_stay, ties.by_people, ties.step_idle) == RULES
