"""Every result can be computed again from its own record alone, and comes out as it was."""

import copy
import json
import random

import pytest
from openpyxl import load_workbook

from procscore import language
from procscore.diagnostics import Problems, Severity
from procscore.export import json_record, json_result
from procscore.export.ranking_book import export as ranking_book
from procscore.ingest import recorded
from procscore.model.anonymous import anonymous
from procscore.pipeline import Part, evaluate, results
from support import books, cases, moderated, stages, tampering
from support import results as made

BY_WHO_THEY_ARE = {"tottori-kuji"}
"""Lots are drawn in the order of the vendors' codes, which a result for publication leaves out."""


def bare(result):
    """Return the JSON of a result without its diagnostics: readers are not asked again."""
    content = json.loads(json_result.export(result))
    del content["diagnostics"]
    return json.dumps(content, ensure_ascii=False)


def again(folder, result, suffix=".json"):
    """Write a result and compute it again from what was written."""
    path = folder / f"result{suffix}"
    path.write_bytes(json_result.export(result) if suffix == ".json" else ranking_book(result))
    outcome = results.result_of([path])
    assert outcome.result is not None, outcome.diagnostics
    return outcome.result


@pytest.mark.parametrize("name", cases.NAMES)
def test_every_case_is_computed_again_from_its_json(tmp_path, name):
    result = cases.result(name)
    assert bare(again(tmp_path, result)) == bare(result)


@pytest.mark.parametrize("name", cases.NAMES)
def test_every_case_is_computed_again_from_the_workbook_of_its_ranking(tmp_path, name):
    result = cases.result(name)
    assert bare(again(tmp_path, result, ".xlsx")) == bare(result)


@pytest.mark.parametrize("name_winner", [True, False])
@pytest.mark.parametrize("name", sorted(set(cases.NAMES) - BY_WHO_THEY_ARE))
def test_results_for_publication_are_computed_again(tmp_path, name, name_winner):
    result = anonymous(cases.result(name), name_winner=name_winner)
    assert bare(again(tmp_path, result)) == bare(result)


@pytest.mark.parametrize("name", sorted(BY_WHO_THEY_ARE))
def test_where_an_order_hangs_on_who_a_vendor_is_it_is_said_that_it_is_not_known(tmp_path, name):
    path = tmp_path / "result.json"
    path.write_bytes(json_result.export(anonymous(cases.result(name), name_winner=False)))
    outcome = results.result_of([path])
    assert outcome.result is None
    assert {each.code for each in outcome.diagnostics} == {"lot-order-unknown"}


@pytest.mark.parametrize("suffix", [".json", ".xlsx"])
def test_agreed_marks_and_the_evaluators_own(tmp_path, suffix):
    result = moderated.evaluated(tmp_path)
    assert result.vendors[0].score("plan").before is not None
    assert bare(again(tmp_path, result, suffix)) == bare(result)


@pytest.mark.parametrize(
    ("part", "sheets", "criteria"),
    [
        (Part(technical_only=True), books.valid(), books.CRITERIA),
        (Part(withdrawn=("株式会社アルファ",)), books.valid(), books.CRITERIA),
        (Part(withdrawn=("B社", "A社")), books.valid(), books.CRITERIA),
        (Part(stage="first"), stages.valid(), stages.CRITERIA),
        (Part(stage="second"), stages.valid(), stages.CRITERIA),
        (Part(stage="first", technical_only=True), stages.valid(), stages.CRITERIA),
        (Part(withdrawn=("A社",)), stages.valid(), stages.CRITERIA),
    ],
)
def test_a_part_is_computed_again_as_it_was_asked_for(tmp_path, part, sheets, criteria):
    result = evaluate([books.hand_in(tmp_path, sheets, criteria)], part=part).result
    found = again(tmp_path, result)
    assert found.part == result.part != Part()
    assert bare(found) == bare(result)


