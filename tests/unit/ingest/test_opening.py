import pytest

from procscore.diagnostics import Problems
from procscore.ingest import opening
from support import books


@pytest.mark.parametrize("name", ["採点.csv", "採点.CSV", "採点.xlsx", "no suffix"])
def test_a_file_is_opened_by_what_it_is_called(tmp_path, name):
    path = tmp_path / name
    if name.lower().endswith(".csv"):
        path.write_text("委員,点\n甲,1\n", encoding="utf-8")
    else:
        books.save(path, {"採点": [["委員", "点"], ["甲", 1]]})
    problems = Problems()
    content = opening.opened(path, problems)
    (sheet,) = opening.sheets(content, path, problems)
    assert sheet.cell(2, 1).value == "甲"
    assert sheet.file == str(path)
    assert not list(problems)


@pytest.mark.parametrize(
    ("name", "code"), [("a.csv", "csv-is-workbook"), ("a.xlsx", "workbook-is-text")]
)
def test_what_is_called_otherwise_than_it_is_is_told(tmp_path, name, code):
    path = tmp_path / name
    if name.endswith(".csv"):
        books.save(tmp_path / "b.xlsx", {"採点": [["x"]]}).rename(path)
    else:
        path.write_text("x,y", encoding="utf-8")
    problems = Problems()
    assert opening.opened(path, problems) is None
    assert [each.code for each in problems] == [code]


def test_a_result_is_refused_for_what_it_is(tmp_path):
    path = books.save_csv(tmp_path / "r.csv", [["順位", "記号", "提案者", "状態", "結果"]])
    problems = Problems()
    assert opening.opened(path, problems) is None
    assert [each.code for each in problems] == ["result-not-an-input"]
