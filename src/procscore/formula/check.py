"""What a formula may say where it stands: names, numbers of arguments, lists, truth values."""

from collections.abc import Collection, Iterator
from itertools import pairwise

from procscore.diagnostics import suggest
from procscore.formula.bands import limit_terms, literal, literal_text, value_terms
from procscore.formula.errors import FormulaError
from procscore.formula.functions import FUNCTIONS, Banded
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

_MOST_PLACES = 20
_TABLES = {
    "otherwise": (
        N_(
            "{function}(…) takes a number, limits each followed by its value, and a value for all beyond (arguments here: {count})"
        ),
        4,
    ),
    "point": (
        N_(
            "{function}(…) takes a number and two or more points, each an x followed by its y (arguments here: {count})"
        ),
        5,
    ),
}
"""How the arguments of a banded function are told, and the fewest that there can be."""


def check(
    formula: Formula, numbers: Collection[str], lists: Collection[str] = ()
) -> Iterator[FormulaError]:
    """Give every fault of `formula` where `numbers` and `lists` are the names that have a value."""
    yield from _Checker(frozenset(numbers), frozenset(lists)).number(formula.term)


class _Checker:
    def __init__(self, numbers: frozenset[str], lists: frozenset[str]) -> None:
        self._numbers = numbers
        self._lists = lists

    def number(self, term: Term) -> Iterator[FormulaError]:
        """Check a term that must be a number."""
        match term:
            case Number():
                return
            case Name(name=name):
                yield from self._name(term, name)
            case Negation(operand=operand):
                yield from self.number(operand)
            case Operation(left=left, right=right):
                yield from self.number(left)
                yield from self.number(right)
            case Comparison():
                yield FormulaError(
                    message(N_("a comparison is only possible as the condition of if(…)")),
                    term.position,
                )
            case Choice(condition=condition, then=then, otherwise=otherwise):
                yield from self._condition(condition)
                yield from self.number(then)
                yield from self.number(otherwise)
            case Call():
                yield from self._call(term)

    def _name(self, term: Name, name: str) -> Iterator[FormulaError]:
        if name in self._numbers:
            return
        if name in self._lists:
            reason = message(
                N_("“{name}” is a list; take mean({name}), sum({name}) or the like"), name=name
            )
        else:
            known = sorted(self._numbers | self._lists)
            reason = message(
                N_("the name “{name}” has no meaning here. {suggestion}"),
                name=name,
                suggestion=suggest(name, known),
            )
        yield FormulaError(reason, term.position)

    def _call(self, call: Call) -> Iterator[FormulaError]:
        function = FUNCTIONS[call.function]
        if isinstance(function, Banded):
            yield from self._banded(call, function)
            return
        count = len(call.arguments)
        if count < function.fewest or (function.most is not None and count > function.most):
            yield FormulaError(
                message(
                    N_("{function}(…) takes {expected}, not {count}"),
                    function=call.function,
                    expected=_expected(function.fewest, function.most),
                    count=count,
                ),
                call.position,
            )
            return
        first, *rest = call.arguments
        if function.of_list != "never" and isinstance(first, Name) and first.name in self._lists:
            if rest and function.of_list == "also":
                yield FormulaError(
                    message(N_("a list stands alone in {function}(…)"), function=call.function),
                    rest[0].position,
                )
        elif function.of_list == "only":
            yield FormulaError(
                message(
                    N_("the first argument of {function}(…) is a list"), function=call.function
                ),
                first.position,
            )
        else:
            yield from self.number(first)
        for argument in rest:
            yield from self.number(argument)
        if call.function in {"round", "up", "down"} and rest:
            yield from self._whole(rest[0], -_MOST_PLACES)
        if call.function == "trimmed_mean":
            for argument in rest:
                yield from self._whole(argument, 0)

    def _banded(self, call: Call, function: Banded) -> Iterator[FormulaError]:
        reason, fewest = _TABLES[function.last]
        count = len(call.arguments)
        if count < fewest or count % 2 != fewest % 2:
            told = message(reason, function=call.function, count=count)
            yield FormulaError(told, call.position)
            return
        yield from self.number(call.arguments[0])
        written = [term for term in limit_terms(call) if literal(term) is not None]
        for term in limit_terms(call):
            if term not in written:
                told = message(N_("a limit is written as a number, such as 500000 or 80%"))
                yield FormulaError(told, term.position)
        for before, term in pairwise(written):
            if (literal(term) or 0) <= (literal(before) or 0):
                told = message(
                    N_("the limits must rise, but {limit} stands after {before}"),
                    limit=literal_text(term),
                    before=literal_text(before),
                )
                yield FormulaError(told, term.position)
        for term in value_terms(call):
            yield from self.number(term)

    def _condition(self, term: Term) -> Iterator[FormulaError]:
        if not isinstance(term, Comparison):
            yield FormulaError(
                message(N_("the condition of if(…) must be a comparison, such as price < lowest")),
                term.position,
            )
            return
        yield from self.number(term.left)
        yield from self.number(term.right)

    def _whole(self, term: Term, least: int) -> Iterator[FormulaError]:
        literal, sign = (term.operand, -1) if isinstance(term, Negation) else (term, 1)
        if (
            not isinstance(literal, Number)
            or literal.value.denominator != 1
            or not least <= sign * literal.value <= _MOST_PLACES
        ):
            reason = message(
                N_("a whole number from {least} to {most} must stand here"),
                least=least,
                most=_MOST_PLACES,
            )
            yield FormulaError(reason, term.position)


def _expected(fewest: int, most: int | None) -> object:
    if most is None:
        return message(N_("{fewest} or more arguments"), fewest=fewest)
    if fewest == most:
        return message(N_("{fewest} arguments"), fewest=fewest)
    return message(N_("{fewest} to {most} arguments"), fewest=fewest, most=most)
