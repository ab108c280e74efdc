"""The hidden sheet is known by its name and its digest; a sheet of the same name is not enough."""

import pytest

from procscore.diagnostics import Problems
from procscore.ingest import gate, workbook
from procscore.ingest.layouts import origin
from support import books


def sheet(tmp_path, rows, name="procscore"):
    path = books.save(tmp_path / "b.xlsx", {name: rows})
    problems = Problems()
    (found,) = workbook.read(gate.open_workbook(path, str(path), problems), str(path), problems)
    return found


ROWS = [["format", "sheets/1"], ["criteria", "x"], ["digest", "abc"], ["anonymous", "yes"]]


@pytest.mark.parametrize("name", ["procscore", "Procscore", "ｐｒｏｃｓｃｏｒｅ"])
def test_it_is_known_by_its_name_in_any_spelling(tmp_path, name):
    assert origin.is_origin(sheet(tmp_path, ROWS, name))


@pytest.mark.parametrize(
    ("rows", "name"),
    [(ROWS, "採点_procscore"), ([["digest", None]], "procscore"), ([["x", "y"]], "procscore")],
)
def test_another_sheet_is_not_it(tmp_path, rows, name):
    assert not origin.is_origin(sheet(tmp_path, rows, name))


@pytest.mark.parametrize(("written", "anonymous"), [("yes", True), ("no", False), (None, False)])
def test_what_it_says(tmp_path, written, anonymous):
    found = origin.read(sheet(tmp_path, [*ROWS[:3], ["anonymous", written]]))
    assert (found.digest, found.anonymous) == ("abc", anonymous)
    assert found.where.file == str(tmp_path / "b.xlsx")


def test_choices_beside_the_entries_are_not_entries(tmp_path):
    rows = [[*row, None, "digest", "no"] for row in ROWS] + [[None, None, None, "other"]]
    found = origin.read(sheet(tmp_path, rows))
    assert (found.digest, found.anonymous) == ("abc", True)
