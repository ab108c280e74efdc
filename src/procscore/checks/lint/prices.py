"""What a price formula can do that nobody wants: no value, below 0, above its points, out of reach.

One that was not studied says so: silence would read as approval.

Every formula is studied in scenes (`checks/scenes.py`); a finding holds one with its figures, and says
whether it was decided for every price or tried at some. That a cheaper bid can score less is found
whenever a sheet is loaded (`checks/monotonic.py`).
"""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

from procscore.checks.finding import Finding
from procscore.checks.lint import price_remedies as remedies
from procscore.checks.scenes import FREE, LEVEL, Priced, Study, pair, priced, studies
from procscore.exact import display
from procscore.formula import Formula, UndefinedValueError, names
from procscore.formula.curve import End, Sample
from procscore.formula.evaluate import evaluate
from procscore.language import N_, Message, listing, message
from procscore.model.criteria import CriteriaSheet, Leaf, Path
from procscore.model.formula_names import MARKET_NAMES, PRICE_NAMES
from procscore.model.rankings import rankings
from procscore.model.rules_told.words import quoted
from procscore.model.scores import ByFormula, Price

Details = Mapping[str, object]
_ZERO = Fraction(0)
_DIVIDES_BY_ZERO = N_("the formula divides by zero at a price of {price}")
_EXCLUDED = (40, 120)
"""Excluded bids that move the lowest, or the highest, of the others."""


def undefined_at_zero(sheet: CriteriaSheet) -> Iterator[Finding]:
    """A price of zero, of the bid itself or of another, leaves no bid without points or value."""
    yield from _found(sheet, "price-undefined-at-zero", _undefined_at_zero)
    for path, ranking in rankings(sheet):
        if ranking.formula and not sheet.amounts.keys().isdisjoint(names(ranking.formula)):
            values = {name: Fraction(name not in sheet.amounts) for name in names(ranking.formula)}
            try:
                evaluate(ranking.formula.term, values)
            except UndefinedValueError:
                example = message(_DIVIDES_BY_ZERO, price=display(_ZERO))
                compared = message(N_("the value that is ranked"))
                free = next(name for name, value in values.items() if not value)
                details = {
                    "criterion": compared,
                    "example": example,
                    "ruled": f"if({free} = 0, …, {remedies.text(ranking.formula)})",
                }
                yield Finding("price-undefined-at-zero", (*path, "formula"), details)


def undefined(sheet: CriteriaSheet) -> Iterator[Finding]:
    """Every price that may be quoted has points, also that of a sole bidder and of equal bids."""
    yield from _found(sheet, "price-undefined", _undefined)


def negative(sheet: CriteriaSheet) -> Iterator[Finding]:
    """No price that may be quoted has less than 0 points."""
    yield from _found(sheet, "price-negative", _negative)


def above_points(sheet: CriteriaSheet) -> Iterator[Finding]:
    """No price has more than the criterion's points."""
    yield from _found(sheet, "price-above-points", _above_points)


def unreachable(sheet: CriteriaSheet) -> Iterator[Finding]:
    """All points can be reached, at whatever price."""
    yield from _found(sheet, "price-points-unreachable", _unreachable)


def only_at_zero(sheet: CriteriaSheet) -> Iterator[Finding]:
    """All points can be reached by a bid that is not free of charge."""
    yield from _found(sheet, "price-points-only-at-zero", _only_at_zero)


def dearer_scores_more(sheet: CriteriaSheet) -> Iterator[Finding]:
    """A formula that only rises with the price is that of an income contract, or a slip.

    One that names the highest price and not the lowest, as the preset highest-ratio does, says by that
    that the highest offer is best, and is left alone.
    """
    yield from _found(sheet, "price-dearer-scores-more", _dearer_scores_more)


def not_studied(sheet: CriteriaSheet) -> Iterator[Finding]:
    """A formula that hangs on more than the price is not studied (`checks/scenes.py`)."""
    yield from _found(sheet, "price-not-studied", _not_studied)


def lowest_stated(sheet: CriteriaSheet) -> Iterator[Finding]:
    """Where bids are compared, the sheet says which bids count."""
    if "lowest_among" in sheet.eligibility.model_fields_set:
        return
    for path, leaf, formula, about in _comparing(sheet):
        compared = [name for name in names(formula) if name in MARKET_NAMES]
        if compared:
            details = {"criterion": leaf.criterion.name, "names": listing(map(quoted, compared))}
            yield Finding("lowest-not-stated", path, {**details, **_one_bid_more(about)})
            return


def _found(
    sheet: CriteriaSheet, code: str, find: Callable[[Priced], Details | None]
) -> Iterator[Finding]:
    """Give what `find` says of each price formula, once for all criteria that inherit it."""
    told: set[Path] = set()
    for path, leaf, about in priced(sheet):
        details = find(about) if path not in told else None
        if details is not None:
            told.add(path)
            known = {"criterion": leaf.criterion.name, "points": display(leaf.points)}
            yield Finding(code, path, {**known, **details})


def _undefined_at_zero(about: Priced) -> Details | None:
    example = _broken_at_zero(about)
    if example is None:
        return None
    choices = remedies.at_zero(about)
    helping = (each for each in choices if _broken_at_zero(about._replace(formula=each)) is None)
    return {"example": example, "ruled": remedies.text(next(helping, choices[-1]))}


def _broken_at_zero(about: Priced) -> Message | None:
    for study in _all(about):
        if study.curve.at(_ZERO) is None and study.paid.ends:
            return _not_computed(study, _ZERO)
    usual = studies(about)
    for study in studies(about, FREE):
        for price in study.curve.undefined:
            if all(each.curve.at(price) is not None for each in usual):
                return _not_computed(study, price)
    return None


