import json

import pytest

import procscore
from procscore.export import result_schema
from procscore.export.files import OutputError
from procscore.ingest import library
from procscore.model import schema
from procscore.pipeline import authoring
from support import books


def codes(outcome):
    return [each.code for each in outcome.diagnostics]


def test_the_schema_is_the_text_of_its_file():
    assert authoring.criteria_schema() == schema.text()
    escaped = authoring.criteria_schema(ascii_only=True)
    assert escaped.isascii()
    assert json.loads(escaped) == schema.schema()


def test_the_schema_of_a_result_is_the_text_of_its_file():
    assert authoring.result_json_schema() == result_schema.FILE.read_text(encoding="utf-8")
    assert authoring.result_json_schema(ascii_only=True).isascii()


def test_a_built_in_sheet_is_known_by_its_id_and_any_by_its_path(tmp_path):
    assert authoring.file_of("fukui-sakai") == library.find("fukui-sakai")
    assert authoring.file_of(str(tmp_path / "own.yaml")) == tmp_path / "own.yaml"


def test_a_sheet_like_a_built_in_one(tmp_path):
    outcome = authoring.starting_sheet("fukui-sakai", "ours")
    assert outcome.diagnostics == ()
    path = tmp_path / "ours.yaml"
    authoring.write_text(outcome.result, path)
    ours, theirs = (procscore.load_criteria(each) for each in (str(path), "fukui-sakai"))
    assert ours.id == "ours"
    assert ours.leaves == theirs.leaves


def test_a_sheet_with_an_error_is_no_start(tmp_path):
    path = tmp_path / "own.yaml"
    path.write_text(books.criteria_with("points: 100", "points: 90"), encoding="utf-8")
    outcome = authoring.starting_sheet(str(path), "ours")
    assert outcome.result is None
    assert codes(outcome) == ["criteria-sum-wrong"]


def test_what_is_not_there_is_told_once(tmp_path):
    assert codes(authoring.starting_sheet(str(tmp_path / "own.yaml"), "ours")) == [
        "criteria-file-missing"
    ]


def test_a_note_about_the_sheet_is_handed_on(tmp_path):
    path = tmp_path / "own.yaml"
    text = books.criteria_with("formula: lowest-ratio", "formula: ceiling-peak-80")
    path.write_text(text, encoding="utf-8")
    outcome = authoring.starting_sheet(str(path), "ours")
    assert "formula: ceiling-peak-80" in outcome.result
    assert codes(outcome) == ["criteria-cheaper-scores-less"]


def test_text_is_written_in_utf_8(tmp_path):
    authoring.write_text("価格点\n", tmp_path / "own.yaml")
    assert (tmp_path / "own.yaml").read_bytes() == "価格点\n".encode()
    with pytest.raises((OSError, OutputError)):
        authoring.write_text("", tmp_path / "none" / "own.yaml")
