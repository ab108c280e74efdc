"""What fits on a page of A4 in landscape, and where a page must begin so that nothing is cut."""

from collections.abc import Iterator, Mapping, Sequence
from math import ceil

_WIDTH, _HEIGHT = 770, 480
"""Of what is printed, in points; programs differ a little in how high they make rows."""
_POINTS_A_CHARACTER = 5.4
_PIXELS_A_POINT = 4 / 3
_MOST_CHARACTERS = 235
"""Narrow characters side by side on one page: with more, texts of 10 points could not be read."""
_SHRUNK = 1.5
"""So many times as much is printed on one page where it would else be torn apart."""
_BEGUN = 0.25
"""Headings that take no more of a page than this do not stand on one alone."""
_LONG = 0.75
"""What is longer than this part of a page begins one: programs do not agree on how much fits."""
_USUAL_ROW = 15.0


class Paper:
    """Pages of a sheet whose columns are so many narrow characters wide."""

    def __init__(self, widths: Sequence[float], repeated: int) -> None:
        """Start from the widths; the first `repeated` columns stand on every page."""
        self._widths = widths
        self._repeated = sum(widths[:repeated])
        rest = sum(widths) - self._repeated
        self.pages_wide = max(1, ceil(rest / max(_MOST_CHARACTERS - self._repeated, 1)))
        """How many pages stand side by side."""

    @property
    def columns_on_first(self) -> int:
        """Return how many columns stand on the first of the pages side by side."""
        if self.pages_wide == 1:
            return len(self._widths)
        count = len(self._widths)
        while count > 1 and sum(self._widths[:count]) > self._across:
            count -= 1
        return count

    @property
    def _across(self) -> float:
        """Return how many narrow characters stand side by side on a page."""
        rest = sum(self._widths) - self._repeated
        return self._repeated + rest / self.pages_wide

    @property
    def _scale(self) -> float:
        return min(1.0, _WIDTH / (self._across * _POINTS_A_CHARACTER))

    @property
    def highest(self) -> int:
        """Return how many pixels of the sheet stand one below the other on a page."""
        return int(_HEIGHT / self._scale * _PIXELS_A_POINT) - 60

    @staticmethod
    def pixels(characters: float) -> int:
        """Return how wide so many narrow characters are."""
        return int(characters * 7)

    def nearly_one(self, heights: Mapping[int, float], rows: int) -> bool:
        """Tell whether a sheet fits on one page, or would if it were printed a little smaller."""
        high = sum(heights.get(row, _USUAL_ROW) for row in range(1, rows + 1))
        return self.pages_wide == 1 and high <= _HEIGHT / self._scale * _SHRUNK

    def breaks(
        self,
        heights: Mapping[int, float],
        rows: int,
        blocks: Sequence[tuple[int, int]],
        head: tuple[int, int] | None,
    ) -> Iterator[int]:
        """Give the rows before which a page must begin.

        `heights` are in points by row, `rows` how many there are. The rows of each of `blocks` stand
        on one page, or begin one where they are long, and where pages before have filled by
        themselves: programs do not agree on where those end. The rows of `head` are repeated on each.
        """
        page = _HEIGHT / self._scale
        repeated = sum(heights.get(row, _USUAL_ROW) for row in _between(head)) if head else 0.0
        ends = dict(sorted(blocks, key=lambda each: each[1]))
        top, used, filled = min(ends, default=0), 0.0, False
        for row in range(1, rows + 1):
            own = heights.get(row, _USUAL_ROW)
            last = ends.get(row, row)
            block = sum(heights.get(each, _USUAL_ROW) for each in range(row, last + 1))
            cut = used + block > page or block > page * (_BEGUN if filled else _LONG)
            alone = row == top and used < page * _BEGUN  # with nothing but headings before it
            if row in ends and cut and not alone:
                yield row
                used, filled = repeated, False
            elif used + own > page:
                used, filled = repeated, True
            used += own


def _between(head: tuple[int, int]) -> range:
    return range(head[0], head[1] + 1)
