"""What cells hold, and what neither a cell nor a sheet's name can hold."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

LONGEST_SHEET_NAME = 31
LONGEST_TEXT = 32_767
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no cell of a workbook may hold: control characters and halves of characters."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A live formula with the value that is stored beside it, shown before it is calculated."""

    text: str
    value: Fraction | int | str


Content = str | int | Fraction | Formula | None

Place = tuple[int, int]
"""Row and column, counted from 1."""
Area = Sequence[tuple[Place, Place]]
"""Ranges by their first and last cells; the first range holds the cell that is top left of all."""


def sheet_name_fault(name: str) -> bool:
    """Tell whether `name` cannot be the name of a sheet in Excel."""
    return (
        not name.strip()
        or len(name.encode("utf-16-le")) // 2 > LONGEST_SHEET_NAME
        or _NOT_IN_SHEET_NAMES.search(name) is not None
        or _NO_TEXT.search(name) is not None
        or name.startswith("'")
        or name.endswith("'")
        or name.casefold() == "history"
    )


def stored(value: Fraction | int) -> int | float:
    """Return a number as Excel stores it, which has 15 digits and no more."""
    exact = Fraction(value)
    return exact.numerator if exact.denominator == 1 else exact.numerator / exact.denominator


def clean(text: str) -> str:
    """Return `text` without what no cell can hold.

    XlsxWriter takes `<r>…</r>` for the XML of a rich text; a space behind it makes it plain.
    """
    cleaned = _NO_TEXT.sub("", text)
    return f"{cleaned} " if cleaned.startswith("<r>") and cleaned.endswith("</r>") else cleaned


def cut(text: str, longest: int) -> str:
    """Return `text`, if it is longer than `longest` characters without its end, which is marked."""
    return text if len(text) <= longest else text[: longest - 1] + "…"
