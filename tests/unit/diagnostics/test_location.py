import pytest

from procscore.diagnostics.location import Location, column_letters


@pytest.mark.parametrize(
    ("column", "letters"),
    [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ"), (703, "AAA")],
)
def test_columns_are_lettered_as_in_excel(column, letters):
    assert column_letters(column) == letters


def test_the_last_column_of_excel_is_xfd():
    assert column_letters(16_384) == "XFD"


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (Location("rules.yaml"), "rules.yaml"),
        (Location("rules.yaml", row=14), "rules.yaml:14"),
        (Location("rules.yaml", row=14, column=13), "rules.yaml:14:13"),
        (Location("bids.xlsx", sheet="採点_佐藤"), "bids.xlsx [採点_佐藤]"),
        (Location("bids.xlsx", sheet="採点_佐藤", row=5, column=3), "bids.xlsx [採点_佐藤] C5"),
    ],
)
def test_a_place_is_written_so_that_a_person_or_an_editor_finds_it(place, shown):
    assert str(place) == shown


def test_only_a_place_in_a_sheet_has_a_cell():
    assert Location("bids.xlsx", sheet="採点", row=5, column=28).cell == "AB5"
    assert Location("bids.xlsx", sheet="採点").cell is None
    assert Location("rules.yaml", row=5, column=28).cell is None


@pytest.mark.parametrize("path", ["C:\\work\\bids.xlsx", "/home/a/bids.xlsx", "bids.xlsx"])
def test_the_name_of_a_file_is_without_its_folders(path):
    assert Location(path).name == "bids.xlsx"


def test_places_are_ordered_as_a_reader_meets_them():
    ordered = [
        Location("a.xlsx"),
        Location("a.xlsx", "S"),
        Location("a.xlsx", "S", 2, 10),
        Location("a.xlsx", "S", 10, 2),
        Location("a.xlsx", "T", 1, 1),
        Location("b.xlsx"),
    ]
    shuffled = [ordered[index] for index in (3, 0, 5, 2, 4, 1)]
    assert sorted(shuffled, key=lambda place: place.order) == ordered
