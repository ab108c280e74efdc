"""Between which numbers a term lies when its names lie between others: sound, not always tight.

Every value that the term can have is within the bounds. Where a name stands in it twice, the bounds
can be wider than what is really reached (`x - x` lies between −1 and 1 for x from 0 to 1), never
narrower.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from procscore.formula.bands import deciding, value_terms
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


class Bounds(NamedTuple):
    """The least and the greatest, both included."""

    low: Fraction
    high: Fraction


def bounds(term: Term, known: Mapping[str, Bounds]) -> Bounds | None:
    """Return the bounds of a checked term whose names lie within those `known`.

    None where there are none: a divisor may be 0, or a name is not known.
    """
    match term:
        case Number(value=value):
            return Bounds(value, value)
        case Name(name=name):
            return known.get(name)
        case Negation(operand=operand):
            inner = bounds(operand, known)
            return inner and Bounds(-inner.high, -inner.low)
        case Operation(operator=sign, left=left, right=right):
            a, b = bounds(left, known), bounds(right, known)
            return _OPERATIONS[sign](a, b) if a and b else None
        case Choice():
            return _choice(term, known)
        case Call():
            return _call(term, known)
        case Comparison():
            raise TypeError(term.operator)  # check() admits it only in an if


def _product(a: Bounds, b: Bounds) -> Bounds:
    corners = [x * y for x in a for y in b]
    return Bounds(min(corners), max(corners))


def _quotient(a: Bounds, b: Bounds) -> Bounds | None:
    if b.low <= 0 <= b.high:
        return None
    return _product(a, Bounds(1 / b.high, 1 / b.low))


_OPERATIONS: dict[str, Callable[[Bounds, Bounds], Bounds | None]] = {
    "+": lambda a, b: Bounds(a.low + b.low, a.high + b.high),
    "-": lambda a, b: Bounds(a.low - b.high, a.high - b.low),
    "*": _product,
    "/": _quotient,
}


def _choice(term: Choice, known: Mapping[str, Bounds]) -> Bounds | None:
    holds = _holds(term.condition, known)
    if holds is not None:
        return bounds(term.then if holds else term.otherwise, known)
    return _union([bounds(term.then, known), bounds(term.otherwise, known)])


_CERTAIN: dict[str, Callable[[Bounds, Bounds], bool]] = {
    "<": lambda a, b: a.high < b.low,
    "<=": lambda a, b: a.high <= b.low,
    ">": lambda a, b: a.low > b.high,
    ">=": lambda a, b: a.low >= b.high,
    "=": lambda a, b: a.low == a.high == b.low == b.high,
    "<>": lambda a, b: a.high < b.low or a.low > b.high,
}
"""When a comparison holds whatever the values are."""
_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "<>", "<>": "="}


def _holds(condition: Term, known: Mapping[str, Bounds]) -> bool | None:
    """Tell whether a comparison always or never holds, None where it hangs on the values."""
    if not isinstance(condition, Comparison):
        raise TypeError(condition)  # check() does not let this pass
    a, b = bounds(condition.left, known), bounds(condition.right, known)
    if a is None or b is None:
        return None
    if _CERTAIN[condition.operator](a, b):
        return True
    return False if _CERTAIN[_OPPOSITE[condition.operator]](a, b) else None


def _union(found: list[Bounds | None]) -> Bounds | None:
    known = [each for each in found if each is not None]
    if len(known) < len(found):
        return None
    return Bounds(min(each.low for each in known), max(each.high for each in known))


_RISING = frozenset({"min", "max", "sum", "mean", "median", "clamp"})
"""Functions that never fall when an argument rises."""
_ROUNDING = frozenset({"round", "up", "down"})


def _call(call: Call, known: Mapping[str, Bounds]) -> Bounds | None:
    function = FUNCTIONS[call.function]
    arguments = [bounds(argument, known) for argument in call.arguments]
    found = [each for each in arguments if each is not None]
    if isinstance(function, Banded):
        x = arguments[0]
        if x is None:
            return None
        first, last = min(deciding(call, x.low)), max(deciding(call, x.high))
        return _union([bounds(each, known) for each in value_terms(call)[first : last + 1]])
    if len(found) < len(arguments):
        return None
    lows, highs = [each.low for each in found], [each.high for each in found]
    fixed = call.function in _ROUNDING and lows[1:] == highs[1:]
    if call.function not in _RISING and not fixed:
        return None
    compute: Callable[[list[Fraction]], Any] = (
        function.compute
        if function.of_list != "never"
        else lambda numbers: function.compute(*numbers)
    )
    return Bounds(compute(lows), compute(highs))
