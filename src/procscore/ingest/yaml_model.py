"""From a YAML document to a pydantic model: every mistake at its line and column."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from procscore.diagnostics import CATALOGUE, Location, Problems, suggest
from procscore.ingest import yaml_file
from procscore.ingest.yaml_file import Document
from procscore.language import N_, listing, message

T = TypeVar("T", bound=BaseModel)
_EXPECTED = {
    "list_type": N_("a list"),
    "tuple_type": N_("a list"),
    "dict_type": N_("keys with values"),
    "model_type": N_("keys with values"),
    "model_attributes_type": N_("keys with values"),
    "too_short": N_("at least one entry"),
    "greater_than_equal": N_("a number of 1 or more"),
    "less_than_equal": N_("a number of 20 or less"),
}
_WRITTEN = {
    "a number": N_("a number"),
    "a formula": N_("a formula"),
    "an id": N_("an id"),
    "text": N_("text"),
    "true or false": N_("true or false"),
}


def read(data: bytes, shown: str, problems: Problems) -> Document | None:
    """Return the content of a file as a document, not yet as a model. `shown` names the file."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problems.add("criteria-file-not-utf8", Location(shown), byte=error.start + 1)
        return None
    return yaml_file.read(text, shown, problems)


def parse(document: Document, model: type[T], problems: Problems) -> T | None:
    """Turn a document into `model`, or add everything that is wrong with it to `problems`."""
    if not isinstance(document.value, dict):
        problems.add(
            "criteria-wrong-shape", document.locate(()), expected=message(N_("keys with values"))
        )
        return None
    try:
        return model.model_validate(document.value)
    except ValidationError as failure:
        for error in failure.errors(include_url=False):
            _report(document, model, error, problems)
        return None


def report_version(document: Document, key: str, known: int, problems: Problems) -> None:
    """Report that a document is written in another version of the format than `known`."""
    problems.add(
        "criteria-version-unknown",
        document.locate((key,)),
        key=key,
        version=document.value[key],
        known=known,
    )


def _report(
    document: Document, model: type[BaseModel], error: ErrorDetails, problems: Problems
) -> None:
    path = error["loc"]
    kind = error["type"]
    details: Mapping[str, object] = error.get("ctx", {})
    last = path[-1] if path else ""
    where = document.locate(path)
    if kind == "missing":
        problems.add("criteria-missing-key", where, key=last)
    elif kind == "extra_forbidden":
        _report_unknown_key(document, model, path, problems)
    elif kind in ("literal_error", "enum"):
        _report_choice(document, path, error["input"], str(details["expected"]), problems)
    elif kind == "union_tag_invalid":
        tags = str(details["expected_tags"])
        _report_choice(document, (*path, "method"), details["tag"], tags, problems)
    elif kind == "union_tag_not_found":
        problems.add("criteria-missing-key", where, key="method")
    elif kind == "formula-unreadable":
        report_formula(document, path, details, problems)
    elif kind == "criteria-wrong-shape":
        expected = message(_WRITTEN[str(details["expected"])])
        problems.add(kind, where, expected=expected)
    elif kind in CATALOGUE:
        problems.add(kind, where, **details)
    else:
        expected = message(_EXPECTED.get(kind, N_("another kind of value")))
        problems.add("criteria-wrong-shape", where, expected=expected)


def _report_choice(
    document: Document,
    path: Sequence[str | int],
    written: object,
    expected: str,
    problems: Problems,
) -> None:
    known = re.findall(r"'([^']*)'", expected)  # pydantic lists them as 'a', 'b' or 'c'
    problems.add(
        "criteria-bad-choice",
        document.locate(path),
        text=written,
        expected=listing(known),
        suggestion=suggest(str(written), known),
    )


def report_formula(
    document: Document, path: Sequence[str | int], details: Mapping[str, object], problems: Problems
) -> None:
    """Report a fault in a formula, at its character where the formula stands plainly in one line."""
    where = document.locate(path)
    position = int(str(details["position"]))
    if document.is_plain(path) and where.column is not None:
        where = Location(where.file, row=where.row, column=where.column + position)
    problems.add(
        "formula-unreadable",
        where,
        reason=details["reason"],
        position=position + 1,
        formula=details["formula"],
        pointer=_pointer(str(details["formula"]), position),
    )


def _pointer(formula: str, position: int) -> str:
    """Return the formula with a mark before the character that is wrong."""
    return f"{formula[:position]}>>> {formula[position:]}"


def _report_unknown_key(
    document: Document, model: type[BaseModel], path: Sequence[str | int], problems: Problems
) -> None:
    key = str(path[-1])
    known = _known_keys(model, path[:-1])
    where = document.locate(path, key=True)
    problems.add("criteria-unknown-key", where, key=key, suggestion=suggest(key, known))


def _known_keys(top: type[BaseModel], path: Sequence[str | int]) -> list[str]:
    """Return the keys that the model `top` admits at `path`."""
    models: list[type[BaseModel]] = [top]
    for step in path:
        below = [
            inner
            for model in models
            for name, field in model.model_fields.items()
            if step in (name, field.alias)
            for inner in _models_in(field)
        ]
        tagged = [model for model in models if step in _tags(model)]
        # A list's position, or the key of a dict such as `amounts`, leads nowhere new.
        models = below or tagged or models
    return list(
        dict.fromkeys(
            field.alias or name for model in models for name, field in model.model_fields.items()
        )
    )


def _models_in(field: FieldInfo) -> list[type[BaseModel]]:
    pending, found = [field.annotation], []
    while pending:
        each = pending.pop(0)
        if isinstance(each, type) and issubclass(each, BaseModel):
            found.append(each)
        pending.extend(get_args(each))
    return found


def _tags(model: type[BaseModel]) -> tuple[Any, ...]:
    method = model.model_fields.get("method")
    return get_args(method.annotation) if method else ()
