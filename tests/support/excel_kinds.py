"""What Excel makes of a formula and LibreOffice does not: truth values are no numbers there.

Excel takes a truth value for more than every number, whichever it is, and passes it over in
`SUM(…)` and its like; only arithmetic makes 1 or 0 of it. LibreOffice has numbers throughout, so that
it cannot show what is wrong.
"""

from support.excel_text import Tokens

_COMPARISONS = ("<", "<=", ">", ">=", "=", "<>")
_OVERLOOKING = {"SUM", "SUMPRODUCT", "MIN", "MAX", "AVERAGE", "MEDIAN", "VARP", "SMALL", "COUNT"}


def misread(formula):
    """Return, told, where a formula would be another one in Excel; `formula` begins with `=`."""
    reader = _Reader(formula.removeprefix("="))
    reader.comparison()
    assert reader.take() == ("end", ""), formula
    return reader.told


class _Reader(Tokens):
    """Reads a formula from left to right; every rule returns what kind of value it gives."""

    def __init__(self, text):
        super().__init__(text)
        self.told = []

    def comparison(self):
        left = self._joined()
        while sign := self.sign(*_COMPARISONS):
            kinds = {left, self._joined()} - {"cell"}
            if len(kinds) > 1:
                self.told.append(f"{' and '.join(sorted(kinds))} compared by {sign}")
            left = "truth"
        return left

    def _joined(self):
        kind = self._arithmetic()
        while self.sign("&"):
            self._arithmetic()
            kind = "text"
        return kind

    def _arithmetic(self):
        kind = self._signed()
        while self.sign("+", "-", "*", "/"):
            self._signed()
            kind = "number"
        return kind

    def _signed(self):
        if self.sign("-"):
            self._signed()
            return "number"
        kind = self._atom()
        while self.sign("%"):
            kind = "number"
        return kind

    def _atom(self):
        kind, text = self.take()
        if kind in ("number", "text", "cell"):
            return kind
        if text == "(":
            inner = self.comparison()
            assert self.sign(")")
            return inner
        assert kind == "word", text
        assert self.sign("(")
        kinds = [self.comparison()]
        while self.sign(","):
            kinds.append(self.comparison())
        assert self.sign(")")
        if text in _OVERLOOKING and "truth" in kinds:
            self.told.append(f"truth in {text}")
        if text == "IF":
            if kinds[0] != "truth":
                self.told.append(f"IF of a {kinds[0]}")
            return kinds[1]
        return "truth" if text in ("AND", "OR", "NOT") else "cell" if text == "INDEX" else "number"
