"""What became of one vendor, in sentences to it that name nobody else."""

from collections.abc import Iterator
from itertools import takewhile

from procscore.exact import display
from procscore.language import N_, Message, listing, message
from procscore.model.bids import Status
from procscore.model.result import Evaluation, StageResult, Tie, TieStep, VendorResult
from procscore.model.rules_told.ranking import LOT_WORDS
from procscore.model.told import VALUE_WORDS, earlier_stages, in_stage, last_stage, status_word

WITHOUT_NAMES = {
    "does not meet “{criterion}” ({no} of {count} evaluators: {who})": N_(
        "does not meet “{criterion}” ({no} of {count} evaluators)"
    ),
    "“{criterion}” was marked {mark} by {who}": N_("“{criterion}” was marked {mark}"),
    "lot: {numbers} = {total}, divided by {count} leaves {remainder}{plus}; numbered by {order} ({numbered}); number {winner} is first": LOT_WORDS[
        "remainder"
    ],
    "{rule}; without a number and counted as {blank}: {vendors}": "{rule}",
}
"""What sentences of a result become that say who marked so, or whose number it was."""


def without_names(told: Message) -> Message:
    """Return a sentence of the result as it can be told to one vendor."""
    text = WITHOUT_NAMES.get(told.text, told.text)
    details = {
        name: without_names(each) if isinstance(each, Message) else each
        for name, each in told.details.items()
        if f"{{{name}}}" in text
    }
    return message(text, **details)


def sentences(result: Evaluation, each: VendorResult) -> Iterator[Message]:
    """Give the rank and what follows from it, or why there is none; stage by stage before."""
    for stage in earlier_stages(result):
        yield from in_stage(stage, each)
    if each.rank is None:
        yield from _out(result, each)
        return
    yield message(N_("Rank: {rank} of {count}."), rank=display(each.rank), count=len(result.ranked))
    if each.compared is not None and each.compared != each.points_in_all:
        yield message(
            N_("{what}: {value}."),
            what=message(VALUE_WORDS[result.ranking.by]),
            value=display(each.compared),
        )
    yield from _awarded(result, each)


def _out(result: Evaluation, each: VendorResult) -> Iterator[Message]:
    yield message(N_("Your proposal is not ranked: {status}."), status=status_word(each))
    if (stage := _stopped(result, each)) is not None:
        yield message(N_("It did not get beyond “{stage}”."), stage=stage)
    for exclusion in each.exclusions:
        yield message(N_("Reason: {reason}."), reason=without_names(exclusion.reason))


def _stopped(result: Evaluation, each: VendorResult) -> str | None:
    """Return the stage in which an excluded vendor stopped, None without stages."""
    if each.status is not Status.EXCLUDED:
        return None
    for stage in result.stages:
        if not stage.skipped and each.vendor.id not in stage.passed:
            return stage.name
    return result.criteria.stages[-1].name if result.criteria.stages else None


def _awarded(result: Evaluation, each: VendorResult) -> Iterator[Message]:
    award, vendor = result.award, each.vendor.id
    if vendor in award.passed_over:
        yield message(N_("You are not chosen: {reason}."), reason=award.passed_over[vendor])
    elif result.provisional is not None:
        if (stage := last_stage(result)) is not None:
            yield _after_stage(stage, each)
        yield result.provisional
    elif vendor in award.winners:
        yield message(N_("You are the preferred bidder."))
    elif vendor in award.reserve:
        yield message(N_("You stand in reserve."))
    elif vendor in award.undecided:
        yield message(N_("You are tied, and it is not decided yet who is chosen."))
    elif _open(result, each):
        yield message(N_("It is not decided yet whether you stand in reserve."))
    else:
        yield message(N_("You are not chosen."))


def _open(result: Evaluation, each: VendorResult) -> bool:
    """Tell whether a place hangs on a tie of vendors before this one."""
    award, rule = result.award, result.criteria.award
    if not award.undecided or each.rank is None:
        return False
    before = sum(
        other.rank is not None
        and other.rank < each.rank
        and other.vendor.id not in award.passed_over
        for other in result.vendors
    )
    return before < rule.winners + rule.reserve


def _after_stage(stage: StageResult, each: VendorResult) -> Message:
    if each.vendor.id in stage.passed:
        return message(N_("You go on to the next stage."))
    if each.vendor.id in stage.undecided:
        return message(N_("You are tied, and it is not decided yet who goes on."))
    return message(N_("You do not go on to the next stage."))


def tie_sentences(result: Evaluation, each: VendorResult) -> Iterator[Message]:
    """Give the ties that a vendor was in, by what rule they were told apart, and its own place."""
    for stage in earlier_stages(result):
        for tie in stage.ties:
            yield from _tie(tie, each.vendor.id)
    for tie in result.ties:
        yield from _tie(tie, each.vendor.id)


def _tie(tie: Tie, vendor: str) -> Iterator[Message]:
    if vendor not in tie.vendors:
        return
    yield message(
        N_("{count} vendors, you among them, have exactly the same value, {value}."),
        count=len(tie.vendors),
        value=display(tie.value),
    )
    steps = [step for step in tie.steps if vendor in step.values]
    for step in steps:
        if len(step.order) > 1:
            yield _told_apart(step, vendor)
    group = next(group for group in tie.order if vendor in group)
    if len(group) > 1:
        yield message(N_("You stay tied: {count} vendors, you among them."), count=len(group))
        awaited = [
            step.rule for step in steps if step.awaits and set(group) in map(set, step.order)
        ]
        if awaited:
            rules = listing(without_names(rule) for rule in awaited)
            yield message(N_("What has to tell you apart: {rules}."), rules=rules)


def _told_apart(step: TieStep, vendor: str) -> Message:
    before = takewhile(lambda group: vendor not in group, step.order)
    details = {
        "rule": without_names(step.rule),
        "place": sum(map(len, before)) + 1,
        "count": sum(map(len, step.order)),
    }
    if not step.values[vendor]:
        return message(N_("By “{rule}”: place {place} of {count}."), **details)
    return message(
        N_("By “{rule}” (yours: {value}): place {place} of {count}."),
        value=step.values[vendor],
        **details,
    )
