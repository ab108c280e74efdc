"""What the number format of a cell makes a reader see of its number."""

import re
from fractions import Fraction

from procscore.exact import Mode, Rounding, display
from procscore.model.published import Held

_GENERAL = "General"
_EVERY = 15
"""Decimals of a number that is shown as it is stored."""
_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_FREE = re.compile(r"_.|\s+$")
"""Room beside a number, which programs leave alike or not."""
_COLOUR = re.compile(r"\[(?!White)[A-Za-z]+[0-9]*\]", re.IGNORECASE)
_PLAIN = re.compile(r"(?:#,##)?0(?:\.(?P<decimals>0+))?")
"""All digits before the point, and so many behind it."""


def alike(found: Held, expected: Held) -> bool:
    """Tell whether the formats of two cells that hold the same number show the same number.

    One that shows more of its decimals does; one that cuts some off does not.
    """
    number = found.content
    if not isinstance(number, Fraction):
        return True
    one, other = (_written(each.format, number) for each in (found, expected))
    places, wanted = _places(one), _places(other)
    if places is None or wanted is None:
        return one == other
    return places >= wanted or _rounded(number, places) == _rounded(number, wanted)


def shown(cell: Held) -> str:
    """Return a number as its format shows it, with the format; of one that is not plain that alone."""
    number, code = cell.content, cell.format.strip("_ ") or _GENERAL
    places = None if isinstance(number, str) else _places(_written(cell.format, number))
    if isinstance(number, str) or places is None:
        return code
    return f"{display(_rounded(number, places))} ({code})"


def _written(code: str, number: Fraction) -> str:
    """Return the part of a format that is for a number, without what a reader does not see."""
    if not code:
        return _GENERAL
    part = code.split(";", maxsplit=1)[0] if number >= 0 else code
    plain = _COLOUR.sub("", _FREE.sub("", part))
    return _LITERAL.sub(lambda match: match[1] or match[2] or "", plain)


def _places(code: str) -> int | None:
    """Return how many decimals a plain format shows; None for any other."""
    if code == _GENERAL:
        return _EVERY
    match = _PLAIN.fullmatch(code)
    return None if match is None else len(match["decimals"] or "")


def _rounded(number: Fraction, places: int) -> Fraction:
    return Rounding(places, Mode.HALF_UP)(number)
