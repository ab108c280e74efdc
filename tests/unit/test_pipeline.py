from pathlib import Path

import pytest

from procscore import pipeline
from support import books


def test_the_caller_s_criteria_sheet_goes_before_the_workbook_s(tmp_path):
    workbook = books.hand_in(tmp_path, books.valid())
    other = tmp_path / "other.yaml"
    other.write_text(books.CRITERIA.replace("id: small", "id: other"), encoding="utf-8")
    outcome = pipeline.evaluate([workbook], str(other))
    assert outcome.result.criteria.id == "other"


def test_a_criteria_file_is_looked_for_beside_the_workbook(tmp_path, monkeypatch):
    workbook = books.hand_in(tmp_path, books.valid())
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert pipeline.evaluate([workbook]).result.criteria.id == "small"


def test_a_result_is_withheld_while_an_error_stands_and_all_are_told(tmp_path):
    sheets = books.valid()
    sheets["採点_委員1"][1][3] = 41
    sheets["採点_委員2"][1][3] = None
    outcome = books.evaluate(tmp_path, sheets)
    assert outcome.result is None
    assert books.codes(outcome) == ["mark-above-maximum", "mark-blank"]


def test_a_fault_in_one_workbook_does_not_hide_those_of_another(tmp_path):
    sheets = books.valid()
    sheets["採点_委員1"][1][3] = 41
    workbook = books.hand_in(tmp_path, sheets)
    empty = tmp_path / "empty.xlsx"
    empty.touch()
    outcome = pipeline.evaluate([workbook, empty])
    assert books.codes(outcome) == ["mark-above-maximum", "workbook-empty"]


def test_the_digest_follows_the_content_and_not_the_writing(tmp_path):
    plain = tmp_path / "a.yaml"
    plain.write_text(books.CRITERIA, encoding="utf-8")
    lines = books.CRITERIA.splitlines()
    written_otherwise = tmp_path / "b.yaml"
    written_otherwise.write_text(
        "# a comment\n" + "\n".join([lines[2], lines[1], lines[0], *lines[3:]]), encoding="utf-8"
    )
    changed = tmp_path / "c.yaml"
    changed.write_text(books.CRITERIA.replace("places: 2", "places: 1"), encoding="utf-8")
    digests = [
        pipeline.load_criteria(str(path)).result.digest
        for path in (plain, written_otherwise, changed)
    ]
    assert digests[0] == digests[1] != digests[2]


def test_outputs_are_all_made_before_the_first_is_written(tmp_path, monkeypatch):
    result = books.evaluate(tmp_path, books.valid()).result

    def broken(_result):
        raise RuntimeError

    monkeypatch.setitem(pipeline.FORMATS, ".csv", broken)
    with pytest.raises(RuntimeError):
        pipeline.export(result, [tmp_path / "a.json", tmp_path / "a.csv"])
    assert not (tmp_path / "a.json").exists()


def test_bids_can_be_loaded_without_scoring(tmp_path):
    outcome = pipeline.load_bids([books.hand_in(tmp_path, books.valid())])
    assert [vendor.id for vendor in outcome.result.bids.vendors] == ["A社", "B社", "C社"]
    assert Path(outcome.result.bids.inputs[0].name) == Path("bids.xlsx")
