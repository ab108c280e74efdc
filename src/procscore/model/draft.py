"""A drafted layout: what `--describe` could tell of a foreign workbook, and what it could not."""

from dataclasses import dataclass
from typing import NamedTuple

from procscore.diagnostics import Location
from procscore.language import Message
from procscore.model.pattern import Dimension
from procscore.names import display


class Line(NamedTuple):
    """A line of the layout file that is drafted."""

    yaml: str
    """Empty for a line that is a comment only."""
    comment: Message | None = None

    def __str__(self) -> str:
        remark = "" if self.comment is None else f"# {display(str(self.comment))}"
        return "  ".join(part for part in (self.yaml, remark) if part)


class Met(NamedTuple):
    """A heading or a name of the foreign workbook, and what it was taken for."""

    text: str
    where: Location
    known: str | None
    """The id of the vendor, evaluator or criterion; None where nothing is known by this name."""


@dataclass(frozen=True, slots=True)
class SheetRead:
    """What the drafted layout reads of one sheet."""

    where: Location
    evaluators: tuple[Met, ...]
    vendors: tuple[Met, ...]
    criteria: tuple[Met, ...]
    marks: int
    """Cells with a mark."""
    blanks: int
    """Cells where a mark is expected and none stands."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A layout as it was drafted, and what it would read."""

    lines: tuple[Line, ...]
    sheets: tuple[SheetRead, ...]
    compared: frozenset[Dimension] = frozenset()
    """What could be compared with the criteria sheet and the workbook of vendors and evaluators."""
    passed_over: tuple[Location, ...] = ()
    """Sheets that the layout does not read."""

    @property
    def text(self) -> str:
        """Return the layout file, with comments in the current language."""
        return "".join(f"{line}\n" for line in self.lines)
