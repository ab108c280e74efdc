"""What a result says in words: one wording for the terminal and for every export."""

from collections.abc import Iterable, Iterator, Mapping

from procscore.exact import display
from procscore.formula.prose import rounding_sentence
from procscore.language import N_, Listing, Message, listing, message
from procscore.model.bids import Evaluator, Status
from procscore.model.part import Part
from procscore.model.result import Evaluation, StageResult, Tie, VendorResult
from procscore.model.rules import Stage
from procscore.model.rules_told import FACETS
from procscore.model.rules_told.panel import OVER_WORDS
from procscore.model.rules_told.price import amount_sentence, compared_amounts

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
VALUE_WORDS = {
    "points": N_("Total, rounded"),
    "formula": N_("Value"),
    "rank-sum": N_("Sum of ranks"),
    "mean-rank": N_("Mean rank"),
    "first-places": N_("First places"),
}
"""What the ranking compares, where that is not the total."""


def status_word(each: VendorResult) -> Message:
    """Return a vendor's status; who did not go on from a stage is not excluded in the law's sense."""
    if each.status is Status.EXCLUDED and all(one.rule == "stage" for one in each.exclusions):
        return message(N_("did not go on"))
    return message(STATUS_WORDS[each.status])


def vendor_name(each: VendorResult) -> str:
    """Return a vendor's id and name, once where they are the same."""
    vendor = each.vendor
    return vendor.id if vendor.name == vendor.id else f"{vendor.id} {vendor.name}"


def result_word(result: Evaluation, each: VendorResult) -> Message:
    """Return what a ranked vendor is: preferred, in reserve, tied, passed over, or nothing."""
    award = result.award
    if each.vendor.id in award.passed_over:
        return message(N_("passed over"))
    if (stage := last_stage(result)) is not None:
        return stage_word(stage, each)
    if each.vendor.id in award.winners:
        return message(N_("preferred"))
    if each.vendor.id in award.reserve:
        return message(N_("reserve"))
    if each.vendor.id in award.undecided:
        return message(N_("tied"))
    return message("")


def stage_word(stage: StageResult, each: VendorResult) -> Message:
    """Return what became of a vendor in a stage: goes on, tied across the line, or nothing."""
    if each.vendor.id in stage.passed:
        return message(N_("goes on"))
    if each.vendor.id in stage.undecided:
        return message(N_("tied"))
    return message("")


def in_stage(stage: StageResult, each: VendorResult) -> Iterator[Message]:
    """Give how a vendor did in an earlier stage, where it was ranked in it."""
    if stage.skipped:
        yield message(N_("“{stage}” was not held: few vendors apply."), stage=stage.name)
    for found in stage.ranked:
        if found.vendor.id == each.vendor.id and found.rank is not None:
            points = found.points_in_all
            yield message(
                N_("Rank in “{stage}”: {rank} of {count}, with {points} of {of} points."),
                stage=stage.name,
                rank=display(found.rank),
                count=len(stage.ranked),
                points="-" if points is None else display(points),
                of=display(stage.of),
            )


def award_sentences(result: Evaluation) -> Iterator[Message]:
    """Give who is chosen, and who is not and why; or why nobody is chosen (yet)."""
    award = result.award
    names = {each.vendor.id: vendor_name(each) for each in result.vendors}

    def told(text: str, vendors: Iterable[str]) -> Iterator[Message]:
        if who := [names[each] for each in vendors]:
            yield message(text, who=listing(who))

    if result.provisional is not None:
        yield result.provisional
        if (stage := last_stage(result)) is not None:
            yield from told(N_("To the next stage: {who}"), stage.passed)
            yield from told(N_("Tied across the line: {who}"), stage.undecided)
    elif award.none and not award.passed_over:
        yield message(N_("No award: nobody is eligible."))
    elif award.none:
        yield message(N_("No award: nobody is left who can be chosen."))
    for each, reason in award.passed_over.items():
        yield message(N_("Passed over: {vendor} ({reason})"), vendor=names[each], reason=reason)
    yield from told(N_("Preferred bidder: {who}"), award.winners)
    yield from told(N_("Tied and not decided: {who}"), award.undecided)
    yield from told(N_("Reserve: {who}"), award.reserve)


