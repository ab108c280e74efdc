"""The table of a banded call: `up_to(x, 80%, 15, 90%, 10, 0)` has limits 80%, 90%, values 15, 10, 0."""

from fractions import Fraction

from procscore.exact import decimal_text
from procscore.formula.functions import FUNCTIONS, Banded
from procscore.formula.terms import Call, Negation, Number, Term


def limit_terms(call: Call) -> tuple[Term, ...]:
    """Return what stands where the limits stand (of `interpolate`: the x of the points)."""
    return call.arguments[1:-1:2]


def value_terms(call: Call) -> tuple[Term, ...]:
    """Return the values in the order of their limits, and last the one for all beyond, if any."""
    otherwise = call.arguments[-1:] if len(call.arguments) % 2 == 0 else ()
    return (*call.arguments[2::2], *otherwise)


def literal(term: Term) -> Fraction | None:
    """Return the number that is written as `term`, None for a term that is to be computed."""
    match term:
        case Number(value=value):
            return value
        case Negation(operand=Number(value=value)):
            return -value
        case _:
            return None


def literal_text(term: Term) -> str:
    """Return a literal as the sheet has it: 80% stays 80%."""
    match term:
        case Number(value=value, percent=True):
            return f"{decimal_text(value * 100)}%"
        case Number(value=value):
            return decimal_text(value)
        case Negation(operand=operand):
            return f"-{literal_text(operand)}"
        case _:
            raise TypeError(term)


def limits(call: Call) -> tuple[Fraction, ...]:
    """Return the limits of a checked call."""
    numbers = [literal(term) for term in limit_terms(call)]
    return tuple(number for number in numbers if number is not None)


def deciding(call: Call, x: Fraction) -> tuple[int, ...]:
    """Return the indices of the values that a checked call needs at `x`: one, or a line's two ends.

    The function itself is asked, so that what is explained cannot differ from what is computed.
    """
    function = FUNCTIONS[call.function]
    if not isinstance(function, Banded):
        raise TypeError(call.function)
    asked: list[int] = []

    def value(index: int) -> Fraction:
        asked.append(index)
        return Fraction(0)

    function.compute(x, limits(call), value)
    return tuple(asked)
