"""A ranking as it was published: what stands in its cells, or in the keys of its JSON."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Any, Literal

from procscore.diagnostics import Location
from procscore.model.bids import InputFile
from procscore.model.recorded import Recorded

Content = Fraction | str
Kind = Literal[".json", ".xlsx", ".csv"]
Place = tuple[int, int]
"""Row and column, counted from 1."""


@dataclass(frozen=True, slots=True)
class Held:
    """What stands in a cell."""

    content: Content
    """A number as a reader sees it, or a text; empty where only a formula stands."""
    formula: str = ""
    """Written alike, whatever program saved it; empty where there is none."""
    format: str = ""
    """The number format as it is written (`#,##0.00`); empty in a text file."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Looks that are laid over cells while something holds."""

    cells: str
    """The ranges, set apart by blanks: `A16:L16`."""
    holds: str
    """The formula, or the kind of rule where it has none."""
    looks: str
    """The number format and the colours, as they are written."""


@dataclass(frozen=True, slots=True)
class Looks:
    """What the eye meets on a sheet beside what stands in its cells; nothing for a text file."""

    notes: Mapping[Place, str] = field(default_factory=dict)
    """Notes that are laid over cells."""
    conditions: tuple[Condition, ...] = ()
    print_area: str = ""
    """The ranges that are printed (`A1:L14, A20:L31`); empty where all is."""
    unseen: frozenset[Place] = frozenset()
    """Cells in the colour of their ground, or in letters that are too small to read."""
    filled: frozenset[Place] = frozenset()
    """Cells that repeat what stands in them until they are full."""
    prompts: Mapping[Place, str] = field(default_factory=dict)
    """What is shown to who comes to a cell to type into it."""
    headers: tuple[str, ...] = ()
    """The texts above and below the printed pages, without how they look."""
    hides_zeros: bool = False


@dataclass(frozen=True)
class Grid:
    """A sheet: the cells in which something stands, by row and column, counted from 1."""

    name: str
    rows: Mapping[int, Mapping[int, Held]]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    """Those too low to read with them; columns alike."""
    hidden_columns: frozenset[int] = frozenset()
    looks: Looks = field(default_factory=Looks)
    heads: frozenset[int] = frozenset()
    """The rows of headings, as far as they are known: those of what was just written are."""
    is_chart: bool = False
    """Whether it holds a chart and no cells."""

    def texts(self, row: int) -> tuple[str, ...]:
        """Return the texts of a row, from left to right."""
        cells = (each.content for each in self.rows.get(row, {}).values())
        return tuple(each for each in cells if isinstance(each, str) and each)

    def holds_texts(self, row: int) -> bool:
        """Tell whether a row holds several texts, and nothing else."""
        cells = self.rows[row].values()
        return len(cells) > 1 and all(isinstance(each.content, str) for each in cells)

    def head(self, row: int) -> int:
        """Return the last row of headings above a row, 0 if there is none."""
        place = bisect_left(self._heads, row)
        return self._heads[place - 1] if place else 0

    def block(self, row: int) -> str:
        """Return the line of one text above a row of several cells: whose rows they are.

        Empty for a row of one cell, and where there is none.
        """
        return self._blocks[row]

    @cached_property
    def _heads(self) -> tuple[int, ...]:
        return tuple(sorted(self.heads))

    @cached_property
    def _order(self) -> tuple[int, ...]:
        return tuple(sorted(self.rows))

    @cached_property
    def _blocks(self) -> dict[int, str]:
        found, line = {}, ""
        for row in self._order:
            alone = len(self.rows[row]) == 1
            found[row] = "" if alone else line
            if alone and (texts := self.texts(row)):
                line = texts[0]
        return found


@dataclass(frozen=True, slots=True)
class Published:
    """A ranking that procscore wrote, as it is now."""

    where: Location
    kind: Kind
    language: str
    grids: tuple[Grid, ...] = ()
    """The sheets of a workbook, or the one table of a CSV file; none for JSON."""
    content: Any = None
    """The JSON, None for other files."""
    record: Recorded | None = None
    """What it was made of, where that stands in it and can be read."""
    broken: bool = False
    """Whether there is a record that cannot be read."""
    version: str = ""
    """Of procscore, as far as the ranking says it."""
    inputs: tuple[InputFile, ...] = field(default=())
    """The files that it names, with their SHA-256, as far as it does."""
    anonymous: bool | None = None
    """Whether it says that names are left out; None where it does not say it."""
