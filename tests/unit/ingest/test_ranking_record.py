"""The record on the hidden sheet of a ranking, and what is told where there is none."""

import pytest

from procscore.diagnostics import Problems
from procscore.export.ranking_book import export
from procscore.ingest import ranking_record
from procscore.model.words import ORIGIN_SHEET, RESULT_FORMAT
from support import books, results


def read(path):
    problems = Problems()
    return ranking_record.read(path, problems), [each.code for each in problems]


def hidden(folder, *pieces):
    rows = [["format", RESULT_FORMAT], *(["record", each] for each in pieces)]
    return books.save(folder / "ranking.xlsx", {"審査結果": [["a"]], ORIGIN_SHEET: rows})


def test_it_comes_back_as_it_was_written(tmp_path):
    result = results.evaluated(tmp_path)
    path = tmp_path / "ranking.xlsx"
    path.write_bytes(export(result))
    found, told = read(path)
    assert told == []
    assert found.digest == result.digest
    assert found.document == result.document
    assert str(found.where) == str(path)
    assert [each.sha256 for each in found.inputs] == [each.sha256 for each in result.inputs]


def test_a_workbook_without_the_sheet_has_none(tmp_path):
    path = books.save(tmp_path / "ranking.xlsx", {"審査結果": [["a"]]})
    assert read(path) == (None, ["result-file-unreadable"])


@pytest.mark.parametrize("pieces", [[], ["{"], ["[]"], [5], ["{}", None]])
def test_what_is_no_record_is_refused(tmp_path, pieces):
    assert read(hidden(tmp_path, *pieces)) == (None, ["result-file-unreadable"])


def test_it_comes_through_the_gate_of_all_workbooks(tmp_path):
    path = tmp_path / "ranking.xlsx"
    path.write_bytes(b"PK nothing")
    assert read(path) == (None, ["workbook-damaged"])
    assert read(tmp_path / "none.xlsx") == (None, ["workbook-missing"])
