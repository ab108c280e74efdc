"""The JSON Schema of a criteria sheet: every key and every word of the models, and no other."""

import json
from typing import Literal, get_args, get_origin

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel

from procscore.formula import PRESETS
from procscore.model import criteria, schema
from procscore.model.rules import CeilingRule
from procscore.model.tie_steps import Ballot, Decider, Lot, TieStep
from procscore.model.topics import TOPICS
from support import books, editor, hazards

SCHEMA = schema.schema()
DEFINED = SCHEMA["$defs"]
SEEN_ONLY_AS_TEXT = "thousands_of_digits"
"""An editor takes them for a number, however many they are."""
REFUSED = [
    case
    for code in (
        *("criteria-unknown-key", "criteria-bad-choice", "criteria-missing-key"),
        *("criteria-wrong-shape", "criteria-not-a-number", "criteria-not-a-count"),
        *("criteria-bad-id", "criteria-tie-step-unknown", "criteria-topic-unknown"),
        *("criteria-share-range", "criteria-version-unknown"),
    )
    for case in sorted((hazards.HOME / code).glob("*.py"))
    if case.stem not in (SEEN_ONLY_AS_TEXT, "of_a_layout")
]


def models(model=criteria.CriteriaSheet):
    """Return every model that a sheet is made of."""
    found, pending = {}, [model]
    while pending:
        each = pending.pop()
        if isinstance(each, type) and issubclass(each, BaseModel) and each not in found:
            found[each] = None
            pending += [field.annotation for field in each.model_fields.values()]
        pending += get_args(each)
    return list(found)


WRITTEN = [model for model in models() if model is not TieStep]


def shape_of(model):
    return SCHEMA if model is criteria.CriteriaSheet else DEFINED[model.__name__]


def keys(model):
    return {field.alias or name: field for name, field in model.model_fields.items()}


def words(annotation):
    """Return the words of the choices in an annotation."""
    if get_origin(annotation) is Literal:
        return set(get_args(annotation))
    return set().union(*(words(each) for each in get_args(annotation)))


def offered(shape):
    """Return the words that a shape offers."""
    if isinstance(shape, list):
        return set().union(*map(offered, shape))
    if not isinstance(shape, dict):
        return set()
    here = {*shape.get("enum", ()), *([shape["const"]] if "const" in shape else ())}
    return here.union(*(offered(each) for key, each in shape.items() if key != "properties"))


def faults(changed):
    """Return the paths at which an editor finds fault with a sheet."""
    return set(editor.faults(changed))


def test_it_is_a_schema_of_its_draft():
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(SCHEMA)


def test_it_is_the_same_text_every_time_and_hides_no_character():
    text = schema.text()
    assert text == schema.text()
    assert json.loads(text) == SCHEMA
    assert text.endswith("}\n")
    assert "審査基準書" in text
    assert '"$id"' not in text


def test_keys_stand_in_the_order_of_the_model():
    assert list(SCHEMA["properties"]) == list(criteria.CriteriaSheet.model_fields)
    assert list(DEFINED["Criterion"]["properties"])[:4] == ["id", "name", "points", "topic"]
    assert list(SCHEMA)[:3] == ["$schema", "title", "description"]
    assert list(SCHEMA)[-1] == "$defs"
    assert list(DEFINED)[:5] == ["Text", "Source", "BothLanguages", "Number", "Id"]
    assert list(DEFINED)[-2:] == ["AbnormallyLow", "Award"]


def test_a_default_is_shown_where_it_can_be_written():
    defaults = {
        f"{name} {key}": shape["default"]
        for name, definition in DEFINED.items()
        for key, shape in definition.get("properties", {}).items()
        if "default" in shape
    }
    assert defaults["Panel aggregate"] == "mean"
    assert defaults["Marks from"] == 0
    assert defaults["Award winners"] == 1
    assert defaults["Stage carry_over"] is True
    assert defaults["Lot first"] == 0
    assert {"Panel quorum", "Panel trim", "Rescale formula", "Ranking ties"}.isdisjoint(defaults)


@pytest.mark.parametrize("model", WRITTEN, ids=lambda model: model.__name__)
def test_every_key_of_a_model_is_there_and_no_other(model):
    shape = shape_of(model)
    assert list(shape["properties"]) == list(keys(model))
    assert shape["additionalProperties"] is False
    needed = [key for key, field in keys(model).items() if field.is_required()]
    assert shape.get("required", []) == needed or shape["required"] == ["method"]
    assert shape["title"]
    assert shape["description"]


@pytest.mark.parametrize("model", WRITTEN, ids=lambda model: model.__name__)
def test_every_key_is_described_by_the_docstring_below_it(model):
    told = {key: shape["description"] for key, shape in shape_of(model)["properties"].items()}
    assert [key for key, said in told.items() if not said] == []
    assert all("\n" not in said.replace("\n\n", "") for said in told.values())


def test_a_key_without_a_docstring_is_described_by_its_model():
    properties = SCHEMA["properties"]
    assert properties["ranking"]["description"] == DEFINED["Ranking"]["description"]
    assert properties["procscore"]["description"] == "The version of the format."
    assert DEFINED["Veto"]["description"].startswith(
        DEFINED["Marks"]["properties"]["veto"]["description"]
    )


@pytest.mark.parametrize("model", WRITTEN, ids=lambda model: model.__name__)
def test_every_word_of_a_choice_is_offered(model):
    for key, field in keys(model).items():
        chosen = words(field.annotation) if not models(field.annotation) else set()
        assert chosen <= offered(shape_of(model)["properties"][key]), key


