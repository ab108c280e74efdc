"""The heading row is the first that holds the needed words; columns are looked up by it."""

import pytest

from procscore.diagnostics import Problems
from procscore.ingest import gate, workbook
from procscore.ingest.layouts import table
from support import books

WORDS = {"id": ("記号", "id"), "name": ("名称",), "other": ("備考", "合計")}


def _find(tmp_path, rows, needed=("id",)):
    problems = Problems()
    path = books.save(tmp_path / "b.xlsx", {"表": rows})
    (sheet,) = workbook.read(gate.open_workbook(path, "b.xlsx", problems), "b.xlsx", problems)
    return table.find(sheet, WORDS, needed, problems), list(problems)


@pytest.mark.parametrize("heading", ["記号", "ID", "ｉｄ", " 記　号 "])
def test_a_column_is_known_by_any_of_its_words(tmp_path, heading):
    found, told = _find(tmp_path, [["x", heading], [1, "A社"]])
    assert found.columns == {"id": 2}
    assert found.text(2, "id", Problems()) == "A社"
    assert told == []


def test_titles_may_stand_above_and_notes_below(tmp_path):
    found, _ = _find(tmp_path, [["提案者一覧"], [], ["記号", "名称"], ["A社"], [], ["※"]])
    assert found.heading_row == 3
    assert list(found.rows()) == [4, 6]


def test_all_needed_words_must_stand_in_one_row(tmp_path):
    found, _ = _find(tmp_path, [["記号"], ["記号", "名称"]], ("id", "name"))
    assert found.heading_row == 2


def test_a_sheet_without_the_headings_is_told_with_the_words_that_are_needed(tmp_path):
    found, (told,) = _find(tmp_path, [["番号", "名称"]], ("id", "name"))
    assert found is None
    assert (told.code, str(told.where)) == ("headings-missing", "b.xlsx [表]")
    assert str(told.details["headings"]) == "記号 / id, 名称"


@pytest.mark.parametrize(("above", "there"), [(29, True), (30, False)])
def test_headings_are_looked_for_in_thirty_rows_that_hold_something(tmp_path, above, there):
    found, _ = _find(tmp_path, [["x"]] * above + [["記号"]])
    assert (found is not None) is there


def test_a_heading_that_stands_twice_is_refused_at_the_second(tmp_path):
    found, (told,) = _find(tmp_path, [["記号", "名称", "id"]])
    assert (told.code, told.where.cell) == ("heading-doubled", "C1")
    assert found.columns["id"] == 1


def test_columns_that_are_passed_over_may_stand_twice(tmp_path):
    _, told = _find(tmp_path, [["記号", "備考", "合計"]])
    assert told == []


def test_unknown_headings_are_kept_in_their_order(tmp_path):
    found, _ = _find(tmp_path, [["B社", "記号", "A社"]])
    assert [cell.value for cell in found.others] == ["B社", "A社"]


def test_a_column_that_is_not_there_has_no_cell_and_no_text(tmp_path):
    found, _ = _find(tmp_path, [["記号"], ["A社"]])
    assert found.cell(2, "name") is None
    assert found.text(2, "name", Problems()) == ""


def test_a_column_that_is_not_read_is_told_with_the_word_that_was_meant(tmp_path):
    found, _ = _find(tmp_path, [["記号", "名　稱"]])
    problems = Problems()
    table.report_unread(found.others[0], WORDS, problems)
    (told,) = problems
    assert (told.code, told.where.cell) == ("column-not-read", "B1")
