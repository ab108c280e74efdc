"""Points that are out of reach, above their criterion's, or the same for all: other than prices.

What rescales and what follows from quantities is held against bounds that every value keeps
(`formula/bounds.py`), and against single values for an example. Where marks of several evaluators are
added up, nothing is decided.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction

from procscore.checks.finding import Finding
from procscore.checks.lint.attainable import Attainable
from procscore.exact import display
from procscore.formula import Formula, UndefinedValueError, names
from procscore.formula.bounds import Bounds, bounds
from procscore.formula.evaluate import evaluate
from procscore.language import N_, Message, listing, message
from procscore.model.criteria import CriteriaSheet, Criterion, Leaf
from procscore.model.fields import Round
from procscore.model.rounds import hangs_on_prices
from procscore.model.scores import ByFormula, Check, Grades, Marks

_ZERO = Fraction(0)
_QUOTED = tuple(Fraction(digit * 10**power) for power in range(7) for digit in (1, 2, 5))
"""Quantities that are tried for an example, from 1 up."""
_ENDLESS = Bounds(_ZERO, Fraction(10**30))
"""Nothing bounds a quantity but zero; none is greater than this."""
_OF_MARKS = N_("the highest marks come to {raw}, which become {points} points")
_OF_QUANTITY = N_("with {quantities} it is {points} points")
_ALWAYS = N_("it is always {points} points")


def above(sheet: CriteriaSheet) -> Iterator[Finding]:
    """What is rescaled or follows from quantities never exceeds the points of its criterion."""
    for path, criterion in sheet.walk():
        if criterion.rescale is not None:
            example = _rescaled_above(sheet, criterion)
            place = (*path, "rescale", "formula")
            if example is not None:
                yield Finding("points-above", place, _told(criterion, example=example))
    for leaf, score in _by_quantity(sheet):
        example = _quantity_above(sheet, leaf, score)
        if example is not None:
            place = (*sheet.score_path(leaf), "formula")
            yield Finding("points-above", place, _told(leaf.criterion, example=example))


def unreachable(sheet: CriteriaSheet) -> Iterator[Finding]:
    """All points of what is rescaled or follows from quantities can be reached.

    Where a part falls short, the group above it is not told again.
    """
    told: set[str] = set()
    for path, criterion in reversed(list(sheet.walk())):
        most = _most_rescaled(sheet, criterion)
        if most is not None and most < criterion.worth and told.isdisjoint(criterion.ids):
            told.add(criterion.id)
            place = (*path, "rescale", "formula")
            yield Finding("points-unreachable", place, _told(criterion, most=display(most)))
    for leaf, score in _by_quantity(sheet):
        known = {**dict.fromkeys(sheet.quantities, _ENDLESS), "points": _exactly(leaf.points)}
        found = bounds(score.formula.term, known)
        ceiling = None if found is None else _rounded(score.round, found.high)
        if ceiling is not None and ceiling < leaf.points:
            place = (*sheet.score_path(leaf), "formula")
            yield Finding("points-unreachable", place, _told(leaf.criterion, most=display(ceiling)))


def requires_unreachable(sheet: CriteriaSheet) -> Iterator[Finding]:
    """What a criterion requires elsewhere can be reached: else nobody has its points."""
    attainable = Attainable(sheet)
    for path, criterion, required in _requiring(sheet):
        if any(sheet.summed(leaf) for leaf in sheet.leaves_of(required)):
            continue
        asked = criterion.requires.at_least if criterion.requires else None
        most = attainable.of(required).high
        if asked is not None and (needed := asked.of(required.worth)) > most:
            details = {
                "criterion": criterion.name,
                "other": required.name,
                "needed": display(needed),
                "most": display(most),
                "of": display(required.worth),
            }
            yield Finding("requires-unreachable", (*path, "requires", "at_least"), details)


def requires_hangs_on_price(sheet: CriteriaSheet) -> Iterator[Finding]:
    """Points that no price gives do not hang on one by what they require."""
    for path, criterion, required in _requiring(sheet):
        priced = [leaf for leaf in sheet.leaves_of(required) if hangs_on_prices(sheet, leaf)]
        own = any(hangs_on_prices(sheet, leaf) for leaf in sheet.leaves_of(criterion))
        if priced and not own:
            details = {
                "criterion": criterion.name,
                "other": required.name,
                "price": display(sum((leaf.points for leaf in priced), _ZERO)),
                "of": display(required.worth),
            }
            yield Finding("requires-hangs-on-price", (*path, "requires", "criterion"), details)


def for_all(sheet: CriteriaSheet) -> Iterator[Finding]:
    """Points tell vendors apart: those of a check that excludes are everybody's who remains."""
    withheld = [each for _, each in sheet.walk() if each.requires is not None]
    for leaf in sheet.leaves:
        given = isinstance(leaf.score, Check) and leaf.score.fail == "exclude" and leaf.points
        if given and not any(leaf.id in each.ids for each in withheld):
            details = {"criterion": leaf.criterion.name, "points": display(leaf.points)}
            yield Finding("points-for-all", sheet.score_path(leaf), details)


