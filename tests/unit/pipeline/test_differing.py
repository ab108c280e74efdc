"""From two paths to what moved, a page, files."""

import json

import pytest

import procscore
from procscore import pipeline
from procscore.model.anonymous import anonymous
from procscore.pipeline import differing
from support import books, tampering


@pytest.fixture
def two(tmp_path):
    """Return the valid procurement, and one in which A社 got a higher mark."""
    found = []
    for name, cells in (("old", {}), ("new", {"採点_委員1": {"D2": 38}})):
        (tmp_path / name).mkdir()
        found.append(books.hand_in(tmp_path / name, books.with_cells(cells)))
    return found


def test_workbooks_and_folders_are_compared(two):
    old, new = two
    for path in (new, new.parent):
        outcome = differing.diff(old, path)
        assert [each.kind for each in outcome.result.changes] == ["mark"]


def test_a_result_is_the_workbook_that_gave_it(two, tmp_path):
    old, new = two
    record = tmp_path / "old.json"
    pipeline.export(procscore.evaluate(old), [record])
    same = differing.diff(record, old).result
    assert (same.changes, same.moved, same.award_moved) == ((), (), False)
    other = differing.diff(record, new).result
    assert [(each.old.text, each.new.text) for each in other.changes] == [("36", "38")]


def test_a_criteria_sheet_that_is_named_goes_for_both(two, tmp_path):
    other = tmp_path / "other.yaml"
    other.write_text(books.criteria_with("winners: 1", "winners: 2"), encoding="utf-8")
    result = differing.diff(*two, str(other)).result
    assert [each.kind for each in result.changes] == ["mark"]
    assert [each.criteria.award.winners for each in (result.old, result.new)] == [2, 2]


def test_nothing_is_compared_while_an_error_stands_and_those_of_both_are_told(two):
    for path in two:
        (path.parent / "criteria.yaml").unlink()
    outcome = differing.diff(*two)
    assert outcome.result is None
    assert books.codes(outcome) == ["criteria-file-missing", "criteria-file-missing"]


def test_every_format_is_written(two, tmp_path):
    result = differing.diff(*two).result
    outputs = [tmp_path / f"out{suffix}" for suffix in differing.SUFFIXES]
    differing.export_changes(result, outputs)
    assert json.loads((tmp_path / "out.json").read_bytes())["procscore"] == "changes/1"
    assert all(path.stat().st_size for path in outputs)


@pytest.mark.parametrize("name_winner", [True, False])
def test_nobody_moves_between_a_result_and_what_was_published_of_it(two, tmp_path, name_winner):
    old, _new = two
    record = tmp_path / "public.json"
    pipeline.export(anonymous(procscore.evaluate(old), name_winner=name_winner), [record])
    for pair in ((old, record), (record, old)):
        found = differing.diff(*pair).result
        assert (found.changes, found.moved, found.award_moved) == ((), (), False)


def test_how_both_were_given_stays(two, tmp_path):
    old, new = two
    record = tmp_path / "r.xlsx"
    pipeline.export(procscore.evaluate(old), [record])
    given = [differing.diff(path, new).result.given[0] for path in (record, old, old.parent)]
    assert [(each.name, each.kind) for each in given] == [
        ("r.xlsx", "result"),
        ("bids.xlsx", "workbook"),
        ("old", "folder"),
    ]


def test_each_ranking_that_shows_something_else_is_compared_with_a_warning(two, tmp_path):
    rankings = [tmp_path / "old.xlsx", tmp_path / "new.xlsx"]
    for book, ranking in zip(two, rankings, strict=True):
        pipeline.export(procscore.evaluate(book), [ranking])
    tampering.overwrite(rankings[1], "Result", "A5", 2)
    outcome = differing.diff(*rankings)
    assert [each.kind for each in outcome.result.changes] == ["mark"]
    (told,) = outcome.diagnostics
    assert (told.code, told.where.file) == ("ranking-not-its-record", str(rankings[1]))


def test_a_result_names_its_own_files_where_the_other_is_for_publication(two, tmp_path):
    old, _new = two
    result = procscore.evaluate(old)
    records = [tmp_path / "r.json", tmp_path / "public.json"]
    pipeline.export(result, [records[0]])
    pipeline.export(anonymous(result, name_winner=False), [records[1]])
    found = differing.diff(*records).result
    assert [each.name for inputs in found.inputs for each in inputs] == [
        "bids.xlsx",
        "input-1.xlsx",
    ]
