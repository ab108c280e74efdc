"""Rows and columns of a sheet of which nothing can be read: too low, too narrow, or out of reach."""

from typing import Any

from procscore.model import address
from procscore.model.published import Place

_LOWEST, _NARROWEST = 7.5, 2.0
"""Half a line of 11 points, in points, and two narrow characters: less shows nothing of a text."""
_YES = ("1", "true", "on")
_FROZEN = ("frozen", "frozenSplit")


class Sizes:
    """The rows and columns of a sheet of which nothing can be read, as they are met."""

    def __init__(self) -> None:
        self._low: set[int] = set()
        self._unsized: set[int] = set()
        self._narrow: set[int] = set()
        self._sized: set[int] = set()
        self._all_low = self._all_narrow = False

    def default(self, element: Any) -> None:
        """Take in the sizes of what has no size of its own."""
        lowest = _below(element.get("defaultRowHeight"), _LOWEST)
        self._all_low = lowest or element.get("zeroHeight") in _YES
        width = element.get("defaultColWidth") or element.get("baseColWidth")
        self._all_narrow = _below(width, _NARROWEST)

    def view(self, element: Any) -> None:
        """Take in what stands before the first cell of a part that does not scroll."""
        first = place_of(element.get("topLeftCell", ""))
        for pane in element:
            if first and name_of(pane) == "pane" and pane.get("state") in _FROZEN:
                self._low.update(range(1, first[0] if pane.get("ySplit") else 1))
                self._narrow.update(range(1, first[1] if pane.get("xSplit") else 1))

    def row(self, row: int, height: str | None) -> None:
        """Take in a row, with its height if it has one of its own."""
        if not height:
            self._unsized.add(row)
        elif _below(height, _LOWEST):
            self._low.add(row)

    def column(self, element: Any) -> None:
        """Take in some columns."""
        width = element.get("width")
        last = min(whole(element.get("max"), 0), address.LAST_COLUMN)
        columns = range(whole(element.get("min"), last + 1), last + 1)
        if width:
            self._sized.update(columns)
        if _below(width, _NARROWEST):
            self._narrow.update(columns)

    @property
    def low_rows(self) -> frozenset[int]:
        """Return the rows, of those that were met."""
        return frozenset(self._low | self._unsized if self._all_low else self._low)

    @property
    def narrow_columns(self) -> frozenset[int]:
        """Return the columns, of all that a sheet may have."""
        every = range(1, address.LAST_COLUMN + 1) if self._all_narrow else ()
        return frozenset(self._narrow.union(every) - (self._sized - self._narrow))


def whole(number: str | None, default: int) -> int:
    """Return a row or column, `default` where none can be read."""
    return int(number) if number and number.isascii() and number.isdecimal() else default


def _below(size: str | None, least: float) -> bool:
    try:
        return size is not None and float(size) < least
    except ValueError:
        return False


def place_of(cell: str) -> Place | None:
    """Return the place of `B3`, None for what names no cell."""
    try:
        return address.cell(cell)
    except address.NotAnAddressError:
        return None


def name_of(element: Any) -> str:
    """Return the name of an element of XML, without where that is defined."""
    return str(element.tag).rpartition("}")[2]
