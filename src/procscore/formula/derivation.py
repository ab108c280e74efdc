"""How a number came about: the formula, what went in, the exact value, the rounding, the result."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from procscore.diagnostics.location import Location
from procscore.exact import Rounding
from procscore.formula.errors import UndefinedValueError
from procscore.formula.evaluate import Value, evaluate
from procscore.formula.terms import Formula
from procscore.language import N_, message

_LONGEST_BITS = 12_000
"""Some 3,600 digits: Python writes no number of more than 4,300, and no rule needs one."""


@dataclass(frozen=True, slots=True)
class Input:
    """A value that went into a formula under a name.

    `where` holds the cell of a single value, or one place a value of a list. A value that was
    itself computed carries its own derivation instead, and the values of a list one derivation
    each in `derivations`, so that every number can be followed down to the cells.
    """

    name: str
    value: Value
    where: tuple[Location, ...] = ()
    derivation: "Derivation | None" = None
    derivations: tuple["Derivation", ...] = ()


@dataclass(frozen=True, slots=True)
class Derivation:
    """A computed number with its whole history."""

    formula: Formula
    inputs: tuple[Input, ...]
    exact: Fraction
    rounding: Rounding | None
    value: Fraction


def derive(
    formula: Formula, inputs: Iterable[Input], rounding: Rounding | None = None
) -> Derivation:
    """Compute `formula` over `inputs`, then round once if `rounding` is given.

    Everything that scores goes through here. Raises UndefinedValueError where the formula has no
    value for these inputs.
    """
    kept = tuple(inputs)
    exact = evaluate(formula.term, {each.name: each.value for each in kept})
    if max(exact.numerator.bit_length(), exact.denominator.bit_length()) > _LONGEST_BITS:
        raise UndefinedValueError(message(N_("the number is too long to be written")), 0)
    return Derivation(formula, kept, exact, rounding, rounding(exact) if rounding else exact)
