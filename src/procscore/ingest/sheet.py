"""A sheet as the readers of layouts see it: cells with their places, whatever file they stand in."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, NamedTuple

from procscore.diagnostics import Location


class Shape(Enum):
    """What the number format makes of a number."""

    PLAIN = "plain"
    PERCENT = "percent"
    DATE = "date"
    UNSEEN = "unseen"
    """The format shows nothing of a positive number (`;;;`)."""
    UNTYPED = "untyped"
    """The cell stands in a text file, where a number is written as text."""


class Cell(NamedTuple):
    """A cell as it is stored, for the coercion policy to judge."""

    value: Any
    where: Location
    shape: Shape = Shape.PLAIN
    is_error: bool = False
    formula: str | None = None
    merged: str | None = None
    """The merged range that the cell belongs to."""
    hidden: bool = False

    @property
    def blank(self) -> bool:
        """Tell whether nothing stands in the cell, not even a formula."""
        return self.formula is None and (
            self.value is None or (isinstance(self.value, str) and not self.value.strip())
        )


class Sheet(ABC):
    """A table of cells. Rows and columns are counted from 1."""

    file: str
    name: str
    hidden: bool

    @property
    def where(self) -> Location:
        """Return the place of the sheet as a whole."""
        return Location(self.file, self.name)

    @property
    @abstractmethod
    def rows(self) -> Mapping[int, tuple[int, ...]]:
        """Return the columns that hold something, by row; empty rows are not there."""

    @abstractmethod
    def cell(self, row: int, column: int) -> Cell:
        """Return a cell; one that does not exist is blank."""

    def cells(self, row: int) -> Iterator[Cell]:
        """Give the cells of `row` that hold something, from left to right."""
        for column in self.rows.get(row, ()):
            yield self.cell(row, column)
