"""Minimums that nobody can reach, that everybody reaches, or that a low price helps over."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from procscore.checks.finding import Finding
from procscore.checks.lint.attainable import Attainable, Range, added
from procscore.exact import Mode, Rounding, decimal_text, display
from procscore.formula import names
from procscore.language import N_, Message, message
from procscore.model.criteria import CriteriaSheet, Criterion, Leaf, Path
from procscore.model.rounds import hangs_on_prices, outside, rounds
from procscore.model.rules import Minimum
from procscore.model.scores import ByFormula, Price

_POINTS = N_("{points} points")
_SHARE = N_("{points} points ({share})")
_TOTAL = N_("the total")
_WITHOUT = N_("the total without “{criterion}”")
_NAMED = N_("“{criterion}”")
_MIXED = N_(
    "counts price points ({price} of {of}): a low price can help a weak proposal over it, a high one keep a good one below"
)
_ALONE = N_(
    "asks for price points alone, and they hang on the other bids: another's price can put a good proposal below it"
)
_WITHOUT_PRICE = N_(
    "Ask for the points without the price, beside it or instead: “- {{excluding: {criterion}, at_least: {at_least}}}”, or “criterion:” with what the evaluators mark."
)
_BOUNDED = N_(
    "Ask for points of what the evaluators mark instead; a price that is too high is shut out by its ceiling: “eligibility: {{ceiling: exclude}}”."
)
_PRICES = frozenset({"lowest", "highest", "average"})
"""What a formula calls the prices of the bids that count."""
_WRITTEN = Rounding(2, Mode.UP)
"""How a number is suggested that does not end after two decimals."""


class Asked(NamedTuple):
    """One thing that a minimum is held against."""

    path: Path
    minimum: Minimum
    what: Message
    criteria: tuple[Criterion, ...]
    counted: tuple[Criterion, ...]
    range: Range
    leaves: tuple[Leaf, ...]

    @property
    def of(self) -> Fraction:
        """Return the points at stake."""
        return sum((each.worth for each in self.criteria), Fraction(0))

    @property
    def needed(self) -> Fraction:
        """Return the points that are asked."""
        return self.minimum.at_least.of(self.of)

    @property
    def ids(self) -> frozenset[str]:
        """Return the ids of the leaves that it hangs on."""
        return frozenset(leaf.id for leaf in self.leaves)


def unreachable(sheet: CriteriaSheet) -> Iterator[Finding]:
    """No minimum asks for more than can be reached: else nobody could be awarded.

    With `sum` a share is of everybody's points, and a plain number may be reached by enough
    evaluators; where some points are given once and others by each, nothing is decided.
    """
    for path, asked in by_minimum(sheet):
        for each in asked:
            known = _times(sheet, each) == "one" or (
                _times(sheet, each) == "same" and each.minimum.at_least.percent
            )
            if known and each.needed > each.range.high:
                details = {
                    "what": each.what,
                    "needed": needed(each),
                    "most": display(each.range.high),
                    "of": display(each.of),
                }
                yield Finding("minimum-unreachable", (*path, "at_least"), details)
                break


def idle(sheet: CriteriaSheet) -> Iterator[Finding]:
    """A minimum can be missed: else it looks like a test and is none.

    A stage that may be skipped can take away what would have reached it.
    """
    if any(stage.gate and stage.gate.skip_below for stage in sheet.stages):
        return
    for path, asked in by_minimum(sheet):
        if asked and all(_always_reached(sheet, each) for each in asked):
            first = asked[0]
            details = {
                "what": first.what,
                "needed": needed(first),
                "least": display(first.range.low or Fraction(0)),
                "of": display(first.of),
            }
            yield Finding("minimum-idle", (*path, "at_least"), details)


def _always_reached(sheet: CriteriaSheet, asked: Asked) -> bool:
    low = asked.range.low
    if low is None or low < asked.needed:
        return False
    times = _times(sheet, asked)
    # So many points of one evaluator are no fewer of several.
    return times == "one" or (times == "same" and (asked.minimum.at_least.percent or low >= 0))


def hangs_on_price(sheet: CriteriaSheet) -> Iterator[Finding]:
    """A minimum that mixes price points with others stands beside one without the price.

    With and without the price are two tests, and a bid can pass one and fail the other. One on price
    points alone that are compared with other bids hangs on these; where they are not, it says how
    high a price may be.
    """
    every = [each for _, asked in by_minimum(sheet) for each in asked]
    pure = [each.ids for each in every if not _priced(sheet, each.leaves)]
    for path, asked in by_minimum(sheet):
        for each in asked:
            priced = _priced(sheet, each.leaves)
            others = each.ids - {leaf.id for leaf in priced}
            if others and any(others <= ids for ids in pure):
                continue
            if priced and others:
                how, instead = _mixed(each, priced)
            elif any(map(_compared, priced)):
                how, instead = message(_ALONE), message(_BOUNDED)
            else:
                continue
            details = {"what": each.what, "needed": needed(each), "how": how, "instead": instead}
            yield Finding("minimum-hangs-on-price", path, details)
            break


def _mixed(asked: Asked, priced: Sequence[Leaf]) -> tuple[Message, Message]:
    """Return how a minimum counts price points beside others, and what to write instead."""
    holding = next(_purely(asked.criteria, frozenset(leaf.id for leaf in priced)))
    price = display(sum((leaf.points for leaf in priced), Fraction(0)))
    how = message(_MIXED, price=price, of=display(asked.of))
    if all(holding.id not in each.ids for each in asked.counted):
        return how, message(_BOUNDED)
    left = sum((each.worth for each in outside(asked.counted, holding.id)), Fraction(0))
    at_least = _same_share(asked, left)
    return how, message(_WITHOUT_PRICE, criterion=holding.id, at_least=at_least)


def _same_share(asked: Asked, left: Fraction) -> str:
    """Return the same share of the points that are `left` without the price, as it is written.

    A plain number becomes one; a percentage is a share already.
    """
    share = asked.minimum.at_least
    if share.percent or not asked.of:
        return str(share)
    return decimal_text(_WRITTEN(asked.needed / asked.of * left))


def _compared(leaf: Leaf) -> bool:
    """Tell whether points hang on what other vendors quote."""
    return isinstance(leaf.score, Price | ByFormula) and not _PRICES.isdisjoint(
        names(leaf.score.formula)
    )


def _priced(sheet: CriteriaSheet, leaves: Iterable[Leaf]) -> list[Leaf]:
    return [leaf for leaf in leaves if hangs_on_prices(sheet, leaf)]


def _purely(criteria: Iterable[Criterion], leaves: frozenset[str]) -> Iterator[Criterion]:
    """Give the largest criteria that hold nothing but `leaves`."""
    for each in criteria:
        below = {one.id for one in _leaves_of(each)}
        if below <= leaves:
            yield each
        else:
            yield from _purely(each.criteria, leaves)


def _leaves_of(criterion: Criterion) -> Iterator[Criterion]:
    if not criterion.criteria:
        yield criterion
    for part in criterion.criteria:
        yield from _leaves_of(part)


def needed(asked: Asked) -> Message:
    """Return the points that a minimum asks for, and the share that is written."""
    share = asked.minimum.at_least
    said = _SHARE if share.percent else _POINTS
    return message(said, points=display(asked.needed), share=str(share))


def by_minimum(sheet: CriteriaSheet) -> Iterator[tuple[Path, list[Asked]]]:
    """Give every minimum of the sheet and of its gates with all that it is held against."""
    held = rounds(sheet)
    for path, minimum in sheet.all_minimums:
        number = path[1] if path[0] == "stages" else -1
        counted = held[number if isinstance(number, int) else -1].counted
        yield path, list(_asked(sheet, path, minimum, counted))


def _asked(
    sheet: CriteriaSheet, path: Path, minimum: Minimum, counted: Sequence[Criterion]
) -> Iterator[Asked]:
    attainable = Attainable(sheet, own=minimum.evaluators is not None)

    def asked(what: Message, criteria: Sequence[Criterion], found: Range) -> Asked:
        ids = frozenset().union(*(each.ids for each in criteria))
        leaves = tuple(leaf for leaf in sheet.leaves if leaf.id in ids)
        return Asked(path, minimum, what, tuple(criteria), tuple(counted), found, leaves)

    if minimum.excluding is not None:
        left = list(outside(counted, minimum.excluding))
        name = sheet.by_id[minimum.excluding].name
        found = added(attainable.of(each) for each in left)
        yield asked(message(_WITHOUT, criterion=name), left, found)
        return
    if minimum.criterion is None and minimum.each_of is None:
        yield asked(message(_TOTAL), counted, attainable.together(counted))
        return
    one = sheet.by_id[minimum.criterion or minimum.each_of or ""]
    for each in one.criteria if minimum.each_of else (one,):
        if each.worth:  # a mere check has nothing to reach
            yield asked(message(_NAMED, criterion=each.name), [each], attainable.of(each))


def _times(sheet: CriteriaSheet, asked: Asked) -> str:
    """Return how often the points count: `one`, all the `same` unknown number of times, or `mixed`.

    What is rescaled may not be in proportion to how often it counts.
    """
    if asked.minimum.evaluators is not None:
        return "one"
    counted = {
        (leaf.panel,) if sheet.summed(leaf) else None for leaf in asked.leaves if leaf.points
    }
    if counted <= {None}:
        return "one"
    inside = frozenset().union(*(each.ids for each in asked.criteria))
    rescaled = any(each.rescale for _, each in sheet.walk() if each.id in inside)
    return "same" if len(counted) == 1 and not rescaled else "mixed"


RULES: tuple[Callable[[CriteriaSheet], Iterator[Finding]], ...] = (
    unreachable,
    idle,
    hangs_on_price,
)
