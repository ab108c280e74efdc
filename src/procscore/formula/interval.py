"""A term computed for all values of its one name between two at once.

Everything that +, −, ×, ÷, comparisons and the functions that compare or average make of an unknown is
a ratio of polynomials (`ratio.py`), as long as no sign changes on the way that something hangs on: of
the difference that a comparison or a table looks at, or of a divisor. Where one does, the interval is
to be divided at that root, which is sought of straight lines only.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import cmp_to_key, reduce
from operator import add
from typing import Any

from procscore.formula.bands import deciding, limits, value_terms
from procscore.formula.errors import UndefinedValueError
from procscore.formula.evaluate import evaluate
from procscore.formula.functions import FUNCTIONS, Banded
from procscore.formula.ratio import UNKNOWN, Ratio, constant, line_root
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
from procscore.language import N_, message

_SIGNS: dict[str, tuple[int, ...]] = {
    "<": (-1,),
    "<=": (-1, 0),
    ">": (1,),
    ">=": (1, 0),
    "=": (0,),
    "<>": (-1, 1),
}
"""The signs of left − right for which a comparison holds."""


class NotAnalysableError(ValueError):
    """The term is none that can be computed for all values of an interval at once."""


class Break(Exception):  # noqa: N818 - no error
    """The interval is to be divided at `at`, which lies inside it."""

    def __init__(self, at: Fraction) -> None:
        super().__init__(at)
        self.at = at


class Interval:
    """All values between two, without these.

    Every method may raise Break, NotAnalysableError, and TooManyPowersError where it would have to
    find a root of a curve.
    """

    def __init__(self, start: Fraction, end: Fraction) -> None:
        """Take the two values; the first is the lesser."""
        self._start = start
        self._end = end

    def ratio(self, term: Term) -> Ratio:
        """Return what `term` is throughout. Raises UndefinedValueError where it is nothing."""
        match term:
            case Number(value=value):
                return constant(value)
            case Name():
                return UNKNOWN
            case Negation(operand=operand):
                return -self.ratio(operand)
            case Operation(operator=sign, left=left, right=right):
                return self._operation(term, sign, self.ratio(left), self.ratio(right))
            case Choice(condition=condition, then=then, otherwise=otherwise):
                return self.ratio(then if self._holds(condition) else otherwise)
            case Call():
                return self._call(term)
            case Comparison():
                raise TypeError(term.operator)  # check() admits it only in an if

    def _operation(self, term: Term, sign: str, left: Ratio, right: Ratio) -> Ratio:
        match sign:
            case "+":
                return left + right
            case "-":
                return left - right
            case "*":
                return left * right
            case _ if self.sign(right):
                return left / right
            case _:
                raise UndefinedValueError(message(N_("division by zero")), term.position)

    def _holds(self, condition: Term) -> bool:
        if not isinstance(condition, Comparison):
            raise TypeError(condition)  # check() does not let this pass
        difference = self.ratio(condition.left) - self.ratio(condition.right)
        return self.sign(difference) in _SIGNS[condition.operator]

    def sign(self, ratio: Ratio) -> int:
        """Return the sign that `ratio` has throughout: -1, 0 or 1.

        Below the line there is no root inside: every divisor has been asked for its sign.
        """
        root = line_root(ratio.above)
        if root is not None and self._start < root < self._end:
            raise Break(root)
        value = ratio(self._middle)
        return (value > 0) - (value < 0)

    def _call(self, call: Call) -> Ratio:
        if isinstance(FUNCTIONS[call.function], Banded):
            return self._banded(call)
        arguments = [self.ratio(argument) for argument in call.arguments]
        if call.function in _WHOLE:
            return _WHOLE[call.function](arguments, cmp_to_key(self._order))
        values = [each.constant for each in arguments]
        numbers = tuple(
            Number(each, percent=False, position=0) for each in values if each is not None
        )
        if len(numbers) < len(arguments):
            raise NotAnalysableError
        return constant(evaluate(Call(call.function, numbers, call.position), {}))

    def _order(self, left: Ratio, right: Ratio) -> int:
        return self.sign(left - right)

    def _banded(self, call: Call) -> Ratio:
        x = self.ratio(call.arguments[0])
        for limit in limits(call):
            self.sign(x - constant(limit))
        indices = deciding(call, x(self._middle))
        first, *second = [self.ratio(value_terms(call)[index]) for index in indices]
        if not second:
            return first
        start, end = (constant(limits(call)[index]) for index in indices)
        return first + (second[0] - first) * (x - start) / (end - start)

    @property
    def _middle(self) -> Fraction:
        return (self._start + self._end) / 2


Order = Callable[[Ratio], Any]
"""A key for sorting ratios by their values, as functools makes it."""


def _mean(arguments: Sequence[Ratio]) -> Ratio:
    return reduce(add, arguments) / constant(Fraction(len(arguments)))


def _median(arguments: Sequence[Ratio], order: Order) -> Ratio:
    ordered, half = sorted(arguments, key=order), len(arguments) // 2
    return ordered[half] if len(ordered) % 2 else _mean(ordered[half - 1 : half + 1])


def _variance(arguments: Sequence[Ratio], _order: Order) -> Ratio:
    centre = _mean(arguments)
    return _mean([(each - centre) * (each - centre) for each in arguments])


_WHOLE: dict[str, Callable[[Sequence[Ratio], Order], Ratio]] = {
    "min": lambda arguments, order: min(arguments, key=order),
    "max": lambda arguments, order: max(arguments, key=order),
    "sum": lambda arguments, _order: reduce(add, arguments),
    "mean": lambda arguments, _order: _mean(arguments),
    "median": _median,
    "variance": _variance,
    "clamp": lambda arguments, order: max(
        arguments[1], min(arguments[0], arguments[2], key=order), key=order
    ),
}
"""The functions that can be computed for all values of an interval at once.

The others are when their arguments are constants.
"""