def flag_sentences(each: VendorResult) -> Iterator[Message]:
    """Give what should be looked at in a vendor's bid."""
    for flag in each.flags:
        yield message(N_("{vendor}: {what}"), vendor=vendor_name(each), what=flag.reason)


def criteria_sentence(result: Evaluation) -> Message:
    """Return which criteria sheet was applied, and whose it is."""
    sheet = result.criteria
    by = " / ".join(filter(None, (sheet.title, sheet.authority)))
    return message(N_("Criteria sheet: {by}"), by=by)


def title(result: Evaluation) -> str:
    """Return what the procurement is called, else what its criteria sheet is for."""
    return result.procurement.title or result.criteria.title


def last_stage(result: Evaluation) -> StageResult | None:
    """Return the stage that the ranking itself is of, None where it has no gate.

    The last stage of a procedure never has one. That of a part may have: from there others go on.
    """
    named = _last_held(result)
    return next((each for each in result.stages if named and each.id == named.id), None)


def earlier_stages(result: Evaluation) -> tuple[StageResult, ...]:
    """Return the stages but the one that the ranking itself is of, those that were not held too."""
    last = last_stage(result)
    return tuple(each for each in result.stages if each is not last)


def _last_held(result: Evaluation) -> Stage | None:
    """Return the last stage that was held; the part that was evaluated may end with one that was not."""
    skipped = {each.id for each in result.stages if each.skipped}
    held = (each for each in reversed(result.criteria.stages) if each.id not in skipped)
    return next(held, None)


def part_words(part: Part, stages: Mapping[str, str]) -> Message:
    """Return what part of the procedure was asked for; `stages` are the names of stages by id."""
    if part.stage is not None:
        name = stages.get(part.stage, part.stage)
        return message(N_("up to stage “{stage}”"), stage=name)
    if part.technical_only:
        return message(N_("before the prices are opened"))
    return message(N_("all of it"))


def staged_ties(result: Evaluation) -> Iterator[tuple[str, Tie]]:
    """Give every tie with the name of its stage, `""` where the sheet has no stages."""
    for stage in earlier_stages(result):
        yield from ((stage.name, tie) for tie in stage.ties)
    last = _last_held(result)
    yield from ((last.name if last else "", tie) for tie in result.ties)


def publication_sentences(result: Evaluation) -> Iterator[Message]:
    """Give who is not named, where the result was made for publication."""
    if result.anonymous == "losers":
        yield message(
            N_(
                "For publication: evaluators, and vendors that were not chosen, are not named. Comments are left out."
            )
        )
    elif result.anonymous == "all":
        yield message(
            N_("For publication: evaluators and vendors are not named. Comments are left out.")
        )


def stage_sentences(result: Evaluation) -> Iterator[Message]:
    """Give the stages in which the points of those before do not count."""
    for stage in result.criteria.stages[1:]:
        if not stage.carry_over:
            yield message(
                N_("The points of the stages before do not count in “{stage}”."), stage=stage.name
            )


def price_sentences(result: Evaluation) -> Iterator[Message]:
    """Give what each amount that is compared consists of: its formula, tax, term.

    An award was suspended because nobody could tell which prices had been added up (Council of
    State, Belgium, 241861).
    """
    sheet = result.criteria
    compared = {*compared_amounts(sheet), *result.procurement.ceilings}
    for each in sheet.amounts if sheet.prices == "open" else ():
        if each in compared:
            yield amount_sentence(sheet, each)


def rules_applied(result: Evaluation) -> Iterator[tuple[Message, tuple[Message, ...]]]:
    """Give the rules that a result rests on, by what a reader asks.

    What happens above a ceiling is no such rule where nobody has set one and the sheet is silent.
    """
    sheet = result.criteria
    limited = result.procurement.ceilings or "ceiling" in sheet.eligibility.model_fields_set
    for name, facet in FACETS.items():
        told = tuple(facet.tell(sheet)) if limited or name != "ceiling" else ()
        if told:
            yield message(facet.title), told


