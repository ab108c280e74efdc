"""Who is first, how ties are broken, and what stages there are, in sentences."""

from collections.abc import Iterator

from procscore.language import N_, Message, listing, message
from procscore.model.criteria import CriteriaSheet
from procscore.model.rules import Ranking, Stage
from procscore.model.rules_told.eligibility import gate_minimums
from procscore.model.rules_told.words import by_default
from procscore.model.tie_steps import Lot, TieStep

BY_WORDS = {
    "points": N_("The total points are compared."),
    "formula": N_("A formula is compared (see the price)."),
    "rank-sum": N_(
        "The sum of the ranks that the evaluators give is compared; the smallest is first."
    ),
    "mean-rank": N_(
        "The mean of the ranks that the evaluators give is compared; the smallest is first."
    ),
    "first-places": N_("It is compared how many evaluators put a vendor first."),
}
BALLOT_WORDS = {
    "first-places": N_("put first by more evaluators"),
    "second-places": N_("put second by more evaluators"),
    "third-places": N_("put third by more evaluators"),
    "next-places": N_("more second, then third places …"),
    "points-of-firsts": N_("more points from the evaluators who put it first"),
}
PEOPLE_WORDS = {
    "committee": N_("the committee decides"),
    "chair": N_("the chair decides"),
    "vote": N_("a run-off vote decides"),
}
LOT_WORDS = {
    "drawn": N_("lot"),
    "remainder": N_("lot by the remainder of the numbers' sum"),
}
ORDER_WORDS = {
    "code": N_("vendor code"),
    "arrival": N_("receipt number"),
    "reading": N_("reading of the name"),
    "lot": N_("lot number"),
}
NOTICE_WORDS = {
    "own": N_("A vendor is told its own points only."),
    "winner-totals": N_(
        "A vendor is also told the points of the preferred bidder, in all and by top criterion."
    ),
}
_CUT_WORDS = {
    "all": N_("tied across the line: all go on"),
    "none": N_("tied across the line: none goes on"),
    "committee": N_("tied across the line: the committee decides"),
}


def ranking(sheet: CriteriaSheet) -> Iterator[Message]:
    """Give what is compared."""
    rules = sheet.ranking
    stated = "by" in rules.model_fields_set
    yield by_default(message(BY_WORDS[rules.by]), stated=stated)
    if rules.by == "formula" and rules.best == "lowest":
        yield message(N_("The smallest value is first."))
    if rules.evaluator_ranks == "distinct":
        yield message(N_("Each evaluator ranks without ties."))
    if rules.majority is not None:
        yield message(
            N_("Flagged: a first vendor that no more than half of the evaluators put first.")
        )


def award(sheet: CriteriaSheet) -> Iterator[Message]:
    """Give how many are chosen and stand in reserve, and what is told of them where it is stated."""
    rules = sheet.award
    yield by_default(
        message(
            N_("Chosen: {winners}, in reserve: {reserve}."),
            winners=rules.winners,
            reserve=rules.reserve,
        ),
        stated={"winners", "reserve"} <= rules.model_fields_set,
    )
    if "notice" in rules.model_fields_set:  # it changes no result: silence is nothing to remark on
        yield message(NOTICE_WORDS[rules.notice])


def ties(sheet: CriteriaSheet) -> Iterator[Message]:
    """Give the chain by which equal vendors are told apart."""
    yield chain(sheet, sheet.ranking)


def chain(sheet: CriteriaSheet, rules: Ranking) -> Message:
    """Return the chain of one ranking in a line."""
    told: Message | None = None
    for step in rules.ties:
        words = tie_step(sheet, step)
        told = words if told is None else message(N_("{before} → {then}"), before=told, then=words)
    return by_default(told or message(""), stated="ties" in rules.model_fields_set)


def tie_step(sheet: CriteriaSheet, step: TieStep) -> Message:
    """Return one step of a chain in words."""
    match step.rule:
        case "higher" | "lower":
            words = N_("more of {what}") if step.rule == "higher" else N_("less of {what}")
            return message(words, what=listing(sheet.name_of(each) for each in step.names))
        case "more":
            return message(BALLOT_WORDS[step.votes or "first-places"])
        case "lot":
            return _lot(sheet, step.lot or Lot())
        case people:
            return message(PEOPLE_WORDS[people])


def _lot(sheet: CriteriaSheet, lot: Lot) -> Message:
    told = message(LOT_WORDS[lot.rule])
    if lot.order is not None:
        told = message(
            N_("{lot}, numbered by {order}"), lot=told, order=message(ORDER_WORDS[lot.order])
        )
    if lot.following == "open":
        told = message(N_("{lot}, which names only the first"), lot=told)
    if lot.if_equal:
        what = listing(sheet.name_of(each) for each in lot.if_equal)
        told = message(N_("{lot}, where {what} are equal too"), lot=told, what=what)
    return told


def stages(sheet: CriteriaSheet) -> Iterator[Message]:
    """Give the stages: what is judged in each, who goes on, and whether points carry over."""
    for number, stage in enumerate(sheet.stages):
        what = listing(sheet.name_of(each) for each in stage.criteria)
        told = message(N_("{stage}: {what}."), stage=stage.name, what=what)
        if number:
            carried = (
                message(N_("The points before count."))
                if stage.carry_over
                else message(N_("The points before do not count."))
            )
            stated = "carry_over" in stage.model_fields_set
            carried = by_default(carried, stated=stated)
            told = message(N_("{one} {two}"), one=told, two=carried)
        for gate in _gate(sheet, stage):
            told = message(N_("{one} {two}"), one=told, two=gate)
        yield told


def _gate(sheet: CriteriaSheet, stage: Stage) -> Iterator[Message]:
    gate = stage.gate
    if gate is None:
        return
    if gate.top is not None:
        yield message(
            N_("The first {top} go on ({cut})."),
            top=gate.top,
            cut=by_default(
                message(_CUT_WORDS[gate.at_cut]), stated="at_cut" in gate.model_fields_set
            ),
        )
    yield from gate_minimums(sheet, gate.minimums)
    if gate.skip_below is not None:
        yield message(N_("Not held with fewer than {count} vendors."), count=gate.skip_below)
