"""A CSV file is text in one of two encodings, cut at one of three separators, or it is refused."""

import pytest

from procscore.diagnostics import Location, Problems
from procscore.ingest import csv_file, gate
from procscore.ingest.sheet import Shape


def _read(data, shown="folder/採点.csv"):
    problems = Problems()
    sheets = csv_file.read(gate.Opened(data, sheets=1), shown, problems)
    return sheets, [(each.code, str(each.where)) for each in problems]


def _rows(data):
    """Return the texts of a file, row by row, that is read without a complaint."""
    (sheet,), told = _read(data)
    assert told == []
    return {row: [cell.value for cell in sheet.cells(row)] for row in sheet.rows}


def _open(path):
    problems = Problems()
    opened = csv_file.open_csv(path, "a.csv", problems)
    return opened, [each.code for each in problems]


TEXT = "委員,提案者\n髙橋,①㈱\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_text_is_the_same_in_every_encoding_and_with_every_end_of_line(encoding, end):
    data = TEXT.replace("\n", end).encode(encoding)
    assert _rows(data) == {1: ["委員", "提案者"], 2: ["髙橋", "①㈱"]}


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-16"),
        TEXT.encode("utf-8-sig")[:-2],
        "\ufeff".encode() + TEXT.encode("cp932"),
        TEXT.encode("utf-8")[:8],  # cut inside a character
        b"a,b\n\x81\n",
        b"a,b\n\xa0,\x80\n",  # Python decodes these in cp932, and no Windows ever wrote them
        b"a,b\n\xfd,\xff\n",
        b"a,\x00b\n",
    ],
)
def test_what_is_no_text_in_either_encoding_is_refused(data):
    assert _read(data) == (None, [("csv-encoding-unknown", "folder/採点.csv")])


def test_the_sheet_is_called_like_the_file_and_its_cells_like_excel_does():
    (sheet,), _ = _read(b"a,b\n1,2\n")
    assert sheet.where == Location("folder/採点.csv", "採点")
    assert str(sheet.cell(2, 2).where) == "folder/採点.csv [採点] B2"
    assert not sheet.hidden


def test_every_value_is_text_and_said_to_be():
    (sheet,), _ = _read(b"36,\n")
    assert (sheet.cell(1, 1).value, sheet.cell(1, 1).shape) == ("36", Shape.UNTYPED)


@pytest.mark.parametrize(("row", "column"), [(1, 2), (1, 3), (2, 1), (3, 1)])
def test_a_cell_that_is_empty_or_not_there_is_blank(row, column):
    (sheet,), _ = _read(b"a,\n\n")
    assert sheet.cell(row, column).blank


def test_blank_lines_and_line_breaks_in_a_text_leave_the_rows_as_excel_counts_them():
    assert _rows(b'a,b\n\n,,\n"1\n\n2",3\n4,5\n') == {
        1: ["a", "b"],
        4: ["1\n\n2", "3"],
        5: ["4", "5"],
    }


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_the_separator_is_the_one_that_cuts_the_headings(delimiter):
    headings = delimiter.join(['"x,y;z\tz"', "b", "c", "d", "e"])
    assert _rows(f"{headings}\n1{delimiter}2\n".encode())[1][1:] == ["b", "c", "d", "e"]


def test_a_comma_in_one_heading_does_not_make_it_the_separator():
    assert _rows("計画,体制\t価格\t所見\n".encode())[1] == ["計画,体制", "価格", "所見"]


def test_separators_in_the_rows_below_do_not_count():
    assert _rows(b"a;b\n1,2,3,4;5\n") == {1: ["a", "b"], 2: ["1,2,3,4", "5"]}


def test_titles_above_the_headings_have_no_separator():
    assert _rows(b"title\n\na\tb\n1,5\t2\n")[4] == ["1,5", "2"]


def test_a_file_without_a_separator_has_one_column():
    assert _rows(b"a\n1\n") == {1: ["a"], 2: ["1"]}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_that_names_the_separator_is_no_row(end):
    assert _rows(f"sep=;{end}a,1;b{end}".encode()) == {1: ["a,1", "b"]}


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b'a,b\n1,"2\n3,4\n', 2),
        (b'"a,b\n1,2\n', 1),
        (b'a,b\n"1\n1",2\n3,"4"5\n', 4),
        (b'sep=,\na,b\n1,"2\n', 3),
        (b'a,"b\n' + b"x" * 200_000, 1),
    ],
)
def test_a_quotation_mark_without_its_other_is_told_at_its_record(data, line):
    assert _read(data) == (None, [("csv-quotes-wrong", f"folder/採点.csv:{line}")])


def test_a_quotation_mark_inside_a_field_is_text():
    assert _rows(b'a,b\n="36",5"\n') == {1: ["a", "b"], 2: ['="36"', '5"']}


def test_as_many_fields_as_are_allowed_pass_and_one_more_does_not(monkeypatch):
    monkeypatch.setattr(gate, "MOST_CELLS", 4)
    assert _rows(b"a,b\n1,\n") == {1: ["a", "b"], 2: ["1"]}
    assert _read(b"a,b\n1,,\n") == (None, [("csv-too-large", "folder/採点.csv")])


def test_as_many_bytes_as_are_allowed_pass_and_one_more_does_not(tmp_path, monkeypatch):
    monkeypatch.setattr(csv_file, "LARGEST", 4)
    path = tmp_path / "a.csv"
    path.write_bytes(b"a,b\n")
    opened, told = _open(path)
    assert (opened.data, told) == (b"a,b\n", [])
    path.write_bytes(b"a,b\n1")
    assert _open(path) == (None, ["csv-too-large"])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "workbook-empty"),
        (b"PK\x03\x04", "csv-is-workbook"),
        (bytes.fromhex("D0CF11E0A1B11AE1"), "csv-is-workbook"),
    ],
)
def test_another_kind_of_file_is_named_for_what_it_is(tmp_path, data, code):
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    assert _open(path) == (None, [code])


def test_a_heading_may_begin_like_a_workbook(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"PK,b\n")
    assert _open(path)[1] == []


def test_a_file_that_is_not_there_or_a_lock_or_open_elsewhere_is_told(tmp_path):
    assert _open(tmp_path / "a.csv") == (None, ["workbook-missing"])
    (tmp_path / "~$a.csv").write_bytes(b"x")
    assert _open(tmp_path / "~$a.csv") == (None, ["workbook-is-lock-file"])
    (tmp_path / "a.csv").write_bytes(b"x")
    assert _open(tmp_path / "a.csv")[1] == ["workbook-open-elsewhere"]


@pytest.mark.parametrize(
    ("name", "found"), [("a.csv", True), ("a.CSV", True), ("a.xlsx", False), ("csv", False)]
)
def test_a_csv_file_is_known_by_its_suffix(tmp_path, name, found):
    assert csv_file.is_csv(tmp_path / name) is found
