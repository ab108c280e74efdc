"""Sums that people wrote into their score sheets, held against what their marks add up to.

A stated sum is never used. One that differs is told with both figures, and with what hangs on it:
an official guide prints 82 for 12 + 11 + 54, and 80 was the threshold (World Bank, Evaluating Bids
and Proposals with Rated Criteria, 2025, Annex 2).
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from procscore.exact import decimal_text
from procscore.language import N_, Message, listing, message
from procscore.model.bids import Mark, Stated
from procscore.model.criteria import Leaf
from procscore.model.own_points import own_points
from procscore.model.result import VendorResult
from procscore.model.rounds import Round, involved
from procscore.model.rules import Minimum
from procscore.model.scores import Check
from procscore.scoring.context import Context
from procscore.scoring.eligibility import Found, measured

_ADDED_IN_BINARY = Fraction(1, 10**9)
"""A spreadsheet adds 0.1 and 0.2 to 0.30000000000000004, and cuts what does not end."""


def compare_stated(
    context: Context, held: Sequence[Round], results: Iterable[VendorResult]
) -> None:
    """Report stated sums that differ from the marks; `held` are the rounds, the last at the end."""
    by_vendor = {each.vendor.id: each for each in results}
    for stated in context.bids.stated:
        marks = list(_marks(context, stated))
        if not marks or any(mark.value is None for _, mark in marks):
            continue
        as_marked = sum((mark.value or Fraction(0) for _, mark in marks), Fraction(0))
        in_points = sum((own_points(leaf, mark) for leaf, mark in marks), Fraction(0))
        if any(abs(stated.value - total) < _ADDED_IN_BINARY for total in (as_marked, in_points)):
            continue
        result = by_vendor[stated.vendor]
        delta = stated.value - in_points
        context.problems.add(
            "stated-sum-differs",
            stated.where,
            stated=decimal_text(stated.value),
            total=decimal_text(in_points),
            vendor=result.vendor.name,
            outcome=_outcome(context, held, result, marks, delta),
        )


def _marks(context: Context, stated: Stated) -> Iterator[tuple[Leaf, Mark]]:
    """Give the marks that a stated sum is about: of one sheet, for one vendor, below one group.

    ○ and × are no numbers that anybody adds up.
    """
    bids, by_id = context.bids, context.sheet.by_id
    for leaf in context.sheet.leaves:
        below = stated.criterion is None or leaf.id in by_id[stated.criterion].ids
        if not below or isinstance(leaf.score, Check):
            continue
        for given in (bids.marks, bids.secretariat, bids.agreed):
            for mark in given.get((stated.vendor, leaf.id), ()):
                # One evaluator may have a sheet for each stage, with a sum in each.
                same = (mark.where.file, mark.where.sheet) == (
                    stated.where.file,
                    stated.where.sheet,
                )
                if mark.evaluator == stated.evaluator and same:
                    yield leaf, mark


def _outcome(
    context: Context,
    held: Sequence[Round],
    result: VendorResult,
    marks: Sequence[tuple[Leaf, Mark]],
    delta: Fraction,
) -> Message:
    """Return what would become of the minimums if the stated sum were right."""
    sheet = context.sheet
    minimums = [
        *((held[-1], each) for each in sheet.eligibility.minimums),
        *((judged, each) for judged in held if judged.gate for each in judged.gate.minimums),
    ]
    shares = {_share(context, result, leaf, mark) for leaf, mark in marks}
    share = shares.pop() if len(shares) == 1 else None
    ids = {leaf.id for leaf, _ in marks}
    changed = any(each.rescale or each.requires for _, each in sheet.walk() if ids & each.ids)
    turned: list[str | Message] = []
    unclear = False
    for judged, minimum in minimums:
        about = ids & involved(sheet, minimum, judged.counted)
        if share is None or changed or minimum.evaluators or 0 < len(about) < len(ids):
            unclear = unclear or bool(about)  # which mark is wrong, and what it is worth, is open
        elif about:
            found = _found(judged, held[-1], result)
            turned.extend(_turned(context, minimum, found, delta * share))
    if turned:
        return message(
            N_("By the stated sum, this minimum would be judged otherwise: {what}."),
            what=listing(turned),
        )
    if unclear:
        return message(N_("Whether a minimum hangs on it cannot be told."))
    return message(N_("No minimum hangs on it."))


def _found(judged: Round, last: Round, result: VendorResult) -> Found:
    """Return what the minimums of a round were held against."""
    counted = [result.score(top.id) for top in judged.counted]
    points = [score.points for score in counted if score.points is not None]
    total = sum(points, Fraction(0)) if len(points) == len(counted) else None
    if judged is last:
        total = result.points_in_all
    return Found(result.scores, counted, total, {})


def _turned(
    context: Context, minimum: Minimum, found: Found, delta: Fraction
) -> Iterator[str | Message]:
    for what, points, of in measured(context.sheet, minimum, found):
        needed = minimum.at_least.of(of)
        if (points >= needed) != (points + delta >= needed):
            yield what


def _share(context: Context, result: VendorResult, leaf: Leaf, mark: Mark) -> Fraction | None:
    """Return how much of a point of one sheet reaches the panel's points, None where it depends.

    Of the evaluators' own marks beside an agreed one, nothing does.
    """
    if not leaf.totalled:
        return Fraction(1)
    if result.score(leaf.id).agreed:
        return Fraction(mark in result.score(leaf.id).marks)
    rules = context.sheet.rules_of(leaf.panel)
    count = len(context.bids.scoring(result.vendor, leaf.panel))
    if rules.aggregate == "sum" or count == 1:
        return Fraction(1)
    return Fraction(1, count) if rules.aggregate == "mean" and count else None