def panel_sentences(result: Evaluation) -> Iterator[Message]:
    """Give how each panel was aggregated, and who was not counted for whom."""
    sheet = result.criteria
    if not result.evaluators or not sheet.marking_panels:
        return
    present = [evaluator for evaluator in result.evaluators if evaluator.present]
    everywhere = frozenset(each.vendor.id for each in result.vendors)
    for_all = [evaluator for evaluator in present if evaluator.recused >= everywhere]
    counted = [evaluator for evaluator in present if evaluator not in for_all]
    for panel in sheet.marking_panels:
        rules = sheet.rules_of(panel)
        what = message(
            AGGREGATE_SENTENCES[rules.aggregate],
            count=sum(panel in evaluator.panels for evaluator in counted),
            highest=rules.trim.highest,
            lowest=rules.trim.lowest,
        )
        over = message(OVER_WORDS[rules.over])
        rounding = rounding_sentence(rules.round.rounding if rules.round else None)
        if not sheet.panels:
            told = message(
                N_("The panel's points are {what}, {over}, {rounding}."),
                what=what,
                over=over,
                rounding=rounding,
            )
        else:
            told = message(
                N_("The points of the panel “{panel}” are {what}, {over}, {rounding}."),
                panel=rules.name or panel or message(N_("without a name")),
                what=what,
                over=over,
                rounding=rounding,
            )
        yield told
    yield from _agreed_sentences(result)
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


def _agreed_sentences(result: Evaluation) -> Iterator[Message]:
    """Give how many marks were agreed on where such marks override the evaluators' own."""
    overridden = {leaf.id for leaf in result.criteria.leaves if result.criteria.overridden(leaf)}
    if not overridden:
        return
    agreed = [
        score
        for each in result.vendors
        for score in each.walk()
        if score.agreed and score.criterion in overridden
    ]
    if not agreed:
        yield message(N_("No agreed mark overrides the evaluators' own."))
        return
    yield message(
        N_("Agreed marks that count instead of the evaluators' own: {count}."), count=len(agreed)
    )


def _names(evaluators: Iterable[Evaluator]) -> Listing:
    return listing(evaluator.name for evaluator in evaluators)


def _not_adding_up(result: Evaluation) -> Iterator[str | Message]:
    if any(not each.adds_up for each in result.vendors):
        yield message(N_("total"))
    apart = {
        score.criterion
        for each in result.vendors
        for score in each.walk()
        if not score.adds_up and result.criteria.by_id[score.criterion].rescale is None
    }
    for criterion_id, criterion in result.criteria.by_id.items():
        if criterion_id in apart:
            yield criterion.name


def tie_sentences(tie: Tie) -> Iterator[Message]:
    """Give how a tie arose and, step by step, what became of it."""
    yield message(
        N_("{who} have exactly the same value, {value}."),
        who=listing(tie.vendors),
        value=display(tie.value),
    )
    for step in tie.steps:
        values = [f"{vendor} {value}" for vendor, value in step.values.items() if value]
        if values:  # a decision that is still open has none, and is told below
            yield message(
                N_("By “{rule}” ({values}): {order}."),
                rule=step.rule,
                values=listing(values),
                order=" > ".join(" = ".join(group) for group in step.order),
            )
    for awaited, groups in _still_tied(tie).items():
        yield message(_STILL_TIED[awaited], who=listing(" = ".join(group) for group in groups))


DATE_LINE = N_("Date:")
"""The line on which a committee writes when it signed."""
_STILL_TIED = {
    ("lot",): N_("Still tied: {who}. A lot has to be drawn."),
    ("committee",): N_("Still tied: {who}. The committee has to decide."),
    ("chair",): N_("Still tied: {who}. The chair has to decide."),
    ("vote",): N_("Still tied: {who}. A run-off vote has to be held."),
    ("vote", "chair"): N_(
        "Still tied: {who}. A run-off vote has to be held; where it is equal, the chair decides."
    ),
    (): N_("Still tied: {who}. No further rule tells them apart."),
}
"""By what the steps that left a group together wait for."""


def _still_tied(tie: Tie) -> dict[tuple[str, ...], list[tuple[str, ...]]]:
    """Return the groups that stay tied by what they wait for."""
    found: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for group in tie.order:
        if len(group) > 1:
            awaited = tuple(
                step.awaits
                for step in tie.steps
                if step.awaits and set(group) in map(set, step.order)
            )
            found.setdefault(awaited, []).append(group)
    return found
