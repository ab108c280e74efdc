"""A sheet to start from is the other sheet, but for what it says of itself."""

import pytest
import yaml

from procscore import language
from procscore.diagnostics import Problems
from procscore.ingest import criteria_file, library, yaml_model
from procscore.ingest.starting.comments import columns
from procscore.ingest.starting.sections import SECTIONS
from procscore.ingest.starting.sheet import starting_sheet
from procscore.model import schema
from procscore.model.criteria import CriteriaSheet
from support import books, editor, tree

REPLACED = {"id", "title", "authority", "date", "source", "assumptions"}
BUILT_IN = [library.find(each) for each in library.ids()]
CASES = sorted((tree.ROOT / "tests" / "cases").glob("*/criteria.yaml"))


def parsed(text):
    problems = Problems()
    document = yaml_model.read(text.encode(), "criteria.yaml", problems)
    sheet = criteria_file.parse(document, problems)
    assert sheet is not None, list(problems)
    return document, sheet


def made(text, new_id="my-sheet"):
    return starting_sheet(*parsed(text), new_id)


@pytest.fixture(params=["en", "ja"])
def either_language(request):
    language.use(request.param)
    return request.param


@pytest.mark.parametrize("path", [*BUILT_IN, *CASES], ids=lambda path: path.stem + path.parent.name)
def test_it_scores_as_the_sheet_that_it_is_like(path, either_language):
    text = path.read_text(encoding="utf-8")
    _, old = parsed(text)
    _, new = parsed(made(text))
    kept = set(CriteriaSheet.model_fields) - REPLACED
    assert [key for key in kept if getattr(new, key) != getattr(old, key)] == []
    assert (new.id, new.assumptions) == ("my-sheet", ())


@pytest.mark.parametrize("path", BUILT_IN, ids=lambda path: path.stem)
def test_it_is_a_pleasure_to_read(path, either_language):
    text = made(path.read_text(encoding="utf-8"))
    assert editor.faults(text) == {}
    comments = [line for line in text.splitlines() if line.startswith("#")]
    assert max(map(columns, comments)) <= 100
    assert not any(line != line.rstrip() for line in text.splitlines())
    assert "\\u" not in text
    assert "{{" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_it_says_what_it_is_and_where_it_comes_from():
    text = made(books.CRITERIA, "new-system")
    lines = text.splitlines()
    assert lines[0] == schema.NAMED_BY
    assert "procscore criteria schema --out criteria.schema.json" in lines[3]
    assert list(yaml.safe_load(text))[:6] == [
        "procscore",
        "id",
        "title",
        "authority",
        "date",
        "source",
    ]
    _, sheet = parsed(text)
    assert sheet.id == "new-system"
    assert sheet.source.citation == "Modelled on the criteria sheet “small” (小さな審査基準書)"
    assert (sheet.source.url, sheet.source.coverage) == (None, "illustrative")


def test_the_source_of_the_other_sheet_is_cited():
    source = "source: {citation: 別紙1, url: https://example.org/a, coverage: complete}\npoints:"
    _, sheet = parsed(made(books.criteria_with("points:", source)))
    assert sheet.source.citation == "Modelled on the criteria sheet “small” (別紙1)"
    assert (sheet.source.url, sheet.source.coverage) == ("https://example.org/a", "illustrative")


@pytest.mark.parametrize("new_id", ["2026", "true", "情報:新", "#1", "a b", "'x"])
def test_any_id_stays_as_it_is(new_id):
    assert parsed(made(books.CRITERIA, new_id))[1].id == new_id


def test_each_part_has_its_comment_and_those_that_are_not_there_follow():
    text = made(books.CRITERIA)
    body, _, rest = text.partition("# Not in this sheet")
    for key, section in SECTIONS.items():
        first = section.sentence.split(", ")[0].split(": ")[0]
        there = f"\n{key}:" in body
        assert (f"\n# {first}" in body) == there, key
        assert (f"\n# {key}: {first}" in rest) != there, key
    assert "\n#   aggregate: mean | median | sum | trimmed-mean | consensus\n" in body
    assert {
        line.split(":")[0] for line in rest.splitlines() if line.startswith("# ") and ": " in line
    } >= {"# quantities", "# scales", "# panels", "# stages"}


def test_an_assumption_is_a_decision_to_take(either_language):
    head = "assumptions:\n  - 端数は切り捨てる。\n  - {ja: 同点はくじとした。, en: A tie is drawn.}\npoints:"
    text = made(books.criteria_with("points:", head))
    spoken = {"en": "A tie is drawn.", "ja": "同点はくじとした。"}[either_language]
    assert f"\n# - 端数は切り捨てる。\n# - {spoken}\n" in text
    assert parsed(text)[1].assumptions == ()
    assert "assumptions" not in yaml.safe_load(text)


def test_without_assumptions_there_is_nothing_to_decide():
    assert "To decide" not in made(books.CRITERIA)


def test_comments_of_the_other_sheet_are_not_taken_over():
    text = books.criteria_with("    points: 60", "    points: 60   # 委員会で決定\n    # 内訳")
    assert "委員会" not in made(text)
    assert "内訳" not in made(text)


def test_a_sheet_in_another_layout_comes_out_in_this_one():
    root = yaml.load(books.CRITERIA, Loader=yaml.BaseLoader)  # noqa: S506 - scalars as text
    import json

    text = made(json.dumps(root, ensure_ascii=False))
    assert parsed(text)[1].leaves == parsed(books.CRITERIA)[1].leaves
    assert "\ncriteria:\n  - " in text
