"""The published schema and what is written hold each other: neither says more than the other."""

import copy
import json

import pytest
from jsonschema import Draft202012Validator

from procscore.export import json_result, result_schema
from procscore.model.words import RESULT_FORMAT
from support import cases, results

SCHEMA = json.loads(result_schema.FILE.read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def written(result):
    return json.loads(json_result.export(result))


def places(content, *path):
    """Give the path of every key of an object, wherever it stands.

    What stands in a criteria sheet is not for this schema, and of a vendor's cells none has to be.
    """
    if isinstance(content, dict):
        for key, value in content.items():
            yield (*path, key)
            if key != "document" and not (key == "cells" and isinstance(value, dict)):
                yield from places(value, *path, key)
    elif isinstance(content, list):
        for number, value in enumerate(content):
            yield from places(value, *path, number)


def objects(schema):
    """Give every object of a schema that has named properties."""
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        for each in schema.values():
            yield from objects(each)
    elif isinstance(schema, list):
        for each in schema:
            yield from objects(each)


def without(content, path, renamed=None):
    changed = copy.deepcopy(content)
    inside = changed
    for step in path[:-1]:
        inside = inside[step]
    value = inside.pop(path[-1])
    if renamed is not None:
        inside[renamed] = value
    return changed


def shape(path):
    """Return a path without what differs from result to result: the keys of maps, and positions."""
    return tuple(step for step in path if isinstance(step, str) and step in KEYS)


KEYS = {key for each in objects(SCHEMA) for key in each["properties"]}
OPTIONAL = {
    *("sheet", "cell", "line", "column", "cells", "derivation", "derivations"),
    *("given", "comment", "comment_cell", "counted"),
}
"""What is written only where there is something to say."""


def test_it_is_a_schema_with_a_name_of_its_own():
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["$id"] == "urn:procscore:result:1"
    assert SCHEMA["title"] == RESULT_FORMAT == SCHEMA["properties"]["procscore"]["const"]


def test_every_property_is_described_and_no_other_is_admitted():
    for each in objects(SCHEMA):
        assert each["additionalProperties"] is False
        assert all(described.get("description") for described in each["properties"].values())
        assert set(each["properties"]) - set(each["required"]) <= OPTIONAL


@pytest.mark.parametrize("name", cases.NAMES)
def test_what_is_written_is_valid(name):
    assert [each.message for each in VALIDATOR.iter_errors(written(cases.result(name)))] == []


def test_every_key_that_is_written_is_noticed_when_it_is_renamed_or_missing(tmp_path):
    known = {}
    for result in (results.evaluated(tmp_path), results.tied(tmp_path)):
        content = written(result)
        for path in places(content):
            if path[-1] in KEYS and not isinstance(path[-1], int):
                known.setdefault(shape(path), (content, path))
    assert len(known) > 100
    for content, path in known.values():
        assert not VALIDATOR.is_valid(without(content, path, "renamed")), path
        if path[-1] not in OPTIONAL:
            assert not VALIDATOR.is_valid(without(content, path)), path


def test_the_cells_of_a_vendor_are_those_of_what_it_is_called_by(tmp_path):
    content = written(results.evaluated(tmp_path))
    cells = content["vendors"][0]["cells"]
    assert set(cells) == {"name", "status", "reason", "lot"}
    for name in ("code", "arrival", "reading", "decision"):
        cells[name] = cells["lot"]
    assert VALIDATOR.is_valid(content)
    cells["bribe"] = cells["lot"]
    assert not VALIDATOR.is_valid(content)
    del cells["bribe"]
    cells["lot"] = "F2"
    assert not VALIDATOR.is_valid(content)


@pytest.mark.parametrize("text", ["0", "-3", "882.25", "19/6", "-1/3", "0.05"])
def test_numbers_are_texts_that_are_exact(text):
    number = Draft202012Validator({"$ref": "#/$defs/number", "$defs": SCHEMA["$defs"]})
    assert number.is_valid(text)


@pytest.mark.parametrize(
    "value", [1, 1.5, "", "1e5", "01", "1.50", "1.", ".5", "1/0", "1,000", "-"]
)
def test_what_is_no_exact_number_is_none(value):
    number = Draft202012Validator({"$ref": "#/$defs/number", "$defs": SCHEMA["$defs"]})
    assert not number.is_valid(value)


def test_its_text_is_that_of_the_file_and_can_be_printed_anywhere():
    assert result_schema.text() == result_schema.FILE.read_text(encoding="utf-8")
    escaped = result_schema.text(ascii_only=True)
    assert escaped.isascii()
    assert json.loads(escaped) == SCHEMA
