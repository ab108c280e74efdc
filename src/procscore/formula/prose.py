"""A derivation as a person would write it: `200 × 98,000,000 ÷ 112,000,000 = 175`."""

from collections.abc import Iterable
from fractions import Fraction

from procscore.exact import Mode, Rounding, display
from procscore.formula.bands import deciding, limit_terms, limits, value_terms
from procscore.formula.derivation import Derivation, Input
from procscore.formula.errors import UndefinedValueError
from procscore.formula.evaluate import Value, evaluate, holds
from procscore.formula.functions import FUNCTIONS, Banded, trimmed
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
from procscore.language import N_, Message, message

_SIGNS = {"*": "×", "/": "÷", "-": "-", "+": "+"}
_STRENGTH = {"+": 1, "-": 1, "*": 2, "/": 2}
_NEGATION_STRENGTH = 3
_WORD_STRENGTH = 4
_BORDERS = {"up_to": ("<", "<=", ">"), "below": ("<=", "<", ">=")}
"""How x compares with the limit before its band, with the band's own, and with the last of all."""
_LONGEST_LIST = 12
_PLACES = 4
_LITERAL_PLACES = 100

WHOLE_SENTENCES = {
    Mode.HALF_UP: N_("rounded half up to a whole number"),
    Mode.HALF_EVEN: N_("rounded half to even to a whole number"),
    Mode.DOWN: N_("cut down to a whole number"),
    Mode.UP: N_("rounded up to a whole number"),
}
ONE_PLACE_SENTENCES = {
    Mode.HALF_UP: N_("rounded half up to one decimal place"),
    Mode.HALF_EVEN: N_("rounded half to even to one decimal place"),
    Mode.DOWN: N_("cut down to one decimal place"),
    Mode.UP: N_("rounded up to one decimal place"),
}
ROUNDING_SENTENCES = {
    Mode.HALF_UP: N_("rounded half up to {places} decimal places"),
    Mode.HALF_EVEN: N_("rounded half to even to {places} decimal places"),
    Mode.DOWN: N_("cut down to {places} decimal places"),
    Mode.UP: N_("rounded up to {places} decimal places"),
}


def prose(derivation: Derivation) -> str:
    """Return the derivation as one line: the formula with its numbers, the value, the rounding.

    Of an `if` the condition and the branch that was taken are shown, of a table of bands the band
    and its value, of an `interpolate` the two points and the straight line between them.
    """
    line = substituted(derivation.formula, derivation.inputs)
    value = display(derivation.exact)
    # What is the number itself, by itself or behind what led to it, is not said twice.
    if line.rpartition("] ")[2] != value:
        line = f"{line} = {value}"
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
    if rounding.places == 1:
        return message(ONE_PLACE_SENTENCES[rounding.mode])
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
            told = N_("{condition} holds") if taken else N_("{condition} does not hold")
            said = message(told, condition=_write(condition, values)[0])
            branch = _inside(then if taken else otherwise, values, 1)
            return f"[{said}] {branch}", 0
        case Call(function="sum" | "mean" as function, arguments=(Name(name=name),)) if isinstance(
            values[name], tuple
        ):
            return _spelled_out(function, values[name])
        case Call(
            function="trimmed_mean",
            arguments=(Name(name=name), Number(value=highest), Number(value=lowest)),
        ) if kept := trimmed(_listed(values[name]), highest, lowest):
            return _spelled_out("mean", tuple(kept))
        case Call(function=function) if isinstance(FUNCTIONS[function], Banded):
            return _band(term, values)
        case Call(function=function, arguments=arguments):
            listed = ", ".join(_write(each, values)[0] for each in arguments)
            return f"{function}({listed})", _WORD_STRENGTH


def _band(call: Call, values: dict[str, Value]) -> tuple[str, int]:
    """Write the band that x falls into and what is taken there: `[0.75 <= 80%] 15`."""
    try:
        x = evaluate(call.arguments[0], values)
    except UndefinedValueError:
        return f"{call.function}({_write(call.arguments[0], values)[0]}, …)", _WORD_STRENGTH
    indices = deciding(call, x)
    if len(indices) > 1:
        return _line(call, indices, values), 0
    height = _inside(value_terms(call)[indices[0]], values, 1)
    return f"[{_where(call, indices[0], x, values)}] {height}", 0


def _line(call: Call, ends: tuple[int, ...], values: dict[str, Value]) -> str:
    """Write the two points and the straight line between them."""
    start, end = (_write(limit_terms(call)[index], values)[0] for index in ends)
    heights = [value_terms(call)[index] for index in ends]
    points = [_write(height, values)[0] for height in heights]
    first, second = (_inside(height, values, 2) for height in heights)
    x = _inside(call.arguments[0], values, 1)
    line = f"{first} + ({second} - {first}) × ({x} - {start}) ÷ ({end} - {start})"
    return f"[{start} → {points[0]}, {end} → {points[1]}] {line}"


def _where(call: Call, index: int, x: Fraction, values: dict[str, Value]) -> str:
    """Write in which band x is: `80% < 8,500,000 ÷ 10,000,000 = 0.85 <= 90%`."""
    written, value = _inside(call.arguments[0], values, 1), display(x)
    shown = value if _write(call.arguments[0], values)[0] == value else f"{written} = {value}"
    borders = [_write(term, values)[0] for term in limit_terms(call)]
    if call.function not in _BORDERS:
        limit = limits(call)[index]
        return f"{shown} {'<' if x < limit else '>' if x > limit else '='} {borders[index]}"
    lower, upper, beyond = _BORDERS[call.function]
    if index == len(borders):
        return f"{shown} {beyond} {borders[-1]}"
    from_lower = f"{borders[index - 1]} {lower} " if index else ""
    return f"{from_lower}{shown} {upper} {borders[index]}"


def _spelled_out(function: str, value: Value) -> tuple[str, int]:
    """Write a sum or a mean as the addition that it is: `(8 + 9 + 7) ÷ 3`."""
    listed = _listed(value)
    terms = [display(each) if each >= 0 else f"({display(each)})" for each in listed]
    if function == "sum" or len(listed) == 1:
        return " + ".join(terms), _STRENGTH["+"] if len(listed) > 1 else _WORD_STRENGTH
    return f"({' + '.join(terms)}) ÷ {len(listed)}", _STRENGTH["/"]


def _listed(value: Value) -> tuple[Fraction, ...]:
    return value if isinstance(value, tuple) else (value,)


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
