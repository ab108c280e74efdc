"""Is it said how points are rounded, and said once?"""

from collections.abc import Callable, Iterator
from fractions import Fraction

from procscore.checks.finding import Finding
from procscore.checks.scenes import Priced, Study, studies
from procscore.exact import Mode, Rounding, display
from procscore.formula import Formula, UndefinedValueError, names
from procscore.formula.bands import value_terms
from procscore.formula.curve import Curve, Sample
from procscore.formula.evaluate import evaluate
from procscore.formula.functions import FUNCTIONS, Banded
from procscore.formula.prose import rounding_sentence
from procscore.formula.terms import Call, Choice, Negation, Operation, Term, changed, walk
from procscore.language import N_, Message, listing, message
from procscore.model.criteria import CriteriaSheet, Criterion, Leaf, Path
from procscore.model.rules import Rescale
from procscore.model.scores import ByFormula, Price

_ROUNDING = ("round", "up", "down")
_DIVIDING = ("mean", "median", "variance", "interpolate")
_WHOLE = {mode: Rounding(0, mode) for mode in (Mode.HALF_UP, Mode.DOWN)}
_SHARES = [Fraction(part, of) for of in (3, 7, 11, 13) for part in range(1, of)]
_ROW = 40
_TRIED = 1000


def stated(sheet: CriteriaSheet) -> Iterator[Finding]:
    """Where points come out of a division, it is said how they are rounded."""
    told: set[Path] = set()
    for path, leaf, formula in _formulas(sheet):
        if (
            path in told
            or _round_of(leaf)
            or _roundings(formula.term)
            or not _divides(formula.term)
        ):
            continue
        if not any(_rescaled(each) for each in _above(sheet, leaf)):
            told.add(path)
            details = {"criterion": leaf.criterion.name, "example": _two_readings(leaf, formula)}
            yield Finding("price-rounding-not-stated", path, details)


def once(sheet: CriteriaSheet) -> Iterator[Finding]:
    """A formula does not round what the criterion rounds again."""
    told: set[Path] = set()
    for path, leaf, formula in _formulas(sheet):
        outer = _round_of(leaf)
        inner = dict.fromkeys(f"{each.function}(…)" for each in _roundings(formula.term))
        if path not in told and outer and inner:
            told.add(path)
            yield Finding(
                "rounding-twice",
                path,
                {
                    "criterion": leaf.criterion.name,
                    "first": listing(inner),
                    "second": rounding_sentence(outer),
                    "example": _twice_in_formula(leaf, formula, outer),
                },
            )


def once_rescaled(sheet: CriteriaSheet) -> Iterator[Finding]:
    """What is rounded on another scale was not rounded on its own."""
    for path, criterion in sheet.walk():
        outer = _rescaled(criterion)
        inside = _rounded_before(sheet, criterion) if outer else ()
        if outer and _added_up(criterion) and all(each.places <= outer.places for each in inside):
            continue  # a sum of rounded points has no further decimals
        example = _twice_rescaled(criterion, inside[0], outer) if outer and inside else None
        if example is not None:
            yield Finding(
                "rounding-twice",
                (*path, "rescale", "round"),
                {
                    "criterion": criterion.name,
                    "first": listing(rounding_sentence(each) for each in inside),
                    "second": rounding_sentence(outer),
                    "example": example,
                },
            )


def _formulas(sheet: CriteriaSheet) -> Iterator[tuple[Path, Leaf, Formula]]:
    for leaf in sheet.leaves:
        if isinstance(leaf.score, Price | ByFormula):
            yield (*sheet.score_path(leaf), "formula"), leaf, leaf.score.formula


def _round_of(leaf: Leaf) -> Rounding | None:
    return leaf.round.rounding if leaf.round else None


def _rescaled(criterion: Criterion) -> Rounding | None:
    rule = criterion.rescale
    return rule.round.rounding if rule and rule.round else None


def _roundings(term: Term) -> list[Call]:
    return [each for each in walk(term) if isinstance(each, Call) and each.function in _ROUNDING]


def _divides(term: Term) -> bool:
    """Tell whether a value of `term` can have decimals without end.

    What is only compared is left out: points of a table of bands are what is written there.
    """
    match term:
        case Operation(operator="/"):
            return any(names(Formula("", each)) for each in (term.left, term.right))
        case Operation(left=left, right=right):
            return _divides(left) or _divides(right)
        case Negation(operand=operand):
            return _divides(operand)
        case Choice(then=then, otherwise=otherwise):
            return _divides(then) or _divides(otherwise)
        case Call(function=function) if function in _DIVIDING:
            return True
        case Call(function=function) if isinstance(FUNCTIONS[function], Banded):
            return any(_divides(each) for each in value_terms(term))
        case Call(arguments=arguments):
            return any(_divides(each) for each in arguments)
        case _:
            return False


def _above(sheet: CriteriaSheet, leaf: Leaf) -> Iterator[Criterion]:
    """Give the leaf and the groups that it stands in."""
    return (criterion for _, criterion in sheet.walk() if leaf.id in criterion.ids)


