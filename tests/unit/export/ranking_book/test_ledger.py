from fractions import Fraction

import pytest

from procscore.diagnostics import Location
from procscore.exact import Mode, Rounding
from procscore.export.ranking_book.ledger import Held, Ledger, Spot
from procscore.formula import Input, derive, parse
from procscore.formula.excel import NOT_HELD
from procscore.xlsx import Formula

WHERE = [Location("bids.xlsx", "採点", 2, column) for column in range(1, 5)]


def spot(row, column, sheet="S"):
    return Spot(sheet, row, column)


def marks(*values):
    listed = tuple(map(Fraction, values))
    return derive(parse("mean(marks)"), [Input("marks", listed, tuple(WHERE[: len(listed)]))])


def single(text, value, **known):
    return derive(parse(text), [Input("x", Fraction(value), **known)])


def test_a_cell_is_seen_from_its_own_sheet_and_from_another():
    assert spot(3, 2).seen_from("S") == "B3"
    assert spot(3, 2, "it's").seen_from("S") == "'it''s'!B3"
    assert spot(3, 2).seen_from("S", fixed=True) == "$B$3"


def test_what_was_read_side_by_side_is_a_range():
    ledger = Ledger()
    for column, value in enumerate((1, 2, 6), start=3):
        ledger.read(WHERE[column - 3], Fraction(value), spot(5, column))
    assert ledger.formula(marks(1, 2, 6), spot(5, 9)) == Formula("=AVERAGE(C5:E5)", Fraction(3))


@pytest.mark.parametrize("order", [(2, 0, 1), (1, 2, 0)])
def test_a_list_in_another_order_is_the_same_range(order):
    ledger = Ledger()
    for column, at in enumerate(order, start=3):
        ledger.read(WHERE[at], Fraction(at), spot(5, column))
    assert ledger.formula(marks(0, 1, 2), spot(5, 9)).text == "=AVERAGE(C5:E5)"


def test_a_range_goes_over_gaps_but_not_over_other_numbers():
    ledger = Ledger()
    ledger.read(WHERE[0], Fraction(1), spot(5, 3))
    ledger.read(WHERE[1], Fraction(2), spot(5, 5))
    assert ledger.formula(marks(1, 2), spot(5, 9)).text == "=AVERAGE(C5:E5)"
    ledger.hold(spot(5, 4))
    assert ledger.formula(marks(1, 2), spot(5, 9)).text == "=AVERAGE(C5,E5)"


def test_the_first_place_of_a_computed_number_is_the_one_that_is_named():
    ledger, points = Ledger(), marks(1, 2)
    ledger.compute(points, spot(1, 1, "T"))
    ledger.compute(points, spot(2, 2))
    assert ledger.copy(points, spot(2, 2)) == Formula("='T'!A1", Fraction(3, 2))


def test_what_only_takes_over_a_number_stands_where_that_stands():
    ledger = Ledger()
    ledger.read(WHERE[0], Fraction(4), spot(5, 3))
    taken = derive(parse("mark"), [Input("mark", Fraction(4), (WHERE[0],))])
    again = derive(parse("x"), [Input("x", Fraction(4), derivation=taken)])
    assert ledger.at(again) == Held(spot(5, 3), Fraction(4), plain=True)
    assert ledger.at(single("x + 1", 4, derivation=taken)) is None
    rounded = derive(parse("x"), again.inputs, Rounding(0, Mode.DOWN))
    assert ledger.at(rounded) is None  # it is the same number here, but another one after a change


def test_what_has_no_cell_is_written_into_the_formula():
    ledger = Ledger()
    ledger.read(WHERE[0], Fraction(1), spot(5, 3))
    ledger.read(WHERE[1], Fraction(2), spot(5, 4))
    inner = marks(1, 2)
    assert ledger.formula(single("2 * x", inner.value, derivation=inner), spot(9, 9)).text == (
        "=2*AVERAGE(C5:D5)"
    )
    assert ledger.severed == []


def test_a_reference_is_made_only_to_the_same_number():
    ledger = Ledger()
    ledger.read(WHERE[0], Fraction(5), spot(5, 3))
    told = ledger.formula(single("2 * x", 4, where=(WHERE[0],)), spot(9, 9))
    assert told == Formula("=2*4", Fraction(8))
    assert ledger.severed == [(spot(9, 9), "x")]
    points = marks(1, 2)
    ledger.equate(points, Held(spot(1, 1), Fraction(9)))
    assert ledger.at(points) is None
    ledger.equate(points, Held(spot(1, 1), Fraction(3, 2)))
    assert ledger.at(points) == Held(spot(1, 1), Fraction(3, 2))


def test_a_number_of_the_rules_is_no_severed_one():
    ledger = Ledger()
    assert ledger.formula(single("2 * x", 4), spot(9, 9)).text == "=2*4"
    assert ledger.severed == []


def test_cells_by_name_stand_for_what_has_no_history():
    ledger, values = Ledger(), (Fraction(1), Fraction(2))
    ranks = derive(parse("sum(ranks)"), [Input("ranks", values)])
    held = tuple(Held(spot(row, 2), value) for row, value in enumerate(values, start=5))
    for each in held:
        ledger.hold(each.spot)
    assert ledger.formula(ranks, spot(9, 9), {"ranks": held}).text == "=SUM(B5:B6)"
    assert ledger.severed == []
    assert ledger.formula(ranks, spot(9, 9)).text == "=SUM(1,2)"
    assert ledger.severed == [(spot(9, 9), "ranks")]


def test_what_has_no_formula_is_entered_with_the_reason():
    ledger = Ledger()
    assert ledger.enter(Fraction(3), spot(1, 1), NOT_HELD) == 3
    assert [(each.spot, each.reason) for each in ledger.entered] == [(spot(1, 1), NOT_HELD)]


def test_a_range_does_not_go_round_a_corner():
    held = [Held(spot(row, column), Fraction(1)) for row, column in ((1, 2), (2, 2), (2, 3))]
    assert Ledger().area(held, "S") == ["B1:B2", "C2"]
