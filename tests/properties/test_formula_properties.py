"""The scoring language against Python: one expression is written in both and computed twice."""

import itertools
from fractions import Fraction

from hypothesis import example, given, settings
from hypothesis import strategies as st

from procscore.exact import decimal_text
from procscore.formula import FormulaError, Input, UndefinedValueError, check, derive, parse
from procscore.formula.evaluate import evaluate
from procscore.formula.prose import substituted
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

NAMES = ("a", "b", "価格")


def mean(*values):
    return sum(values, Fraction(0)) / len(values)


def clamp(value, least, most):
    return max(least, min(value, most))


PYTHON = {"F": Fraction, "mean": mean, "clamp": clamp, "min": min, "max": max}

# A pair is (text of the scoring language, text of Python) of one expression.
Pair = tuple[str, str]

numerals = st.decimals(0, 999, places=2).map(lambda number: f"{number.normalize():f}")
atoms = st.one_of(
    numerals.map(lambda text: (text, f"F('{text}')")),
    numerals.map(lambda text: (f"{text}%", f"(F('{text}') / 100)")),
    st.sampled_from(NAMES).map(lambda name: (name, name)),
)


@st.composite
def sums(draw, atom: st.SearchStrategy[Pair]) -> Pair:
    """Terms joined by signs without brackets, so that both sides must agree on precedence."""
    ours, pythons = [], []
    for index in range(draw(st.integers(1, 4))):
        if index:
            sign = draw(st.sampled_from("+-*/"))
            ours.append(
                {"*": draw(st.sampled_from("*×")), "/": draw(st.sampled_from("/÷"))}.get(sign, sign)
            )
            pythons.append(sign)
        minus = draw(st.sampled_from(["", "", "-"]))
        text, python = draw(atom)
        ours.append(minus + text)
        pythons.append(minus + python)
    return draw(st.sampled_from(["", " "])).join(ours), " ".join(pythons)


@st.composite
def calls(draw, inner: st.SearchStrategy[Pair]) -> Pair:
    function = draw(st.sampled_from(["min", "max", "mean", "clamp"]))
    count = 3 if function == "clamp" else draw(st.integers(2, 3))
    arguments = [draw(inner) for _ in range(count)]
    ours, pythons = (", ".join(texts) for texts in zip(*arguments, strict=True))
    return f"{function}({ours})", f"{function}({pythons})"


@st.composite
def choices(draw, inner: st.SearchStrategy[Pair]) -> Pair:
    left, right, then, otherwise = (draw(inner) for _ in range(4))
    ours, python = draw(
        st.sampled_from(
            [("<", "<"), ("≦", "<="), (">", ">"), (">=", ">="), ("=", "=="), ("<>", "!=")]
        )
    )
    return (
        f"if({left[0]} {ours} {right[0]}, {then[0]}, {otherwise[0]})",
        f"(({then[1]}) if ({left[1]}) {python} ({right[1]}) else ({otherwise[1]}))",
    )


def bracketed(pair: Pair) -> Pair:
    return f"({pair[0]})", f"({pair[1]})"


def expressions(*, with_choices: bool = True) -> st.SearchStrategy[Pair]:
    def larger(atom: st.SearchStrategy[Pair]) -> st.SearchStrategy[Pair]:
        inner = sums(atom)
        kinds = [inner.map(bracketed), calls(inner)]
        return st.one_of(*kinds, choices(inner)) if with_choices else st.one_of(*kinds)

    return sums(st.recursive(atoms, larger, max_leaves=8))


values = st.fixed_dictionaries({name: st.fractions(max_denominator=12) for name in NAMES})
positive_values = st.fixed_dictionaries(
    {name: st.integers(0, 9999).map(lambda cents: Fraction(cents, 100)) for name in NAMES}
)


