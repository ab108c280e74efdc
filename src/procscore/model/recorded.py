"""A result as it was written to a file: what went in, so that it can be computed again."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from procscore.diagnostics import Location
from procscore.model.bids import InputFile
from procscore.model.part import Part


@dataclass(frozen=True, slots=True)
class Recorded:
    """The head of a record, and all that stands in it."""

    where: Location
    """The file that holds it."""
    version: str
    """The version of procscore that computed the result."""
    language: str
    """The language of its sentences."""
    anonymous: Literal["", "losers", "all"]
    part: Part
    inputs: tuple[InputFile, ...]
    """The files that went in; `path` and `name` are both the name that is recorded."""
    digest: str
    """Of the criteria sheet, as it is recorded."""
    document: Any
    """The criteria sheet as it is recorded: dicts, lists, texts."""
    content: Mapping[str, Any]
    """The whole JSON."""
