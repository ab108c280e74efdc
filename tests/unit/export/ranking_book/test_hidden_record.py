"""The hidden sheet of a ranking: there, whole, and seen by nobody."""

import json
from io import BytesIO

import pytest
from openpyxl import load_workbook

from procscore.export import json_record
from procscore.export.ranking_book import export, hidden_record
from procscore.model.anonymous import anonymous
from procscore.model.words import ORIGIN_SHEET, RESULT_FORMAT
from support import results


def rows(content):
    sheet = load_workbook(BytesIO(content))[ORIGIN_SHEET]
    assert sheet.sheet_state == "hidden"
    assert sheet.protection.sheet
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_it_holds_the_record_in_pieces_that_a_cell_can_hold(monkeypatch):
    monkeypatch.setattr(hidden_record, "LONGEST", 1000)
    result = results.example()
    head, *pieces = rows(export(result))
    assert head == ["format", RESULT_FORMAT]
    assert {name for name, _ in pieces} == {"record"}
    assert len(pieces) > 10
    assert {len(text) for _, text in pieces[:-1]} == {1000}
    expected = json_record.named(json_record.record(result), result.inputs)
    assert json.loads("".join(text for _, text in pieces)) == expected


def test_it_is_the_last_sheet(tmp_path):
    book = load_workbook(BytesIO(export(results.evaluated(tmp_path))))
    assert book.sheetnames[-1] == ORIGIN_SHEET
    assert book.active.title == book.sheetnames[0]


@pytest.mark.parametrize("name_winner", [True, False])
def test_of_who_is_not_named_it_holds_no_name(tmp_path, name_winner):
    result = anonymous(results.tied(tmp_path), name_winner=name_winner)
    pieces = rows(export(result))[1:]
    text = json.dumps(json.loads("".join(text for _, text in pieces)), ensure_ascii=False)
    assert "福井 一郎" not in text
    assert name_winner or "アルファ" not in text
    assert str(tmp_path) not in text
