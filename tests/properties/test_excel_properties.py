"""Live formulas, computed in binary numbers from their text, against the exact value."""

from fractions import Fraction

from hypothesis import assume, event, example, given, settings
from hypothesis import strategies as st

from procscore.exact import Mode, Rounding
from procscore.formula import PRESETS, UndefinedValueError
from procscore.formula.binary import Errors
from procscore.formula.excel import NotLiveError
from support import formulas, spreadsheet

programs = st.sampled_from(["strict", "lenient"])


def derived(text, values, rounding=None):
    try:
        return formulas.derived(text, values, rounding)
    except UndefinedValueError:
        assume(False)


THIRDS = {"marks": tuple(Fraction(each) for each in ("2.67", "2.68", "2.675"))}


@settings(max_examples=400)
@given(formulas.texts, formulas.given_values, formulas.roundings, programs)
@example("mean(marks)", THIRDS, Rounding(2, Mode.HALF_UP), "strict")
@example("mean(marks)", THIRDS, Rounding(2, Mode.HALF_EVEN), "strict")
def test_what_a_live_formula_rounds_is_exact_to_the_last_digit(text, values, rounding, program):
    derivation = derived(text, values, rounding)
    try:
        value = formulas.computed(derivation, values, program)
    except NotLiveError:
        event("not live")
        return
    assert value == spreadsheet.nearest(derivation.value)


@settings(max_examples=400)
@given(formulas.texts, formulas.given_values, programs)
def test_what_a_live_formula_does_not_round_is_missed_by_no_more_than_told(text, values, program):
    derivation = derived(text, values)
    try:
        value = formulas.computed(derivation, values, program)
    except NotLiveError:
        return
    missed = Errors(derivation.inputs).of(derivation.formula.term)
    assert abs(Fraction(value) - derivation.value) <= missed
    assert (value == derivation.value) or missed


ORDINARY = [
    "sum(marks)",
    "mean(marks)",
    "median(marks)",
    "trimmed_mean(marks, 1, 1)",
    "points * mean(marks) / 100",
    "points * sum(marks) / (9 * 100)",
    "round(mean(marks), 2) + points",
    "points * lowest / price",
    "points * (1 - price / ceiling)",
    "max(0, points * (1 - (price - lowest) / lowest))",
    "mean(marks) / price * 100000000",
    "up_to(price / ceiling, 80%, points, 90%, points / 2, 0)",
    "interpolate(price / ceiling, 70%, points, 100%, 0)",
    "if(price / ceiling >= 80%, points * lowest / price, points)",
]
ordinary_values = st.fixed_dictionaries(
    {
        "points": st.integers(1, 1000).map(Fraction),
        "price": st.integers(10**4, 10**9).map(Fraction),
        "lowest": st.integers(10**4, 10**9).map(Fraction),
        "ceiling": st.integers(10**4, 10**9).map(Fraction),
        "marks": st.lists(
            st.integers(0, 10_000).map(lambda n: Fraction(n, 100)), min_size=3, max_size=9
        ).map(tuple),
    }
)


@settings(max_examples=300)
@given(st.sampled_from(ORDINARY), ordinary_values, formulas.roundings, programs)
def test_ordinary_rules_and_figures_always_have_a_live_formula(text, values, rounding, program):
    derivation = formulas.derived(text, values, rounding)
    value = formulas.computed(derivation, values, program)
    assert value == spreadsheet.nearest(derivation.value)


@given(
    st.sampled_from(sorted(PRESETS)),
    st.lists(st.integers(10**4, 10**9), min_size=2, max_size=6).map(sorted),
    formulas.roundings,
    programs,
)
def test_every_preset_always_has_a_live_formula(name, bids, rounding, program):
    values = {
        "points": Fraction(200),
        "price": Fraction(bids[1]),
        "lowest": Fraction(bids[0]),
        "highest": Fraction(bids[-1]),
        "average": Fraction(sum(bids), len(bids)),
        "ceiling": Fraction(bids[-1] + 7),
        "investigation": Fraction(bids[-1] * 7 // 10),
        "estimate": Fraction(bids[-1]),
    }
    derivation = derived(PRESETS[name].formula.text, values, rounding)
    value = formulas.computed(derivation, values, program)
    assert value == spreadsheet.nearest(derivation.value)


@settings(max_examples=200)
@given(
    st.lists(st.integers(0, 3000), min_size=3, max_size=9),
    st.integers(0, 3),
    st.sampled_from(Mode),
    programs,
)
def test_a_tie_of_a_rounding_is_a_tie_in_a_spreadsheet(thousandths, places, mode, program):
    """The mean of the marks lies exactly between two numbers that may come out."""
    unit = Fraction(1, 10**places)
    marks = [Fraction(each, 1000) for each in thousandths]
    centre = sum(marks) / len(marks)
    border = (centre // unit) * unit + unit / 2
    values = {"marks": tuple(each + border - centre for each in marks)}
    assume(all(each.denominator <= 10**6 for each in values["marks"]))
    derivation = formulas.derived("mean(marks)", values, Rounding(places, mode))
    assert derivation.exact == border
    assert formulas.computed(derivation, values, program) == spreadsheet.nearest(derivation.value)
