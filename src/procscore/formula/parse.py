"""From text to terms: the grammar of the scoring language.

    formula    = sum [ ("<" | "<=" | ">" | ">=" | "=" | "<>") sum ]
    sum        = product { ("+" | "-") product }
    product    = signed { ("*" | "/") signed }
    signed     = [ "-" ] atom
    atom       = number [ "%" ] | name [ "(" formula { "," formula } ")" ] | "(" formula ")"
               | "if" "(" formula "," formula "," formula ")"

Names are identifiers of any script. `×`, `÷`, `≦`, `≧` and full-width signs are read as `*`, `/`,
`<=`, `>=` and their plain forms, so that a rule can be copied from a Japanese document. There is no power, no text, nothing
that could reach outside: a formula is data.
"""

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from procscore.diagnostics import suggest
from procscore.formula.errors import FormulaError
from procscore.formula.functions import FUNCTIONS
from procscore.formula.terms import (
    Call,
    Choice,
    Comparison,
    Formula,
    Name,
    Negation,
    Number,
    Operation,
    Term,
)
from procscore.language import N_, message

_NUMBER = re.compile(r"(?P<number>[0-9]{1,100}(?:\.[0-9]{1,100})?)(?P<percent>\s*%)?")
_SIGN = re.compile(r"<=|>=|<>|!=|==|[-+*/(),<>=×÷≦≧≤≥]")
_SIGNS = {"×": "*", "÷": "/", "≦": "<=", "≧": ">=", "≤": "<=", "≥": ">=", "==": "=", "!=": "<>"}
# As they come out of a Japanese document; one character each, so that positions stay.
_FULL_WIDTH = str.maketrans("（）％，＋－＊／＝＜＞", "()%,+-*/=<>")
_COMPARISONS = frozenset({"<", "<=", ">", ">=", "=", "<>"})
_DEEPEST = 60
_LONGEST = 600
"""Nesting and tokens beyond these are no rule that a committee could read."""


class _Token(NamedTuple):
    kind: str
    text: str
    position: int


@lru_cache(maxsize=1024)
def parse(text: str) -> Formula:
    """Read a formula. Raises FormulaError with the position of the first character that is wrong.

    Positions are those of the text as it is kept in the formula: without surrounding spaces.
    """
    kept = text.strip()
    reader = _Reader(kept)
    term = reader.formula()
    reader.expect_end()
    return Formula(kept, term)


def _tokens(text: str) -> list[_Token]:
    plain = text.translate(_FULL_WIDTH)
    found: list[_Token] = []
    position = 0
    while position < len(plain):
        if plain[position].isspace():
            position += 1
            continue
        kind, length = _next_token(plain, position)
        found.append(_Token(kind, text[position : position + length], position))
        position += length
        if len(found) > _LONGEST:
            raise FormulaError(message(N_("the formula is too long")), position)
    found.append(_Token("end", "", len(text)))
    return found


def _next_token(text: str, start: int) -> tuple[str, int]:
    """Return the kind and the length of the token that begins at `start`."""
    if number := _NUMBER.match(text, start):
        return ("percent" if number["percent"] else "number"), len(number[0])
    if sign := _SIGN.match(text, start):
        return _SIGNS.get(sign[0], sign[0]), len(sign[0])
    end = start
    while end < len(text) and text[start : end + 1].isidentifier():
        end += 1
    if end == start:
        if text[start].isdigit():
            raise FormulaError(message(N_("write numbers with the digits 0 to 9")), start)
        raise FormulaError(
            message(N_("“{character}” has no meaning here"), character=text[start]), start
        )
    return "name", end - start


class _Reader:
    """Reads tokens from left to right, one method a rule of the grammar."""

    def __init__(self, text: str) -> None:
        self._tokens = _tokens(text)
        self._at = 0
        self._depth = 0

    @property
    def _next(self) -> _Token:
        return self._tokens[self._at]

    def _take(self) -> _Token:
        token = self._next
        self._at += 1
        return token

    def _accept(self, *kinds: str) -> _Token | None:
        return self._take() if self._next.kind in kinds else None

    def _fail_here(self) -> FormulaError:
        token = self._next
        if token.kind == "end":
            return FormulaError(message(N_("the formula ends too early")), token.position)
        return FormulaError(
            message(N_("“{text}” is not expected here"), text=token.text), token.position
        )

    def _expect(self, kind: str) -> _Token:
        token = self._accept(kind)
        if token is None:
            raise self._fail_here()
        return token

    def expect_end(self) -> None:
        self._expect("end")

    def formula(self) -> Term:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise FormulaError(message(N_("the formula is nested too deeply")), self._next.position)
        left = self._sum()
        if sign := self._accept(*_COMPARISONS):
            left = Comparison(sign.kind, left, self._sum(), sign.position)
        self._depth -= 1
        return left

    def _sum(self) -> Term:
        left = self._product()
        while sign := self._accept("+", "-"):
            left = Operation(sign.kind, left, self._product(), sign.position)
        return left

    def _product(self) -> Term:
        left = self._signed()
        while sign := self._accept("*", "/"):
            left = Operation(sign.kind, left, self._signed(), sign.position)
        return left

    def _signed(self) -> Term:
        if sign := self._accept("-"):
            return Negation(self._atom(), sign.position)
        return self._atom()

    def _atom(self) -> Term:
        if token := self._accept("number"):
            return Number(Fraction(token.text), percent=False, position=token.position)
        if token := self._accept("percent"):
            share = Fraction(token.text[:-1].strip()) / 100
            return Number(share, percent=True, position=token.position)
        if token := self._accept("name"):
            if token.text == "if":
                return self._choice(token)
            return self._call(token) if self._next.kind == "(" else Name(token.text, token.position)
        if self._accept("("):
            inner = self.formula()
            self._expect(")")
            return inner
        raise self._fail_here()

    def _choice(self, start: _Token) -> Term:
        self._expect("(")
        condition = self.formula()
        self._expect(",")
        then = self.formula()
        self._expect(",")
        otherwise = self.formula()
        self._expect(")")
        return Choice(condition, then, otherwise, start.position)

    def _call(self, name: _Token) -> Term:
        if name.text not in FUNCTIONS:
            reason = message(
                N_("there is no function “{name}”. {suggestion}"),
                name=name.text,
                suggestion=suggest(name.text, tuple(FUNCTIONS)),
            )
            raise FormulaError(reason, name.position)
        self._expect("(")
        arguments = [self.formula()]
        while self._accept(","):
            arguments.append(self.formula())
        self._expect(")")
        return Call(name.text, tuple(arguments), name.position)
