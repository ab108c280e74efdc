"""The table of a banded call told by comparisons alone, for who knows nothing but `if`."""

from itertools import pairwise

from procscore.formula.bands import limit_terms, value_terms
from procscore.formula.terms import Call, Choice, Comparison, Operation, Term

_DEEPEST = 24
"""Comparisons that stand inside one another before a table is halved; Excel nests no more than 64."""


def branches(call: Call) -> Term:
    """Return a term of the same value: one comparison a limit, in the order of the table."""
    x, limits, values = call.arguments[0], limit_terms(call), value_terms(call)
    if call.function != "interpolate":
        sign = "<=" if call.function == "up_to" else "<"
        return _chosen(call, sign, limits, values)
    lines = [_line(call, x, *ends) for ends in pairwise(tuple(zip(limits, values, strict=True)))]
    return _chosen(call, "<=", limits, (values[0], *lines, values[-1]))


def _chosen(call: Call, sign: str, limits: tuple[Term, ...], values: tuple[Term, ...]) -> Term:
    """Return the value of the first limit that x is within, else the last one."""
    if len(limits) > _DEEPEST:
        half = len(limits) // 2
        low = _chosen(call, sign, limits[: half - 1], values[:half])
        high = _chosen(call, sign, limits[half:], values[half:])
        return _if(call, sign, limits[half - 1], low, high)
    chosen = values[-1]
    for limit, value in zip(reversed(limits), reversed(values[:-1]), strict=True):
        chosen = _if(call, sign, limit, value, chosen)
    return chosen


def _if(call: Call, sign: str, limit: Term, then: Term, otherwise: Term) -> Term:
    within = Comparison(sign, call.arguments[0], limit, call.position)
    return Choice(within, then, otherwise, call.position)


def _line(call: Call, x: Term, start: tuple[Term, Term], end: tuple[Term, Term]) -> Term:
    """Return the height at x of the straight line between two points."""

    def operation(sign: str, left: Term, right: Term) -> Operation:
        return Operation(sign, left, right, call.position)

    (low, first), (high, second) = start, end
    rise = operation("*", operation("-", second, first), operation("-", x, low))
    return operation("+", first, operation("/", rise, operation("-", high, low)))
