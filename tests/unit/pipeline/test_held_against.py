"""A published ranking held against a result, whichever way both were made."""

import copy
from dataclasses import replace

import pytest
from openpyxl import load_workbook

import procscore
from procscore import language, pipeline
from procscore.diagnostics import Problems
from procscore.ingest import published
from procscore.model.anonymous import anonymous
from procscore.pipeline.held_against import held_against
from support import books, stages, tampering


@pytest.fixture
def result(tmp_path):
    return procscore.evaluate(books.hand_in(tmp_path, books.valid()))


def written(folder, result, name="ranking.xlsx"):
    """Write a ranking and return its path."""
    path = folder / name
    pipeline.export(result, [path])
    return path


def found(path):
    return published.read(path, Problems())


@pytest.mark.parametrize("spoken", ["en", "ja"])
@pytest.mark.parametrize("suffix", [".xlsx", ".json", ".csv"])
@pytest.mark.parametrize("whom", ["", "losers", "all"])
def test_a_ranking_shows_the_result_in_its_language_and_without_its_names(
    whom, suffix, spoken, result, tmp_path
):
    language.use(spoken)
    shown = anonymous(result, name_winner=whom == "losers") if whom else result
    path = written(tmp_path, shown, f"ranking{suffix}")
    language.use("en")
    compared = held_against(found(path), result, from_record=False)
    assert (compared.differences, compared.added) == ((), ())
    assert language.current() == "en"


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_who_is_named_is_not_taken_for_left_out_though_that_makes_fewer_differences(
    suffix, tmp_path
):
    path = tmp_path / f"ranking{suffix}"
    book = books.hand_in(tmp_path, stages.valid(), stages.CRITERIA)
    pipeline.export(procscore.evaluate(book), [path])
    if suffix == ".xlsx":
        opened = load_workbook(path)
        del opened["procscore"]
        opened.save(path)
    tampering.overwrite(book, "提案者", "C3", 13_000_000)
    told = held_against(found(path), procscore.evaluate(book), from_record=False).differences
    assert told
    texts = [str(each.difference) for each in told]
    assert not any(label in each for label in ("Vendor A", "Vendor B", "input-1") for each in texts)


def test_the_version_is_the_one_of_the_ranking(result, tmp_path):
    path = written(tmp_path, replace(result, version="0.0.1"))
    assert held_against(found(path), result, from_record=False).differences == ()


def test_what_the_program_remarked_is_in_no_record(tmp_path):
    sheets = books.with_cells({"審査委員": {"D2": "B社"}, "採点_委員1": {"E2": None, "E3": None}})
    result = procscore.evaluate(books.hand_in(tmp_path, sheets))
    path = written(tmp_path, result)
    unremarked = replace(result, diagnostics=())
    assert result.diagnostics
    assert held_against(found(path), unremarked, from_record=True).differences == ()
    assert held_against(found(path), unremarked, from_record=False).differences != ()


def test_a_hidden_record_that_was_changed_alone_is_told_where_the_files_are_the_same(
    result, tmp_path
):
    path = written(tmp_path, result)
    read = found(path)
    content = copy.deepcopy(read.content)
    content["vendors"][0]["marks"]["plan"][0]["comment"] = "changed"
    other = replace(read, content=content)
    (only,) = held_against(other, result, from_record=False).differences
    assert only.difference.where.sheet.startswith("vendors.A社.marks.plan")
    assert held_against(other, result, from_record=False, same_files=False).differences == ()


def test_an_added_text_may_name_none_of_those_who_are_known(result, tmp_path):
    path = written(tmp_path, anonymous(result, name_winner=False))
    tampering.write_row(path, "Result", 60, {"A": "ベータ株式会社 ok"})
    named = tuple(each.vendor for each in result.vendors)
    read = found(path)
    (only,) = held_against(read, result, named, from_record=False).differences
    assert only.difference.where.cell == "A60"
    unnamed = held_against(read, result, from_record=False)
    assert (unnamed.differences, len(unnamed.added)) == ((), 1)


def test_a_record_that_cannot_be_read_is_a_difference_and_the_last(result, tmp_path):
    path = written(tmp_path, result)
    tampering.overwrite(path, "procscore", "B2", "{")
    (only,) = held_against(found(path), result, from_record=False).differences
    assert str(only.difference.where) == "ranking.xlsx [procscore]"
    assert (only.difference.found, only.difference.expected) == (
        "a text that is no record",
        "the record",
    )
    assert "cannot be read" in str(only.difference.what)


@pytest.mark.parametrize(("key", "value", "stands"), [("version", 7, "7"), ("inputs", 5, "5")])
def test_a_key_by_which_json_is_no_record_is_named_though_it_is_not_compared(
    key, value, stands, result, tmp_path
):
    path = written(tmp_path, result, "ranking.json")
    tampering.alter_json(path, lambda content: content.update({key: value}))
    (only,) = held_against(found(path), result, from_record=False).differences
    assert (only.difference.where.sheet, only.difference.found) == (key, stands)
    tampering.alter_json(path, lambda content: content.pop(key))
    (only,) = held_against(found(path), result, from_record=False).differences
    assert (only.difference.where.sheet, only.difference.found) == (key, "")


@pytest.mark.parametrize(
    ("version", "differences"), [("0.9.1", False), ("1.0rc1", False), ("0.1.0 (A社 wins)", True)]
)
def test_a_version_is_one_and_no_other_text(version, differences, result, tmp_path):
    ranking = found(written(tmp_path, replace(result, version=version)))
    assert bool(held_against(ranking, result, from_record=False).differences) == differences