def _two_readings(leaf: Leaf, formula: Formula) -> Message:
    """Return points whose rounding makes a difference."""
    about = _about(leaf, formula)
    for study in studies(about) if leaf.compared else ():
        for sample in _usual_first(study):
            if _differs(sample.height):
                said = N_(
                    "a value of {price} gives {points} points, {nearest} rounded half up and {cut} cut down to whole points"
                )
                if not about.quantity:
                    said = N_(
                        "a price of {price} gives {points} points, {nearest} rounded half up and {cut} cut down to whole points"
                    )
                return study.within(message(said, price=display(sample.at), **_read(sample.height)))
    telling = (each for each in _SHARES if _differs(leaf.points * each))
    share = next(telling, _SHARES[0])
    said = N_(
        "a share of {share} gives {points} points, {nearest} rounded half up and {cut} cut down to whole points"
    )
    return message(said, share=str(share), **_read(leaf.points * share))


def _about(leaf: Leaf, formula: Formula) -> Priced:
    quantity = isinstance(leaf.score, ByFormula)
    return Priced(formula, leaf.points, leaf.compared or "", quantity=quantity)


def _usual_first(study: Study) -> list[Sample]:
    """Return the points at equal steps of the price, those first that are usual: 70 percent."""
    usual = study.whole * 7 / 10
    return sorted(study.row(_ROW), key=lambda each: abs(each.at - usual))


def _read(points: Fraction) -> dict[str, str]:
    return {
        "points": display(points),
        "nearest": display(_WHOLE[Mode.HALF_UP](points)),
        "cut": display(_WHOLE[Mode.DOWN](points)),
    }


def _differs(points: Fraction) -> bool:
    return _WHOLE[Mode.HALF_UP](points) != _WHOLE[Mode.DOWN](points)


def _twice_in_formula(leaf: Leaf, formula: Formula, outer: Rounding) -> Message:
    """Return a price at which the two roundings give other points than the last alone."""
    about = _about(leaf, formula)
    for study in studies(about) if leaf.compared else ():
        at_the_end = Curve(changed(study.curve.term, _unrounded), study.curve.name, ())
        for price, twice in _usual_first(study):
            once = at_the_end.at(price)
            if once is not None and outer(once) != outer(twice):
                said = N_("a value of {price} gives {twice} points, rounded once at the end {once}")
                if not about.quantity:
                    said = N_(
                        "a price of {price} gives {twice} points, rounded once at the end {once}"
                    )
                told = message(
                    said,
                    price=display(price),
                    twice=display(outer(twice)),
                    once=display(outer(once)),
                )
                return study.within(told)
    return _SAME if leaf.compared and studies(about) else _HALF


def _unrounded(term: Term) -> Term:
    return term.arguments[0] if isinstance(term, Call) and term.function in _ROUNDING else term


def _rounded_before(sheet: CriteriaSheet, criterion: Criterion) -> tuple[Rounding, ...]:
    """Return how that is rounded of which the points of a rescaled criterion are made."""
    below = [each for _, each in sheet.walk() if each.id in criterion.ids - {criterion.id}]
    found = [rounding for each in below if (rounding := _rescaled(each))]
    for leaf in sheet.leaves_of(criterion):
        panel = sheet.rules_of(leaf.panel)
        if own := _round_of(leaf):
            found.append(own)
        elif panel.round and leaf.totalled and _counts(sheet, leaf.panel, criterion):
            found.append(panel.round.rounding)
    return tuple(dict.fromkeys(found))


def _counts(sheet: CriteriaSheet, panel: str | None, criterion: Criterion) -> bool:
    """Tell whether what a panel rounds is a part of `criterion`: single criteria, or its total."""
    if sheet.rules_of(panel).over == "criteria":
        return True
    marked = {leaf.id for leaf in sheet.marking_panels[panel] if leaf.totalled}
    return marked <= criterion.ids


def _added_up(criterion: Criterion) -> bool:
    return criterion.rescale is not None and criterion.rescale.formula == Rescale().formula


def _twice_rescaled(criterion: Criterion, inner: Rounding, outer: Rounding) -> Message | None:
    """Return points that come out otherwise than if they were rounded once, at the end.

    None where none were found: on some scales the first rounding never shows.
    """
    rule = criterion.rescale
    if rule is None or not {"raw", "of", "points"}.issuperset(names(rule.formula)):
        return _HALF
    parts = criterion.criteria or (criterion,)
    of = sum((part.worth for part in parts), Fraction(0))
    known = {"points": criterion.worth, "of": of}
    unit = Fraction(10) ** -(inner.places + 1)
    for number in range(_TRIED):
        raw = of / 2 + (10 * number + 5) * unit
        try:
            twice = outer(evaluate(rule.formula.term, {**known, "raw": inner(raw)}))
            once = outer(evaluate(rule.formula.term, {**known, "raw": raw}))
        except UndefinedValueError:
            return _HALF
        if twice != once:
            said = N_("{raw} becomes {first} and then {twice}, rounded once at the end {once}")
            return message(
                said,
                raw=display(raw),
                first=display(inner(raw)),
                twice=display(twice),
                once=display(once),
            )
    return None


_HALF = message(N_("2.445 would become 2.45 and then 2.5, rounded once at the end 2.4"))
_SAME = message(N_("where it was tried it makes no difference"))

RULES: tuple[Callable[[CriteriaSheet], Iterator[Finding]], ...] = (stated, once, once_rescaled)
