"""The record on the hidden sheet of a ranking, and what is there where there is none."""

import pytest

from procscore.diagnostics import Location, Problems
from procscore.export.ranking_book import export
from procscore.ingest import gate, ranking_record, workbook
from procscore.model.words import ORIGIN_SHEET, RESULT_FORMAT
from support import books, results


def read(path):
    """Return whether there is a record, and the record."""
    sheets = workbook.read(gate.Opened(path.read_bytes(), 0), str(path), Problems())
    return ranking_record.has_record(sheets), ranking_record.of(sheets, Location(str(path)))


def hidden(folder, *pieces):
    rows = [["format", RESULT_FORMAT], *(["record", each] for each in pieces)]
    return books.save(folder / "ranking.xlsx", {"審査結果": [["a"]], ORIGIN_SHEET: rows})


def test_it_comes_back_as_it_was_written(tmp_path):
    result = results.evaluated(tmp_path)
    path = tmp_path / "ranking.xlsx"
    path.write_bytes(export(result))
    there, found = read(path)
    assert there
    assert found.digest == result.digest
    assert found.document == result.document
    assert str(found.where) == str(path)
    assert [each.sha256 for each in found.inputs] == [each.sha256 for each in result.inputs]


def test_a_workbook_without_the_sheet_or_with_an_empty_one_has_none(tmp_path):
    path = books.save(tmp_path / "ranking.xlsx", {"審査結果": [["a"]]})
    assert read(path) == (False, None)
    assert read(hidden(tmp_path)) == (False, None)
    assert read(hidden(tmp_path, None)) == (False, None)


@pytest.mark.parametrize("pieces", [["{"], ["[]"], [5], ["{}", None]])
def test_what_is_no_record_is_one_that_cannot_be_read(tmp_path, pieces):
    assert read(hidden(tmp_path, *pieces)) == (True, None)
