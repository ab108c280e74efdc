"""Curves of random formulas and of all presets against what `evaluate` says at single values."""

from fractions import Fraction
from itertools import pairwise

from hypothesis import assume, example, given
from hypothesis import strategies as st

from procscore.checks.scenes import Priced, studies
from procscore.exact import decimal_text
from procscore.formula import PRESETS, UndefinedValueError, parse
from procscore.formula.curve import Piece, Point, curve
from procscore.formula.evaluate import evaluate
from procscore.formula.interval import NotAnalysableError

TOP = Fraction(100)
numerals = st.sampled_from([0, 1, 2, 20, 30, 50, 80, 99, 100]).map(str) | st.integers(0, 400).map(
    lambda quarter: decimal_text(Fraction(quarter, 4))
)
atoms = st.one_of(st.just("p"), st.just("p"), numerals)
signs = st.sampled_from(["<", "<=", ">", ">=", "=", "<>"])
limits = st.sets(st.integers(-50, 150), min_size=2, max_size=4).map(sorted)


@st.composite
def tables(draw, inner):
    function = draw(st.sampled_from(["up_to", "below", "interpolate"]))
    pairs = [f"{limit}, {draw(inner)}" for limit in draw(limits)]
    last = [] if function == "interpolate" else [draw(inner)]
    return f"{function}({', '.join([draw(inner), *pairs, *last])})"


@st.composite
def lists(draw, inner):
    function = draw(st.sampled_from(["min", "max", "sum", "mean", "median", "variance", "clamp"]))
    count = 3 if function == "clamp" else draw(st.integers(1, 4))
    return f"{function}({', '.join(draw(inner) for _ in range(count))})"


def larger(inner):
    operations = st.tuples(inner, st.sampled_from("+-*/"), inner).map(
        lambda it: f"({' '.join(it)})"
    )
    choices = st.tuples(inner, signs, inner, inner, inner).map(
        lambda it: f"if({it[0]} {it[1]} {it[2]}, {it[3]}, {it[4]})"
    )
    minus = inner.map(lambda text: f"(-({text}))")
    return st.one_of(operations, operations, choices, lists(inner), tables(inner), minus)


texts = st.recursive(atoms, larger, max_leaves=12)
values = st.fractions(0, 100, max_denominator=60)


def analysed(text):
    try:
        return curve(parse(text).term, "p", Fraction(0), TOP)
    except NotAnalysableError:
        assume(False)
        raise


def height(term, value, name="p", **known):
    try:
        return evaluate(term, {name: value, **known})
    except UndefinedValueError:
        return None


def told(found, value):
    """Return what a curve says of one value, by its pieces alone."""
    for cell in found.cells:
        match cell:
            case Point(at=at) if at == value:
                return cell.height
            case Piece(start=start, end=end) if start < value < end:
                return None if cell.ratio is None else cell.ratio(value)
            case _:
                pass
    raise AssertionError(value)


@given(texts, st.lists(values, min_size=1, max_size=8))
@example("if(p = 30, 1 / 0, p / p)", [Fraction(30), Fraction(0)])
def test_a_curve_says_of_every_value_what_the_formula_is_there(text, some):
    found = analysed(text)
    term = parse(text).term
    points = [cell.at for cell in found.cells if isinstance(cell, Point)]
    near = [at + shift for at in points for shift in (Fraction(-1, 10**9), Fraction(1, 10**9))]
    for value in (*some, *points, *(each for each in near if 0 <= each <= TOP)):
        assert told(found, value) == height(term, value)


@given(texts)
def test_points_and_pieces_follow_each_other_without_a_gap(text):
    cells = analysed(text).cells
    assert (cells[0].at, cells[-1].at) == (0, TOP)
    for left, right in pairwise(cells):
        point, piece = (left, right) if isinstance(left, Point) else (right, left)
        assert isinstance(piece, Piece)
        assert point.at == (piece.start if point is left else piece.end)
        assert piece.start < piece.end


def breaks(text):
    return [cell.at for cell in analysed(text).cells[1:-1] if isinstance(cell, Point)]


steps = st.dictionaries(st.integers(-50, 150), st.integers(0, 3), min_size=2, max_size=6)


@given(st.sampled_from(["up_to", "below"]), steps, st.integers(0, 3))
def test_a_table_breaks_where_its_value_changes_and_nowhere_else(function, table, last):
    rows = sorted(table.items())
    inside = [limit for limit, _ in rows if 0 < limit < TOP]
    following = [*(value for _, value in rows[1:]), last]
    expected = [
        limit for (limit, value), after in zip(rows, following, strict=True) if value != after
    ]
    pairs = ", ".join(f"{limit}, {value}" for limit, value in rows)
    assert breaks(f"{function}(p, {pairs}, {last})") == [
        each for each in expected if each in inside
    ]


@given(steps)
def test_a_line_through_points_breaks_where_its_slope_changes_and_nowhere_else(table):
    rows = sorted(table.items())
    slopes = [Fraction(b - a, end - start) for (start, a), (end, b) in pairwise(rows)]
    changes = pairwise([0, *slopes, 0])
    expected = [
        limit for (limit, _), (before, after) in zip(rows, changes, strict=True) if before != after
    ]
    pairs = ", ".join(f"{limit}, {value}" for limit, value in rows)
    assert breaks(f"interpolate(p, {pairs})") == [each for each in expected if 0 < each < TOP]


@given(texts, st.lists(values, min_size=2, max_size=8, unique=True))
def test_the_ends_decide_what_is_reached_and_which_way_it_goes(text, some):
    found = analysed(text)
    heights = [(value, told(found, value)) for value in sorted(some)]
    heights = [(value, each) for value, each in heights if each is not None]
    for _, each in heights:
        assert found.lowest.level <= (0, each) <= found.highest.level
    for (_, cheap), (_, dear) in pairwise(heights):
        assert found.rises or cheap >= dear
        assert found.falls or cheap <= dear
    assert (found.rise() is not None) == found.rises
    if found.rises:
        low, high = found.rise()
        assert low.at < high.at
        assert told(found, low.at) == low.height < high.height == told(found, high.at)
    for end in (found.lowest, found.highest):
        if end is not None and end.inside is None:
            assert told(found, end.at) == end.height
        elif end is not None and not end.infinite:
            nearer = [abs(told(found, value) - end.height) for value in end.values()]
            assert nearer == sorted(nearer, reverse=True)
            assert 0 < nearer[-1] < Fraction(1, 10**9)


@given(
    st.sampled_from(sorted(PRESETS)),
    st.sets(st.integers(0, 110), max_size=4).map(sorted).map(tuple),
    st.sampled_from([1, 30, 200]),
    st.lists(values, min_size=1, max_size=5),
)
def test_every_preset_is_analysed_exactly(preset, others, points, prices):
    formula = PRESETS[preset].formula
    for study in studies(Priced(formula, Fraction(points), "total"), (others,)):
        assert study.curve.exact
        for price in prices:
            bids = [price, *others]
            market = {
                "lowest": min(bids),
                "highest": max(bids),
                "average": Fraction(sum(bids), len(bids)),
                "count": Fraction(len(bids)),
            }
            known = {**study.figures, **market, "points": Fraction(points)}
            if price <= study.top:
                assert told(study.curve, price) == height(formula.term, price, "price", **known)
