"""How much room a text takes."""

import unicodedata

_WIDER = 1.1
"""A Japanese font is wider than the one that columns are measured in."""


def width(text: str) -> int:
    """Return how many narrow characters wide the widest line of `text` is; East Asian ones are two."""
    return max((_line_width(line) for line in text.split("\n")), default=0)


def _line_width(line: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(c) in "WFA") for c in line)


def lines(text: str, columns: float, size: int = 11) -> int:
    """Return how many lines a text of `size` points takes in `columns` narrow characters."""
    room = max(int(columns * 11 / size / _WIDER) - 1, 2)
    return sum(max(1, -(-_line_width(line) // room)) for line in text.split("\n"))
