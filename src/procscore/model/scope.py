"""A part of a procedure on its own: before prices are opened, or up to a stage.

The part is a criteria sheet in itself, so that everything below works on it as on any other. What
it leaves out is remembered as `set_aside`: the workbook may hold it already, and it is not read.
"""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from procscore.formula import names
from procscore.language import N_, Message, message
from procscore.model.criteria import CriteriaSheet, Criterion, Prices
from procscore.model.fields import Frozen
from procscore.model.formula_names import FIGURE_NAMES
from procscore.model.rounds import asks_for_amounts, hangs_on_prices, involved, rounds
from procscore.model.rules import Minimum, Ranking, Stage

T = TypeVar("T", bound=Frozen)
PRICES_SEALED = N_("The prices are not opened yet; nobody is chosen.")
STAGE_FOLLOWS = N_("A later stage follows; nobody is chosen.")
"""Why nobody can be chosen yet."""


def technical_only(sheet: CriteriaSheet) -> CriteriaSheet:
    """Return the part that can be evaluated while the prices are sealed (二封筒方式).

    Criteria, minimums and tie steps that need a price are left out, and ranked is by points.
    """
    priced = {leaf.id for leaf in sheet.leaves if hangs_on_prices(sheet, leaf)}
    for _, each in sheet.walk():
        if each.requires and not priced.isdisjoint(sheet.by_id[each.requires.criterion].ids):
            priced |= each.ids
    kept = _without(sheet.criteria, priced)
    return _part(sheet, kept, sheet.stages, "sealed")


def up_to(sheet: CriteriaSheet, stage: str) -> CriteriaSheet:
    """Return the part up to and with a stage, the whole sheet for the last one.

    Raises KeyError where there is no such stage.
    """
    ids = [each.id for each in sheet.stages]
    if stage not in ids:
        raise KeyError(stage)
    if stage == ids[-1]:
        return sheet
    stages = sheet.stages[: ids.index(stage) + 1]
    tops = {each for one in stages for each in one.criteria}
    kept = tuple(criterion for criterion in sheet.criteria if criterion.id in tops)
    inside = {each for top in kept for each in top.ids}
    priced = any(hangs_on_prices(sheet, leaf) for leaf in sheet.leaves if leaf.id in inside) or any(
        asks_for_amounts(sheet, each) for each in stages
    )
    return _part(sheet, kept, stages, "open" if priced else "optional")


def provisional(sheet: CriteriaSheet) -> Message | None:
    """Return why nobody can be chosen by `sheet` yet, None where it is the whole procedure."""
    if sheet.prices == "sealed":
        return message(PRICES_SEALED)
    if sheet.set_aside:
        return message(STAGE_FOLLOWS)
    return None


def _without(criteria: Iterable[Criterion], gone: set[str]) -> tuple[Criterion, ...]:
    """Return the tree without the leaves `gone`, and without groups that they leave empty."""
    kept: list[Criterion] = []
    for criterion in criteria:
        if not criterion.criteria:
            if criterion.id not in gone:
                kept.append(criterion)
            continue
        parts = _without(criterion.criteria, gone)
        if parts == criterion.criteria:
            kept.append(criterion)
        elif parts:
            left_out = {part.id for part in criterion.criteria} - {part.id for part in parts}
            rescale = criterion.rescale
            if rescale is not None and not left_out.isdisjoint(names(rescale.formula)):
                rescale = None  # it mixes in what is not there yet
            kept.append(_changed(criterion, criteria=parts, points=None, rescale=rescale))
    return tuple(kept)


def _part(
    sheet: CriteriaSheet,
    criteria: tuple[Criterion, ...],
    stages: Sequence[Stage],
    prices: Prices,
) -> CriteriaSheet:
    inside = {each for top in criteria for each in top.ids}
    kept = [each for each in stages if inside & set(each.criteria)]
    counted = {judged.stage: judged.counted for judged in rounds(sheet)}
    part = _changed(
        sheet,
        points=sum((criterion.worth for criterion in criteria), 0 * sheet.points),
        criteria=criteria,
        stages=tuple(
            _changed(
                each,
                criteria=tuple(top for top in each.criteria if top in inside),
                gate=each.gate
                and _changed(
                    each.gate, minimums=_known(sheet, each.gate.minimums, counted[each], inside)
                ),
                ranking=each.ranking and _ranking(sheet, each.ranking, inside, prices),
            )
            for each in kept
        ),
        eligibility=_changed(
            sheet.eligibility,
            minimums=_known(sheet, sheet.eligibility.minimums, sheet.criteria, inside),
            abnormally_low=None if prices != "open" else sheet.eligibility.abnormally_low,
        ),
        ranking=_ranking(sheet, sheet.ranking, inside, prices),
    )
    outside = {each for each in sheet.by_id if each not in inside}
    return part.narrowed(prices, sheet.set_aside | outside, sheet.main_amount)


def _known(
    sheet: CriteriaSheet,
    minimums: Iterable[Minimum],
    counted: tuple[Criterion, ...],
    inside: set[str],
) -> tuple[Minimum, ...]:
    """Return the minimums that hang on nothing but what is `inside`; `counted` make the total."""
    return tuple(
        # What is left out is not in the total of the part either.
        minimum if minimum.excluding in {None, *inside} else _changed(minimum, excluding=None)
        for minimum in minimums
        if involved(sheet, minimum, counted) <= inside
    )


def _ranking(sheet: CriteriaSheet, ranking: Ranking, inside: set[str], prices: Prices) -> Ranking:
    """Return the ranking by what is inside.

    A formula that needs something else gives way to the points. While prices are sealed, a tie is
    shown as one from the first step on that needs a price; a step that needs a later stage is left
    out, as `rounds` leaves it out where that stage follows.
    """
    sealed = prices == "sealed"
    known = inside | set(sheet.quantities) | (set(sheet.amounts) if prices == "open" else set())
    ties = []
    for step in ranking.ties:
        if known.issuperset(step.needs):
            ties.append(step)
        elif sealed:
            break
    changes: dict[str, Any] = {"ties": tuple(ties)}
    if ranking.formula is not None and not known.issuperset(names(ranking.formula)):
        changes |= {"by": "points", "formula": None, "round": None, "best": "highest"}
    figures = {*known, *FIGURE_NAMES} if prices == "open" and "by" not in changes else set()
    if ranking.at_least is not None and not figures.issuperset(names(ranking.at_least)):
        changes |= {"at_least": None}
    return _changed(ranking, **changes)


def _changed(value: T, **changes: Any) -> T:
    """Return a copy with other fields. Unlike `model_copy` it takes over nothing that was cached."""
    kept = {name: getattr(value, name) for name in type(value).model_fields}
    return type(value).model_construct(value.model_fields_set, **{**kept, **changes})
