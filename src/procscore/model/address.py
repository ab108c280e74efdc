"""Addresses in a sheet as people write them: B3, D6:H25, a column B, a row 5."""

import re
import unicodedata
from typing import NamedTuple

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_COLUMN = re.compile(r"[A-Z]{1,3}")
_ROW = re.compile(r"[0-9]{1,7}")


class NotAnAddressError(ValueError):
    """The text is no address of the kind that is asked for."""


class Position(NamedTuple):
    """A cell, counted from 1."""

    row: int
    column: int


class Block(NamedTuple):
    """A rectangle of cells, its edges included."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        """Tell whether a cell lies in it."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


def row(text: str) -> int:
    """Return the number of a row. Raises NotAnAddressError."""
    plain = _plain(text)
    if not _ROW.fullmatch(plain) or not 1 <= int(plain) <= LAST_ROW:
        raise NotAnAddressError(text)
    return int(plain)


def column(text: str) -> int:
    """Return the number of a column from its letters: A is 1, AA is 27. Raises NotAnAddressError."""
    plain = _plain(text)
    if not _COLUMN.fullmatch(plain):
        raise NotAnAddressError(text)
    number = 0
    for letter in plain:
        number = 26 * number + ord(letter) - ord("A") + 1
    if number > LAST_COLUMN:
        raise NotAnAddressError(text)
    return number


def cell(text: str) -> Position:
    """Return the cell that B3 or $B$3 names. Raises NotAnAddressError."""
    found = _CELL.fullmatch(_plain(text))
    if found is None:
        raise NotAnAddressError(text)
    return Position(row(found[2]), column(found[1]))


def block(text: str) -> Block:
    """Return the range that D6:H25 names; one cell is a range, too. Raises NotAnAddressError."""
    first, several, last = text.partition(":" if ":" in text else "：")
    one = cell(first)
    other = cell(last) if several else one
    return Block(
        min(one.row, other.row),
        min(one.column, other.column),
        max(one.row, other.row),
        max(one.column, other.column),
    )


def _plain(text: str) -> str:
    """Return an address in plain letters, without what Excel puts before what stays ($)."""
    plain = unicodedata.normalize("NFKC", text).strip().replace("$", "")
    return plain.upper() if plain.isascii() else plain
