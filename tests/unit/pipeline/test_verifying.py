"""A ranking computed again, from paths to what came of it."""

import json

import pytest
from openpyxl import load_workbook

import procscore
from procscore import language, pipeline
from procscore.model.anonymous import anonymous
from procscore.pipeline import verifying
from procscore.pipeline.results import ComputedAsRecordedError
from support import books, moderated, stages
from support.tampering import overwrite


@pytest.fixture
def published(tmp_path):
    """Return a workbook and its ranking as JSON."""
    book = books.hand_in(tmp_path, books.valid())
    ranking = tmp_path / "out" / "ranking.json"
    ranking.parent.mkdir()
    pipeline.export(procscore.evaluate(book), [ranking])
    return book, ranking


def test_it_is_computed_from_books_from_files_beside_it_or_from_its_record(published):
    book, ranking = published
    assert verifying.verify(ranking, [book]).result.reproduced
    alone = verifying.verify(ranking, []).result
    assert (alone.reproduced, alone.from_record) == (True, True)
    moved = ranking.rename(book.parent / "ranking.json")
    beside = verifying.verify(moved, []).result
    assert (beside.reproduced, beside.from_record, len(beside.inputs)) == (True, False, 1)


def test_the_language_of_the_run_is_left_as_it_was(published):
    book, ranking = published
    language.use("ja")
    verifying.verify(ranking, [book])
    assert language.current() == "ja"
    language.use("en")


def test_a_changed_mark_is_told_with_the_cell_that_holds_the_right_one(published):
    book, ranking = published
    content = json.loads(ranking.read_bytes())
    mark = content["vendors"][0]["marks"]["plan"][0]
    mark["mark"] = mark["value"] = "1"
    ranking.write_text(json.dumps(content), encoding="utf-8")
    found = verifying.verify(ranking, [book]).result
    first = found.differences[0]
    assert (first.found, first.expected) == ("1", "36")
    assert "採点_委員1] D2" in str(first.why[0])
    assert not found.reproduced


def test_a_renamed_input_is_a_note_and_a_changed_one_is_told(published, tmp_path):
    book, ranking = published
    other = book.rename(tmp_path / "other.xlsx")
    renamed = verifying.verify(ranking, [other]).result
    assert renamed.reproduced
    assert [str(each) for each in renamed.notes] == ["bids.xlsx was given as other.xlsx."]
    overwrite(other, "採点_委員1", "D2", 38)
    assert verifying.verify(ranking, [other]).result.notes == ()
    books.hand_in(tmp_path, books.with_cells({"採点_委員1": {"D2": 38}}))
    changed = verifying.verify(ranking, [book]).result
    assert [each.same for each in changed.inputs] == [False]
    assert [each.kind for each in changed.changes.changes] == ["mark"]


@pytest.mark.parametrize("blank", [[], [{"file": "bids.xlsx", "sha256": None}]])
def test_a_record_with_names_has_to_name_its_files_with_their_digests(published, blank):
    book, ranking = published
    content = json.loads(ranking.read_bytes())
    content["inputs"] = blank
    ranking.write_text(json.dumps(content), encoding="utf-8")
    for given in ([book], []):
        found = verifying.verify(ranking, given).result
        assert not found.reproduced
        assert "the files that went in" in str(found.differences[0].what)


def test_what_is_made_for_publication_names_no_file(published):
    book, ranking = published
    without = anonymous(procscore.evaluate(book), name_winner=False)
    pipeline.export(without, [ranking])
    assert verifying.verify(ranking, [book]).result.reproduced


def test_a_workbook_without_its_hidden_record_is_not_reproduced(published):
    book, ranking = published
    sheets = ranking.with_suffix(".xlsx")
    pipeline.export(procscore.evaluate(book), [sheets])
    opened = load_workbook(sheets)
    del opened["procscore"]
    opened.save(sheets)
    found = verifying.verify(sheets, [book]).result
    assert [str(each.what) for each in found.differences] == [
        "the record of what went in, which is missing"
    ]


def test_what_the_files_changed_is_told_and_not_what_an_option_asks_for(tmp_path):
    book = books.hand_in(tmp_path, stages.valid(), stages.CRITERIA)
    ranking = tmp_path / "ranking.json"
    pipeline.export(procscore.evaluate(book), [ranking])
    overwrite(book, "採点_委員1", "D2", 18)
    for part in (pipeline.Part(technical_only=True), pipeline.Part(stage="first")):
        found = verifying.verify(ranking, [book], part=part).result
        assert [each.kind for each in found.changes.changes] == ["mark"]


def test_what_the_files_changed_is_told_where_the_option_asks_for_more_than_is_recorded(tmp_path):
    book = books.hand_in(tmp_path, stages.valid(), stages.CRITERIA)
    ranking = tmp_path / "ranking.json"
    pipeline.export(pipeline.evaluate([book], part=pipeline.Part(stage="first")).result, [ranking])
    overwrite(book, "採点_委員1", "D2", 18)
    overwrite(book, "提案者", "C2", 9_000_000)
    found = verifying.verify(ranking, [book], part=pipeline.Part(stage="second")).result
    assert [each.kind for each in found.changes.changes] == ["amount", "mark"]


def test_the_first_difference_is_what_the_files_say_otherwise(tmp_path):
    book = books.hand_in(tmp_path, moderated.sheets(), moderated.CRITERIA)
    ranking = tmp_path / "ranking.json"
    pipeline.export(procscore.evaluate(book), [ranking])
    overwrite(book, "合議", "D2", None)
    found = verifying.verify(ranking, [book]).result
    (change,) = found.changes.changes
    assert (change.new.where.sheet, change.new.where.cell) == ("合議", "D2")
    first, second = (each.where.sheet for each in found.differences[:2])
    assert (first, second) == ("vendors.A社.marks.plan.合議", "vendors.A社.marks.plan.委員1")


PARTS = {
    "a sheet": {"criteria": "fukui-sakai"},
    "a stage": {"part": pipeline.Part(stage="first")},
    "no prices": {"part": pipeline.Part(technical_only=True)},
    "who withdrew": {"part": pipeline.Part(withdrawn=("A社",))},
}


@pytest.mark.parametrize("name", PARTS)
def test_what_is_asked_for_is_not_passed_over_where_only_the_record_is_there(name, published):
    book, ranking = published
    with pytest.raises(ComputedAsRecordedError):
        verifying.verify(ranking, [], **PARTS[name])
    moved = ranking.rename(book.parent / "ranking.json")
    beside = verifying.verify(moved, [], **PARTS[name])
    assert beside.result is None or not beside.result.from_record
    if name in ("no prices", "who withdrew"):
        assert not beside.result.reproduced


def test_what_is_asked_for_of_a_ranking_without_a_record_needs_its_workbooks(published):
    _, ranking = published
    table = ranking.with_suffix(".csv")
    pipeline.export(procscore.evaluate(published[0]), [table])
    outcome = verifying.verify(table, [], part=pipeline.Part(technical_only=True))
    assert [each.code for each in outcome.diagnostics] == ["ranking-without-record"]