def _undefined(about: Priced) -> Details | None:
    for study in _all(about):
        for price in study.paid.undefined:
            return {"example": _not_computed(study, price), "how": study.how}
    return None


def _negative(about: Priced) -> Details | None:
    for study in _all(about):
        lowest = study.curve.lowest
        if sample := study.curve.sample(lowest, lambda points: about.rounded(points) < 0):
            return {"example": _earns(study, sample), "how": study.how}
    return None


def _above_points(about: Priced) -> Details | None:
    for study in _all(about):
        highest = study.curve.highest
        if sample := study.curve.sample(highest, lambda given: about.rounded(given) > about.points):
            return {"example": _earns(study, sample), "how": study.how}
    return None


def _unreachable(about: Priced) -> Details | None:
    best = _best(about)
    if best is None or "count" in about.used:  # who knows how many bids there will be
        return None
    study, end = best
    most = about.rounded(end.height)
    if end.infinite > 0 or most >= about.points or _dearer_has_more(about, end):
        return None
    example = _earns(study, Sample(end.at, end.height))
    if study.curve.at(end.at) != end.height:
        said = N_("a price next to {price} gives nearly {points} points")
        example = study.within(message(said, price=display(end.at), points=display(most)))
    return {
        "most": display(most),
        "example": example,
        "how": study.how,
        "remedy": remedies.out_of_reach(about, end.height, level=_level(about)),
    }


def _dearer_has_more(about: Priced, end: End) -> bool:
    """Tell whether a price beyond those that are looked at has more, where nothing excludes it."""
    beyond = (each.dearer().highest for each in _all(about) if not each.bounded)
    return any(each is not None and each.level > end.level for each in beyond)


def _level(about: Priced) -> bool:
    return len({end.level for each in _all(about) for end in each.paid.ends}) == 1


def _only_at_zero(about: Priced) -> Details | None:
    best = _best(about)
    if best is None:
        return None
    study, end = best
    tenth = study.whole / 10
    points = study.curve.at(tenth)
    if end.level != (0, about.points) or end.at > 0 or points is None:
        return None
    return {
        "example": _earns(study, Sample(tenth, points)),
        "how": study.how,
        "remedy": remedies.from_lowest_expected(study),
    }


def _dearer_scores_more(about: Priced) -> Details | None:
    if ("highest" in about.used and "lowest" not in about.used) or not remedies.income(about):
        return None
    for study in studies(about):
        row = list(study.row(10))
        heights = [each.height for each in row]
        rise = study.paid.rise()
        if row and heights[0] < heights[-1]:
            rise = row[0], row[heights.index(heights[-1])]
        if rise:
            return {"example": pair(study, *rise), "how": study.how}
    return None


def _not_studied(about: Priced) -> Details | None:
    others = [name for name in names(about.formula) if name not in {*PRICE_NAMES, about.amount}]
    return {"names": listing(map(quoted, others))} if others else None


def _all(about: Priced) -> tuple[Study, ...]:
    return (*studies(about), *studies(about, LEVEL))


def _best(about: Priced) -> tuple[Study, End] | None:
    """Return the most points that a price above zero has in any scene."""
    reached = [(study, end) for study in _all(about) if (end := study.paid.highest) is not None]
    return max(reached, key=lambda each: each[1].rank, default=None)


def _earns(study: Study, sample: Sample) -> Message:
    points = display(study.priced.rounded(sample.height))
    said = N_("a price of {price} gives {points} points")
    return study.within(message(said, price=display(sample.at), points=points))


def _not_computed(study: Study, price: Fraction) -> Message:
    return study.within(message(_DIVIDES_BY_ZERO, price=display(price)))


def _comparing(sheet: CriteriaSheet) -> Iterator[tuple[Path, Leaf, Formula, Priced]]:
    """Give everything that is compared with other bids: prices, and quantities likewise."""
    for leaf in sheet.leaves:
        if isinstance(leaf.score, Price | ByFormula) and leaf.compared:
            formula = leaf.score.formula
            path = (*sheet.score_path(leaf), "formula")
            quantity = isinstance(leaf.score, ByFormula)
            about = Priced(formula, leaf.points, leaf.compared, quantity=quantity)
            yield path, leaf, formula, about


def _one_bid_more(about: Priced) -> Details:
    """Return what a bid earns, and what it earns if an excluded one counts too."""
    before = studies(about, ((60, 95),))
    for excluded in _EXCLUDED:
        after = studies(about, ((excluded, 60, 95),))
        for without, also in zip(before, after, strict=True):
            bid = without.whole * 80 / 100
            points, other = without.curve.at(bid), also.curve.at(bid)
            if points is not None and other is not None and points != other:
                said = N_(
                    "one of {bid} earns {points} points, and {other} if {excluded}, that of an excluded bid, counts too"
                )
                if not about.quantity:
                    said = N_(
                        "one of {bid} earns {points} points, and {other} if an excluded bid of {excluded} counts too"
                    )
                told = message(
                    said,
                    bid=display(bid),
                    points=display(points),
                    other=display(other),
                    excluded=display(without.whole * excluded / 100),
                )
                return {"example": without.within(told)}
    return {"example": message(N_("an excluded bid may count or not"))}


RULES: tuple[Callable[[CriteriaSheet], Iterator[Finding]], ...] = (
    undefined_at_zero,
    undefined,
    negative,
    above_points,
    unreachable,
    only_at_zero,
    dearer_scores_more,
    not_studied,
    lowest_stated,
)