def test_topics_are_offered_by_id_and_by_both_names():
    topic = DEFINED["Criterion"]["properties"]["topic"]
    assert topic["enum"][: len(TOPICS)] == list(TOPICS)
    assert set(topic["enum"]) == {*TOPICS, *(each for names in TOPICS.values() for each in names)}
    said = dict(zip(topic["enum"], topic["enumDescriptions"], strict=True))
    assert said["migration"] == said["データ移行"] == "データ移行 / migration"


def test_presets_are_offered_where_a_price_is_scored_and_nowhere_else():
    shapes = {
        name: shape["properties"]["formula"]
        for name, shape in DEFINED.items()
        if "formula" in shape.get("properties", {})
    }
    assert {name for name, shape in shapes.items() if "lowest-ratio" in offered(shape)} == {"Price"}
    assert set(PRESETS) == offered(shapes["Price"])


STEPS = [
    *("lot", "committee", "chair", "vote"),
    *("{higher: technical}", "{lower: total}", "{higher: [plan, staff]}", "{more: next-places}"),
    *("{lot: {}}", "{lot: {rule: remainder, order: code, first: 1, add: 0, blank: 999}}"),
]


@pytest.mark.parametrize("step", STEPS)
def test_a_step_of_a_chain_of_ties_as_it_is_written(step):
    sheet = books.criteria_with("{higher: technical}, {lower: total}, lot", step)
    assert faults(sheet) == set()


@pytest.mark.parametrize(
    "step",
    [
        *("lots", "{rule: lot}", "{higher: technical, lower: total}", "{}", "{higher: []}"),
        *("{more: technical}", "{lot: drawn}", "{lot: {rule: remainders}}", "{lot: {first: 2}}"),
    ],
)
def test_what_is_no_step_of_a_chain_of_ties(step):
    sheet = books.criteria_with("{higher: technical}, {lower: total}, lot", step)
    assert faults(sheet) == {"ranking/ties/0"}


def test_every_rule_of_a_step_can_be_written():
    shape = DEFINED["TieStep"]["anyOf"]
    alone, *objects = shape
    told = {key for each in objects for key in each["properties"]}
    assert {*alone["enum"], *told} == set(get_args(TieStep.model_fields["rule"].annotation))
    assert set(get_args(Decider)) < set(alone["enum"])
    assert set(get_args(Ballot)) == offered(objects[2]["properties"]["more"])
    assert set(keys(Lot)) == set(DEFINED["Lot"]["properties"])


@pytest.mark.parametrize("case", REFUSED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_is_misspelt_is_refused(case, tmp_path):
    hazards.load(case).build(tmp_path)
    assert faults((tmp_path / "criteria.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("written", "instead", "path"),
    [
        ("title: 小さな審査基準書", "title:", "title"),
        ("points: 100", "points: null", "points"),
        ("total: {name: 提案価格", "to-tal: {name: 提案価格", "amounts"),
        ("    points: 60", "    points: 6０％", "criteria/0/points"),
        ("    points: 60", "    points: 60\n    topic: 移転", "criteria/0/topic"),
        ("ceiling: exclude", "ceiling: {total: excluded}", "eligibility/ceiling"),
        ("ceiling: exclude", "minimums: [{criterion: plan}]", "eligibility/minimums/0"),
        ("ceiling: exclude", "minimums: [{at_least: 六割}]", "eligibility/minimums/0/at_least"),
        ("aggregate: mean", "aggregate: mode", "panel/aggregate"),
        ("aggregate: mean", "same_for_all: yes", "panel/same_for_all"),
        ("over: criteria, round", "trim: {best: 1}, round", "panel/trim"),
        ("winners: 1", "winner: 1", "award"),
        ("formula: lowest-ratio, ", "", "criteria/1/score"),
        ("{method: marks, step: 0.5}", "marks", "criteria/0/score"),
        ("{method: marks, step: 0.5}", "{method: marks, allowed: []}", "criteria/0/score"),
        ("panel: {", "assumptions: [{ja: 仮定}]\npanel: {", "assumptions/0"),
        ("panel: {", "scales: {five: {}}\npanel: {", "scales/five"),
        ("panel: {", "scales: {five: {A: good}}\npanel: {", "scales/five/A"),
        ("panel: {", "panels: {staff: {agregate: mean}}\npanel: {", "panels/staff"),
    ],
)
def test_it_is_refused_where_it_stands(written, instead, path):
    assert faults(books.criteria_with(written, instead)) == {path}


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("title: 小さな審査基準書", "title: 2026"),
        ("points: 100", "points: '１００'"),
        ("panel: {", "date: 2026-04-01\npanel: {"),
        ("panel: {", "date: 2010\npanel: {"),
        ("panel: {", "assumptions: [仮定, {ja: 仮定, en: assumed}]\npanel: {"),
        ("panel: {", "scales: {five: {A: 100%, 2: 50%, true: 0}}\npanel: {"),
        ("ceiling: exclude", "ceiling: {total: exclude, 価格: flag}"),
        ("ceiling: exclude", "minimums: [{at_least: 60}, {excluding: price, at_least: 60%}]"),
        ("aggregate: mean", "quorum: 50%, same_for_all: true"),
        ("step: 0.5", "from: -3, veto: {mark: -3, otherwise: -2}"),
        ("formula: lowest-ratio", "formula: points * lowest / price"),
    ],
)
def test_a_sheet_may_be_written_otherwise(written, instead):
    assert faults(books.criteria_with(written, instead)) == set()


def test_all_words_for_a_ceiling_stand_on_both_sides():
    ceiling = DEFINED["Eligibility"]["properties"]["ceiling"]
    assert [offered(each) for each in ceiling["anyOf"]] == [set(get_args(CeilingRule))] * 2
