"""What Excel makes of a formula and LibreOffice does not: truth values are no numbers there.

Excel takes a truth value for more than every number, whichever it is, and passes it over in
`SUM(…)` and its like; only arithmetic makes 1 or 0 of it. LibreOffice has numbers throughout, so that
it cannot show what is wrong.
"""

import re

_TOKEN = re.compile(
    r"\s*(?:(?P<text>\"(?:[^\"]|\"\")*\")|(?P<number>\d+(?:\.\d+)?)"
    r"|(?P<cell>(?:'(?:[^']|'')*'!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)"
    r"|(?P<word>[A-Z]+)(?=\()|(?P<sign><=|>=|<>|[-+*/(),%<>=&]))"
)
_COMPARISONS = ("<", "<=", ">", ">=", "=", "<>")
_OVERLOOKING = {"SUM", "SUMPRODUCT", "MIN", "MAX", "AVERAGE", "MEDIAN", "VARP", "SMALL", "COUNT"}


def misread(formula):
    """Return, told, where a formula would be another one in Excel; `formula` begins with `=`."""
    reader = _Reader(formula.removeprefix("="))
    reader.comparison()
    assert reader.take() == ("end", ""), formula
    return reader.told


class _Reader:
    """Reads a formula from left to right; every rule returns what kind of value it gives."""

    def __init__(self, text):
        self.told = []
        self._tokens = []
        at = 0
        while at < len(text):
            found = _TOKEN.match(text, at)
            assert found, text[at:]
            self._tokens.append((found.lastgroup, found[found.lastgroup]))
            at = found.end()
        self._tokens.append(("end", ""))
        self._at = 0

    def take(self):
        self._at += 1
        return self._tokens[self._at - 1]

    def _sign(self, *signs):
        kind, text = self._tokens[self._at]
        if kind == "sign" and text in signs:
            self._at += 1
            return text
        return ""

    def comparison(self):
        left = self._joined()
        while sign := self._sign(*_COMPARISONS):
            kinds = {left, self._joined()} - {"cell"}
            if len(kinds) > 1:
                self.told.append(f"{' and '.join(sorted(kinds))} compared by {sign}")
            left = "truth"
        return left

    def _joined(self):
        kind = self._arithmetic()
        while self._sign("&"):
            self._arithmetic()
            kind = "text"
        return kind

    def _arithmetic(self):
        kind = self._signed()
        while self._sign("+", "-", "*", "/"):
            self._signed()
            kind = "number"
        return kind

    def _signed(self):
        if self._sign("-"):
            self._signed()
            return "number"
        kind = self._atom()
        while self._sign("%"):
            kind = "number"
        return kind

    def _atom(self):
        kind, text = self.take()
        if kind in ("number", "text", "cell"):
            return kind
        if text == "(":
            inner = self.comparison()
            assert self._sign(")")
            return inner
        assert kind == "word", text
        assert self._sign("(")
        kinds = [self.comparison()]
        while self._sign(","):
            kinds.append(self.comparison())
        assert self._sign(")")
        if text in _OVERLOOKING and "truth" in kinds:
            self.told.append(f"truth in {text}")
        if text == "IF":
            if kinds[0] != "truth":
                self.told.append(f"IF of a {kinds[0]}")
            return kinds[1]
        return "truth" if text in ("AND", "OR", "NOT") else "cell" if text == "INDEX" else "number"
