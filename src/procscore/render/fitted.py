"""A table of a page in the room that a terminal has."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import product

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.color import Color
from rich.console import Console, ConsoleOptions, RenderResult
from rich.padding import Padding
from rich.style import Style
from rich.table import Table as Grid
from rich.text import Text

from procscore.exact import Mode, Rounding
from procscore.model.columns import behind, share_out
from procscore.model.page import Cell, Column, Table
from procscore.render.folding import folded, pieces

_GAP = 2
"""Between two columns: one space of padding and the box's own."""
_LEVEL = 2
"""Spaces for each level that a cell stands deeper."""
_LEAST_TEXT = 14
"""Narrow characters below which words are not folded."""
_LEAST_AT_ALL = 4
"""Where a terminal has no room for more."""
_STRIDE = 2
_LEAST_HEADING = 8
_LONGEST_WORD = 12
"""A number's heading is not folded below the first, and not within a word up to the second."""
_CROWDED = 2
"""Lines a row, on the average, from which the rows are set apart."""
_SHADES = ((150, 158, 172), (255, 214, 90), (255, 100, 20))
"""From weak to strong: black stands out on all, and all stand out on black and on white."""
_INK = Color.from_rgb(0, 0, 0)
_SHADING = ("256", "truecolor")
"""Sixteen colours are no shades, and how bright they are is each terminal's choice."""
_TO_WHOLE = Rounding(0, Mode.HALF_UP)


@dataclass(frozen=True)
class Fitted:
    """A table that is as wide as there is room.

    Where its columns cannot be folded further they go on in another table, which begins with the
    first column again, because that says what a row is about.
    """

    table: Table

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Give as many tables as are needed."""
        columns = [
            _Column(column, tuple(row[number] for row in self.table.rows))
            for number, column in enumerate(self.table.columns)
        ]
        shaded = console.color_system in _SHADING
        for number, part in enumerate(_parts(columns, options.max_width)):
            if number:
                yield Text()
            yield _grid(part, _widths(part, options.max_width), shaded=shaded)


@dataclass(frozen=True)
class _Column:
    column: Column
    cells: tuple[Cell, ...]

    @property
    def numbers(self) -> bool:
        return self.column.align == "right"

    @cached_property
    def heading(self) -> str:
        return str(self.column.heading)

    @cached_property
    def texts(self) -> list[str]:
        return [str(cell.text) for cell in self.cells]

    @cached_property
    def beside(self) -> list[tuple[int, int]]:
        """Return the room that is left free before and behind each text."""
        unseen = behind(self.texts) if self.numbers else [""] * len(self.cells)
        return [
            (_LEVEL * cell.indent, len(after))
            for cell, after in zip(self.cells, unseen, strict=True)
        ]

    @cached_property
    def wide(self) -> list[int]:
        """Return how wide each cell is where it is not folded."""
        return [
            _width(text) + sum(beside) for text, beside in zip(self.texts, self.beside, strict=True)
        ]

    @cached_property
    def most(self) -> int:
        """Return the width in which nothing is folded."""
        return max(1, _width(self.heading), *self.wide)

    @cached_property
    def least(self) -> int:
        """Return the width in which the column can still be read."""
        if not self.column.keep and not self.numbers:
            return min(self.most, _LEAST_TEXT)
        words = [cell_len(piece.rstrip()) for piece in pieces(self.heading)]
        word = min(max(words, default=0), _LONGEST_WORD)
        return max(*self.wide, word, min(_width(self.heading), _LEAST_HEADING), 1)

    def title(self, width: int) -> Text:
        return Text("\n".join(folded(self.heading, width)))

    def cell(self, row: int, width: int, *, shaded: bool) -> Padding:
        cell, (before, after) = self.cells[row], self.beside[row]
        if width - before - after < _LEAST_AT_ALL and width < self.wide[row]:
            before = after = 0
        style = Style(bold=cell.strong or None)
        if shaded and cell.heat:
            style += shade(cell.heat)
        text = "\n".join(folded(self.texts[row], width - before - after))
        return Padding(Text(text), (0, after, 0, before), style=style)


def _parts(columns: Sequence[_Column], room: int) -> Iterator[list[_Column]]:
    """Give the columns of each table."""
    part: list[_Column] = []
    for column in columns:
        taken = sum(each.least + _GAP for each in part)
        if len(part) > 1 and taken + column.least > room:
            yield part
            part = [columns[0]]
        part.append(column)
    if part:
        yield part


def _widths(part: Sequence[_Column], room: int) -> list[int]:
    """Return the widths of columns in which the table takes the fewest lines.

    How wide the first column and the other words may be is tried; what is left goes to the headings
    of numbers.
    """
    left = room - _GAP * (len(part) - 1)
    least, most = [each.least for each in part], [each.most for each in part]
    if sum(most) <= left:
        return most
    if (short := sum(least) - left) > 0:
        least[0] = max(min(_LEAST_AT_ALL, least[0]), least[0] - short)
        return share_out([min(_LEAST_AT_ALL, each) for each in least], least, left)

    def widths(first: int, others: int) -> list[int]:
        caps = [others if number else first for number in range(len(part))]
        wanted = [
            low if each.numbers else max(low, min(each.most, cap))
            for each, low, cap in zip(part, least, caps, strict=True)
        ]
        return share_out(share_out(least, wanted, left), most, left)

    others = max((each.most for each in part[1:] if not each.numbers), default=_LEAST_TEXT)
    tried = [widths(*caps) for caps in product(_caps(most[0], left), _caps(others, left))]
    return min(tried, key=lambda each: sum(_heights(part, each)))


def _caps(most: int, room: int) -> Sequence[int]:
    """Return the widths that are tried for words, the widest first."""
    return range(max(_LEAST_TEXT, min(most, room)), _LEAST_TEXT - 1, -_STRIDE)


def _heights(part: Sequence[_Column], widths: Sequence[int]) -> list[int]:
    """Return about how many lines the headings and each row take."""
    needed = [
        [-(-wide // width) for wide in (_width(each.heading), *each.wide)]
        for each, width in zip(part, widths, strict=True)
    ]
    return [max(1, *row) for row in zip(*needed, strict=True)]


def _grid(part: Sequence[_Column], widths: Sequence[int], *, shaded: bool) -> Grid:
    heights = _heights(part, widths)[1:]
    grid = Grid(
        box=SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        header_style="bold",
        leading=int(sum(heights) >= _CROWDED * len(heights)),
    )
    for each, width in zip(part, widths, strict=True):
        grid.add_column(each.title(width), justify=each.column.align, overflow="fold", width=width)
    for row in range(len(heights)):
        grid.add_row(
            *(
                each.cell(row, width, shaded=shaded)
                for each, width in zip(part, widths, strict=True)
            )
        )
    return grid


def shade(heat: Fraction) -> Style:
    """Return the shade for `heat` from 0 to 1: grey, yellow, orange, with black on it."""
    passed, further = divmod(min(heat, Fraction(1)) * (len(_SHADES) - 1), 1)
    low, high = _SHADES[passed], _SHADES[min(passed + 1, len(_SHADES) - 1)]
    red, green, blue = (
        int(_TO_WHOLE(one + (other - one) * further)) for one, other in zip(low, high, strict=True)
    )
    return Style(color=_INK, bgcolor=Color.from_rgb(red, green, blue))


def _width(text: str) -> int:
    return max((cell_len(line) for line in text.split("\n")), default=0)
