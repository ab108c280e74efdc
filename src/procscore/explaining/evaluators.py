"""What each evaluator's total is made of, and the order that the totals give."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from procscore.diagnostics import Location
from procscore.explaining.marks import called
from procscore.formula import Derivation, Input
from procscore.model.bids import Mark
from procscore.model.explanation import Figure
from procscore.model.result import Evaluation, VendorResult


def totals(result: Evaluation, each: VendorResult, one: Input) -> Iterator[Figure]:
    """Give the totals by evaluator that went into a formula, mark by mark."""
    marked: dict[Location, tuple[Mark, str]] = {
        mark.where: (mark, score.criterion)
        for score in each.walk()
        for mark in (*score.marks, *score.originals)
    }
    for derivation in one.derivations:
        points = derivation.inputs[0].derivations
        mark, _ = marked[_cell(points[0])]
        yield Figure(
            "evaluator",
            called(result, mark.evaluator),
            derivation.value,
            derivation=derivation,
            parts=tuple(_own_mark(result, own, *marked[_cell(own)]) for own in points),
            adds_up=True,
        )


def _own_mark(result: Evaluation, own: Derivation, mark: Mark, criterion: str) -> Figure:
    name = result.criteria.by_id[criterion].name
    return Figure("own-mark", name, own.value, None, own, mark.where, criterion=criterion)


def _cell(own: Derivation) -> Location:
    """Return the cell of the mark that an evaluator's own points come from."""
    return next(one.where[0] for one in own.inputs if one.name == "mark")


def ranks(
    result: Evaluation, each: VendorResult, derivation: Derivation, ranked: tuple[VendorResult, ...]
) -> Iterator[Figure]:
    """Give, where ranks or first places are counted, what each evaluator's total gave."""
    for evaluator, value in ranks_of(each, derivation, ranked).items():
        own = each.own[evaluator][None]
        name = called(result, evaluator)
        others = (
            Figure(
                "compared",
                other.vendor.name,
                other.own[evaluator][None].value,
                vendor=other.vendor.id,
                elsewhere=True,
            )
            for other in ranked
            if other is not each and evaluator in other.own
        )
        parts = (Figure("evaluator", name, own.value, derivation=own), *others)
        yield Figure("rank", name, value, symbol=derivation.inputs[0].name, parts=parts)


def ranks_of(
    each: VendorResult, derivation: Derivation, ranked: Iterable[VendorResult]
) -> dict[str, Fraction]:
    """Return what each evaluator's order gave a vendor (a rank, or a first place), by evaluator id.

    Empty where the ranking compares something else. Orders are counted in the order in which the
    evaluators are met, vendor by vendor.
    """
    first = derivation.inputs[0] if derivation.inputs else None
    if first is None or first.name not in ("ranks", "firsts") or not isinstance(first.value, tuple):
        return {}
    known = dict.fromkeys(evaluator for one in ranked for evaluator in one.own)
    evaluators = [evaluator for evaluator in known if evaluator in each.own]
    return dict(zip(evaluators, first.value, strict=True))
