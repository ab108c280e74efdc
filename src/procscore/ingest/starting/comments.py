"""Comments of a YAML file, broken into lines of a width in columns as screens count them."""

import re
import unicodedata
from collections.abc import Iterator

WIDTH = 100
"""Columns; a character of Chinese, Japanese or Korean takes two."""

# What is not torn apart: a word, and the brackets and stops that may not end or begin a line.
_UNIT = re.compile(r"\s+|[（「『【〈《“]*(?:[!-~]+|\S)[、。，．・：；？！…）」』】〉》”々ー％]*")


def columns(text: str) -> int:
    """Return how many columns `text` takes on a screen."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)


def comment(text: str, *, first: str = "", indent: str = "") -> list[str]:
    """Return `text` as lines of a comment: the first begins with `first`, the others with `indent`."""
    lines = _broken(" ".join(text.split()), WIDTH - len("# ") - len(indent))
    return [f"# {indent if number else first}{line}" for number, line in enumerate(lines)]


def _broken(text: str, width: int) -> Iterator[str]:
    line = ""
    for unit in _UNIT.findall(text):
        if line and columns(line) + columns(unit.rstrip()) > width:
            yield line.rstrip()
            line = ""
        line += unit if line else unit.lstrip()
    yield line.rstrip()
