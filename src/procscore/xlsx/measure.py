"""How much room a text takes, and what of it has room."""

import unicodedata
from collections.abc import Iterator

HIGHEST = 409
"""Points; Excel has no higher rows."""
POINTS_A_LINE = 17
_WIDER = 1.1
"""A Japanese font is wider than the one that columns are measured in."""
_SPARE = 2
"""Lines that stay free in the highest row: fonts differ in how far apart their lines stand."""
_ENDS = (("\n",), ("。", "！", "？", ". ", "! ", "? "), ("、", "，", " ", "　"))
"""Where a text is parted, at best: behind a line, a sentence, a word."""
_JOINED = frozenset({"Mn", "Me", "Cf"})
"""Categories of characters that belong to the one before them."""


def width(text: str) -> int:
    """Return how many narrow characters wide the widest line of `text` is; East Asian ones are two."""
    return max((_line_width(line) for line in text.split("\n")), default=0)


def _line_width(line: str) -> int:
    return sum(map(_width, line))


def _width(character: str) -> int:
    return 1 + (unicodedata.east_asian_width(character) in "WFA")


def lines(text: str, columns: float, size: int = 11) -> int:
    """Return how many lines a text of `size` points takes in `columns` narrow characters."""
    room = _room(columns, size)
    return sum(max(1, -(-_line_width(line) // room)) for line in text.split("\n"))


def row_height(count: int, size: int = 11) -> float:
    """Return how many points high a row with `count` lines of `size` points is."""
    return min(count * POINTS_A_LINE * size / 11 + 4, HIGHEST)


def _room(columns: float, size: int) -> int:
    return max(int(columns * 11 / size / _WIDER) - 1, 2)


def most_lines(size: int = 11) -> int:
    """Return how many lines of `size` points a row certainly has room for, as `lines` counts them."""
    return int((HIGHEST - 4) * 11 / (POINTS_A_LINE * size)) - _SPARE


def split(text: str, columns: float, size: int = 11, most: int | None = None) -> list[str]:
    """Return `text` in pieces of at most `most` lines each: one where that is enough.

    Without `most` a piece has room in the highest row that there is. The pieces joined are the text
    again. It is parted behind the end of a line, of a sentence or of a word where one is in the
    second half of a piece.
    """
    return list(_pieces(text, _room(columns, size), most_lines(size) if most is None else most))


def _pieces(text: str, room: int, most: int) -> Iterator[str]:
    while (end := _fitting(text, room, most)) < len(text):
        end = _good_end(text, end)
        yield text[:end]
        text = text[end:]
    yield text


def _fitting(text: str, room: int, most: int) -> int:
    """Return how many characters have room in `most` lines, at least one."""
    full, used = 0, 0  # lines before the one that is being filled, and how far that one is
    for number, character in enumerate(text):
        if character == "\n":
            full, used = full + max(1, -(-used // room)), 0
        else:
            used += _width(character)
        if full + max(1, -(-used // room)) > most and number:
            return number
    return len(text)


def _good_end(text: str, end: int) -> int:
    """Return where to part `text`, at `end` or before."""
    for ends in _ENDS:
        places = {each: text.rfind(each, end // 2, end) for each in ends}
        if found := [place + len(each) for each, place in places.items() if place >= 0]:
            return max(found)
    while end > 1 and unicodedata.category(text[end]) in _JOINED:
        end -= 1
    return end


def fitted(text: str, columns: int) -> str:
    """Return `text` in `columns` narrow characters: if it is wider, without its end, which is marked."""
    if _line_width(text) <= columns:
        return text
    end, left = 0, columns - _width("…")
    while (left := left - _width(text[end])) >= 0:
        end += 1
    return f"{text[:end]}…"
