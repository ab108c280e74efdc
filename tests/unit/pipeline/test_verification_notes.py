"""What is said beside the differences."""

from dataclasses import replace

import pytest
from openpyxl import load_workbook

import procscore
from procscore import language, pipeline
from procscore.model.anonymous import anonymous
from procscore.pipeline import verification_notes, verifying
from support import books, stages
from support.tampering import overwrite


@pytest.fixture
def published(tmp_path):
    """Return a workbook and its ranking as JSON."""
    book = books.hand_in(tmp_path, books.valid())
    ranking = tmp_path / "ranking.json"
    pipeline.export(procscore.evaluate(book), [ranking])
    return book, ranking


def test_the_digest_of_a_file(tmp_path):
    path = tmp_path / "empty"
    path.write_bytes(b"")
    assert verification_notes.sha256_of(path).startswith("e3b0c44298fc1c149afbf4c8996fb924")


def test_another_version_is_said_and_the_same_is_not(published):
    book, ranking = published
    assert verifying.verify(ranking, [book]).result.notes == ()
    pipeline.export(replace(procscore.evaluate(book), version="0.0.1"), [ranking])
    (told,) = verifying.verify(ranking, [book]).result.notes
    assert str(told).startswith("The ranking was made by procscore 0.0.1, and verified by ")


def test_who_withdrew_is_taken_from_the_ranking_and_said_and_an_option_goes_before_it(tmp_path):
    book = books.hand_in(tmp_path, books.valid())
    ranking = tmp_path / "ranking.json"
    pipeline.export(procscore.evaluate(book, withdrawn=["B社"]), [ranking])
    found = verifying.verify(ranking, [book]).result
    assert found.reproduced
    assert [str(each) for each in found.notes] == [
        "Only the ranking says that these vendors withdrew after it: B社."
    ]
    other = verifying.verify(ranking, [book], part=pipeline.Part(withdrawn=("A社",))).result
    assert not other.reproduced
    assert [str(each) for each in other.notes] == [
        (
            "By the options, A社 withdrew; by the ranking, B社. "
            "What differs by that does not come from the files."
        )
    ]


def test_another_file_beside_the_ranking_is_not_passed_over_in_silence(published, tmp_path):
    _, ranking = published
    books.hand_in(tmp_path, books.with_cells({"採点_委員1": {"D2": 38}}))
    found = verifying.verify(ranking, []).result
    assert found.from_record
    assert "bids.xlsx lies beside the ranking" in str(found.notes[0])


def _staged(folder):
    return books.hand_in(folder, stages.valid(), stages.CRITERIA)


PART = {
    "before the prices are opened": pipeline.Part(technical_only=True),
    "up to stage “一次審査”": pipeline.Part(stage="first"),
}


@pytest.mark.parametrize("asked", PART)
def test_what_an_option_asks_for_is_not_said_to_come_from_the_files(asked, tmp_path):
    book = _staged(tmp_path)
    ranking = tmp_path / "ranking.json"
    pipeline.export(procscore.evaluate(book), [ranking])
    same = verifying.verify(ranking, [book], part=PART[asked]).result
    assert str(same.notes[0]) == (
        "By the options, another part of the procedure was evaluated than the ranking records: "
        f"{asked}, not all of it. What differs by that does not come from the files."
    )


@pytest.mark.parametrize("spoken", ["en", "ja"])
@pytest.mark.parametrize("asked", PART)
def test_a_table_of_a_part_says_that_the_part_has_to_be_named(asked, spoken, tmp_path):
    book = _staged(tmp_path)
    tables = [tmp_path / f"{each}.csv" for each in ("part", "whole")]
    language.use(spoken)
    for each, part in zip(tables, (PART[asked], pipeline.Part()), strict=True):
        pipeline.export(pipeline.evaluate([book], part=part).result, [each])
    language.use("en")
    option = "--technical-only" if PART[asked].technical_only else "--stage"
    (told,) = verifying.verify(tables[0], [book]).diagnostics
    assert told.code == "ranking-of-a-part"
    assert option in told.hint
    named = verifying.verify(tables[0], [book], part=PART[asked])
    assert (named.result.reproduced, named.diagnostics) == (True, ())
    overwrite(book, "採点_委員1", "D2", 18)
    for path, part in ((tables[0], PART[asked]), (tables[1], pipeline.Part())):
        assert verifying.verify(path, [book], part=part).diagnostics == ()


def test_so_does_one_that_cannot_be_computed_as_a_whole(tmp_path):
    book = _staged(tmp_path)
    table = tmp_path / "part.csv"
    pipeline.export(
        pipeline.evaluate([book], part=pipeline.Part(technical_only=True)).result, [table]
    )
    without = load_workbook(book)
    without["提案者"]["C2"].value = None
    without.save(book)
    outcome = verifying.verify(table, [book])
    assert outcome.result is None
    assert "ranking-of-a-part" in [each.code for each in outcome.diagnostics]


def test_that_labels_may_be_those_of_others_is_said_where_there_are_more_or_fewer_vendors(
    published,
):
    book, ranking = published
    pipeline.export(anonymous(procscore.evaluate(book), name_winner=True), [ranking])
    opened = load_workbook(book)
    opened["提案者"].delete_rows(4)
    for name in ("採点_委員1", "採点_委員2"):
        opened[name].delete_cols(6)
    opened.save(book)
    found = verifying.verify(ranking, [book]).result
    assert str(found.notes[0]).startswith(
        "The ranking has 3 vendors, the files that were given have 2."
    )
