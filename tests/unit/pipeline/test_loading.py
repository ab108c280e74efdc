import hashlib
from pathlib import Path

import pytest

from procscore import pipeline
from procscore.pipeline import Part
from support import books, foreign, stages


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


def test_bids_can_be_loaded_without_scoring(tmp_path):
    outcome = pipeline.load_bids([books.hand_in(tmp_path, books.valid())])
    assert [vendor.id for vendor in outcome.result.bids.vendors] == ["A社", "B社", "C社"]
    assert Path(outcome.result.bids.inputs[0].name) == Path("bids.xlsx")


def test_a_stage_that_does_not_exist_comes_with_the_one_that_was_meant(tmp_path):
    book = books.hand_in(tmp_path, stages.valid(), stages.CRITERIA)
    (told,) = pipeline.evaluate([book], part=Part(stage="frist")).diagnostics
    assert told.message == "The criteria sheet has no stage “frist”. Did you mean “first”?"


@pytest.mark.parametrize("use_case", [pipeline.check, pipeline.evaluate, pipeline.load_bids])
def test_progress_is_told_before_each_file(tmp_path, use_case):
    sheets = books.valid()
    scores = tmp_path / "scores"
    scores.mkdir()
    for number in (1, 2):
        own = {f"採点_委員{number}": sheets.pop(f"採点_委員{number}")}
        books.save(scores / f"{number}.xlsx", own)
    told = []
    outcome = use_case(
        [books.hand_in(tmp_path, sheets), scores],
        progress=lambda *each: told.append(each),
    )
    assert outcome.diagnostics == ()
    assert told == [(0, 3, "bids.xlsx"), (1, 3, "1.xlsx"), (2, 3, "2.xlsx")]


def test_a_layout_is_among_the_inputs_of_a_result(tmp_path):
    paths = foreign.changed(tmp_path)
    layout = tmp_path / "scores" / "layout.yaml"
    (found,) = [
        each for each in pipeline.evaluate(paths).result.inputs if each.name == "layout.yaml"
    ]
    assert found.sha256 == hashlib.sha256(layout.read_bytes()).hexdigest()
