"""The formulas of a workbook, computed from their text as a spreadsheet program computes them.

Numbers are binary (IEEE 754) from cell to cell. Where programs differ, `program` says whose way is
taken: `"strict"` does nothing but IEEE arithmetic and reads a number by its shortest decimal;
`"lenient"` shows a difference that is almost nothing as 0, takes almost equal numbers for equal and
sees 15 digits of a number that it rounds, as Excel and LibreOffice do.
"""

import math
import operator
import re
import statistics
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal, localcontext

from support.excel_text import Tokens

_CELL = re.compile(r"([A-Z]+)(\d+)")
_COMPARISONS = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}
_ALMOST = 2.0**-48


def compute(text, cells, program="strict"):
    """Return the value of a formula without its `=`; `cells` are numbers by address."""
    return _Reader(text, cells, program).whole()


def nearest(value):
    """Return the binary number that stands for an exact one."""
    return value.numerator / value.denominator


class _Reader(Tokens):
    """Reads tokens from left to right and computes at once; what `IF` passes over is not computed."""

    def __init__(self, text, cells, program):
        super().__init__(text)
        self._cells = cells
        self._lenient = program == "lenient"
        self._passing = 0

    def whole(self):
        value = self._comparison()
        assert self.take() == ("end", "")
        return value

    def _comparison(self):
        left = self._sum()
        if not (sign := self.sign(*_COMPARISONS)):
            return left
        right = self._sum()
        if self._lenient and abs(left - right) <= abs(left) * _ALMOST:
            left = right
        return _COMPARISONS[sign](left, right)

    def _sum(self):
        left = self._product()
        while sign := self.sign("+", "-"):
            right = self._product()
            value = left + right if sign == "+" else left - right
            left = 0.0 if self._lenient and abs(value) < abs(left) * _ALMOST else value
        return left

    def _product(self):
        left = self._signed()
        while sign := self.sign("*", "/"):
            right = self._signed()
            if sign == "*":
                left *= right
            elif right == 0:
                assert self._passing, "#DIV/0!"
                left = 0.0
            else:
                left /= right
        return left

    def _signed(self):
        value = -self._signed() if self.sign("-") else self._atom()
        while self.sign("%"):
            value /= 100
        return value

    def _atom(self):
        kind, text = self.take()
        if kind == "number":
            return float(text)
        if kind == "cell":
            (value,) = self._area(text)
            return value
        if text == "(":
            value = self._comparison()
            assert self.sign(")")
            return value
        assert kind == "word", text
        return self._call(text)

    def _area(self, text):
        """Return the numbers of a cell or a range in one row or column."""
        first, _, last = text.partition(":")
        (start, top), (end, bottom) = (
            _CELL.fullmatch(each).groups() for each in (first, last or first)
        )
        rows = range(int(top), int(bottom) + 1)
        columns = range(_column(start), _column(end) + 1)
        return [self._cells[row, column] for row in rows for column in columns]

    def _arguments(self):
        """Return the numbers of all arguments, and how many each of them gave."""
        numbers, counts = [], []
        while True:
            kind, text = self._tokens[self._at]
            if kind == "cell" and ":" in text:
                self._at += 1
                given = self._area(text)
            else:
                given = [self._comparison()]
            numbers += given
            counts.append(len(given))
            if not self.sign(","):
                assert self.sign(")")
                return numbers, counts

    def _call(self, name):
        assert self.sign("(")
        if name == "IF":
            return self._if()
        numbers, counts = self._arguments()
        assert len(counts) <= 255
        match name, *numbers:
            case "ROUND" | "ROUNDUP" | "ROUNDDOWN", x, places:
                return self._rounded(name, x, int(places))
            case "ABS", x:
                return abs(x)
            case "TRUNC", x:
                return float(math.trunc(x))
            case "SMALL", *values, place:
                return sorted(values)[int(place) - 1]
        return {
            "MIN": min,
            "MAX": max,
            "SUM": _sum,
            "AVERAGE": lambda values: _sum(values) / len(values),
            "MEDIAN": statistics.median,
            "VARP": _variance,
        }[name](numbers)

    def _if(self):
        holds = self._comparison()
        chosen = []
        for taken in (holds, not holds):
            assert self.sign(",")
            self._passing += not taken
            chosen.append(self._comparison())
            self._passing -= not taken
        assert self.sign(")")
        return chosen[not holds]

    def _rounded(self, name, x, places):
        assert -20 <= places <= 20  # LibreOffice takes no others
        way = {"ROUND": ROUND_HALF_UP, "ROUNDUP": ROUND_UP, "ROUNDDOWN": ROUND_DOWN}[name]
        with localcontext(prec=400):
            seen = Decimal(f"{x:.15g}" if self._lenient else repr(x))
            return float(seen.quantize(Decimal(1).scaleb(-places), rounding=way))


def _column(letters):
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _sum(values):
    total = 0.0
    for value in values:
        total += value
    return total


def _variance(values):
    centre = _sum(values) / len(values)
    return _sum((value - centre) * (value - centre) for value in values) / len(values)
