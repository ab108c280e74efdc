"""What a sheet does not say and the evaluation supplied. It is named with every result."""

from collections.abc import Iterator, Sequence

from procscore.language import N_, Message, message
from procscore.model.bids import Bids
from procscore.model.criteria import CriteriaSheet, Leaf
from procscore.model.rankings import rankings
from procscore.model.rules_told.price import compares
from procscore.model.scope import provisional
from procscore.model.scores import ByFormula, Check, Grades, Marks, Price, Veto
from procscore.model.tie_steps import Lot


def assumptions(sheet: CriteriaSheet, bids: Bids) -> tuple[Message, ...]:
    """Return the sheet's own assumptions, then every default that this evaluation rests on."""
    own = [message("{text}", text=text) for text in sheet.assumptions]
    return (
        *own,
        *_unscored(sheet),
        *_panel(sheet, bids),
        *_stages(sheet),
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
    for panel, leaves in sheet.marking_panels.items():
        rules = sheet.rules_of(panel)
        if sum(panel in each.panels for each in bids.evaluators) > 1:
            name = rules.name or panel or message(N_("without a name"))
            for told in _aggregation(sheet, panel):
                yield (
                    message(N_("{panel}: {what}"), panel=name, what=told) if sheet.panels else told
                )
        for leaf in leaves:
            yield from _votes(leaf)


def _votes(leaf: Leaf) -> Iterator[Message]:
    stated, name = leaf.score.model_fields_set, leaf.criterion.name
    match leaf.score:
        case Check(votes=votes):
            if "votes" not in stated:
                yield message(
                    N_(
                        "The sheet does not say how many evaluators fail “{criterion}”: a single one."
                    ),
                    criterion=name,
                )
            if votes == "majority" and "even" not in stated:
                yield message(
                    N_(
                        "The sheet does not say what an even vote on “{criterion}” means: it passes."
                    ),
                    criterion=name,
                )
        case Marks(veto=Veto() as veto) | Grades(veto=Veto() as veto):
            if "votes" not in veto.model_fields_set:
                yield message(
                    N_(
                        "The sheet does not say how many evaluators must give the veto on “{criterion}”: all."
                    ),
                    criterion=name,
                )
            if veto.otherwise is None:
                yield message(
                    N_(
                        "The sheet does not say what a veto on “{criterion}” that does not stand counts: as it is."
                    ),
                    criterion=name,
                )
        case _:
            pass


def _aggregation(sheet: CriteriaSheet, panel: str | None) -> Iterator[Message]:
    rules = sheet.rules_of(panel)
    stated = rules.model_fields_set
    if "aggregate" not in stated:
        yield message(
            N_("The sheet does not say how the evaluators' marks become one: their mean.")
        )
    trimmed = {"highest", "lowest"} <= rules.trim.model_fields_set
    if rules.aggregate == "trimmed-mean" and not trimmed:
        yield message(
            N_("The sheet does not say how many marks are left out: the highest and the lowest.")
        )
    matters = rules.aggregate in ("median", "trimmed-mean") or rules.round is not None
    if matters and "over" not in stated:
        yield message(
            N_(
                "The sheet does not say over what the evaluators are aggregated: criterion by criterion."
            )
        )
    once = any(not leaf.totalled and leaf.points and leaf.panel == panel for leaf in sheet.leaves)
    if rules.aggregate == "sum" and once and "shared" not in stated:
        yield message(
            N_(
                "The sheet does not say how often points that are given once count in the sum: for each evaluator."
            )
        )
    if "round" not in stated and rules.aggregate != "sum":
        yield message(N_("The sheet does not say how the panel's points are rounded: not at all."))


def _stages(sheet: CriteriaSheet) -> Iterator[Message]:
    for number, stage in enumerate(sheet.stages):
        if number and "carry_over" not in stage.model_fields_set:
            yield message(
                N_(
                    "The sheet does not say whether earlier points count in “{stage}”: they are added."
                ),
                stage=stage.name,
            )
        gate = stage.gate
        if gate is not None and gate.top is not None and "at_cut" not in gate.model_fields_set:
            yield message(
                N_(
                    "The sheet does not say who goes on from “{stage}” when vendors are tied across the line: all of them."
                ),
                stage=stage.name,
            )


def _eligibility(sheet: CriteriaSheet, bids: Bids) -> Iterator[Message]:
    stated = sheet.eligibility.model_fields_set
    rule = sheet.eligibility.ceiling
    without_rule = [
        amount
        for amount in bids.procurement.ceilings
        if isinstance(rule, dict) and amount not in rule
    ]
    unsaid = without_rule or (bids.procurement.ceilings and "ceiling" not in stated)
    if unsaid and sheet.prices != "sealed":
        yield message(
            N_("The sheet does not say what a bid above the ceiling means: it is excluded.")
        )
    if any(compares(leaf.score) for leaf in sheet.leaves) and "lowest_among" not in stated:
        yield message(
            N_(
                "The sheet does not say whose prices count as the lowest: those of the eligible vendors."
            )
        )
    low = sheet.eligibility.abnormally_low
    if low is not None and low.limit is not None and low.share is None:
        yield message(
            N_("The sheet does not say what share makes a price abnormally low: below {share}."),
            share=low.limit,
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
    every = [ranking for _, ranking in rankings(sheet)]
    if any("by" not in each.model_fields_set for each in every):
        yield message(N_("The sheet does not say what the ranking compares: the total points."))
    by_formula = [each for each in every if each.by == "formula"]
    if any("best" not in each.model_fields_set for each in by_formula):
        yield message(N_("The sheet does not say which ranking value is first: the highest."))
    if any(each.round is None for each in by_formula):
        yield message(N_("The sheet does not say how the ranking value is rounded: not at all."))
    if any("ties" not in each.model_fields_set for each in every):
        yield message(N_("The sheet does not say how ties are broken: the committee decides."))
    if any(
        each.asks_evaluators and "evaluator_ranks" not in each.model_fields_set for each in every
    ):
        yield message(
            N_("The sheet does not say which ranks an evaluator's equal totals get: 1, 2, 2, 4.")
        )
    yield from _lots([step.lot for each in every for step in each.ties if step.lot], bids)
    if provisional(sheet) is not None:
        return
    if "winners" not in sheet.award.model_fields_set:
        yield message(N_("The sheet does not say how many are chosen: one."))
    if "reserve" not in sheet.award.model_fields_set:
        yield message(N_("The sheet does not say how many stand in reserve: one."))


def _lots(lots: Sequence[Lot], bids: Bids) -> Iterator[Message]:
    """Give what a lot rests on that the sheet leaves open, once there is a number to use."""
    drawn = any(vendor.lot is not None for vendor in bids.vendors)
    used = [lot for lot in lots if drawn or lot.blank is not None]
    if any(lot.rule == "drawn" for lot in used):
        yield message(N_("Of lots that were drawn, the smallest number comes first."))
    by_arithmetic = [lot for lot in used if lot.rule == "remainder"]
    if any("first" not in lot.model_fields_set for lot in by_arithmetic):
        yield message(N_("The sheet does not say from where vendors are numbered for a lot: 0."))
    if any("add" not in lot.model_fields_set for lot in by_arithmetic):
        yield message(
            N_("The sheet does not say whose number a lot's remainder gives: that of the first.")
        )
    if any("following" not in lot.model_fields_set for lot in by_arithmetic):
        yield message(
            N_(
                "The sheet does not say who follows the first in a lot: the next number, and after the last the first."
            )
        )
