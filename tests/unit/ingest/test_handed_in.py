from procscore.diagnostics import Problems
from procscore.ingest import handed_in
from support import books


def _files(tmp_path, *names):
    problems = Problems()
    found = handed_in.files([tmp_path / name for name in names], problems)
    shown = [str(path.relative_to(tmp_path)) for path in found]
    return shown, [(each.code, each.where.name) for each in problems]


def _made(tmp_path, *names):
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")


def test_a_folder_gives_its_workbooks_and_tables_also_of_folders_in_it(tmp_path):
    _made(tmp_path, "s/b.xlsx", "s/a.CSV", "s/deep/c.xlsm", "other.xlsx")
    assert _files(tmp_path, "s") == (["s/a.CSV", "s/b.xlsx", "s/deep/c.xlsm"], [])


def test_what_is_no_workbook_is_noted_and_what_excel_left_is_passed_over(tmp_path):
    _made(tmp_path, "s/a.xlsx", "s/~$a.xlsx", "s/.~lock.a.xlsx#", "s/.hidden/b.xlsx", "s/memo.pdf")
    assert _files(tmp_path, "s") == (["s/a.xlsx"], [("file-not-read", "memo.pdf")])


def test_a_folder_without_a_workbook_is_told(tmp_path):
    _made(tmp_path, "s/~$a.xlsx")
    assert _files(tmp_path, "s") == ([], [("folder-without-workbooks", "s")])


def test_a_file_is_read_once_however_it_was_named(tmp_path):
    _made(tmp_path, "s/a.xlsx", "s/b.xlsx")
    (tmp_path / "link.xlsx").symlink_to(tmp_path / "s" / "a.xlsx")
    found = _files(tmp_path, "s/b.xlsx", "s", "s/../s/a.xlsx", "link.xlsx")
    assert found == (["s/b.xlsx", "s/a.xlsx"], [])


def test_a_file_that_is_named_is_opened_whatever_its_name_is(tmp_path):
    _made(tmp_path, "memo.txt")
    assert _files(tmp_path, "memo.txt", "nowhere.xlsx") == (["memo.txt", "nowhere.xlsx"], [])


def test_a_layout_is_no_file_that_is_left_out_where_a_workbook_lies_beside_it(tmp_path):
    _made(
        tmp_path, "s/a.xlsx", "s/layout.yaml", "s/a.layout.yaml", "s/b.layout.yaml", "t/layout.yaml"
    )
    assert _files(tmp_path, "s") == (["s/a.xlsx"], [("file-not-read", "b.layout.yaml")])
    found = _files(tmp_path, "t")[1]
    assert sorted(found) == [("file-not-read", "layout.yaml"), ("folder-without-workbooks", "t")]


def test_a_spreadsheet_in_another_format_is_told_as_one_and_windows_files_are_passed_over(tmp_path):
    _made(tmp_path, "s/a.xlsx", "s/b.ods", "s/c.XLS", "s/Thumbs.db", "s/desktop.ini")
    told = [("spreadsheet-not-read", "b.ods"), ("spreadsheet-not-read", "c.XLS")]
    assert _files(tmp_path, "s") == (["s/a.xlsx"], told)


def test_results_in_a_folder_are_passed_over_with_one_note_and_alone_they_are_no_workbooks(
    tmp_path,
):
    headings = [["順位", "記号", "提案者", "状態", "結果"]]
    (tmp_path / "s" / "deeper").mkdir(parents=True)
    for name in ("r.csv", "deeper/r.csv"):
        books.save_csv(tmp_path / "s" / name, headings)
    lone = [("folder-without-workbooks", "s"), ("results-not-read", "s")]
    assert _files(tmp_path, "s") == ([], lone)
    books.save(tmp_path / "s" / "a.xlsx", {"x": [["x"]]})
    problems = Problems()
    assert handed_in.files([tmp_path / "s"], problems) == (tmp_path / "s" / "a.xlsx",)
    assert [str(each.details["files"]) for each in problems] == ["r.csv, deeper/r.csv"]


def test_a_result_that_is_named_is_left_to_its_reader(tmp_path):
    books.save_csv(tmp_path / "r.csv", [["Rank", "ID", "Vendor", "Status", "Result"]])
    assert _files(tmp_path, "r.csv") == (["r.csv"], [])
