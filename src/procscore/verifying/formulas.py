"""Formulas as they were written, after rows above the cells that they name were moved."""

import re
from collections.abc import Mapping

_REFERENCE = re.compile(
    r"(?P<text>\"(?:[^\"]|\"\")*\")"
    r"|(?:(?P<sheet>'(?:[^']|'')+'|[^\s'\"!(),+*/&<>=:;^-]+)!)?"
    r"(?P<first>\$?[A-Z]{1,3}\$?[0-9]+)(?::(?P<last>\$?[A-Z]{1,3}\$?[0-9]+))?(?![\w(.])"
)
_ROW = re.compile(r"[0-9]+$")


def moved(formula: str, sheet: str, rows: Mapping[str, Mapping[int, int]]) -> str:
    """Return a formula of `sheet` with the rows that its cells have now.

    `rows` gives them by sheet and row. A cell whose row is gone keeps the row that it had.
    """

    def replaced(match: re.Match[str]) -> str:
        if match["text"]:
            return match[0]
        named = match["sheet"]
        known = rows.get(named.strip("'").replace("''", "'") if named else sheet, {})
        cells = [match["first"], *([match["last"]] if match["last"] else [])]
        there = ":".join(_ROW.sub(lambda row: _now(row[0], known), cell) for cell in cells)
        return f"{named}!{there}" if named else there

    return _REFERENCE.sub(replaced, formula)


def _now(row: str, known: Mapping[int, int]) -> str:
    return str(known.get(int(row), row))
