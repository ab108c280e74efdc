"""How one vendor's points came about, as a page: the result first, then line by line to the cells."""

from collections.abc import Iterator
from fractions import Fraction

from procscore.exact import display
from procscore.language import N_, Message, listing, message
from procscore.model.explanation import Explanation
from procscore.model.page import Block, Outline, Page, Sentences, Words
from procscore.model.result import Evaluation, Tie, VendorResult
from procscore.model.told import (
    VALUE_WORDS,
    award_sentences,
    earlier_stages,
    in_stage,
    publication_sentences,
    result_word,
    staged_ties,
    status_word,
    tie_sentences,
    title,
    vendor_name,
)
from procscore.pages.explanation import figures, gaps

_AWARD_WORDS = {
    "winners": N_("{vendor} is the preferred bidder."),
    "reserve": N_("{vendor} stands in reserve."),
    "undecided": N_("{vendor} is tied, and it is not decided yet who is chosen."),
}


def page(explanation: Explanation) -> Page:
    """Return the page of an explanation."""
    result, each = explanation.result, explanation.vendor
    name = vendor_name(each)
    heading = message(N_("How the points of {vendor} came about"), vendor=name)
    if explanation.against is not None:
        other = vendor_name(explanation.against.other)
        heading = message(N_("{vendor} held against {other}"), vendor=name, other=other)
    lead = (standing(result, each), *_lead(explanation), title(result))
    return Page(heading, lead, tuple(_blocks(explanation)))


def standing(result: Evaluation, each: VendorResult) -> Message:
    """Return what became of a vendor in one sentence: points, rank, award; or that it is out."""
    details = {"vendor": vendor_name(each), "of": display(each.of)}
    if each.rank is None:
        status = status_word(each)
        if each.points_in_all is None:
            text = N_("{vendor}: not ranked, {status}; there is no total.")
            return message(text, vendor=details["vendor"], status=status)
        text = N_("{vendor}: {points} of {of} points, not ranked, {status}.")
        return message(text, **details, points=display(each.points_in_all), status=status)
    points = message(N_("no")) if each.points_in_all is None else display(each.points_in_all)
    details |= {"rank": display(each.rank), "count": str(len(result.ranked))}
    word = result_word(result, each)
    if each.vendor.id in result.award.winners:
        word = message(N_("preferred bidder"))
    if str(word):
        text = N_("{vendor}: {points} of {of} points, rank {rank} of {count}, {word}.")
        return message(text, **details, points=points, word=word)
    return message(
        N_("{vendor}: {points} of {of} points, rank {rank} of {count}."), **details, points=points
    )


def _lead(explanation: Explanation) -> Iterator[Words]:
    if explanation.against is not None:
        yield standing(explanation.result, explanation.against.other)
        yield gaps.headline(explanation)
    if explanation.record:
        text = N_("Computed again from the record in {file}.")
        yield message(text, file=explanation.record)
    yield from publication_sentences(explanation.result)
    if explanation.result.anonymous:
        yield message(
            N_(
                "Files, sheets and names are replaced: the places named here are not those in the workbooks."
            )
        )


def _blocks(explanation: Explanation) -> Iterator[Block]:
    result, each = explanation.result, explanation.vendor
    if explanation.against is not None:
        yield from gaps.blocks(explanation)
        yield from _ties(result, {each.vendor.id, explanation.against.other.vendor.id})
        return
    told = figures.Told(explanation)
    if people := tuple(told.people()):
        yield Sentences(message(N_("Who marked")), people)
    yield Outline(message(N_("Where the points come from")), (told.node(explanation.points),))
    if explanation.criterion is not None:
        return
    if explanation.beside:
        heading = message(N_("Scored, and not counted for the total"))
        yield Outline(heading, tuple(map(told.node, explanation.beside)))
    if explanation.value is not None:
        heading = message(N_("What the ranking compares"))
        yield Outline(heading, (told.node(explanation.value),))
    if explanation.amounts:
        heading = message(N_("Declared, and not used for points"))
        yield Outline(heading, tuple(map(told.node, explanation.amounts)))
    yield Sentences(message(N_("Rank")), tuple(_rank(result, each)))
    yield from _ties(result, {each.vendor.id})
    yield Sentences(message(N_("Award")), tuple(_award(result, each)))


def _rank(result: Evaluation, each: VendorResult) -> Iterator[Words]:
    for stage in earlier_stages(result):
        yield from in_stage(stage, each)
    if each.rank is None:
        yield message(N_("Not ranked: {status}."), status=status_word(each))
        for exclusion in each.exclusions:
            yield message(N_("Reason: {reason}."), reason=exclusion.reason)
    else:
        yield message(
            N_("Rank: {rank} of {count}."), rank=display(each.rank), count=len(result.ranked)
        )
        yield _compared(result)
        yield from _neighbours(result, each)
    for flag in each.flags:
        yield message(N_("To be looked at: {what}"), what=flag.reason)


def _compared(result: Evaluation) -> Message:
    by = result.ranking.by
    what = message(N_("Total")) if by == "points" else message(VALUE_WORDS[by])
    if result.ranking.lowest_first:
        return message(N_("What is compared: {what}. The lowest is first."), what=what)
    return message(N_("What is compared: {what}. The highest is first."), what=what)


def _neighbours(result: Evaluation, each: VendorResult) -> Iterator[Message]:
    """Give who stands next before, beside and next after."""
    ranks = {one.rank for one in result.ranked if one.rank is not None}
    own = each.rank or Fraction(0)
    before = max((rank for rank in ranks if rank < own), default=None)
    after = min((rank for rank in ranks if rank > own), default=None)
    if before is None:
        yield message(N_("Nobody stands before it."))
    for text, rank in (
        (N_("Before it: {who}."), before),
        (N_("At the same rank: {who}."), own),
        (N_("After it: {who}."), after),
    ):
        found = [one for one in result.ranked if one.rank == rank and one is not each]
        if found:
            yield message(text, who=listing(_with_value(one) for one in found))
    if after is None:
        yield message(N_("Nobody stands after it."))


def _with_value(each: VendorResult) -> Message:
    value = "" if each.compared is None else display(each.compared)
    return message(N_("{vendor} with {value}"), vendor=vendor_name(each), value=value)


def _ties(result: Evaluation, vendors: set[str]) -> Iterator[Block]:
    told = [
        sentence
        for stage, tie in staged_ties(result)
        if vendors.intersection(tie.vendors)
        for sentence in _tie(stage, tie)
    ]
    if told:
        yield Sentences(message(N_("Ties")), tuple(told))


def _tie(stage: str, tie: Tie) -> Iterator[Message]:
    """Give the sentences of a tie, the first with its stage: the same vendors may tie in several."""
    first, *others = tie_sentences(tie)
    yield message(N_("“{stage}”: {what}"), stage=stage, what=first) if stage else first
    yield from others


def _award(result: Evaluation, each: VendorResult) -> Iterator[Words]:
    award, vendor, name = result.award, each.vendor.id, vendor_name(each)
    if result.provisional is not None or award.none:
        yield from award_sentences(result)
        return
    if vendor in award.passed_over:
        text = N_("{vendor} is passed over: {reason}.")
        yield message(text, vendor=name, reason=award.passed_over[vendor])
        return
    for group, text in _AWARD_WORDS.items():
        if vendor in getattr(award, group):
            yield message(text, vendor=name)
            return
    yield message(N_("{vendor} is not chosen."), vendor=name)
