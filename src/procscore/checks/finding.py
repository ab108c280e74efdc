"""A fault of a criteria sheet, as the rules of this floor report it."""

from collections.abc import Mapping
from typing import NamedTuple

from procscore.diagnostics import suggest
from procscore.model.criteria import Path


class Finding(NamedTuple):
    """A fault at a path in the sheet; whoever has the file knows the line."""

    code: str
    path: Path
    details: Mapping[str, object]
    at_key: bool = False


def finding(code: str, *path: str | int, **details: object) -> Finding:
    """Return a fault at a value."""
    return Finding(code, path, details)


def unknown(code: str, path: Path, name: str, known: Mapping[str, object]) -> Finding:
    """Return a fault about a name that does not exist, with what was probably meant."""
    return finding(code, *path, name=name, suggestion=suggest(name, tuple(known)))
