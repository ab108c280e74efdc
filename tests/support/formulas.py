"""Derivations over cells, and formulas of the scoring language made by chance, for tests of Excel's."""

from fractions import Fraction

from hypothesis import strategies as st

from procscore.exact import Mode, Rounding
from procscore.formula import Input, derive, parse
from procscore.formula.excel import Reference, live
from procscore.xlsx import address
from support import spreadsheet

NUMBERS = ("points", "price", "lowest", "ceiling")
"""Names of numbers; `marks` is the list."""


def derived(text, values, rounding=None):
    """Return the derivation of a formula; a list is given as a tuple."""
    inputs = [Input(name, value) for name, value in values.items()]
    return derive(parse(text), inputs, rounding)


def layout(values, row=1):
    """Return what stands for each name, and the cells: numbers in column A down, a list in a row."""
    known, cells = {}, {}
    for at, (name, value) in enumerate(values.items(), row):
        if isinstance(value, tuple):
            place = f"{address(at, 1)}:{address(at, len(value))}"
            known[name] = [Reference(place, plain=False)]
            cells |= {(at, column): each for column, each in enumerate(value, 1)}
        else:
            known[name] = Reference(address(at, 1))
            cells[at, 1] = value
    return known, cells


def computed(derivation, values, program):
    """Return the number that a spreadsheet program makes of a derivation's live formula."""
    known, cells = layout(values)
    text = live(derivation, lambda each: known[each.name]).text
    binary = {place: spreadsheet.nearest(each) for place, each in cells.items()}
    return spreadsheet.compute(text, binary, program)


roundings = st.builds(Rounding, st.integers(0, 4), st.sampled_from(Mode))
marks = st.integers(0, 3).flatmap(
    lambda places: st.lists(
        st.integers(0, 100 * 10**places).map(lambda n: Fraction(n, 10**places)),
        min_size=3,
        max_size=9,
    ).map(tuple)
)
prices = st.integers(1, 10**10 - 1).map(Fraction)
given_values = st.fixed_dictionaries(
    {
        "points": st.integers(1, 1000).map(Fraction),
        "price": prices,
        "lowest": prices,
        "ceiling": prices,
        "marks": marks,
    }
)
"""What stands in a procurement: points, amounts in whole yen, marks."""

_literals = st.one_of(
    st.integers(0, 2000).map(str),
    st.decimals(0, 100, places=2).map(str),
    st.decimals(0, 150, places=1).map(lambda number: f"{number}%"),
)
_listed = st.sampled_from(["mean", "median", "sum", "min", "max", "variance"]).map(
    lambda name: f"{name}(marks)"
)
_trimmed = st.sampled_from([(1, 1), (1, 0), (0, 2)]).map(
    lambda trim: f"trimmed_mean(marks, {trim[0]}, {trim[1]})"
)
_atoms = st.one_of(st.sampled_from(NUMBERS), _literals, _listed, _trimmed)


def _larger(inner):
    pairs = st.tuples(inner, inner)
    places = st.integers(0, 4)
    limits = st.lists(st.integers(-100, 2000), min_size=2, max_size=4, unique=True).map(sorted)
    return st.one_of(
        st.builds("({} {} {})".format, inner, st.sampled_from("+-*/"), inner),
        st.builds("{} {} {}".format, inner, st.sampled_from("*/"), _atoms),
        inner.map("-({})".format),
        st.builds("{}({}, {})".format, st.sampled_from(["round", "up", "down"]), inner, places),
        pairs.map(lambda pair: "min({}, {})".format(*pair)),
        pairs.map(lambda pair: "mean({}, {}, 3)".format(*pair)),
        pairs.map(lambda pair: "clamp({}, 0, {})".format(*pair)),
        st.builds(
            "if({} {} {}, {}, {})".format,
            inner,
            st.sampled_from(["<", "<=", ">", ">=", "=", "<>"]),
            inner,
            inner,
            inner,
        ),
        st.builds(_table, st.sampled_from(["up_to", "below", "interpolate"]), inner, limits, inner),
    )


def _table(function, x, limits, value):
    bands = ", ".join(f"{limit}, {value} + {at}" for at, limit in enumerate(limits))
    return f"{function}({x}, {bands}{', 0' if function != 'interpolate' else ''})"


texts = st.recursive(_atoms, _larger, max_leaves=8)
"""Formulas of every function of the language."""
