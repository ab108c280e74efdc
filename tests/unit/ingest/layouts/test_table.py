"""The heading row is the first that holds the needed words; columns are looked up by it."""

import pytest

from procscore.diagnostics import Problems
from procscore.ingest import gate, workbook
from procscore.ingest.csv_file import CsvSheet
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
    found, (told,) = _find(tmp_path, [["提案者一覧"], [], ["記号", "名称"], ["A社"], [], ["※"]])
    assert found.heading_row == 3
    assert list(found.rows()) == [4]
    assert (told.code, told.where.cell) == ("cells-not-read", "A6")


def test_numbers_above_the_headings_are_told_and_titles_are_not(tmp_path):
    rows = [["提案者一覧", "第", 3, "回"], ["令和8年4月1日"], ["記号"], ["A社"]]
    _, (told,) = _find(tmp_path, rows)
    assert (told.code, told.where.cell, told.details["range"]) == ("numbers-not-read", "C1", "C1")


@pytest.mark.parametrize(
    "text",
    ["※ 税抜", "＊1 税抜", "(注) 税抜", "（注1）税抜", "注１：税抜", "注意 税抜", "Note: net"],
)
def test_a_line_that_begins_as_a_note_is_no_entry(tmp_path, text):
    found, (told,) = _find(tmp_path, [["記号", "名称"], ["A社"], [text], ["B社"]])
    assert list(found.rows()) == [2, 4]
    assert (told.code, told.where.cell) == ("cells-not-read", "A3")


@pytest.mark.parametrize("row", [["注文住宅社"], ["Notes社"], ["※A社", "アルファ"]])
def test_a_name_or_a_row_with_more_is_no_note(tmp_path, row):
    found, told = _find(tmp_path, [["記号", "名称"], row])
    assert (list(found.rows()), told) == ([2], [])


def test_the_same_headings_may_stand_there_again(tmp_path):
    rows = [["記号", "名称", "計"], ["A社"], ["記　号", "名称", "計"], ["B社"], ["ID", "名称"]]
    found, told = _find(tmp_path, rows)
    assert list(found.rows()) == [2, 4]
    assert told == []


def test_other_headings_below_are_a_second_table_and_nothing_below_them_is_an_entry(tmp_path):
    rows = [["記号", "名称", "計"], ["A社"], [], ["記号", "名称", "順位"], ["A社", None, 1]]
    found, (told,) = _find(tmp_path, rows)
    assert list(found.rows()) == [2]
    assert (told.code, told.where.cell, told.details["first"]) == ("headings-again", "A4", 1)


def test_a_name_that_is_also_a_heading_makes_no_second_table(tmp_path):
    found, told = _find(tmp_path, [["記号", "名称"], ["A社"], ["ID", "アイディー社"]])
    assert (list(found.rows()), told) == ([2, 3], [])


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ([None, "税抜"], [("cells-not-read", "B3")]),
        ([None, "合計", 9], [("numbers-not-read", "B3")]),
        ([None, " "], []),
    ],
)
def test_a_row_that_names_nothing_is_told_by_what_it_holds(tmp_path, row, told):
    found, _ = _find(tmp_path, [["記号", "名称"], ["A社"], row])
    problems = Problems()
    found.report_no_entry(3, problems)
    assert [(each.code, each.where.cell) for each in problems] == told


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


def _csv(*lines):
    sheet = CsvSheet("a.csv", "a", tuple(line.split(",") for line in lines))
    problems = Problems()
    found = table.find(sheet, WORDS, ("id",), problems)
    found.report_unheaded(found.rows(), problems)
    return [(each.code, each.where.cell) for each in problems]


def test_in_a_text_file_a_row_that_is_longer_than_the_headings_is_an_error():
    told = _csv("title,x,y,z,z", "記号,名称", "A社,a", "B社,b,3,4", "C社,c,,5", "D社,d,,")
    assert told == [("csv-row-longer", "C4"), ("csv-row-longer", "D5")]


def test_in_a_workbook_such_cells_are_warned_of_once_a_column(tmp_path):
    found, _ = _find(tmp_path, [["記号", "名称"], ["A社", "a", 3], ["B社", "b", 4]])
    problems = Problems()
    found.report_unheaded(found.rows(), problems)
    assert [(each.code, each.where.cell) for each in problems] == [("column-without-heading", "C2")]


def test_in_a_text_file_a_column_without_a_heading_among_the_others_is_told_once():
    assert _csv("記号,,名称", "A社,1,a", "B社,2,b") == [("column-without-heading", "B2")]


def test_a_heading_may_stand_for_what_its_spellings_say():
    sheet = CsvSheet("a.csv", "a", (["1. 記号", "2. 名称"], ["A社", "a"]))
    assert table.find(sheet, WORDS, ("id",), Problems()) is None
    found = table.find(
        sheet, WORDS, ("id",), Problems(), lambda written: (written, written.partition(" ")[2])
    )
    assert found.columns == {"id": 1, "name": 2}
