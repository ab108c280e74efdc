"""The JSON Schema of a criteria sheet (draft 2020-12), by which editors complete and check keys.

It is made from the models: their fields give the keys, their docstrings the descriptions, and the
shapes of their types (`model.shapes`) what may stand there. It says how a sheet is written, not
whether its sums add up; that is for `checks.criteria_sheet`.
"""

import ast
import inspect
import json
import re
import textwrap
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue
from pydantic_core import core_schema

from procscore.model.criteria import CriteriaSheet
from procscore.model.shapes import NAMED

FILE_NAME = "criteria.schema.json"
"""How the file is called beside the built-in sheets, which name it in their first line."""
NAMED_BY = f"# yaml-language-server: $schema={FILE_NAME}"
"""The first line of a sheet, by which an editor finds the schema beside it."""
TITLE = "Criteria sheet (審査基準書)"

_FIRST_KEYWORDS = ("$schema", "$ref", "title", "description", "type", "const", "enum")
_LAST_KEYWORDS = ("default", "examples", "$defs")


def text(*, ascii_only: bool = False) -> str:
    """Return the schema as the file that it is: the same text for the same version of procscore.

    With `ascii_only` other characters are escaped, for consoles that have not got them.
    """
    return json.dumps(schema(), ensure_ascii=ascii_only, indent=2) + "\n"


def schema() -> JsonSchemaValue:
    """Return the schema of a criteria sheet."""
    made = CriteriaSheet.model_json_schema(schema_generator=_AsWritten)
    ordered: JsonSchemaValue = _ordered(
        {"$schema": _AsWritten.schema_dialect, **made, "title": TITLE}
    )
    return ordered


class _AsWritten(GenerateJsonSchema):
    """The schema of what is written: text is not yet converted, and null is no value."""

    def generate(
        self, schema: core_schema.CoreSchema, mode: JsonSchemaMode = "validation"
    ) -> JsonSchemaValue:
        made = super().generate(schema, mode)
        shapes = NAMED | made.pop("$defs")
        top, *inner = (_shared(_described(each, shapes)) for each in (made, *shapes.values()))
        found = dict(zip(shapes, inner, strict=True)) | NAMED
        return {**top, "$defs": {name: found[name] for name in _met(top, found)}}

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        made = super().model_schema(schema)
        model: type[BaseModel] = schema["cls"]
        keys = {name: field.alias or name for name, field in model.model_fields.items()}
        for name, said in _docstrings(model).items():
            made["properties"][keys[name]] |= {"description": _lines(said)}
        made["title"] = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__).capitalize()
        made["description"] = _lines(made["description"])
        return made

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        return {"enum": [each.value for each in schema["members"]]}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        made = self.generate_inner(schema["schema"])
        default = schema.get("default")
        if isinstance(default, Fraction) or (isinstance(default, str) and default.isdigit()):
            default = int(default)
        # All else is None, or a model, which is not what would be written.
        return made | ({"default": default} if isinstance(default, str | int) else {})

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        least = schema.get("min_length")
        return {
            "type": "object",
            **({} if least is None else {"minProperties": least}),
            "propertyNames": self.generate_inner(schema["keys_schema"]),
            "additionalProperties": self.generate_inner(schema["values_schema"]),
        }

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        return {"anyOf": [self.generate_inner(each) for each in schema["choices"].values()]}

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - keys say it already
        return False

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        del parent_key
        return value


def _docstrings(model: type[BaseModel]) -> dict[str, str]:
    """Return what is said below the fields of a model.

    Pydantic would collect it for every model whenever the program starts, which takes as long as
    all else that it does.
    """
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(model))).body
    return {
        field.target.id: said.value.value
        for field, said in pairwise(tree.body if isinstance(tree, ast.ClassDef) else ())
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(said, ast.Expr)
        and isinstance(said.value, ast.Constant)
        and isinstance(said.value.value, str)
    }


def _lines(said: str) -> str:
    """Return a docstring with each paragraph in one line, as editors show it."""
    paragraphs = inspect.cleandoc(said).split("\n\n")
    return "\n\n".join(" ".join(each.split()) for each in paragraphs)


def _described(made: JsonSchemaValue, shapes: JsonSchemaValue) -> JsonSchemaValue:
    """Say of a key that has no docstring what is said of the model that stands there."""
    told = dict(made)
    for key, held in made.get("properties", {}).items():
        said = (shapes[name].get("description") for name in _references(held))
        first = next(filter(None, said), "").partition("\n\n")[0]
        told["properties"] = {**told["properties"], key: {"description": first, **held}}
    return told


def _shared(made: Any) -> Any:
    """Put a reference to a named shape wherever it stands, and what goes beyond it beside it."""
    if isinstance(made, list):
        return [_shared(each) for each in made]
    if not isinstance(made, dict):
        return made
    for name, shape in NAMED.items():
        if shape.items() <= made.items():
            rest = {key: value for key, value in made.items() if key not in shape}
            return {"$ref": f"#/$defs/{name}", **rest}
    return {key: _shared(value) for key, value in made.items()}


def _references(made: Any) -> Iterator[str]:
    """Give the names of the shapes that a schema refers to, in its order."""
    if isinstance(made, dict):
        for key, value in made.items():
            if key == "$ref":
                yield value.rpartition("/")[2]
            else:
                yield from _references(value)
    elif isinstance(made, list):
        for each in made:
            yield from _references(each)


def _met(made: JsonSchemaValue, shapes: JsonSchemaValue) -> dict[str, None]:
    """Return the names of all shapes that are used, in the order in which a reader meets them."""
    met: dict[str, None] = {}
    pending = list(_references(made))
    while pending:
        name = pending.pop(0)
        if name not in met:
            met[name] = None
            pending = [*_references(shapes[name]), *pending]
    return met


def _ordered(made: Any, *, names: bool = False) -> Any:
    """Return a schema with its keywords in one order; the keys of a sheet stay in the model's."""
    if isinstance(made, list):
        return [_ordered(each) for each in made]
    if not isinstance(made, dict):
        return made
    keys = list(made)
    if not names:
        middle = [key for key in keys if key not in _FIRST_KEYWORDS + _LAST_KEYWORDS]
        keys = [key for key in (*_FIRST_KEYWORDS, *middle, *_LAST_KEYWORDS) if key in made]
    return {key: _ordered(made[key], names=key in ("properties", "$defs")) for key in keys}
