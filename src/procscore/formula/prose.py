"""A derivation as a person would write it: `200 × 98,000,000 ÷ 112,000,000 = 175`."""

from collections.abc import Iterable
from fractions import Fraction

from procscore.exact import Mode, Rounding, display
from procscore.formula.derivation import Derivation, Input
from procscore.formula.errors import UndefinedValueError
from procscore.formula.evaluate import Value, holds
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
from procscore.language import N_, Message, _, message

_SIGNS = {"*": "×", "/": "÷", "-": "-", "+": "+"}
_STRENGTH = {"+": 1, "-": 1, "*": 2, "/": 2}
_NEGATION_STRENGTH = 3
_WORD_STRENGTH = 4
_LONGEST_LIST = 12
_PLACES = 4
_LITERAL_PLACES = 100

WHOLE_SENTENCES = {
    Mode.HALF_UP: N_("rounded half up to a whole number"),
    Mode.HALF_EVEN: N_("rounded half to even to a whole number"),
    Mode.DOWN: N_("cut down to a whole number"),
    Mode.UP: N_("rounded up to a whole number"),
}
ROUNDING_SENTENCES = {
    Mode.HALF_UP: N_("rounded half up to {places} decimal places"),
    Mode.HALF_EVEN: N_("rounded half to even to {places} decimal places"),
    Mode.DOWN: N_("cut down to {places} decimal places"),
    Mode.UP: N_("rounded up to {places} decimal places"),
}


def prose(derivation: Derivation) -> str:
    """Return the derivation as one line: the formula with its numbers, the value, the rounding.

    Of an `if` the condition and the branch that was taken are shown.
    """
    line = f"{substituted(derivation.formula, derivation.inputs)} = {display(derivation.exact)}"
    if derivation.rounding is None or derivation.value == derivation.exact:
        return line
    places = max(_PLACES, derivation.rounding.places)
    return f"{line} → {display(derivation.value, places=places)} ({rounding_sentence(derivation.rounding)})"


def substituted(formula: Formula, inputs: Iterable[Input]) -> str:
    """Return the formula with the values in place of the names."""
    return _write(formula.term, {each.name: each.value for each in inputs})[0]


def rounding_sentence(rounding: Rounding | None) -> Message:
    """Return how a value is rounded, as a message."""
    if rounding is None:
        return message(N_("not rounded"))
    if rounding.places == 0:
        return message(WHOLE_SENTENCES[rounding.mode])
    # Japanese counts the decimal place that is looked at, one after the last that stays.
    return message(
        ROUNDING_SENTENCES[rounding.mode], places=rounding.places, next=rounding.places + 1
    )


def _write(term: Term, values: dict[str, Value]) -> tuple[str, int]:
    """Return the text of a term and how strongly it holds together."""
    match term:
        case Number(value=value, percent=percent):
            shown = value * 100 if percent else value
            # A literal is shown as the sheet has it, however many decimals that are.
            return display(shown, places=_LITERAL_PLACES) + "%" * percent, _WORD_STRENGTH
        case Name(name=name):
            return _value(values[name])
        case Negation(operand=operand):
            return f"-{_inside(operand, values, _WORD_STRENGTH)}", _NEGATION_STRENGTH
        case Operation(operator=sign, left=left, right=right):
            strength = _STRENGTH[sign]
            a = _inside(left, values, strength)
            # a - (b - c) and a / (b / c) need their brackets, a + (b + c) does not
            b = _inside(right, values, strength + (sign in "-/"))
            return f"{a} {_SIGNS[sign]} {b}", strength
        case Comparison(operator=sign, left=left, right=right):
            return f"{_inside(left, values, 1)} {sign} {_inside(right, values, 1)}", 0
        case Choice(condition=condition, then=then, otherwise=otherwise):
            try:
                taken = holds(condition, values)
            except UndefinedValueError:
                return f"if({_write(condition, values)[0]}, …)", _WORD_STRENGTH
            answer = _("yes") if taken else _("no")
            branch = _inside(then if taken else otherwise, values, 1)
            return f"[{_write(condition, values)[0]}: {answer}] {branch}", 0
        case Call(function="sum" | "mean" as function, arguments=(Name(name=name),)) if isinstance(
            values[name], tuple
        ):
            return _spelled_out(function, values[name])
        case Call(function=function, arguments=arguments):
            listed = ", ".join(_write(each, values)[0] for each in arguments)
            return f"{function}({listed})", _WORD_STRENGTH


def _spelled_out(function: str, value: Value) -> tuple[str, int]:
    """Write a sum or a mean as the addition that it is: `(8 + 9 + 7) ÷ 3`."""
    listed = value if isinstance(value, tuple) else (value,)
    terms = [display(each) if each >= 0 else f"({display(each)})" for each in listed]
    if function == "sum" or len(listed) == 1:
        return " + ".join(terms), _STRENGTH["+"] if len(listed) > 1 else _WORD_STRENGTH
    return f"({' + '.join(terms)}) ÷ {len(listed)}", _STRENGTH["/"]


def _inside(term: Term, values: dict[str, Value], needed: int) -> str:
    text, strength = _write(term, values)
    return text if strength >= needed else f"({text})"


def _value(value: Value) -> tuple[str, int]:
    if isinstance(value, Fraction):
        return display(value), _WORD_STRENGTH if value >= 0 else 0  # (-4) among other terms
    shown = [display(each) for each in value[:_LONGEST_LIST]]
    if len(value) > _LONGEST_LIST:
        shown.append("…")
    return ", ".join(shown), _WORD_STRENGTH
