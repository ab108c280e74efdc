"""What an earlier result says that a later one must not contradict."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from procscore.diagnostics import Location


class EarlierMark(NamedTuple):
    """A mark as it was given then."""

    value: Fraction | None
    written: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """An evaluation that was made before the prices were opened."""

    where: Location
    """The file that holds it."""
    digest: str
    """Of the criteria sheet."""
    marks: Mapping[tuple[str, str, str], EarlierMark]
    """By vendor, criterion and evaluator."""
    points: Mapping[tuple[str, str], Fraction | None]
    """By vendor and criterion."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Of the vendors, by id."""
    sha256: str = ""
    """Of the file."""