def test_who_is_absent_or_recused_and_who_is_out_by_status_or_ceiling(tmp_path):
    sheets = books.with_cells(
        {
            "審査委員": {"D2": "B社", "A4": "委員3", "B4": "永平寺 次郎", "C4": "欠席"},
            "提案者": {"C2": 13_000_000, "D4": "辞退", "E4": "都合による"},
            "採点_委員1": {"E2": None, "E3": None},
        }
    )
    result = made.evaluated(tmp_path, sheets)
    assert [str(each.status) for each in result.vendors] == ["excluded", "eligible", "withdrawn"]
    assert bare(again(tmp_path, result)) == bare(result)


def test_it_speaks_the_language_of_who_asks(tmp_path):
    result = made.evaluated(tmp_path)
    path = tmp_path / "result.json"
    path.write_bytes(json_result.export(result))
    language.use("ja")
    assert bare(results.result_of([path]).result) == bare(result)


def test_without_a_record_the_workbooks_are_evaluated(tmp_path):
    book = books.hand_in(tmp_path, books.valid())
    assert bare(results.result_of([book]).result) == bare(evaluate([book]).result)
    part = Part(technical_only=True)
    assert results.result_of([book], None, part).result.part == part


def test_a_record_is_known_by_its_name_and_a_ranking_by_its_mark(tmp_path):
    book = books.hand_in(tmp_path, books.valid())
    ranking = tmp_path / "ranking.xlsx"
    ranking.write_bytes(ranking_book(made.evaluated(tmp_path)))
    named = ("a.JSON", "ranking.xlsx", "bids.xlsx", "b.csv", "none.xlsx", "")
    found = [each for each in named if results.is_record(tmp_path / each)]
    assert book.exists()
    assert found == ["a.JSON", "ranking.xlsx"]


@pytest.fixture
def content(tmp_path):
    return json.loads(json_result.export(made.evaluated(tmp_path)))


def told(content):
    problems = Problems()
    found = recorded.read(json.dumps(content).encode(), "r.json", problems)
    result = found and results.recomputed(found, problems)
    return result, {each.code: each for each in problems}


def test_changed_rules_are_told_and_what_they_change_is_computed(content):
    content["criteria"]["document"]["criteria"][1]["score"]["round"]["places"] = "0"
    result, problems = told(content)
    assert list(problems) == ["record-digest-differs"]
    assert str(problems["record-digest-differs"].where) == "r.json"
    assert problems["record-digest-differs"] in result.diagnostics
    assert result.digest != content["criteria"]["digest"]
    assert {each.score("price").points for each in result.vendors} == {32, 40, 36}


def test_rules_that_do_not_close_are_refused_in_the_record_itself(content):
    content["criteria"]["document"]["points"] = "99"
    result, problems = told(content)
    assert result is None
    assert {str(each.where) for each in problems.values()} == {"r.json"}
    assert "criteria-sum-wrong" in problems


def test_rules_that_are_no_criteria_sheet_are_refused(content):
    content["criteria"]["document"] = [1]
    result, problems = told(content)
    assert result is None
    assert "record-digest-differs" in problems


def test_a_stage_that_is_none_of_the_sheet_is_told(content):
    content["part"]["stage"] = "second"
    result, problems = told(content)
    assert result is None
    assert list(problems) == ["stage-unknown"]


def test_a_mark_that_was_taken_out_is_missing(content):
    del content["vendors"][1]["marks"]["plan"][0]
    result, problems = told(content)
    assert result is None
    assert list(problems) == ["mark-blank"]


def test_a_mark_beyond_its_maximum_is_told_at_its_cell(content):
    content["vendors"][1]["marks"]["plan"][0]["value"] = "41"
    result, problems = told(content)
    assert result is None
    assert str(problems["mark-above-maximum"].where) == "bids.xlsx [採点_委員1] E2"


OTHERS = [None, True, 7, 1.5, "", "ZZZZ1", "x", "-1", "1/0", "9" * 400, [], {}, [[]], [1], "\ud800"]
GONE = object()


