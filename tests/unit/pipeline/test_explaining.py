"""From paths and names to an explanation, a page, files."""

import json
from dataclasses import replace

import pytest

import procscore
from procscore import pipeline
from procscore.pipeline import explaining
from procscore.pipeline.explaining import SameVendorError
from procscore.pipeline.results import ComputedAsRecordedError
from support import books, stages, tampering


@pytest.fixture
def book(tmp_path):
    return books.hand_in(tmp_path, books.valid())


@pytest.mark.parametrize("written", ["A社", "Ａ社", "株式会社アルファ", "㈱アルファ"])
def test_a_vendor_is_known_by_id_and_name_in_any_spelling(book, written):
    assert explaining.explain([book], written).result.vendor.vendor.id == "A社"


@pytest.mark.parametrize("written", ["price", "ＰＲＩＣＥ", "価格点"])
def test_a_criterion_is_known_by_id_and_name(book, written):
    assert explaining.explain([book], "A社", written).result.criterion == "price"


@pytest.mark.parametrize(
    ("asked", "code", "told"),
    [
        (("株式会社アルフア",), "vendor-unknown", "株式会社アルファ"),
        (("A社", None, "Z社"), "vendor-unknown", "ベータ株式会社"),
        (("A社", "prise"), "criteria-criterion-unknown", "price"),
    ],
)
def test_an_unknown_name_is_told_with_what_was_meant(book, asked, code, told):
    outcome = explaining.explain([book], *asked)
    assert outcome.result is None
    (found,) = outcome.diagnostics
    assert found.code == code
    assert told in str(found.message)


def test_two_criteria_of_one_name_are_told_by_their_ids(tmp_path):
    criteria = books.criteria_with("id: staff, name: 実施体制", "id: staff, name: 価格点")
    book = books.hand_in(tmp_path, books.valid(), criteria)
    outcome = explaining.explain([book], "A社", "価格点")
    assert outcome.result is None
    assert "There are: staff, price." in str(outcome.diagnostics[-1].message)


def test_a_vendor_is_not_held_against_itself(book):
    with pytest.raises(SameVendorError) as found:
        explaining.explain([book], "A社", against="株式会社アルファ")
    assert found.value.vendor == "A社"


def test_a_result_is_explained_without_its_workbook(book, tmp_path):
    record = tmp_path / "result.json"
    pipeline.export(procscore.evaluate(book), [record])
    here, again = (explaining.explain([each], "A社").result for each in (book, record))
    assert (here.record, again.record) == ("", "result.json")
    unnamed = replace(again, record="")
    assert explaining.page_of(unnamed) == explaining.page_of(here)


def test_a_ranking_as_a_workbook_is_named_as_well(book, tmp_path):
    ranking = tmp_path / "r.xlsx"
    pipeline.export(procscore.evaluate(book), [ranking])
    assert explaining.explain([ranking], "A社").result.record == "r.xlsx"


def test_a_stage_is_explained_as_it_was_evaluated(tmp_path):
    book = books.hand_in(tmp_path, stages.valid(), stages.CRITERIA)
    outcome = explaining.explain([book], "A社", part=pipeline.Part("first"))
    assert outcome.result.points.of == 30


def test_nothing_is_explained_while_an_error_stands(book):
    (book.parent / "criteria.yaml").unlink()
    outcome = explaining.explain([book], "A社")
    assert outcome.result is None
    assert [each.code for each in outcome.diagnostics] == ["criteria-file-missing"]


def test_all_formats_are_written(book, tmp_path):
    found = explaining.explain([book], "A社").result
    targets = [tmp_path / f"out{suffix}" for suffix in (".md", ".html", ".xlsx", ".json")]
    explaining.export_explanation(found, targets)
    assert json.loads(targets[3].read_bytes())["vendor"]["id"] == "A社"
    assert all("84.75" in each.read_text(encoding="utf-8") for each in targets[:2])
    assert targets[2].read_bytes().startswith(b"PK")


def test_an_unknown_criterion_is_told_that_names_are_understood(book):
    (found,) = explaining.explain([book], "A社", "prise").diagnostics
    assert "Did you mean “price”? Names are understood as well." in str(found.message)


def test_what_is_asked_for_of_a_result_is_not_passed_over(book, tmp_path):
    record = tmp_path / "result.json"
    pipeline.export(procscore.evaluate(book), [record])
    for asked in ({"criteria": "fukui-sakai"}, {"part": pipeline.Part(technical_only=True)}):
        with pytest.raises(ComputedAsRecordedError):
            explaining.explain([record], "A社", **asked)
        assert explaining.explain([book], "A社", **asked).result or "criteria" in asked


def test_a_ranking_that_shows_something_else_is_explained_with_a_warning(book, tmp_path):
    ranking = tmp_path / "ranking.xlsx"
    pipeline.export(procscore.evaluate(book), [ranking])
    tampering.overwrite(ranking, "Result", "A5", 2)
    outcome = explaining.explain([ranking], "A社")
    assert outcome.result is not None
    assert books.codes(outcome) == ["ranking-not-its-record"]
