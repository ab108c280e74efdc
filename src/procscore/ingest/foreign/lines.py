"""The rows and columns of a foreign score sheet, each with what its headings mean."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from procscore.diagnostics import Problems
from procscore.ingest.foreign.headings import heading
from procscore.ingest.foreign.meaning import Kind, Meant, Names
from procscore.ingest.sheet import Sheet
from procscore.model.address import Block
from procscore.model.layout import Layout
from procscore.model.pattern import Dimension


@dataclass(frozen=True, slots=True)
class Line:
    """A row or a column."""

    number: int
    meant: Mapping[Dimension, Meant]
    """By what is told in this line's headings."""
    kind: Kind
    first: bool = True
    """Whether no line before it means the same."""

    @property
    def same(self) -> tuple[tuple[Dimension, str], ...]:
        """Return what tells it from lines that mean something else."""
        return tuple((dimension, meant.id) for dimension, meant in self.meant.items())


@dataclass(frozen=True, slots=True)
class Lines:
    """The rows and columns of a sheet that cross its marks and hold something."""

    rows: Mapping[int, Line]
    columns: Mapping[int, Line]


def lines(sheet: Sheet, names: Names, problems: Problems) -> Lines:
    """Return the lines of a sheet. What cannot be read in a heading is reported."""
    layout = names.layout
    return Lines(
        _named(sheet, names, "row", rows(sheet, layout.marks), problems),
        _named(sheet, names, "column", columns(sheet, layout), problems),
    )


def rows(sheet: Sheet, marks: Iterable[Block]) -> tuple[int, ...]:
    """Return the rows of the marks in which something stands."""
    return tuple(
        row for row in sheet.rows if any(block.top <= row <= block.bottom for block in marks)
    )


def columns(sheet: Sheet, layout: Layout) -> tuple[int, ...]:
    """Return the columns of the marks in which something stands, be it in a heading only."""
    headings = {line for each in layout.headed("column") for line in layout.lines(each)}
    inside = {*rows(sheet, layout.marks), *headings}
    found = {column for row in inside for column in sheet.rows.get(row, ())}
    return tuple(
        sorted(
            column
            for column in found
            if any(block.left <= column <= block.right for block in layout.marks)
        )
    )


def places(layout: Layout, dimension: Dimension, axis: str, number: int) -> list[tuple[int, int]]:
    """Return the cells that hold the heading of a line."""
    across = layout.lines(dimension)
    return [(number, each) if axis == "row" else (each, number) for each in across]


def _named(
    sheet: Sheet, names: Names, axis: str, numbers: Iterable[int], problems: Problems
) -> dict[int, Line]:
    headed = names.layout.headed(axis)
    found: dict[int, Line] = {}
    met: set[object] = set()
    for number in numbers:
        meant = {
            dimension: names.meant(
                dimension,
                heading(sheet, places(names.layout, dimension, axis, number), problems),
            )
            for dimension in headed
        }
        line = Line(number, meant, min((each.kind for each in meant.values()), default=Kind.ONE))
        again = line.kind is Kind.ONE and line.same in met
        met.add(line.same)
        found[number] = Line(number, meant, line.kind, first=not again)
    return found