@pytest.mark.parametrize(
    "name", ["tama-yoikuen-rank-average", "tottori-kuji", "kyoto-portal-app-veto"]
)
def test_whatever_stands_in_a_record_it_is_computed_or_refused(name):
    """Each value of a record in turn is another one, or is not there."""
    content = json_record.record(cases.result(name))
    content = json.loads(json.dumps(content))
    chance = random.Random(name)  # noqa: S311 - the same at every run
    for path in chance.sample(list(_paths(content)), 120):
        for value in [GONE, *chance.sample(OTHERS, 3)]:
            made = copy.deepcopy(content)
            inside = made
            for step in path[:-1]:
                inside = inside[step]
            if value is GONE:
                del inside[path[-1]]
            else:
                inside[path[-1]] = value
            problems = Problems()
            found = recorded.read(json.dumps(made).encode(), "r.json", problems)
            result = found and results.recomputed(found, problems)
            assert (result is None) == problems.fatal, (path, value)
            if result is not None:
                json_result.export(result)


def _paths(content, *path):
    pairs = content.items() if isinstance(content, dict) else enumerate(content)
    for key, value in pairs:
        yield (*path, key)
        if isinstance(value, dict | list):
            yield from _paths(value, *path, key)


def test_a_record_that_is_not_there_is_a_missing_file(tmp_path):
    outcome = results.result_of([tmp_path / "no.json"])
    assert outcome.result is None
    assert [each.code for each in outcome.diagnostics] == ["workbook-missing"]


def test_a_ranking_without_its_record_is_told_and_one_that_is_another_page(tmp_path):
    ranking = tmp_path / "ranking.xlsx"
    ranking.write_bytes(ranking_book(made.evaluated(tmp_path)))
    book = load_workbook(ranking)
    del book["procscore"]
    book.save(ranking)
    outcome = results.result_of([ranking])
    assert outcome.result is None
    assert [each.code for each in outcome.diagnostics] == ["ranking-without-record"]


@pytest.mark.parametrize("spoken", ["en", "ja"])
def test_a_ranking_that_shows_something_else_than_its_record_is_told_at_its_cell(tmp_path, spoken):
    ranking = tmp_path / "ranking.xlsx"
    language.use(spoken)
    result = made.evaluated(tmp_path)
    ranking.write_bytes(ranking_book(result))
    sheet = load_workbook(ranking).sheetnames[0]
    language.use("en")
    assert results.result_of([ranking]).diagnostics == ()
    tampering.overwrite(ranking, sheet, "A5", 2)
    outcome = results.result_of([ranking])
    assert bare(outcome.result) == bare(result)
    (told,) = outcome.diagnostics
    assert (told.code, told.severity) == ("ranking-not-its-record", Severity.WARNING)
    assert str(told.where) == f"{ranking} [{sheet}] A5"
    assert "In the ranking: 2; computed from its record: 1." in str(told.message)


def test_a_figure_that_was_changed_in_json_or_taken_out_is_told_at_its_key(content, tmp_path):
    path = tmp_path / "r.json"
    content["vendors"][0]["points"] = "99"
    path.write_text(json.dumps(content), encoding="utf-8")
    (told,) = results.result_of([path]).diagnostics
    assert (told.code, told.where.sheet) == ("ranking-not-its-record", "vendors.A社.points")
    assert "In the ranking: 99;" in str(told.message)
    del content["vendors"][0]["points"]
    path.write_text(json.dumps(content), encoding="utf-8")
    (told,) = results.result_of([path]).diagnostics
    assert "In the ranking: -;" in str(told.message)


def test_what_was_published_without_comments_is_not_said_to_have_no_reasons(tmp_path):
    result = moderated.evaluated(tmp_path)
    told = [each.code for each in again(tmp_path, result).diagnostics]
    assert told == ["agreed-without-reason"]
    assert again(tmp_path, anonymous(result, name_winner=False)).diagnostics == ()
