"""What to write instead of a price formula that was found fault with: the sheet's own, completed."""

from fractions import Fraction

from procscore.checks.scenes import LEVEL, Priced, Study, studies
from procscore.exact import display
from procscore.formula import Formula, parse
from procscore.formula.terms import Call, Choice, Name, Number, Operation
from procscore.language import N_, Message, message

_EXPECTED = (Fraction(7, 10), Fraction(1, 2), Fraction(1, 10))
"""The lowest price that can be expected, as a share of the whole: the first that has points."""


def text(formula: Formula) -> str:
    """Return a formula as it was written, on one line."""
    return " ".join(formula.text.split())


def income(about: Priced) -> bool:
    """Tell whether points only rise with the price, as in an income contract."""
    found = studies(about)
    return any(each.paid.rises for each in found) and not any(each.paid.falls for each in found)


def at_zero(about: Priced) -> tuple[Formula, ...]:
    """Return the formula with a rule for a price of zero, in ways of which the last always helps."""
    written = text(about.formula)
    ways = ["if(price = 0, points, {})", "if(lowest = 0, if(price = 0, points, 0), {})"]
    if income(about):
        ways = ["if(highest = 0, 0, {})", "if(price = 0, 0, {})", "if(lowest = 0, 0, {})"]
    return tuple(parse(way.format(written)) for way in ways)


def out_of_reach(about: Priced, most: Fraction, *, level: bool) -> Message:
    """Return what to do where no price has more than `most` points, or every price has just these."""
    lowered = {"most": display(about.rounded(most)), "points": display(about.points)}
    if level:
        return message(N_("Correct the formula, which gives every price {most} points"), **lowered)
    if most <= 0:
        return message(N_("Correct the formula, by which no price earns points"))
    steeper = _times(about, about.points / most)
    sentence = N_("Raise the slope, such as “formula: {formula}”, or lower the points to {most}")
    if not _reaches(about._replace(points=about.rounded(most))):
        sentence = N_(
            "Raise the slope, such as “formula: {formula}”, or lower the points to {most} and write {points} for “points” in the formula"
        )
    return message(sentence, formula=text(steeper), **lowered)


def from_lowest_expected(study: Study) -> Message:
    """Return what to do where only a price of zero has all points."""
    about = study.priced
    for share in _EXPECTED:
        price = study.whole * share
        points = study.curve.at(price)
        if points is not None and points > 0:
            return message(
                N_(
                    "measure from the lowest price that can be expected, such as “formula: {formula}”, which gives all points at a price of {price}"
                ),
                formula=text(_times(about, about.points / points)),
                price=display(price),
            )
    return message(N_("measure from the lowest price that can be expected"))


def _times(about: Priced, ratio: Fraction) -> Formula:
    """Return the formula with `ratio` times its slope, as far as there are points."""
    written, term = text(about.formula), about.formula.term
    factor = isinstance(term, Operation) and term.operator in "*/"
    if not factor and not isinstance(term, Call | Choice | Name | Number):
        written = f"({written})"
    divided = f" / {ratio.denominator}" if ratio.denominator > 1 else ""
    return parse(f"min(points, {written} * {ratio.numerator}{divided})")


def _reaches(about: Priced) -> bool:
    found = (*studies(about), *studies(about, LEVEL))
    ends = (each.paid.highest for each in found)
    return any(end is not None and about.rounded(end.height) >= about.points for end in ends)
