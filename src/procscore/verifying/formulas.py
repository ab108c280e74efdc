"""Formulas as they were written, after rows or columns that they name were moved."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence

from procscore.diagnostics.location import column_letters
from procscore.model import address
from procscore.verifying.aligned import Matched
from procscore.verifying.pairing import Lines

_CELL = r"\$?[A-Z]{1,3}\$?[0-9]+"
_REFERENCE = re.compile(
    r"(?P<text>\"(?:[^\"]|\"\")*\")"
    r"|(?:(?P<sheet>'(?:[^']|'')+'|[^\s'\"!(),+*/&<>=:;^-]+)!)?"
    rf"(?P<first>{_CELL})(?::(?P<last>{_CELL}))?(?![\w(.])"
)
_PARTS = re.compile(r"(\$?)([A-Z]+)(\$?)([0-9]+)")
_Span = tuple[int, int]
_Change = Callable[[Matched, _Span, _Span], tuple[_Span, _Span]]
"""From the first and last column and row that a formula names to those that it names instead."""


def moved(formula: str, sheet: str, matched: Mapping[str, Matched]) -> str:
    """Return an expected formula of `sheet` with the cells that it has where it was found.

    A range is as long as what is there of it. A cell whose row or column is gone keeps its own.
    """
    return _changed(formula, sheet, matched, _there)


def within(formula: str, sheet: str, matched: Mapping[str, Matched]) -> str:
    """Return a found formula of `sheet` whose ranges begin and end in what was expected, too.

    What is empty, or was added, changes no sum of what else stands in a range.
    """
    return _changed(formula, sheet, matched, _within)


def _there(known: Matched, columns: _Span, rows: _Span) -> tuple[_Span, _Span]:
    return _found(known.columns(rows[0]), columns), _found(known.rows, rows)


def _found(lines: Lines, span: _Span) -> _Span:
    found = [lines.pairs[line] for line in _between(lines.expected, span)]
    return (min(found), max(found)) if found else span


def _within(known: Matched, columns: _Span, rows: _Span) -> tuple[_Span, _Span]:
    rows = _without(known.rows, rows)
    expected = known.rows.found.get(rows[0])
    return columns if expected is None else _without(known.columns(expected), columns), rows


def _without(lines: Lines, span: _Span) -> _Span:
    known = _between(lines.there, span)
    return (known[0], known[-1]) if known else span


def _between(lines: Sequence[int], span: _Span) -> Sequence[int]:
    """Return those of sorted lines that a range holds, however long it is."""
    return lines[bisect_left(lines, span[0]) : bisect_right(lines, span[1])]


def _changed(formula: str, sheet: str, matched: Mapping[str, Matched], change: _Change) -> str:
    def replaced(match: re.Match[str]) -> str:
        if match["text"]:
            return match[0]
        named = match["sheet"]
        known = matched.get(named.strip("'").replace("''", "'") if named else sheet)
        if known is None:
            return match[0]
        parts = [_parts(match["first"]), *([_parts(match["last"])] if match["last"] else [])]
        rows = _span([int(each[3]) for each in parts])
        try:
            columns = _span([address.column(each[1]) for each in parts])
        except address.NotAnAddressError:  # a name that looks like a cell beyond the last column
            return match[0]
        columns, rows = change(known, columns, rows)
        there = ":".join(
            f"{each[0]}{column_letters(column)}{each[2]}{row}"
            for each, column, row in zip(parts, columns, rows, strict=False)
        )
        return f"{named}!{there}" if named else there

    return _REFERENCE.sub(replaced, formula)


def _parts(cell: str) -> tuple[str, str, str, str]:
    match = _PARTS.fullmatch(cell)
    if match is None:
        raise AssertionError(cell)  # of the pattern that found it
    return match[1], match[2], match[3], match[4]


def _span(lines: Sequence[int]) -> _Span:
    return lines[0], lines[-1]
