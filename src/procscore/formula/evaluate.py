"""The exact value of a term."""

import operator
from collections.abc import Callable, Mapping
from fractions import Fraction

from procscore.formula.bands import limits, value_terms
from procscore.formula.errors import UndefinedValueError
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
from procscore.language import N_, message

Value = Fraction | tuple[Fraction, ...]

_OPERATIONS: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}
_COMPARISONS: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}


def evaluate(term: Term, values: Mapping[str, Value]) -> Fraction:
    """Return the value of a checked term.

    Raises UndefinedValueError where there is none (division by zero, nothing to average). Only the
    branch of an `if` and the band of a table that is taken is evaluated, so a sheet can rule the
    case of a zero price.
    """
    match term:
        case Number(value=value):
            return value
        case Name(name=name):
            number = values[name]
            if isinstance(number, tuple):
                raise TypeError(name)  # check() does not let a list stand for a number
            return number
        case Negation(operand=operand):
            return -evaluate(operand, values)
        case Operation(operator=sign, left=left, right=right):
            a, b = evaluate(left, values), evaluate(right, values)
            if sign == "/" and b == 0:
                raise UndefinedValueError(message(N_("division by zero")), term.position)
            return _OPERATIONS[sign](a, b)
        case Choice(condition=condition, then=then, otherwise=otherwise):
            return evaluate(then if holds(condition, values) else otherwise, values)
        case Call():
            return _call(term, values)
        case Comparison():
            raise TypeError(term.operator)  # check() admits it only in an if


def holds(condition: Term, values: Mapping[str, Value]) -> bool:
    """Tell whether the comparison that is the condition of an `if` is true."""
    if not isinstance(condition, Comparison):
        raise TypeError(condition)  # check() does not let this pass
    left, right = evaluate(condition.left, values), evaluate(condition.right, values)
    return _COMPARISONS[condition.operator](left, right)


def _call(call: Call, values: Mapping[str, Value]) -> Fraction:
    function = FUNCTIONS[call.function]
    first, *rest = call.arguments
    if isinstance(function, Banded):
        heights = value_terms(call)
        return function.compute(
            evaluate(first, values),
            limits(call),
            lambda index: evaluate(heights[index], values),
        )
    if function.of_list != "never":
        listed = values.get(first.name) if isinstance(first, Name) else None
        if isinstance(listed, tuple):
            arguments = [evaluate(argument, values) for argument in rest]
            if not listed:
                raise UndefinedValueError(message(N_("there is nothing to average")), call.position)
            try:
                return function.compute(listed, *arguments)
            except ZeroDivisionError:
                raise UndefinedValueError(
                    message(N_("trimming leaves no value")), call.position
                ) from None
        return function.compute([evaluate(argument, values) for argument in call.arguments])
    return function.compute(*[evaluate(argument, values) for argument in call.arguments])
