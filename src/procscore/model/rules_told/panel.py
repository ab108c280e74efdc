"""How several evaluators become one score, and where is rounded, in sentences."""

from collections.abc import Iterator

from procscore.language import N_, Message, message
from procscore.model.criteria import CriteriaSheet
from procscore.model.rankings import rankings
from procscore.model.rules import Panel
from procscore.model.rules_told.words import (
    by_default,
    formula_in_words,
    rounding,
    together,
)
from procscore.model.scores import ByFormula, Grades, Marks, Price

AGGREGATE_WORDS = {
    "mean": N_("The mean of the evaluators, {over}."),
    "median": N_("The median of the evaluators, {over}."),
    "sum": N_("The sum of the evaluators."),
    "trimmed-mean": N_(
        "The mean of the evaluators without the {highest} highest and the {lowest} lowest, {over}."
    ),
    "consensus": N_("One mark that the evaluators agree on."),
}
OVER_WORDS = {
    "criteria": N_("criterion by criterion"),
    "totals": N_("over each evaluator's total"),
}


def aggregation(sheet: CriteriaSheet) -> Iterator[Message]:
    """Give how the evaluators' marks become one score, panel by panel."""
    for panel in sheet.marking_panels:
        rules = sheet.rules_of(panel)
        for told in _panel(rules):
            if sheet.panels:
                name = rules.name or panel or message(N_("without a name"))
                yield message(N_("{panel}: {what}"), panel=name, what=told)
            else:
                yield told


def _panel(rules: Panel) -> Iterator[Message]:
    stated = rules.model_fields_set
    told = message(
        AGGREGATE_WORDS[rules.aggregate],
        over=message(OVER_WORDS[rules.over]),
        highest=rules.trim.highest,
        lowest=rules.trim.lowest,
    )
    yield by_default(told, stated="aggregate" in stated)
    if rules.consensus == "overrides":
        yield message(
            N_("Where the panel agrees on a mark, it counts instead of the evaluators' own.")
        )
    if rules.aggregate == "sum" and rules.shared == "once":
        yield message(N_("Points that are given once count once in the sum."))
    if rules.quorum is not None:
        yield message(N_("Quorum: {quorum}."), quorum=rules.quorum)
    if rules.same_for_all:
        yield message(N_("The same evaluators mark all vendors."))


def roundings(sheet: CriteriaSheet) -> Iterator[Message]:
    """Give what is rounded and how: panels' points, single criteria, rescaled ones, the value."""
    for what, how in together(_roundings(sheet)):
        yield message(N_("{what}: {how}."), what=what, how=how)


def _roundings(sheet: CriteriaSheet) -> Iterator[tuple[object, Message]]:
    for panel in sheet.marking_panels:
        rules = sheet.rules_of(panel)
        if rules.aggregate != "sum" or rules.round is not None:
            what = rules.name or panel if sheet.panels else message(N_("evaluators' points"))
            yield what, rounding(rules.round)
    for leaf in sheet.leaves:
        match leaf.score:
            case Price(round=rule) | ByFormula(round=rule):
                yield leaf.criterion.name, rounding(rule)
            case Marks(round=rule) | Grades(round=rule) if rule is not None:
                yield leaf.criterion.name, rounding(rule)
            case _:
                pass
    for _, criterion in sheet.walk():
        if criterion.rescale is not None:
            yield (
                criterion.name,
                message(
                    N_("{formula}, {rounding}"),
                    formula=formula_in_words(sheet, criterion.rescale.formula, "rescale"),
                    rounding=rounding(criterion.rescale.round),
                ),
            )
    for _, ranking in rankings(sheet):
        if ranking.round is not None or ranking.by == "formula":
            yield message(N_("what is compared")), rounding(ranking.round)
