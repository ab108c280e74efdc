import pytest

from procscore.export.ranking_book import as_evaluated
from procscore.export.ranking_book.ledger import Held, Ledger, Spot
from procscore.formula.excel import TOO_LONG
from support import spreadsheet
from support.ranking_books import fractions

LINE = Spot("S", 9, 1)


def held(*numbers):
    """Return numbers one below the other in the first column."""
    return [Held(Spot("S", row, 1), each) for row, each in enumerate(fractions(*numbers), start=1)]


def differs(numbers, now):
    """Tell whether the line speaks where cells that were evaluated as `numbers` now hold others."""
    text = as_evaluated.content(Ledger(), LINE, held(*numbers)).text
    plain = text.replace(f'"{as_evaluated.told()}"', "1").replace('""', "0")
    plain = plain.replace("IFERROR(", "(").replace(",1)>", ")>")
    cells = {(row, 1): each for row, each in enumerate(now, start=1)}
    return spreadsheet.compute(plain.removeprefix("="), cells) == 1


def test_it_compares_every_cell_with_its_number():
    assert as_evaluated.content(Ledger(), LINE, held("876.87", "-2", "20/3")).text == (
        "=IF(IFERROR(MAX(ABS(A1-876.87)/100,ABS(A2+2),ABS(A3-20/3)),1)>0.000000001,"
        '"Figures differ from those that were evaluated: evaluate again.","")'
    )


def test_nothing_is_stored_where_all_is_as_evaluated():
    assert as_evaluated.content(Ledger(), LINE, held("1")).value == ""


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ([1.0, 92.75, -20 / 3], False),
        ([2.0, 92.75, -20 / 3], True),
        ([1.0, 92.76, -20 / 3], True),
        ([1.0, 92.75 + 1e-12, -20 / 3], False),
        ([1.0, 92.75, -20 / 3 + 1e-8], True),
    ],
)
def test_it_speaks_where_a_cell_holds_another_number(now, told):
    assert differs(["1", "92.75", "-20/3"], now) == told


def test_a_large_number_is_compared_by_its_size():
    assert not differs(["300000000000.1"], [300000000000.1 + 1e-4])
    assert differs(["300000000000.1"], [300000001000.1])


def test_many_cells_stand_in_calls_of_calls():
    text = as_evaluated.content(Ledger(), LINE, held(*["1"] * 300)).text
    assert text.startswith("=IF(IFERROR(MAX(MAX(")
    assert max(part.count("ABS") for part in text.split("MAX")) == 250


def test_of_too_many_cells_none_is_watched_and_the_record_says_so():
    ledger = Ledger()
    assert as_evaluated.content(ledger, LINE, held(*["1"] * 900)) == ""
    assert [(each.spot, each.reason) for each in ledger.entered] == [(LINE, TOO_LONG)]
