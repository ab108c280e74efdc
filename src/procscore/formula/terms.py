"""The terms a formula is made of. Every term knows where it stands in the text."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Number:
    """A literal number; `percent` remembers that it was written with a % sign."""

    value: Fraction
    percent: bool
    position: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Name:
    """A name whose value comes from outside."""

    name: str
    position: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Negation:
    """Minus a term."""

    operand: "Term"
    position: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Operation:
    """Two terms joined by `+`, `-`, `*` or `/`; `position` is the operator's."""

    operator: str
    left: "Term"
    right: "Term"
    position: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two terms compared by `<`, `<=`, `>`, `>=`, `=` or `<>`."""

    operator: str
    left: "Term"
    right: "Term"
    position: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Call:
    """A function applied to arguments."""

    function: str
    arguments: tuple["Term", ...]
    position: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Choice:
    """`if(condition, then, otherwise)`."""

    condition: "Term"
    then: "Term"
    otherwise: "Term"
    position: int = field(compare=False)


Term = Number | Name | Negation | Operation | Comparison | Call | Choice


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as it was written and what it means. Equal when the meaning is equal."""

    text: str = field(compare=False)
    term: Term


def walk(term: Term) -> Iterator[Term]:
    """Give `term` and all terms inside it, from left to right."""
    yield term
    match term:
        case Negation(operand=inner):
            yield from walk(inner)
        case Operation(left=left, right=right) | Comparison(left=left, right=right):
            yield from walk(left)
            yield from walk(right)
        case Call(arguments=arguments):
            for argument in arguments:
                yield from walk(argument)
        case Choice(condition=condition, then=then, otherwise=otherwise):
            for inner in (condition, then, otherwise):
                yield from walk(inner)
        case Number() | Name():
            return


def changed(term: Term, change: Callable[[Term], Term]) -> Term:
    """Return `term` with everything inside it, and then it itself, put through `change`."""
    match term:
        case Negation(operand=inner):
            return change(replace(term, operand=changed(inner, change)))
        case Operation(left=left, right=right) | Comparison(left=left, right=right):
            return change(replace(term, left=changed(left, change), right=changed(right, change)))
        case Call(arguments=arguments):
            return change(
                replace(term, arguments=tuple(changed(each, change) for each in arguments))
            )
        case Choice(condition=condition, then=then, otherwise=otherwise):
            return change(
                replace(
                    term,
                    condition=changed(condition, change),
                    then=changed(then, change),
                    otherwise=changed(otherwise, change),
                )
            )
        case Number() | Name():
            return change(term)


def names(formula: Formula) -> tuple[str, ...]:
    """Return the names that a formula uses, each once, in the order of first use."""
    return tuple(dict.fromkeys(term.name for term in walk(formula.term) if isinstance(term, Name)))
