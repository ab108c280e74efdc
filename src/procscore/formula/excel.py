"""A derivation as a live Excel formula: the same terms that computed it, over cells.

A spreadsheet program computes in binary, with some 15 digits. Where that could turn a rounding or a
comparison, what goes into it is first rounded to `GUARD` significant digits: an exact 2.675 that
became 2.6749999999999998 is 2.675 again. `binary` knows how far a number can be missed. Where the
exact number lies so close to a border that this decides, no formula over binary numbers can be
relied on, and there is none (`NotLiveError`).

The least that is assumed of a program: it computes as IEEE 754 has it, and it rounds a number that
is the nearest to a decimal of 15 digits as that decimal. Excel and LibreOffice do both.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain

from procscore.exact import SIGNIFICANT_DIGITS, Mode, Rounding
from procscore.formula.binary import Errors, Found, of_difference
from procscore.formula.binary import error as error_of
from procscore.formula.branches import branches
from procscore.formula.derivation import Derivation, Input
from procscore.formula.errors import UndefinedValueError
from procscore.formula.evaluate import Value, evaluate, holds
from procscore.formula.functions import FUNCTIONS, Banded
from procscore.formula.terms import (
    Call,
    Choice,
    Comparison,
    Name,
    Negation,
    Number,
    Operation,
    Term,
)
from procscore.language import N_, Message, message
from procscore.xlsx import number

GUARD = 12
"""Significant digits that binary arithmetic usually keeps, whatever was added and multiplied."""
LONGEST = 8_000
"""Characters; Excel takes 8,192 in a formula."""
_DEEPEST = 64
"""Calls inside one another, in Excel."""
_MOST_ARGUMENTS = 250
"""Excel takes 255 in a call."""
_SAFE = 4
"""A rounding to a step is sure to mend an error that is so many times smaller."""
_STRENGTH = {"+": 1, "-": 1, "*": 2, "/": 2}
_WORD_STRENGTH = 3
_ROUNDINGS = {"round": Mode.HALF_UP, "up": Mode.UP, "down": Mode.DOWN}
_ROUNDED = {
    Mode.HALF_UP: "ROUND({x},{places})",
    Mode.DOWN: "ROUNDDOWN({x},{places})",
    Mode.UP: "ROUNDUP({x},{places})",
}
_CALLS = {
    "min": "MIN",
    "max": "MAX",
    "sum": "SUM",
    "mean": "AVERAGE",
    "median": "MEDIAN",
    "variance": "VARP",
}
_NESTING = {"min", "max", "sum"}
"""What may be split into calls of calls."""
MISSED = Fraction(1, 2**44)
"""Of a computed number of which no more is known, the most by which it is missed: 500 steps."""
_LOST = Fraction(1, 10**10)
"""Of a number that is not rounded, the most by which it may be missed; below 1 it is as much."""
_DISTINCT = Fraction(1, 10**14)
"""Of two numbers, the difference that every program sees; LibreOffice overlooks some 4 · 10⁻¹⁵."""
_COARSER = 6
"""By so many digits a comparison may be coarser than usual, where much was subtracted before."""

NOT_HELD = message(
    N_("the exact number lies so close to a border of rounding that binary numbers may miss it")
)
TOO_LONG = message(N_("the formula would be longer than Excel takes"))
NO_RANGE = message(N_("trimming needs the values side by side in cells"))


class NotLiveError(Exception):
    """There is no formula that a spreadsheet program would compute to the exact result."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Reference:
    """What stands for a value in a formula: a cell, a range, a number, or a formula in itself."""

    text: str
    plain: bool = True
    """Whether it is a number that a cell holds as it was typed, without any computing before."""
    strength: int = _WORD_STRENGTH
    """How strongly the text holds together: below that of its neighbours it needs brackets."""


Refer = Callable[[Input], Reference | Sequence[Reference]]
"""What stands for an input: one reference for a number, references in their order for a list."""


def literal(value: Fraction) -> Reference:
    """Return a number as it stands in a formula."""
    text = number(value)
    strength = _STRENGTH["/"] if "/" in text else _WORD_STRENGTH
    return Reference(text, "/" not in text, 0 if value < 0 else strength)


def live(derivation: Derivation, refer: Refer, found: Found | None = None) -> Reference:
    """Return the formula of a derivation, without the sign `=`; it is not `plain`.

    An input that was itself computed is expected in a cell that computes it as its derivation says,
    or that holds its value. `found` are errors that are known, and takes those that are found.
    Raises NotLiveError.
    """
    known = {each.name: refer(each) for each in derivation.inputs}
    term = derivation.formula.term
    try:
        writer = _Writer(derivation.inputs, known, Errors(derivation.inputs, found))
        written = writer.write(term)
        if derivation.rounding is None:
            missed = error_of(derivation, found)
            if missed > _LOST * max(abs(derivation.exact), Fraction(1)):
                raise NotLiveError(NOT_HELD)
        else:
            missed = writer.missed(term)
            text = rounded(written.text, derivation.exact, derivation.rounding, missed)
            written = Reference(text)
    except UndefinedValueError as undefined:
        raise NotLiveError(NOT_HELD) from undefined
    if len(written.text) > LONGEST or _depth(written.text) > _DEEPEST:
        raise NotLiveError(TOO_LONG)
    return Reference(written.text, plain=False, strength=written.strength)


