"""The text of an Excel formula, token by token."""

import re

_TOKEN = re.compile(
    r"\s*(?:(?P<text>\"(?:[^\"]|\"\")*\")|(?P<number>\d+(?:\.\d+)?)"
    r"|(?P<cell>(?:'(?:[^']|'')*'!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)"
    r"|(?P<word>[A-Z]+)(?=\()|(?P<sign><=|>=|<>|[-+*/(),%<>=&]))"
)


class Tokens:
    """Gives tokens from left to right, each with its kind, and last `("end", "")`."""

    def __init__(self, text):
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
        """Return the next token and go on."""
        self._at += 1
        return self._tokens[self._at - 1]

    def sign(self, *signs):
        """Return the next token and go on if it is one of `signs`; else stay, and return nothing."""
        kind, text = self._tokens[self._at]
        if kind == "sign" and text in signs:
            self._at += 1
            return text
        return ""
