from typing import get_args

import pytest

from procscore.model.tie_steps import Lot
from procscore.scoring.lots import FOLLOWING, RULES
from support.values import attempt, codes, evaluate, ranks, sheet


def with_lot(lot, more=""):
    return sheet(f"""
        criteria: [{{id: plan, points: 10}}]
        ranking: {{ties: [{{lot: {lot}}}{more}]}}
    """)


def vendors(**columns):
    """Return equal vendors with what stands in their columns: lot="1 2 3" for A, B and C."""
    cells = {name: text.split(" ") for name, text in columns.items()}
    count = len(next(iter(cells.values())))
    return {
        "ABCDE"[index]: {
            "plan": [5],
            "total": 1,
            **{name: texts[index] or None for name, texts in cells.items()},
        }
        for index in range(count)
    }


def settled(lot, handed_in, more=""):
    (tie,) = evaluate(with_lot(lot, more), handed_in).ties
    return tie


def shown(tie):
    return " > ".join("=".join(group) for group in tie.order)


TOTTORI = vendors(lot="349 123 078", code="14291 00109 02103")
POSTAL = vendors(lot="2345 5791 6812")


def test_tottori_the_sum_550_leaves_1_and_the_second_code_wins():
    """https://expydoc.com/doc/10172646/ with A, B, C in another order: 00109, 02103, 14291."""
    tie = settled("{rule: remainder, order: code, following: open}", TOTTORI)
    assert shown(tie) == "C > B=A"
    (step,) = tie.steps
    assert str(step.rule) == (
        "lot: 123 + 078 + 349 = 550, divided by 3 leaves 1; "
        "numbered by vendor code (0 B (00109), 1 C (02103), 2 A (14291)); number 1 is first"
    )
    assert dict(step.values) == {"B": "123", "C": "078", "A": "349"}


def test_postal_bids_the_sum_14948_leaves_2_and_the_numbers_go_round():
    """https://expydoc.com/doc/8003694/"""
    tie = settled("{rule: remainder, order: lot}", POSTAL)
    assert shown(tie) == "C > A > B"
    assert "= 14948, divided by 3 leaves 2;" in str(tie.steps[0].rule)


@pytest.mark.parametrize(
    ("first", "add", "winner", "words"),
    [
        (0, 0, "B", "leaves 1; numbered by lot number (0 A (1), 1 B (2), 2 C (4)); number 1"),
        (
            0,
            1,
            "C",
            "leaves 1, plus 1; numbered by lot number (0 A (1), 1 B (2), 2 C (4)); number 2",
        ),
        (1, 0, "A", "leaves 1; numbered by lot number (1 A (1), 2 B (2), 3 C (4)); number 1"),
        (
            1,
            1,
            "B",
            "leaves 1, plus 1; numbered by lot number (1 A (1), 2 B (2), 3 C (4)); number 2",
        ),
    ],
)
def test_a_remainder_names_a_number_from_0_or_1_and_may_be_raised_by_1(first, add, winner, words):
    """1 + 2 + 4 = 7 leaves 1. [E10393178]: remainder + 1 of vendors that count from 1."""
    lot = f"{{rule: remainder, order: lot, first: {first}, add: {add}}}"
    tie = settled(lot, vendors(lot="1 2 4"))
    assert tie.order[0] == (winner,)
    assert words in str(tie.steps[0].rule)


def test_a_remainder_of_0_is_the_last_where_numbers_count_from_1():
    tie = settled("{rule: remainder, order: lot, first: 1}", vendors(lot="1 2 3"))
    assert shown(tie) == "C > A > B"
    assert "leaves 0;" in str(tie.steps[0].rule)
    assert "number 3 is first" in str(tie.steps[0].rule)


def test_in_repeated_arithmetic_the_rest_is_numbered_anew_and_every_round_is_recorded():
    """1 + 2 + 4 + 6 = 13 leaves 1: B. Then 1 + 4 + 6 = 11 leaves 2: D. Then 1 + 4 leaves 1: C."""
    tie = settled("{rule: remainder, order: lot, following: repeat}", vendors(lot="1 2 4 6"))
    assert shown(tie) == "B > D > C > A"
    assert [str(step.rule).partition(";")[0] for step in tie.steps] == [
        "lot: 1 + 2 + 4 + 6 = 13, divided by 4 leaves 1",
        "lot: 1 + 4 + 6 = 11, divided by 3 leaves 2",
        "lot: 1 + 4 = 5, divided by 2 leaves 1",
    ]


