"""The record in a ranking, of which somebody took, broke or exchanged something: found and named."""

import json

import pytest
from openpyxl import load_workbook

from procscore import language, pipeline
from procscore.model.anonymous import anonymous
from procscore.model.words import ORIGIN_SHEET
from procscore.pipeline import results
from procscore.pipeline.verifying import verify
from support import tampering

LENGTH = 3000
"""Characters of a piece: short enough for this small record to be of several."""


def in_pieces(path, change):
    """Write the record of a ranking anew, as the pieces that `change` makes of its pieces."""
    book = load_workbook(path)
    sheet = book[ORIGIN_SHEET]
    text = "".join(sheet.cell(row, 2).value for row in range(2, sheet.max_row + 1))
    pieces = [text[start : start + LENGTH] for start in range(0, len(text), LENGTH)]
    assert len(pieces) > 2
    sheet.delete_rows(2, sheet.max_row)
    for piece in change(pieces):
        sheet.append(["record", piece])
    book.save(path)


def reworded(change):
    """Return what writes the record as JSON that `change` made another."""

    def pieces(before):
        content = json.loads("".join(before))
        change(content)
        return [json.dumps(content)]

    return pieces


BROKEN = {
    "cut short": lambda pieces: pieces[:-1],
    "cut within a piece": lambda pieces: [*pieces[:-1], pieces[-1][:-9]],
    "a piece emptied": lambda pieces: [pieces[0], None, *pieces[2:]],
    "all but the first emptied": lambda pieces: [pieces[0], *[None for _ in pieces[1:]]],
    "two pieces exchanged": lambda pieces: [pieces[1], pieces[0], *pieces[2:]],
    "a piece twice": lambda pieces: [pieces[0], *pieces],
    "another text": lambda _pieces: ["nothing to be seen here"],
    "another JSON": lambda _pieces: ["[]"],
    "no list of the files": reworded(lambda told: told.pop("inputs")),
}
"""Ways in which no record is left that can be read."""
UNREADABLE = "the record of what went in, which cannot be read"


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_record_is_the_one_difference_where_the_workbooks_are_given(name, files):
    in_pieces(files.xlsx, BROKEN[name])
    found = tampering.verified(files.xlsx, files.book)
    assert not found.reproduced
    (only,) = found.differences
    assert (only.where.sheet, str(only.what)) == (ORIGIN_SHEET, UNREADABLE)
    assert [each.same for each in found.inputs] == [True]


def test_a_record_that_was_only_cut_into_other_pieces_is_the_record(files):
    in_pieces(files.xlsx, lambda pieces: pieces)
    assert tampering.verified(files.xlsx, files.book).reproduced


def test_a_record_that_was_emptied_is_missing(files):
    in_pieces(files.xlsx, lambda pieces: [None for _ in pieces])
    (only,) = tampering.verified(files.xlsx, files.book).differences
    assert "missing" in str(only.what)


def test_what_else_is_wrong_is_told_before_the_broken_record(files):
    in_pieces(files.xlsx, BROKEN["cut short"])
    tampering.overwrite(files.xlsx, "審査結果", "A5", 2)
    first, *_, last = tampering.verified(files.xlsx, files.book).differences
    assert (first.where.cell, first.found, first.expected) == ("A5", "2", "1")
    assert str(last.what) == UNREADABLE


def test_the_recorded_files_beside_the_ranking_stand_in_for_a_broken_record(files):
    in_pieces(files.xlsx, BROKEN["cut short"])
    found = verify(files.xlsx, []).result
    assert (found.from_record, len(found.differences)) == (False, 1)


@pytest.mark.parametrize("name", BROKEN)
def test_without_workbooks_a_broken_record_is_an_error_at_its_sheet(name, files):
    in_pieces(files.xlsx, BROKEN[name])
    ranking = tampering.alone(files.xlsx)
    for outcome in (verify(ranking, []), results.result_of([ranking])):
        assert outcome.result is None
        (told,) = outcome.diagnostics
        assert (told.code, told.where.sheet) == ("ranking-record-unreadable", ORIGIN_SHEET)


def test_a_record_whose_marks_are_none_is_told_by_key_or_as_an_error_at_its_sheet(files):
    in_pieces(files.xlsx, reworded(lambda told: told["vendors"][0].pop("marks")))
    (only,) = tampering.verified(files.xlsx, files.book).differences
    assert only.where.sheet == "vendors.A社.marks"
    (told,) = verify(tampering.alone(files.xlsx), []).diagnostics
    assert (told.code, told.where.sheet) == ("ranking-record-unreadable", ORIGIN_SHEET)


KEYS = {
    "procscore": lambda told: told.pop("procscore"),
    "language": lambda told: told.update(language="fr"),
    "anonymous": lambda told: told.update(anonymous="\ud800"),
    "part": lambda told: told.pop("part"),
    "version": lambda told: told.update(version=7),
    "vendors": lambda told: told.update(vendors=7, part=None),
    "criteria.digest": lambda told: told["criteria"].pop("digest"),
}


@pytest.mark.parametrize("key", KEYS)
def test_json_that_is_no_record_is_verified_from_the_workbooks_and_its_key_named(key, files):
    content = json.loads(files.json.read_bytes())
    KEYS[key](content)
    files.json.write_text(json.dumps(content), encoding="utf-8")
    found = tampering.verified(files.json, files.book)
    assert not found.reproduced
    assert key in {each.where.sheet for each in found.differences}
    alone = verify(tampering.alone(files.json), [])
    assert [each.code for each in alone.diagnostics] == ["result-file-unreadable"]


def test_files_that_json_does_not_name_are_a_difference(files):
    content = json.loads(files.json.read_bytes())
    content["inputs"] = [{"file": "bids.xlsx"}]
    files.json.write_text(json.dumps(content), encoding="utf-8")
    told = tampering.verified(files.json, files.book).differences
    assert "the files that went in" in str(told[0].what)
    assert told[1].where.sheet == "inputs"


@pytest.fixture
def without_names(files):
    """Publish the ranking without the names of those who lost."""
    language.use("ja")
    result = pipeline.evaluate([files.book]).result
    pipeline.export(anonymous(result, name_winner=True), [files.xlsx, files.json])
    language.use("en")
    return files


def test_that_the_files_of_a_ranking_without_names_are_not_checked_is_said(without_names):
    for ranking in (without_names.xlsx, without_names.json):
        found = tampering.verified(ranking, without_names.book)
        assert found.reproduced
        assert "no SHA-256" in str(found.notes[0])
        assert not any("SHA-256" in str(each) for each in verify(ranking, []).result.notes)


def test_a_text_that_names_who_is_not_to_be_named_is_a_difference(without_names):
    text = "ベータ株式会社は異議なし"
    tampering.write_row(without_names.xlsx, "審査結果", 60, {"A": text})
    (only,) = tampering.verified(without_names.xlsx, without_names.book).differences
    assert (only.where.cell, only.found) == ("A60", text)


def test_a_text_that_names_nobody_stays_a_note(without_names):
    tampering.write_row(without_names.xlsx, "審査結果", 60, {"A": "以上"})
    found = tampering.verified(without_names.xlsx, without_names.book)
    assert (found.reproduced, len(found.added)) == (True, 1)
