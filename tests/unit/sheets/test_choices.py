"""Choices that no list can hold stand in cells, each list once, and are read from there."""

from procscore import xlsx
from procscore.sheets.choices import Choices
from procscore.xlsx import Book, Rule
from support import forms

LONG = Rule("list", choices=tuple(f"とても長い評語の{number}番目" for number in range(40)))
COMMAS = Rule("list", choices=("良,可", "0.5", "3"))


def test_a_rule_that_fits_a_list_stays_as_it_is():
    choices = Choices("procscore")
    short = Rule("list", choices=("○", "×"))
    assert choices.placed(short) is short
    whole = Rule("whole", 0, 5)
    assert choices.placed(whole) is whole


def test_a_rule_that_does_not_names_the_range_of_its_choices():
    choices = Choices("procscore")
    assert choices.placed(COMMAS).source == "='procscore'!$D$1:$D$3"
    assert choices.placed(LONG).source == "='procscore'!$E$1:$E$40"
    assert choices.placed(COMMAS).source == "='procscore'!$D$1:$D$3"
    assert choices.placed(LONG).choices == ()
    assert not xlsx.fits_a_list(LONG.choices)


def test_an_apostrophe_in_the_name_of_the_sheet_is_doubled():
    assert Choices("o'x").placed(COMMAS).source == "='o''x'!$D$1:$D$3"


def test_the_choices_stand_in_that_range_as_they_are_typed():
    choices = Choices("procscore")
    choices.placed(COMMAS)
    choices.placed(LONG)
    choices.placed(COMMAS)
    book = Book()
    choices.write(book.page("procscore"))
    sheet = forms.opened(book.content)["procscore"]
    assert [sheet.cell(row, 4).value for row in range(1, 5)] == ["良,可", 0.5, 3, None]
    assert tuple(sheet.cell(row, 5).value for row in range(1, 41)) == LONG.choices
    assert sheet.max_column == 5
