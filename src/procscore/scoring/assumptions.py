"""What a sheet does not say and the evaluation supplied. It is named with every result."""

from collections.abc import Iterator

from procscore.language import N_, Message, message
from procscore.model.bids import Bids
from procscore.model.criteria import CriteriaSheet
from procscore.model.scores import ByFormula, Check, Price


def assumptions(sheet: CriteriaSheet, bids: Bids) -> tuple[Message, ...]:
    """Return the sheet's own assumptions, then every default that this evaluation rests on."""
    own = [message("{text}", text=text) for text in sheet.assumptions]
    return (
        *own,
        *_unscored(sheet),
        *_panel(sheet, bids),
        *_eligibility(sheet, bids),
        *_ranking(sheet, bids),
    )


def _unscored(sheet: CriteriaSheet) -> Iterator[Message]:
    for leaf in sheet.leaves:
        if not leaf.stated:
            yield message(
                N_(
                    "The sheet does not say how “{criterion}” is marked: any number from 0 to its points."
                ),
                criterion=leaf.criterion.name,
            )


def _panel(sheet: CriteriaSheet, bids: Bids) -> Iterator[Message]:
    if not sheet.needs_marks("panel") or len(bids.evaluators) < 2:  # noqa: PLR2004 - one has no mean
        return
    stated = sheet.panel.model_fields_set
    if "aggregate" not in stated:
        yield message(
            N_("The sheet does not say how the evaluators' marks become one: their mean.")
        )
    trimmed = {"highest", "lowest"} <= sheet.panel.trim.model_fields_set
    if sheet.panel.aggregate == "trimmed-mean" and not trimmed:
        yield message(
            N_("The sheet does not say how many marks are left out: the highest and the lowest.")
        )
    matters = sheet.panel.aggregate in ("median", "trimmed-mean") or sheet.panel.round is not None
    if matters and "over" not in stated:
        yield message(
            N_(
                "The sheet does not say over what the evaluators are aggregated: criterion by criterion."
            )
        )
    if "round" not in stated and sheet.panel.aggregate != "sum":
        yield message(N_("The sheet does not say how the panel's points are rounded: not at all."))
    for leaf in sheet.needs_marks("panel"):
        if isinstance(leaf.score, Check) and "votes" not in leaf.score.model_fields_set:
            yield message(
                N_("The sheet does not say how many evaluators fail “{criterion}”: a single one."),
                criterion=leaf.criterion.name,
            )


def _eligibility(sheet: CriteriaSheet, bids: Bids) -> Iterator[Message]:
    stated = sheet.eligibility.model_fields_set
    rule = sheet.eligibility.ceiling
    without_rule = [
        amount
        for amount in bids.procurement.ceilings
        if isinstance(rule, dict) and amount not in rule
    ]
    if without_rule or (bids.procurement.ceilings and "ceiling" not in stated):
        yield message(
            N_("The sheet does not say what a bid above the ceiling means: it is excluded.")
        )
    if sheet.price_leaves and "lowest_among" not in stated:
        yield message(
            N_(
                "The sheet does not say whose prices count as the lowest: those of the eligible vendors."
            )
        )
    for leaf in sheet.leaves:
        if isinstance(leaf.score, Check) and "fail" not in leaf.score.model_fields_set:
            yield message(
                N_(
                    "The sheet does not say what failing “{criterion}” means: the vendor is excluded."
                ),
                criterion=leaf.criterion.name,
            )
        if isinstance(leaf.score, Price | ByFormula) and leaf.score.round is None:
            yield message(
                N_(
                    "The sheet does not say how the points of “{criterion}” are rounded: not at all."
                ),
                criterion=leaf.criterion.name,
            )


def _ranking(sheet: CriteriaSheet, bids: Bids) -> Iterator[Message]:
    stated = sheet.ranking.model_fields_set
    if "by" not in stated:
        yield message(N_("The sheet does not say what the ranking compares: the total points."))
    if "ties" not in stated:
        yield message(N_("The sheet does not say how ties are broken: the committee decides."))
    if sheet.ranking.by in ("rank-sum", "mean-rank") and "equal_ranks" not in stated:
        yield message(N_("The sheet does not say which ranks equal vendors get: 1, 2, 2, 4."))
    drawn = any(vendor.lot is not None for vendor in bids.vendors)
    if drawn and any(step.rule == "lot" for step in sheet.ranking.ties):
        yield message(N_("Of lots that were drawn, the smallest number comes first."))
    if sheet.ranking.by == "formula" and sheet.ranking.round is None:
        yield message(N_("The sheet does not say how the ranking value is rounded: not at all."))
    if "winners" not in sheet.award.model_fields_set:
        yield message(N_("The sheet does not say how many are chosen: one."))
    if "reserve" not in sheet.award.model_fields_set:
        yield message(N_("The sheet does not say how many stand in reserve: one."))