@given(expressions(), values)
def test_a_formula_has_the_value_that_python_gives_it(pair, names):
    text, python = pair
    try:
        expected = eval(python, {**PYTHON, **names})  # noqa: S307 - written above, by ourselves
    except ZeroDivisionError:
        expected = "undefined"
    try:
        found = evaluate(parse(text).term, names)
    except UndefinedValueError:
        found = "undefined"
    assert found == expected


@settings(max_examples=30)
@given(expressions(), values)
def test_a_division_by_zero_is_told_at_a_division(pair, names):
    text, _ = pair
    position = next((i for i, sign in enumerate(text) if sign in "/÷"), None)
    try:
        evaluate(parse(text).term, names)
    except UndefinedValueError as fault:
        position = fault.position
    assert position is None or text[position] in "/÷"


@settings(max_examples=30)
@given(expressions())
def test_whatever_the_grammar_allows_is_found_sound(pair):
    assert list(check(parse(pair[0]), NAMES)) == []


def written(term: Term) -> str:
    """Return the text of a term with every bracket that can be."""
    match term:
        case Number(value=value, percent=True):
            return f"{decimal_text(value * 100)}%"
        case Number(value=value):
            return decimal_text(value)
        case Name(name=name):
            return name
        case Negation(operand=operand):
            return f"-({written(operand)})"
        case Operation(operator=sign, left=left, right=right):
            return f"({written(left)}) {sign} ({written(right)})"
        case Comparison(operator=sign, left=left, right=right):
            return f"({written(left)}) {sign} ({written(right)})"
        case Choice(condition=condition, then=then, otherwise=otherwise):
            return f"if({', '.join(map(written, (condition, then, otherwise)))})"
        case Call(function=function, arguments=arguments):
            return f"{function}({', '.join(map(written, arguments))})"


@given(expressions())
def test_a_formula_that_is_written_anew_is_the_same_formula(pair):
    formula = parse(pair[0])
    assert parse(written(formula.term)) == formula


@given(expressions(with_choices=False), positive_values)
def test_what_the_prose_says_comes_to_the_value_that_it_claims(pair, names):
    """Brackets left out of an explanation would make it explain another number."""
    inputs = [Input(name, value) for name, value in names.items()]
    formula = parse(pair[0])
    try:
        expected = derive(formula, inputs).exact
    except UndefinedValueError:
        return
    assert evaluate(parse(substituted(formula, inputs)).term, {}) == expected


marks = st.lists(st.integers(0, 99).map(Fraction), min_size=1, max_size=5).map(tuple)


@given(st.sampled_from(["sum", "mean"]), st.sampled_from("+-*/"), marks)
def test_marks_that_are_spelled_out_come_to_their_sum_or_mean(function, sign, given_marks):
    formula = parse(f"6 {sign} {function}(marks)")
    inputs = [Input("marks", given_marks)]
    whole = sum(given_marks, Fraction(0))
    right = whole / len(given_marks) if function == "mean" else whole
    if sign == "/" and right == 0:
        return
    expected = {"+": 6 + right, "-": 6 - right, "*": 6 * right, "/": right and 6 / right}[sign]
    assert derive(formula, inputs).value == expected
    assert evaluate(parse(substituted(formula, inputs)).term, {}) == expected


@given(
    st.lists(st.integers(-9, 9).map(Fraction), max_size=7),
    st.integers(0, 8),
    st.integers(0, 8),
)
@example([Fraction(1), Fraction(9)], 3, 0)
def test_a_trimmed_mean_is_the_mean_of_what_is_left_one_by_one(given_marks, highest, lowest):
    kept = list(given_marks)
    for leave_out, times in ((max, highest), (min, lowest)):
        for _ in range(times):
            if kept:
                kept.remove(leave_out(kept))
    term = parse(f"trimmed_mean(marks, {highest}, {lowest})").term
    try:
        found = evaluate(term, {"marks": tuple(given_marks)})
    except UndefinedValueError:
        found = None
    assert found == (sum(kept, Fraction(0)) / len(kept) if kept else None)