def _told(criterion: Criterion, **more: object) -> Mapping[str, object]:
    return {"criterion": criterion.name, "points": display(criterion.worth), **more}


def _requiring(
    sheet: CriteriaSheet,
) -> Iterator[tuple[tuple[str | int, ...], Criterion, Criterion]]:
    """Give each criterion that requires something, with its path and what it requires."""
    for path, criterion in sheet.walk():
        if criterion.requires is not None:
            yield path, criterion, sheet.by_id[criterion.requires.criterion]


def _exactly(value: Fraction) -> Bounds:
    return Bounds(value, value)


def _rounded(rule: Round | None, value: Fraction) -> Fraction:
    return rule.rounding(value) if rule else value


def _most_rescaled(sheet: CriteriaSheet, criterion: Criterion) -> Fraction | None:
    """Return the most that a rescaled criterion can come to, None where nothing is decided."""
    if criterion.rescale is None or any(sheet.summed(leaf) for leaf in sheet.leaves_of(criterion)):
        return None
    free = criterion.model_copy(update={"requires": None})
    return Attainable(sheet).of(free).high


def _rescaled_above(sheet: CriteriaSheet, criterion: Criterion) -> Message | None:
    """Return what the highest marks come to, where that is more than the criterion's points.

    Decided where only marks give points below and nothing there is rescaled or withheld.
    """
    below = [each for part in criterion.criteria for each in _walk(part)]
    leaves = sheet.leaves_of(criterion)
    if (
        criterion.rescale is None
        or any(each.rescale or each.requires for each in below)
        or any(sheet.summed(leaf) for leaf in leaves)
        or not all(isinstance(leaf.score, Marks | Grades | Check) for leaf in leaves)
    ):
        return None
    attainable = Attainable(sheet)
    plain = criterion.model_copy(update={"rescale": None, "requires": None})
    raw = attainable.of(plain).high
    of = sum((part.worth for part in criterion.criteria or (criterion,)), _ZERO)
    parts = {part.id: attainable.of(part).high for part in criterion.criteria}
    values = {**parts, "points": criterion.worth, "of": of, "raw": raw, "best": raw}
    points = _computed(criterion.rescale.formula, values, criterion.rescale.round)
    if points is None or points <= criterion.worth:
        return None
    return message(_OF_MARKS, raw=display(raw), points=display(points))


def _walk(criterion: Criterion) -> Iterator[Criterion]:
    yield criterion
    for part in criterion.criteria:
        yield from _walk(part)


def _by_quantity(sheet: CriteriaSheet) -> Iterator[tuple[Leaf, ByFormula]]:
    """Give what follows from a vendor's own quantities alone."""
    for leaf in sheet.leaves:
        if isinstance(leaf.score, ByFormula):
            named = set(names(leaf.score.formula))
            if named <= {"points", *sheet.quantities}:
                yield leaf, leaf.score


def _quantity_above(sheet: CriteriaSheet, leaf: Leaf, score: ByFormula) -> Message | None:
    """Return quantities that give more than the criterion's points, None where none was found."""
    named = [each for each in names(score.formula) if each in sheet.quantities]
    for quoted in _quoted(named):
        points = _computed(score.formula, {**quoted, "points": leaf.points}, score.round)
        if points is not None and points > leaf.points:
            if not named:
                return message(_ALWAYS, points=display(points))
            told = listing(
                f"{sheet.quantities[each].name} = {display(value)}"
                for each, value in quoted.items()
            )
            return message(_OF_QUANTITY, quantities=told, points=display(points))
    return None


def _quoted(named: Sequence[str]) -> Iterator[dict[str, Fraction]]:
    """Give what a vendor may declare: as much of everything, and of one thing with nothing else."""
    for quantity in _QUOTED:
        yield dict.fromkeys(named, quantity)
        for each in named if len(named) > 1 else ():
            yield {**dict.fromkeys(named, _ZERO), each: quantity}


def _computed(
    formula: Formula, values: Mapping[str, Fraction], rule: Round | None
) -> Fraction | None:
    """Return the points, None where there are none, such as where it divides by zero."""
    try:
        return _rounded(rule, evaluate(formula.term, values))
    except UndefinedValueError:
        return None


RULES: tuple[Callable[[CriteriaSheet], Iterator[Finding]], ...] = (
    above,
    unreachable,
    requires_unreachable,
    requires_hangs_on_price,
    for_all,
)
