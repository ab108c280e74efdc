"""What the number format of a cell makes a reader see of its number."""

import re
from fractions import Fraction

from procscore.exact import Mode, Rounding, display
from procscore.model.published import Held

_GENERAL, _TEXT = "General", "@"
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.', re.DOTALL)
"""What stands in a format as it is, and room as wide as a sign, which programs leave alike or not."""
_MARK, _MEANT = "\ufffc", frozenset("0#?.,;@")
"""Stands before a sign that is shown as it is and could be meant otherwise, as a zero."""
_COLOUR = re.compile(r"\[(?:Black|Blue|Green|Magenta|Red)\]", re.IGNORECASE)
"""Colours in which letters can be read."""
_CONDITION = re.compile(r"\[[<>=]")
_PLAIN = re.compile(r"(?:#,##)?0(?:\.(?P<decimals>0+))?")
"""All digits before the point, and so many behind it."""
_NEGATIVE, _ZERO, _OF_TEXT = 1, 2, 3
"""Sections of a format, where it has so many; the first is for all else."""


def alike(found: Held, expected: Held) -> bool:
    """Tell whether the formats of two cells that hold the same make a reader see the same.

    A number may be shown with more of its decimals; a format that cuts some off shows another one.
    """
    one, other = (_written(each) for each in (found, expected))
    places, wanted = _places(one), _places(other)
    number = found.content
    if one == other or places is None or wanted is None or not isinstance(number, Fraction):
        return one == other
    return places >= wanted or _rounded(number, places) == _rounded(number, wanted)


def shown(cell: Held) -> str:
    """Return a number as its format shows it, with the format; of one that is not plain that alone."""
    number, code = cell.content, cell.format.strip("_ ") or _GENERAL
    places = _places(_written(cell))
    if isinstance(number, str) or places is None:
        return code
    return f"{display(_rounded(number, places))} ({code})"


def _written(cell: Held) -> str:
    """Return the section of a cell's format that is for what it holds, as all programs write it."""
    sections = _sections(cell.format or _GENERAL)
    number = cell.content
    if _CONDITION.search(cell.format):
        return cell.format
    if isinstance(number, str):
        last = sections[-1]
        section = last if len(sections) > _OF_TEXT or _TEXT in _unmarked(last) else _TEXT
        return _TEXT if section == _GENERAL else section
    if number < 0 and len(sections) > _NEGATIVE:  # which has to show the sign itself
        section = sections[_NEGATIVE]
        return section[1:] if section.startswith("-") else f"-{section}"
    return sections[_ZERO] if number == 0 and len(sections) > _ZERO else sections[0]


def _sections(code: str) -> list[str]:
    """Return the sections of a format, with each sign that is shown as it is behind a mark."""
    plain = _LITERAL.sub(lambda match: _marked(match[1] or match[2] or ""), code)
    return [_COLOUR.sub("", each).strip() for each in re.split(rf"(?<!{_MARK});", plain)]


def _unmarked(section: str) -> str:
    return re.sub(rf"{_MARK}.", "", section)


def _marked(literal: str) -> str:
    return "".join(f"{_MARK}{sign}" if sign in _MEANT else sign for sign in literal)


def _places(code: str) -> int | None:
    """Return how many decimals a plain format shows; None for any other."""
    if code == _GENERAL:
        return 0  # as many as the column has room for
    match = _PLAIN.fullmatch(code)
    return None if match is None else len(match["decimals"] or "")


def _rounded(number: Fraction, places: int) -> Fraction:
    return Rounding(places, Mode.HALF_UP)(number)