def rounded(text: str, exact: Fraction, rounding: Rounding, missed: Fraction | None = None) -> str:
    """Return the formula `text`, whose exact value is `exact`, rounded. Raises NotLiveError.

    `missed` is the most by which a spreadsheet misses that value, if it is known.
    """
    places = rounding.places
    error = abs(exact) * MISSED if missed is None else missed
    if rounding(exact) == exact and places >= decimals(exact) and _mends(places, error):
        return f"ROUND({text},{places})"
    guard = _guard(exact, rounding, error)
    if guard <= places:
        return f"ROUND({text},{guard})"  # it has no more decimals than that
    if rounding.mode is Mode.HALF_EVEN:
        scaled = f"ROUND({_power(text, places)},{guard - places})"
        whole = f"IF(ABS({scaled}-TRUNC({scaled}))=0.5,2*ROUND({scaled}/2,0),ROUND({scaled},0))"
        return f"ROUND({_power(whole, -places)},{places})" if places else whole
    return _ROUNDED[rounding.mode].format(x=f"ROUND({text},{guard})", places=places)


def _guard(exact: Fraction, rounding: Rounding, error: Fraction) -> int:
    """Return the decimals to which a value is rounded first, so that errors cannot turn the rounding.

    That is so if it has no more decimals than that itself, or is further from the next border.
    Usual is `GUARD` digits; more where that is too coarse, fewer where the errors are greater.
    """
    unit = _step(rounding.places)
    away = _from_border(exact / unit, rounding.mode) * unit
    usual = decimals(exact)
    finest = usual + SIGNIFICANT_DIGITS - GUARD
    for guard in chain(range(usual, finest + 1), range(usual - 1, rounding.places - 1, -1)):
        step = _step(guard)
        if _mends(guard, error) and (exact % step == 0 or away > step + error):
            return guard
    raise NotLiveError(NOT_HELD)


def _mends(places: int, error: Fraction) -> bool:
    """Tell whether rounding to so many places makes good an error, up to the nearest number."""
    return _SAFE * error <= _step(places)


def _step(places: int) -> Fraction:
    return 1 / Fraction(10**places) if places >= 0 else Fraction(10**-places)


def _power(text: str, places: int) -> str:
    """Return a formula times ten to the power of `places`."""
    if places == 0:
        return text
    return f"({text})*{10**places}" if places > 0 else f"({text})/{10**-places}"


def decimals(*values: Fraction) -> int:
    """Return how many decimals of numbers of that size binary arithmetic usually keeps."""
    whole = int(max((abs(each) for each in values), default=Fraction(0)))
    return GUARD - len(str(whole))


def _from_border(scaled: Fraction, mode: Mode) -> Fraction:
    """Return how far a number is from where its rounding to a whole number turns."""
    shift = Fraction(1, 2) if mode in (Mode.HALF_UP, Mode.HALF_EVEN) else Fraction(0)
    rest = (scaled - shift) % 1
    return min(rest, 1 - rest)


def compared(
    sign: str,
    left: tuple[Reference, Fraction],
    right: tuple[Reference, Fraction],
    missed: Fraction | None = None,
) -> Reference:
    """Return the comparison of two formulas with their exact values. Raises NotLiveError.

    `missed` is the most by which a spreadsheet misses the two together, if it is known.
    """
    (a, a_value), (b, b_value) = left, right
    size, apart = max(abs(a_value), abs(b_value)), abs(a_value - b_value)
    if a.plain and b.plain and (apart == 0 or apart > size * _DISTINCT):
        return Reference(f"{_held(a, 1)}{sign}{_held(b, 1)}", plain=False, strength=0)
    carried = (abs(a_value) + abs(b_value)) * MISSED if missed is None else missed
    error = of_difference(a_value, b_value, carried)
    usual = decimals(a_value, b_value)
    finest = usual + SIGNIFICANT_DIGITS - GUARD
    for guard in chain(range(usual, finest + 1), range(usual - 1, usual - _COARSER, -1)):
        if _mends(guard, error) and (apart == 0 or apart > _step(guard) + error):
            text = f"ROUND({_held(a, 1)}-{_held(b, 2)},{guard}){sign}0"
            return Reference(text, plain=False, strength=0)
    raise NotLiveError(NOT_HELD)


def _held(reference: Reference, needed: int) -> str:
    return reference.text if reference.strength >= needed else f"({reference.text})"


def _depth(text: str) -> int:
    """Return how deep brackets stand inside one another; those in a sheet's name are none."""
    if (most := text.count("(")) <= _DEEPEST:
        return most  # not more than that: what is as deep as that is rare
    deepest = depth = 0
    for sign in re.findall("[()]", re.sub("'[^']*'", "", text)):
        depth += 1 if sign == "(" else -1
        deepest = max(deepest, depth)
    return deepest


