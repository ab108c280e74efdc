"""How far binary arithmetic can miss an exact number.

A spreadsheet program keeps numbers with 53 binary digits (IEEE 754). Every number that has more, and
every step of computing, may miss by half of the last one; this module follows such errors through a
formula, so that what is rounded or compared in a spreadsheet can be proved to come out right.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from procscore.exact import SIGNIFICANT_DIGITS, significant_digits, terminates
from procscore.formula.branches import branches
from procscore.formula.derivation import Derivation, Input
from procscore.formula.errors import UndefinedValueError
from procscore.formula.evaluate import Value, evaluate, holds
from procscore.formula.functions import FUNCTIONS, Banded, mean
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

_DIGITS = 53
_HALF = Fraction(1, 2**_DIGITS)
"""Of a number, the most by which the nearest binary one misses it."""
_CUT = Fraction(1, 10 ** (SIGNIFICANT_DIGITS - 1))
"""Of a number, the most that is lost where a program cuts it to 15 digits."""
_VANISHING = Fraction(1, 2**47)
"""A difference that is so small a part of what it is taken from may be shown as 0 instead."""
_MAYBE_ZERO = message(N_("a spreadsheet may divide by zero here"))
_ROUNDING = frozenset({"round", "up", "down"})
_DECIMALS_OF = {2**places: places for places in range(10)}
"""The decimals of whole numbers, halves, quarters …, by the denominator."""

Found = dict[int, tuple[Derivation, Fraction]]
"""Errors that were found before, by the identity of a derivation, which is kept as well so that no
other object gets its number. Who writes many formulas over the same numbers passes one on."""


def kept(value: Fraction) -> Fraction:
    """Return the most by which a cell, or a number in a formula, misses the number it holds."""
    places = _DECIMALS_OF.get(value.denominator)
    if places is not None and abs(value.numerator) * 5**places < 10**SIGNIFICANT_DIGITS:
        return Fraction(0)  # most numbers are like that, and it is soon seen
    if not terminates(value) or significant_digits(value) > SIGNIFICANT_DIGITS:
        return abs(value) * _CUT
    return Fraction(0) if _is_binary(value) else abs(value) * _HALF


def _is_binary(value: Fraction) -> bool:
    """Tell whether a number is one of those that binary arithmetic has; none here is too small."""
    odd_part = value.numerator // (value.numerator & -value.numerator) if value else 0
    power_of_two = value.denominator & (value.denominator - 1) == 0
    return power_of_two and abs(odd_part).bit_length() <= _DIGITS


def of_difference(a: Fraction, b: Fraction, carried: Fraction) -> Fraction:
    """Return the most by which a - b is missed, if a and b together are missed by `carried`."""
    apart = a - b
    vanished = abs(apart) if abs(apart) < abs(a) * _VANISHING else Fraction(0)
    return _after_step(apart, carried + vanished)


def error(derivation: Derivation, found: Found | None = None) -> Fraction:
    """Return the most by which a spreadsheet that computes every cell misses a derivation's value.

    Raises UndefinedValueError where a spreadsheet may find no value.
    """
    found = {} if found is None else found
    if id(derivation) not in found:
        if derivation.rounding:
            missed = kept(derivation.value)
        else:
            missed = Errors(derivation.inputs, found).of(derivation.formula.term)
        found[id(derivation)] = derivation, missed
    return found[id(derivation)][1]


class Errors:
    """The errors of what is computed from given inputs."""

    def __init__(self, inputs: Sequence[Input], found: Found | None = None) -> None:
        """Take the inputs of a derivation, with what they were themselves computed from."""
        self._found: Found = {} if found is None else found
        self._values: Mapping[str, Value] = {each.name: each.value for each in inputs}
        self._inputs = {each.name: each for each in inputs}
        self._errors: dict[str, tuple[Fraction, ...]] = {}
        """Of the inputs that were asked for: each may have a long history."""

    def _of_input(self, name: str) -> tuple[Fraction, ...]:
        if name not in self._errors:
            self._errors[name] = _of_input(self._inputs[name], self._found)
        return self._errors[name]

    def of(self, term: Term) -> Fraction:
        """Return the most by which the value of a term is missed, if every comparison comes out right.

        Raises UndefinedValueError where the term has no value.
        """
        match term:
            case Number(value=value):
                return _after_step(value, kept(value * 100) / 100) if term.percent else kept(value)
            case Name(name=name):
                (missed,) = self._of_input(name)
                return missed
            case Negation(operand=operand):
                return self.of(operand)
            case Operation():
                return self._of_operation(term)
            case Choice(condition=condition, then=then, otherwise=otherwise):
                return self.of(then if holds(condition, self._values) else otherwise)
            case Call():
                return self._of_call(term)
            case Comparison():
                raise TypeError(term.operator)  # a comparison is true or false

    def _of_operation(self, term: Operation) -> Fraction:
        a, b = (evaluate(each, self._values) for each in (term.left, term.right))
        value = evaluate(term, self._values)
        left, right = self.of(term.left), self.of(term.right)
        match term.operator:
            case "+" | "-":
                return of_difference(a, b if term.operator == "-" else -b, left + right)
            case "*":
                carried = abs(a) * right + abs(b) * left + left * right
            case _:
                least = abs(b) - right
                if least <= 0:
                    raise UndefinedValueError(_MAYBE_ZERO, term.position)
                carried = (left + abs(value) * right) / least
        return _after_step(value, carried)

    def _of_call(self, call: Call) -> Fraction:
        name, value = call.function, evaluate(call, self._values)
        if isinstance(FUNCTIONS[name], Banded):
            return self.of(branches(call))
        if name in _ROUNDING:
            return kept(value)
        values, errors = self._arguments(call)
        most = max(errors)
        match name:
            case "sum":
                return _of_sum(values, errors)
            case "mean":
                return _after_step(value, _of_sum(values, errors) / len(values))
            case "median":
                return _after_step(value, _after_step(value, most))  # two are added, and halved
            case "trimmed_mean":
                # What is left out may be any of them, so that the greatest stand for those kept.
                greatest = max(abs(each) for each in values)
                return _after_step(value, most + len(values) * greatest * _HALF)
            case "variance":
                return _of_variance(values, errors)
            case _:
                return most

    def _arguments(self, call: Call) -> tuple[tuple[Fraction, ...], tuple[Fraction, ...]]:
        """Return the numbers that go into a call, and by how much each may be missed."""
        first = call.arguments[0]
        if isinstance(first, Name):
            listed = self._values[first.name]
            if isinstance(listed, tuple):
                return listed, self._of_input(first.name)
        values = tuple(evaluate(each, self._values) for each in call.arguments)
        return values, tuple(self.of(each) for each in call.arguments)


def _of_input(given: Input, found: Found) -> tuple[Fraction, ...]:
    """Return by how much each value of an input may be missed; a number is one value."""
    if not isinstance(given.value, tuple):
        return (error(given.derivation, found) if given.derivation else kept(given.value),)
    if len(given.derivations) == len(given.value):
        return tuple(error(each, found) for each in given.derivations)
    return tuple(kept(each) for each in given.value)


def _after_step(value: Fraction, carried: Fraction) -> Fraction:
    """Return the error of a computed number: what its operands carried in, and its own rounding."""
    if not carried and _is_binary(value):
        return carried
    return carried + (abs(value) + carried) * _HALF


def _of_sum(values: Sequence[Fraction], errors: Sequence[Fraction]) -> Fraction:
    carried = sum(errors, Fraction(0))
    greatest = sum((abs(each) for each in values), Fraction(0))
    if not carried and all(_is_binary(each) for each in values):
        finest = max(each.denominator for each in values)
        if greatest * finest < 2**_DIGITS:
            return carried  # whole numbers, halves and the like add up exactly in every order
    return carried + len(values) * (greatest + carried) * _HALF


def _of_variance(values: Sequence[Fraction], errors: Sequence[Fraction]) -> Fraction:
    centre = mean(values)
    off = _of_sum(values, errors) / len(values) + abs(centre) * _HALF
    squares, carried = [], []
    for value, missed in zip(values, errors, strict=True):
        away = abs(value - centre)
        missing = missed + off + (away + missed + off) * _HALF
        squares.append(away**2)
        carried.append(2 * away * missing + missing**2 + (away + missing) ** 2 * _HALF)
    return (_of_sum(squares, carried) + sum(squares) * _HALF) / len(values)
