"""The number format in which Excel shows an exact number as a text shows it."""

import re
from fractions import Fraction

from procscore.exact import Mode, Rounding, decimal_text, significant_digits

_SHOWN = re.compile(
    r"(?P<before>[^0-9\n]*?)(?P<number>-?[0-9][0-9,]*(\.(?P<decimals>[0-9]+))?)(?P<behind>[^0-9\n]*)"
)
_LONGEST = 100
"""Characters of a unit; a format has room for not many more."""
_DIGITS = 15
"""What Excel keeps of a number."""


def number_format(text: str, value: Fraction) -> str | None:
    """Return the format, or None where no format shows `value` as `text`.

    `12.5 %` for 1/8, `1,234 points` for 1234. A text with other digits than the rounded value, such
    as `0.6666…` for 2/3, has none: Excel would show 0.6667.
    """
    found = _SHOWN.fullmatch(text)
    if found is None or len(text) > _LONGEST:
        return None
    places = len(found["decimals"] or "")
    percent = found["behind"].count("%")
    if "%" in found["before"] or percent > 1 or (found["before"] and value < 0):
        return None  # Excel puts the sign before everything
    rounded = Rounding(places, Mode.HALF_UP)(value * (100 if percent else 1))
    if found["number"] != _written(rounded, places, grouped="," in found["number"]):
        return None
    if significant_digits(rounded) > _DIGITS or (rounded == 0 and value < 0):
        return None  # what a spreadsheet makes of minus nothing differs
    digits = ("#,##0" if "," in found["number"] else "0") + ("." + "0" * places if places else "")
    return _literal(found["before"]) + digits + "%".join(map(_literal, found["behind"].split("%")))


def _written(rounded: Fraction, places: int, *, grouped: bool) -> str:
    """Return what Excel shows of a rounded number."""
    whole, _point, decimals = decimal_text(abs(rounded)).partition(".")
    sign = "-" if rounded < 0 else ""
    return f"{sign}{int(whole):{',' if grouped else ''}}{'.' * bool(places)}{decimals.ljust(places, '0')}"


def _literal(text: str) -> str:
    return '"' + text.replace('"', '"\\""') + '"' if text else ""
