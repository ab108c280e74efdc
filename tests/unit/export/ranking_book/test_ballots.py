from fractions import Fraction

from procscore.export.ranking_book.ballots import Ballots, stated_ranks
from procscore.export.ranking_book.frame import Frame
from procscore.export.ranking_book.ranks import APART
from procscore.formula import Input, derive, parse
from support import values
from support.ranking_books import draft, read

RESULT = values.evaluate(
    values.sheet("criteria: [{id: a, points: 10}]\nranking: {by: rank-sum}"),
    {"A": {"a": [9, 5]}, "B": {"a": [7, 5]}},
)


def total(value):
    return derive(parse("sum(parts)"), [Input("parts", (Fraction(value),))])


def ballots():
    frame = Frame(RESULT)
    sheet = draft([20, 10, 10])
    frame.ledger = sheet.ledger
    totals = {"E1": {"A": total(9), "B": total(7)}, "E2": {"A": total(5), "B": total(5)}}
    return Ballots(frame, sheet, totals, ""), sheet, frame


def rows(sheet):
    return [row[:3] for row in read(sheet)["S"].iter_rows(values_only=True)]


def test_the_totals_of_each_evaluator():
    made, sheet, _frame = ballots()
    grid = made.totals()
    assert [row[0] for row in rows(sheet)[:4]] == ["Totals", "Evaluator", "E1", "E2"]
    assert grid["E2"]["B"].spot.seen_from("S") == "C4"
    assert (made.head, made.last) == (2, 4)


def test_the_ranks_are_counted_within_a_row():
    made, sheet, frame = ballots()
    made.ranks("Ranks", made.totals(), frame.result.ranked, "competition")
    trace = "0.000000000005"
    assert rows(sheet)[6] == (
        "E1",
        f'=1+COUNTIF(B3:C3,">"&B3+{trace})',
        f'=1+COUNTIF(B3:C3,">"&C3+{trace})',
    )


def test_ranks_that_an_evaluator_gave_itself_are_entered():
    made, sheet, frame = ballots()
    stated = {("E2", "A"): Fraction(2), ("E2", "B"): Fraction(1)}
    grid = made.ranks("Ranks", made.totals(), frame.result.ranked, "competition", stated)
    assert grid["E2"]["A"].value == 2
    assert rows(sheet)[7][1] == 2
    assert [each.reason for each in frame.ledger.entered] == [APART]


def test_who_is_put_first():
    made, sheet, frame = ballots()
    places = made.ranks("Places", made.totals(), frame.result.ranked, "competition")
    grid = made.firsts(places)
    assert [grid["E1"][vendor].value for vendor in "AB"] == [1, 0]
    assert rows(sheet)[10] == ("E1", "=IF(B7=1,1,0)", "=IF(C7=1,1,0)")


def test_ranks_that_went_into_the_value_of_a_contest():
    (contest,) = Frame(RESULT).contests
    own = {who: {"A": total(1), "B": total(1)} for who in ("E1", "E2")}
    assert stated_ranks(contest, own) == {
        ("E1", "A"): 1,
        ("E2", "A"): 1,
        ("E1", "B"): 2,
        ("E2", "B"): 1,
    }
