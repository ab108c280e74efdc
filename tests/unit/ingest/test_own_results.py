"""What procscore wrote is known in both languages, and after others have saved it; nothing else is."""

import pytest

from procscore import language, pipeline
from procscore.export.pages import PAGE_FORMATS
from procscore.ingest.own_results import is_result
from procscore.pages import evaluation
from procscore.pipeline import notices
from support import books, handed_out, results


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_rankings_and_notices_are_results_in_either_language(tmp_path, lang):
    language.use(lang)
    workbook = books.hand_in(tmp_path, books.valid())
    result = pipeline.evaluate([workbook]).result
    made = notices.notices(result, tmp_path / "letters")
    outputs = [tmp_path / "r.xlsx", tmp_path / "r.csv"]
    pipeline.export(result, outputs, made.files, made.folder)
    written = [*outputs, *(path for path in made.files if path.suffix == ".xlsx")]
    assert [path.name for path in written if not is_result(path)] == []
    assert not is_result(workbook)


def test_a_page_stays_a_result_when_libreoffice_saves_it(tmp_path):
    path = tmp_path / "page.xlsx"
    path.write_bytes(PAGE_FORMATS[".xlsx"](evaluation.page(results.example())))
    (saved,) = books.all_saved_by_libreoffice([path])
    assert saved != path
    assert is_result(saved)


@pytest.mark.parametrize(("encoding", "delimiter"), [("cp932", ","), ("utf-8-sig", "\t")])
def test_a_ranking_stays_a_result_when_excel_saves_it(tmp_path, encoding, delimiter):
    rows = [["順位", "記号", "提案者", "状態", "結果", "技術点 / 60 [technical]"], ["1"]]
    path = books.save_csv(tmp_path / "r.csv", rows, encoding, delimiter=delimiter)
    assert is_result(path)


def test_what_is_handed_out_and_comes_back_is_no_result(tmp_path):
    written = handed_out.write(tmp_path)
    assert not [path for path in handed_out.paths(written) if is_result(path)]


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["順位", "記号", "提案者", "状態"]],
        [["記号", "順位", "提案者", "状態", "結果"]],
        [["記号", "名称", "提案価格", "状態", "理由"]],
    ],
)
def test_a_table_with_other_headings_is_no_result(tmp_path, rows):
    assert not is_result(books.save_csv(tmp_path / "r.csv", rows))


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "none.xlsx", "none.csv"])
def test_what_cannot_be_opened_is_no_result(tmp_path, name):
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04")
    (tmp_path / "a.csv").write_bytes(b"\x00")
    assert not is_result(tmp_path / name)
