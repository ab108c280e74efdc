"""What a result says in words: one wording for the terminal and for every export."""

from collections.abc import Iterable, Iterator

from procscore.exact import display
from procscore.formula.prose import rounding_sentence
from procscore.language import N_, Listing, Message, listing, message
from procscore.model.bids import Evaluator, Status
from procscore.model.result import Evaluation, Tie, VendorResult

STATUS_WORDS = {
    Status.ELIGIBLE: N_("eligible"),
    Status.EXCLUDED: N_("excluded"),
    Status.WITHDRAWN: N_("withdrawn"),
    Status.DISQUALIFIED: N_("disqualified"),
    Status.INVALID: N_("invalid"),
}
AGGREGATE_SENTENCES = {
    "mean": N_("the mean of {count} evaluators"),
    "median": N_("the median of {count} evaluators"),
    "sum": N_("the sum of {count} evaluators"),
    "trimmed-mean": N_(
        "the mean of {count} evaluators without the {highest} highest and the {lowest} lowest"
    ),
    "consensus": N_("the marks that the {count} evaluators agreed on"),
}
OVER_SENTENCES = {
    "criteria": N_("criterion by criterion"),
    "totals": N_("over each evaluator's total"),
}


def vendor_name(each: VendorResult) -> str:
    """Return a vendor's id and name, once where they are the same."""
    vendor = each.vendor
    return vendor.id if vendor.name == vendor.id else f"{vendor.id} {vendor.name}"


def result_word(result: Evaluation, each: VendorResult) -> Message:
    """Return what a ranked vendor is: preferred, in reserve, tied, or nothing."""
    award = result.award
    if each.vendor.id in award.winners:
        return message(N_("preferred"))
    if each.vendor.id in award.reserve:
        return message(N_("reserve"))
    if each.vendor.id in award.undecided:
        return message(N_("tied"))
    return message("")


def panel_sentences(result: Evaluation) -> Iterator[Message]:
    """Give how the panel was aggregated, and who was not counted for whom."""
    panel = result.criteria.panel
    if not result.evaluators or not result.criteria.needs_marks("panel"):
        return
    present = [evaluator for evaluator in result.evaluators if evaluator.present]
    everywhere = frozenset(each.vendor.id for each in result.vendors)
    for_all = [evaluator for evaluator in present if evaluator.recused >= everywhere]
    counted = [evaluator for evaluator in present if evaluator not in for_all]
    yield message(
        N_("The panel's points are {what}, {over}, {rounding}."),
        what=message(
            AGGREGATE_SENTENCES[panel.aggregate],
            count=len(counted),
            highest=panel.trim.highest,
            lowest=panel.trim.lowest,
        ),
        over=message(OVER_SENTENCES[panel.over]),
        rounding=rounding_sentence(panel.round.rounding if panel.round else None),
    )
    absent = [evaluator for evaluator in result.evaluators if not evaluator.present]
    if absent:
        yield message(N_("Absent and not counted: {who}."), who=_names(absent))
    if for_all:
        yield message(N_("Recused for all vendors and not counted: {who}."), who=_names(for_all))
    for each in result.vendors:
        recused = [evaluator for evaluator in counted if each.vendor.id in evaluator.recused]
        if recused:
            yield message(
                N_("For {vendor}, {count} evaluators are counted; recused: {who}."),
                vendor=each.vendor.id,
                count=len(counted) - len(recused),
                who=_names(recused),
            )
    for group in _not_adding_up(result):
        yield message(
            N_(
                "The points of “{group}” come from the evaluators' totals; its parts need not add up to them."
            ),
            group=group,
        )


def _names(evaluators: Iterable[Evaluator]) -> Listing:
    return listing(evaluator.name for evaluator in evaluators)


def _not_adding_up(result: Evaluation) -> Iterator[str | Message]:
    if any(not each.adds_up for each in result.vendors):
        yield message(N_("total"))
    apart = {s.criterion for each in result.vendors for s in each.walk() if not s.adds_up}
    for criterion_id, criterion in result.criteria.by_id.items():
        if criterion_id in apart:
            yield criterion.name


def tie_sentences(result: Evaluation, tie: Tie) -> Iterator[Message]:
    """Give how a tie arose and, step by step, what became of it."""
    yield message(
        N_("{who} have exactly the same value, {value}."),
        who=listing(tie.vendors),
        value=display(tie.value),
    )
    for step in tie.steps:
        values = [f"{vendor} {value}" for vendor, value in step.values.items() if value]
        if values:  # the committee's decision has none, and is told below while it is open
            yield message(
                N_("By “{rule}” ({values}): {order}."),
                rule=step.rule,
                values=listing(values),
                order=" > ".join(" = ".join(group) for group in step.order),
            )
    if not tie.resolved:
        who = listing(" = ".join(group) for group in tie.order if len(group) > 1)
        if result.criteria.ranking.ties[-1].rule == "lot":
            yield message(N_("Still tied: {who}. A lot has to be drawn."), who=who)
        else:
            yield message(N_("Still tied: {who}. The committee has to decide."), who=who)
