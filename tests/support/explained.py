"""Explanations of small results, and what must hold of every one."""

import re
from dataclasses import replace
from fractions import Fraction

from procscore.explaining.explain import explain
from procscore.formula import derive, parse
from support import books, results

MARKS = ("marks", "totals", "mark")


def explanation(folder, criteria=books.CRITERIA, sheets=None, vendor="A社", **asked):
    """Explain the points of a vendor of the valid procurement, or of a variant of it."""
    return explain(results.evaluated(folder, sheets, criteria), vendor, **asked)


def check(found):
    """Assert that every figure is what its formula gives, and every sum the sum of its parts."""
    for top in (found.points, *found.beside, found.value, *found.amounts):
        for figure in top.walk() if top else ():
            check_figure(figure)
    if found.against is not None:
        for top in (found.against.points_of, found.against.value_of):
            for figure in top.walk() if top else ():
                check_figure(figure)
        check_gap(found.against.points)
        if found.against.value is not None:
            check_gap(found.against.value)


def check_figure(figure):
    """Assert that a figure follows from its formula, and that all that went in is told."""
    if figure.adds_up:
        told = [part.value for part in figure.parts if part.kind != "before-agreement"]
        assert sum(told, Fraction(0)) == figure.derivation.exact
    derivation = figure.derivation
    if derivation is None:
        return
    again = derive(derivation.formula, derivation.inputs, derivation.rounding)
    assert again == derivation
    assert figure.value == derivation.value
    told = {part.symbol: part.value for part in figure.parts if part.symbol}
    for each in derivation.inputs:
        if isinstance(each.value, Fraction) and each.name in told:
            assert told[each.name] == each.value
        if each.name == "marks" and figure.kind != "before-agreement":
            check_marks(figure, each.value)
        if each.name == "totals":
            totals = [part.value for part in figure.parts if part.kind == "evaluator"]
            assert tuple(totals) == each.value
        if each.name in ("ranks", "firsts"):
            assert tuple(part.value for part in figure.parts) == each.value


def check_marks(figure, went_in):
    """Assert that the marks are told that went into a formula, and those that trimming left out.

    Of equal marks some may be left out: the others count as often as they are told to.
    """
    text = figure.derivation.formula.text
    told = [one for one in figure.marks if one.use != "replaced"]
    kept = [one.mark.value for one in told if one.use == "counts"]
    if "trimmed_mean(marks" not in text:
        assert tuple(kept) == went_in
        return
    assert tuple(one.mark.value for one in told) == went_in
    for value in {one.mark.value for one in told if one.use == "either"}:
        one = next(each for each in told if each.mark.value == value)
        kept += [value] * (one.alike - one.out)
    formula = parse(re.sub(r"trimmed_mean\(marks, \d+, \d+\)", "mean(marks)", text))
    inputs = [
        replace(each, value=tuple(kept)) if each.name == "marks" else each
        for each in figure.derivation.inputs
    ]
    assert derive(formula, inputs).exact == figure.derivation.exact


def check_gap(gap):
    """Assert that items stand largest first and add up to the gap."""
    sizes = [abs(item.by) for item in gap.items]
    assert sizes == sorted(sizes, reverse=True)
    if gap.by is not None and gap.items:
        assert sum((item.by for item in gap.items), Fraction(0)) == gap.by