class _Writer:
    """Writes the terms of one formula."""

    def __init__(
        self,
        inputs: Sequence[Input],
        known: Mapping[str, Reference | Sequence[Reference]],
        errors: Errors,
    ) -> None:
        self._values: dict[str, Value] = {each.name: each.value for each in inputs}
        self._known = known
        self._errors = errors
        self._taken = True
        """Whether the value of what is written counts, and not that of another branch."""

    def missed(self, term: Term) -> Fraction:
        """Return the most by which a spreadsheet misses a term that counts."""
        return self._errors.of(term)

    def write(self, term: Term) -> Reference:
        """Return the text of a term."""
        match term:
            case Number(value=value, percent=True):
                return Reference(f"{number(value * 100)}%", plain=(value * 100).denominator == 1)
            case Number(value=value):
                return literal(value)
            case Name(name=name):
                known = self._known[name]
                if not isinstance(known, Reference):
                    raise TypeError(name)  # check() does not let a list stand for a number
                return known
            case Negation(operand=operand):
                text = f"-{self._inside(operand, _WORD_STRENGTH)}"
                return Reference(text, plain=False, strength=0)
            case Operation(operator=sign, left=left, right=right):
                strength = _STRENGTH[sign]
                text = f"{self._inside(left, strength)}{sign}{self._inside(right, strength + 1)}"
                return Reference(text, plain=False, strength=strength)
            case Comparison():
                return self._comparison(term)
            case Choice(condition=condition, then=then, otherwise=otherwise):
                holding = self._taken and holds(condition, self._values)
                texts = (
                    self.write(condition).text,
                    self._branch(then, taken=holding),
                    self._branch(otherwise, taken=not holding),
                )
                return Reference(f"IF({','.join(texts)})", plain=False)
            case Call():
                return Reference(self._call(term), plain=False)

    def _inside(self, term: Term, needed: int) -> str:
        return _held(self.write(term), needed)

    def _branch(self, term: Term, *, taken: bool) -> str:
        """Return the text of a branch: where it is not taken, no border can be too close."""
        before = self._taken
        self._taken = before and taken
        text = self.write(term).text
        self._taken = before
        return text

    def _value(self, term: Term) -> Fraction:
        """Return the value of a term; in a branch that is not taken it may have none."""
        try:
            return evaluate(term, self._values)
        except UndefinedValueError:
            if self._taken:
                raise
            return Fraction(0)

    def _comparison(self, term: Comparison) -> Reference:
        left, right = self.write(term.left), self.write(term.right)
        a, b = self._value(term.left), self._value(term.right)
        if self._taken:
            missed = self.missed(term.left) + self.missed(term.right)
            return compared(term.operator, (left, a), (right, b), missed)
        either = max(a, b, key=abs)
        return compared(term.operator, (left, either), (right, either))

    def _rounding(self, term: Term, rounding: Rounding) -> str:
        text, value = self.write(term).text, self._value(term)
        if self._taken:
            return rounded(text, value, rounding, self.missed(term))
        near = Rounding(min(rounding.places, decimals(value)), Mode.DOWN)(value)
        return rounded(text, near, rounding)

    def _call(self, call: Call) -> str:
        name, (first, *rest) = call.function, call.arguments
        if isinstance(FUNCTIONS[name], Banded):
            return self.write(branches(call)).text
        if name in _ROUNDINGS:
            places = evaluate(rest[0], self._values) if rest else Fraction(0)
            return self._rounding(first, Rounding(int(places), _ROUNDINGS[name]))
        if name == "clamp":
            x, least, most = (self.write(each).text for each in call.arguments)
            return f"MAX({least},MIN({x},{most}))"
        if name == "trimmed_mean":
            highest, lowest = (int(evaluate(each, self._values)) for each in rest)
            return self._trimmed(first, highest, lowest)
        return called(name, self._arguments(call))

    def _arguments(self, call: Call) -> list[str]:
        (first, *_rest) = call.arguments
        listed = self._known[first.name] if isinstance(first, Name) else None
        if listed is not None and not isinstance(listed, Reference):
            return [each.text for each in listed]
        return [self.write(each).text for each in call.arguments]

    def _trimmed(self, listed: Term, highest: int, lowest: int) -> str:
        """Return the mean of what is neither among the highest nor among the lowest."""
        if not isinstance(listed, Name):
            raise TypeError(listed)
        values, known = self._values[listed.name], self._known[listed.name]
        if isinstance(known, Reference) or not isinstance(values, tuple) or len(known) != 1:
            raise NotLiveError(NO_RANGE)
        kept = range(lowest + 1, len(values) - highest + 1)
        return called("mean", [f"SMALL({known[0].text},{place})" for place in kept])


def called(name: str, arguments: Iterable[str]) -> str:
    """Return a call; a sum, a least or a most of too many is split into calls of calls."""
    listed = list(arguments)
    function = _CALLS[name]
    while len(listed) > _MOST_ARGUMENTS:
        if name not in _NESTING:
            raise NotLiveError(TOO_LONG)
        listed = [
            f"{function}({','.join(listed[at : at + _MOST_ARGUMENTS])})"
            for at in range(0, len(listed), _MOST_ARGUMENTS)
        ]
    return f"{function}({','.join(listed)})"
