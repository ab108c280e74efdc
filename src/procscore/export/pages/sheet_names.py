"""Titles as names of sheets in Excel."""

import re
from collections.abc import Sequence

from procscore.xlsx import LONGEST_SHEET_NAME, sheet_name_fault

_UNFIT = re.compile(r"[\[\]:*?/\\\x00-\x1f\ud800-\udfff\ufffe\uffff\s]+")


def sheet_names(titles: Sequence[str]) -> list[str]:
    """Return a name for each title that Excel takes, no two alike; a title that has none is numbered.

    Signs that cannot stand in a name become spaces, and what is too long is cut.
    """
    names: list[str] = []
    for number, title in enumerate(titles, start=1):
        plain = _UNFIT.sub(" ", title).strip(" '")
        name = _cut(plain, LONGEST_SHEET_NAME)
        if sheet_name_fault(name):
            name = plain = str(number)
        taken = {each.casefold() for each in names}
        again = 1
        while name.casefold() in taken:
            again += 1
            mark = f" ({again})"
            name = _cut(plain, LONGEST_SHEET_NAME - len(mark)) + mark
        names.append(name)
    return names


def _cut(name: str, longest: int) -> str:
    """Return as much of a name as has `longest` units of UTF-16, which is how Excel counts."""
    while len(name.encode("utf-16-le")) // 2 > longest:
        name = name[:-1]
    return name.rstrip(" '")
