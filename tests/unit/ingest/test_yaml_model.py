"""Any model is read alike: each mistake at its place, with the word that was meant."""

import pytest
from pydantic import Field

from procscore.diagnostics import Problems
from procscore.ingest import yaml_file, yaml_model
from procscore.model.fields import Count, Frozen, Text


class Part(Frozen):
    name: Text


class Whole(Frozen):
    version: Count = Field(alias="the-version")
    part: Part | None = None
    parts: dict[Text, Part] = Field(default_factory=dict)


def _parse(text):
    problems = Problems()
    document = yaml_file.read(text, "a.yaml", problems)
    parsed = yaml_model.parse(document, Whole, problems)
    return parsed, [(each.code, str(each.where), each.details) for each in problems]


def test_a_document_becomes_a_model():
    parsed, told = _parse("the-version: 1\npart: {name: a}\n")
    assert (parsed.version, parsed.part.name, told) == (1, "a", [])


@pytest.mark.parametrize(
    ("text", "code", "where"),
    [
        ("part: {name: a}", "criteria-missing-key", "a.yaml:1:1"),
        ("the-version: x", "criteria-not-a-number", "a.yaml:1:14"),
        ("the-version: 1\npart: a", "criteria-wrong-shape", "a.yaml:2:7"),
        ("- a", "criteria-wrong-shape", "a.yaml:1:1"),
    ],
)
def test_a_mistake_stands_at_its_place(text, code, where):
    parsed, ((told, place, _),) = _parse(text)
    assert (parsed, told, place) == (None, code, where)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("the-versoin: 1\nthe-version: 1", "the-version"),
        ("the-version: 1\npart: {naem: a, name: a}", "name"),
        ("the-version: 1\nparts: {x: {nmae: a, name: b}}", "name"),
    ],
)
def test_a_key_that_is_not_known_is_told_with_the_one_of_its_model(text, meant):
    _, ((code, _, details),) = _parse(text)
    assert code == "criteria-unknown-key"
    assert str(details["suggestion"]) == f"Did you mean “{meant}”?"


def test_bytes_that_are_no_utf8_are_told():
    problems = Problems()
    assert yaml_model.read("名".encode("cp932"), "a.yaml", problems) is None
    assert [each.code for each in problems] == ["criteria-file-not-utf8"]


def test_another_version_is_told_with_its_key():
    problems = Problems()
    document = yaml_file.read("the-version: 2", "a.yaml", problems)
    yaml_model.report_version(document, "the-version", 1, problems)
    (told,) = problems
    assert str(told.where) == "a.yaml:1:14"
    assert told.hint == "Write “the-version: 1”, or install a newer procscore."