fractions = st.fractions(-99, 99, max_denominator=9)
tables = st.dictionaries(
    st.integers(-99, 99).map(lambda tenth: Fraction(tenth, 10)), numerals, min_size=2, max_size=5
).map(lambda table: sorted(table.items()))


def table_text(function, table, *otherwise):
    pairs = [f"{decimal_text(limit)}, {value}" for limit, value in table]
    return f"{function}({', '.join(['x', *pairs, *otherwise])})"


@given(st.sampled_from([("up_to", "<="), ("below", "<")]), tables, numerals, fractions)
def test_a_table_of_bands_is_an_if_within_an_if(function, table, otherwise, x):
    name, sign = function
    nested = otherwise
    for limit, value in reversed(table):
        nested = f"if(x {sign} {decimal_text(limit)}, {value}, {nested})"
    banded = parse(table_text(name, table, otherwise))
    assert list(check(banded, ["x"])) == []
    for each in (x, *(limit for limit, _ in table)):
        found = evaluate(banded.term, {"x": each})
        assert found == evaluate(parse(nested).term, {"x": each})


@given(tables, fractions, fractions)
def test_an_interpolation_goes_through_its_points_and_straight_between_them(table, one, other):
    formula = parse(table_text("interpolate", table))
    assert list(check(formula, ["x"])) == []
    corners = [(limit, Fraction(value)) for limit, value in table]
    assert [evaluate(formula.term, {"x": x}) for x, _ in corners] == [y for _, y in corners]
    for (start, first), (end, second) in itertools.pairwise(corners):
        inside = sorted(x for x in (one, other) if start <= x <= end)
        heights = [evaluate(formula.term, {"x": x}) for x in inside]
        assert heights == sorted(heights, reverse=second < first)
        slopes = {
            (y - first) / (x - start) for x, y in zip(inside, heights, strict=True) if x > start
        }
        assert slopes <= {(second - first) / (end - start)}
    outside = [x for x in (one, other) if not corners[0][0] <= x <= corners[-1][0]]
    nearest = [corners[0 if x < corners[0][0] else -1][1] for x in outside]
    assert [evaluate(formula.term, {"x": x}) for x in outside] == nearest


@given(tables, fractions)
def test_the_straight_line_that_the_prose_shows_comes_to_the_value(table, x):
    formula = parse(table_text("interpolate", table))
    inputs = [Input("x", Fraction(round(x * 100), 100))]
    _where, line = substituted(formula, inputs).split("] ")
    assert evaluate(parse(line).term, {}) == derive(formula, inputs).exact


words = st.sampled_from(
    [
        *(
            "1",
            "2.5",
            "75%",
            "0",
            "a",
            "marks",
            "価格",
            "+",
            "-",
            "*",
            "/",
            "(",
            ")",
            ",",
            "<",
            "=",
        ),
        *(
            "if(",
            "min(",
            "mean(",
            "trimmed_mean(marks,",
            "round(",
            "clamp(",
            "up_to(",
            "interpolate(",
            "×",
            "１",
            ".",
            "²",
        ),
    ]
)
soups = st.lists(words, max_size=14).map(" ".join)


@given(st.text() | soups)
@example("9" * 5000)
@example("(" * 5000)
@example("-" * 5000)
def test_any_text_is_a_formula_or_a_formula_error_within_it(text):
    position, reason = 0, "none"
    try:
        parse(text)
    except FormulaError as fault:
        position, reason = fault.position, str(fault.reason)
    assert 0 <= position <= len(text)
    assert reason


@given(soups, values, marks)
def test_what_check_lets_pass_has_a_value_or_is_undefined(text, names, given_marks):
    try:
        formula = parse(text)
    except FormulaError:
        return
    if list(check(formula, NAMES, ("marks",))):
        return
    try:
        found = evaluate(formula.term, {**names, "marks": given_marks})
    except UndefinedValueError:
        return
    assert isinstance(found, Fraction)
