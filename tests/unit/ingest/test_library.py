"""The built-in criteria sheets are found by their ids."""

import pytest

from procscore.diagnostics import Problems
from procscore.ingest import criteria_file, library
from support import books


def test_the_ids_are_the_names_of_the_files_in_order():
    assert list(library.ids()) == sorted(path.stem for path in library.folder().glob("*.yaml"))
    assert "fukui-sakai" in library.ids()


def test_a_sheet_is_found_by_its_id():
    assert library.find("fukui-sakai") == library.folder() / "fukui-sakai.yaml"


@pytest.mark.parametrize("name", ["fukui", "Fukui-Sakai", "fukui-sakai.yaml", "../README", ""])
def test_nothing_but_an_id_is_found(name):
    assert library.find(name) is None


@pytest.mark.parametrize("name", library.ids())
def test_the_id_in_a_sheet_is_the_name_of_its_file(name):
    problems = Problems()
    document = criteria_file.read(library.find(name), name, problems)
    assert criteria_file.parse(document, problems).id == name
    assert list(problems) == []


def test_a_workbook_may_name_a_sheet_by_its_id(tmp_path):
    sheets = books.with_cells({"案件": {"B2": "fukui-sakai"}})
    told = books.codes(books.evaluate(tmp_path, sheets))
    assert "criteria-id-unknown" not in told
    assert "criteria-file-missing" not in told
    assert "column-missing" in told