def test_cyclic_arithmetic_is_done_once():
    tie = settled("{rule: remainder, order: lot, following: cyclic}", vendors(lot="1 2 4 6"))
    assert shown(tie) == "B > C > D > A"
    assert len(tie.steps) == 1


def test_who_follows_may_be_left_open_or_to_the_next_step():
    lot = "{rule: remainder, order: lot, following: open}"
    handed_in = {
        **POSTAL,
        "A": {**POSTAL["A"], "decision": "2"},
        "B": {**POSTAL["B"], "decision": "1"},
    }
    assert shown(settled(lot, POSTAL)) == "C > A=B"
    assert shown(settled(lot, handed_in, ", committee")) == "C > B > A"


@pytest.mark.parametrize(
    ("blank", "total", "winner"), [("999", 1014, "A"), ("0", 15, "A"), ("1", 16, "B")]
)
def test_a_number_is_taken_for_who_has_none_and_that_is_said(blank, total, winner):
    """[E10393178]: 999. [E8003692]: 0."""
    lot = f'{{rule: remainder, order: reading, blank: "{blank}"}}'
    handed_in = vendors(lot="7  8", reading="ア イ ウ")
    result, problems = attempt(with_lot(lot), handed_in)
    assert codes(problems) == []
    (tie,) = result.ties
    assert tie.order[0] == (winner,)
    told = str(tie.steps[0].rule)
    assert f"= {total}, divided by 3" in told
    assert told.endswith(f"without a number and counted as {blank}: B")


def test_a_number_that_is_taken_also_numbers_the_vendor():
    """7, 999 for B, 8: numbered A, C, B; the sum 1014 leaves 0."""
    tie = settled('{rule: remainder, order: lot, blank: "999"}', vendors(lot="7  8"))
    assert shown(tie) == "A > C > B"


def test_a_missing_number_leaves_the_tie_and_no_later_step_is_asked():
    lot = "{rule: remainder, order: code, if_equal: [total]}"
    handed_in = vendors(lot="7  8", code="1 2 3", decision="1 2 3")
    result, problems = attempt(with_lot(lot, ", committee"), handed_in)
    assert [
        (each.code, each.where.row) for each in problems if each.code != "decision-not-asked"
    ] == [("lot-not-drawn", 3)]
    (tie,) = result.ties
    assert shown(tie) == "A=B=C"
    assert len(tie.steps) == 1
    assert tie.steps[0].awaits == "lot"


def test_numbers_that_cannot_be_put_in_order_are_an_error_and_give_no_result():
    result, problems = attempt(
        with_lot("{rule: remainder, order: code}"), vendors(lot="7 8", code="1 01")
    )
    assert result is None
    assert codes(problems) == ["lot-order-equal"]


def test_numbers_are_not_asked_for_an_order_before_all_are_drawn():
    _, problems = attempt(
        with_lot("{rule: remainder, order: code}"), vendors(lot="7 ", code="1 01")
    )
    assert codes(problems) == ["lot-not-drawn"]


def test_a_lot_is_only_for_vendors_that_are_equal_in_what_it_names():
    """札幌市 [E8042514]: a lot where parts and price are equal; else the committee."""
    lot = "{if_equal: [plan, total]}"
    equal = vendors(lot="2 1")
    unequal = {**equal, "B": {**equal["B"], "total": 2}}
    assert shown(settled(lot, equal, ", committee")) == "B > A"
    tie = settled(lot, unequal, ", committee")
    assert shown(tie) == "A=B"
    first, second = tie.steps
    assert str(first.rule) == "a lot is drawn only where plan, total are equal; they are not"
    assert dict(first.values) == {"A": "5 / 1", "B": "5 / 2"}
    assert second.awaits == "committee"


def test_drawn_numbers_with_a_number_for_who_has_none():
    tie = settled('{rule: drawn, blank: "999"}', vendors(lot="1000  3"))
    assert shown(tie) == "C > B > A"
    assert dict(tie.steps[0].values)["B"] == "999"


@pytest.mark.parametrize("turned", ["ABC", "CBA", "BCA"])
def test_the_order_of_the_workbook_never_decides(turned):
    handed_in = vendors(lot="5 5 9", code="3 2 1")
    shuffled = {each: handed_in[each] for each in turned}
    result = evaluate(with_lot("{rule: remainder, order: code, following: repeat}"), shuffled)
    assert ranks(result) == {"B": "1", "C": "2", "A": "3"}


@pytest.mark.parametrize(("field", "registry"), [("rule", RULES), ("following", FOLLOWING)])
def test_every_word_of_a_lot_has_its_function(field, registry):
    assert set(get_args(Lot.model_fields[field].annotation)) == set(registry)
