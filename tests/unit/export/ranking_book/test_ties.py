import pytest

from support import cases, results, values
from support.ranking_books import Written, not_live

CRITERIA = """
    criteria: [{id: a, points: 10}, {id: b, points: 20}]
    ranking: {ties: %s}
"""
TIED = {
    "A": {"a": [5, 7, 6], "b": [3, 3, 3], "total": 10},
    "B": {"a": [7, 5, 6], "b": [3, 3, 3], "total": 10},
    "C": {"a": [1, 2, 3], "b": [0, 1, 2], "total": 10},
}


def tied(ties, **cells):
    vendors = {
        each: {**marks, **{name: column[at] for name, column in cells.items() if column[at]}}
        for at, (each, marks) in enumerate(TIED.items())
    }
    return values.evaluate(values.sheet(CRITERIA % ties), vendors)


def test_what_was_compared_and_the_places_that_follow(tmp_path):
    book = Written(results.tied(tmp_path))
    assert book.row("Ties", "A社 株式会社アルファ") == [
        *("A社 株式会社アルファ", "='Details'!E9"),
        *("='Details'!E5", '=1+COUNTIF(C8:C9,">"&C8+0.00000000005)'),
        *("='Price points'!B6", '=D8+COUNTIFS(D8:D9,D8,E8:E9,"<"&E8-0.000005)'),
        *(None, "=F8"),
    ]


def test_the_better_goes_ahead():
    book = Written(tied("[{lower: total}, {higher: [a, b]}, committee]", total=(12, 10, 0)))
    trace = "0.00000000005"
    assert book.row("Ties", "A")[2:4] == [
        "='Amounts'!B6",
        f'=1+COUNTIF(C6:C7,"<"&C6-{trace})',
    ]


def test_votes_are_counted_where_the_evaluators_ranks_stand():
    book = Written(tied("[{more: first-places}, {more: points-of-firsts}, committee]"))
    assert book.row("Ties", "A")[2:6] == [
        *("=COUNTIF('By evaluator'!B11:B13,1)", '=1+COUNTIF(C8:C9,">"&C8+0.000000000005)'),
        "=SUMIF('By evaluator'!B11:B13,1,'By evaluator'!B5:B7)",
        '=D8+COUNTIFS(D8:D9,D8,E8:E9,">"&E8+0.00000000005)',
    ]


def test_a_later_step_counts_only_those_who_had_the_same_place_and_stands_in_rows_of_all():
    sheet = values.sheet("""
        criteria: [{id: a, points: 10}, {id: b, points: 10}, {id: c, points: 10}]
        ranking: {ties: [{higher: a}, {higher: b}, committee]}
    """)
    vendors = {
        "A": {"a": [5], "b": [2], "c": [3]},
        "B": {"a": [6], "b": [1], "c": [3]},
        "C": {"a": [5], "b": [3], "c": [2]},
    }
    result = values.evaluate(sheet, vendors)
    book = Written(result)
    assert book.row("Ties", "A")[5] == ('=D7+COUNTIFS(D7:D9,D7,E7:E9,">"&E7+0.000000000005)')
    assert [book.values("Ties", each)[-1] for each in "ABC"] == [3, 1, 2]
    assert not_live(result) == []


def test_a_lot_that_was_drawn_keeps_its_zeros_and_the_smallest_is_first():
    book = Written(tied("[lot]", lot=("078", "007", "")))
    cell = next(cell for row in book.formulas["Ties"] for cell in row if cell.value == 78)
    assert cell.number_format == "000"
    assert book.values("Ties", "A")[2:] == [78, 2]
    assert book.values("Ties", "B")[2:] == [7, 1]


@pytest.mark.parametrize(
    ("following", "first"),
    [
        ("cyclic", "=1+MOD(0-SUM(C6:C7),2)"),
        ("open", "=1+IF(MOD(SUM(C6:C7),2)=0,0,1)"),
        ("repeat", "=1+IF(MOD(SUM(C6:C7),2)=0,0,1)"),
    ],
)
def test_the_remainder_of_the_lots_names_the_first(following, first):
    lot = f"[{{lot: {{rule: remainder, order: lot, following: {following}}}}}]"
    result = tied(lot, lot=("078", "079", ""))  # 157 leaves 1: number 1, B
    book = Written(result)
    assert book.row("Ties", "A")[2:] == [78, first]
    assert [book.values("Ties", each)[3] for each in "AB"] == [2, 1]
    assert not_live(result) == []


def test_numbers_from_one_are_counted_so():
    lot = "[{lot: {rule: remainder, order: lot, first: 1, add: 1}}]"
    book = Written(tied(lot, lot=("078", "079", "")))  # 157 leaves 1, plus 1: number 2, B
    assert book.row("Ties", "A")[3] == "=1+MOD(0-SUM(C6:C7),2)"
    lot = "[{lot: {rule: remainder, order: lot, add: 1}}]"
    book = Written(tied(lot, lot=("078", "079", "")))  # number 2 of 0 and 1: 0 again, A
    assert book.row("Ties", "A")[3] == "=1+MOD(0-SUM(C6:C7)-1,2)"
    assert book.values("Ties", "A")[3] == 1


def test_lots_that_no_cell_holds_are_entered_with_the_reason():
    lot = "[{lot: {rule: remainder, order: lot}}]"
    result = tied(lot, lot=("9" * 20, "8" * 20, ""))
    assert not_live(result) == ["a lot with numbers that a cell cannot hold decided"] * 2
    assert Written(result).values("Ties", "A")[2] == "9" * 20


def test_what_people_decided_is_compared_as_it_was_handed_in():
    result = tied("[committee]", decision=("2", "1", ""))
    book = Written(result)
    assert book.values("Ties", "A")[2:] == [2, 2]
    assert book.values("Ties", "B")[2:] == [1, 1]
    assert not_live(result) == []


def test_a_lot_is_headed_in_a_word_and_told_in_the_sentence_above():
    book = Written(cases.result("tottori-kuji"))
    heading = book.row("Ties", "Vendor")
    assert heading[4] == "lot"
    assert any(each.startswith("By “lot: 123 + 078 + 349") for each in book.texts("Ties"))
