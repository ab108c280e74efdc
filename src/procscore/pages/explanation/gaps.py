"""Where the gap between two vendors comes from, as lines."""

from collections.abc import Iterator

from procscore.exact import display
from procscore.formula import Derivation
from procscore.formula.prose import prose
from procscore.language import N_, Message, listing, message
from procscore.model import shown
from procscore.model.changes_told import signed
from procscore.model.explanation import Explanation, Gap, GapItem
from procscore.model.page import Block, Node, Outline, Sentences, Words
from procscore.model.result import VendorResult
from procscore.model.told import VALUE_WORDS, vendor_name
from procscore.pages.explanation.words import is_plain, number_words


def headline(explanation: Explanation) -> Message:
    """Return how far the two are apart, and by how much of what."""
    against = explanation.against
    if against is None:
        raise TypeError("against")
    gap = against.points
    names = {"vendor": vendor_name(explanation.vendor), "other": vendor_name(against.other)}
    if gap.by is None:
        return _without(explanation, gap, names)
    text = N_("{vendor} has exactly as many points as {other}.")
    if gap.by > 0:
        text = N_("{vendor} has {by} points more than {other}.")
    elif gap.by < 0:
        text = N_("{vendor} has {by} points fewer than {other}.")
    told = message(text, **names, by=display(abs(gap.by)))
    if explanation.criterion is None:
        return told
    name = explanation.result.criteria.name_of(explanation.criterion)
    return message(N_("“{criterion}”: {what}"), criterion=name, what=told)


def _without(explanation: Explanation, gap: Gap, names: dict[str, str]) -> Message:
    missing = [
        name
        for name, value in zip(names.values(), (gap.one, gap.other), strict=True)
        if value is None
    ]
    what = message(N_("Total"))
    if explanation.criterion is not None:
        what = message("{name}", name=explanation.result.criteria.name_of(explanation.criterion))
    text = N_("{what}: {who} was not scored, so that there is no gap. What is known is shown.")
    return message(text, what=what, who=listing(missing))


def blocks(explanation: Explanation) -> Iterator[Block]:
    """Give the items of the gap, why who is out is out, and what else the ranking compares."""
    against = explanation.against
    if against is None:
        raise TypeError("against")
    pair = explanation.vendor, against.other
    if reasons := tuple(_out(pair)):
        yield Sentences(message(N_("Who is out, and why")), reasons)
    heading = message(
        N_("Where the gap comes from: {vendor} against {other}"),
        vendor=pair[0].vendor.id,
        other=pair[1].vendor.id,
    )
    yield Outline(heading, tuple(_nodes(against.points, pair)))
    if against.value is not None:
        what = message(VALUE_WORDS[explanation.result.ranking.by])
        heading = message(N_("What the ranking compares: {what}"), what=what)
        yield Outline(heading, tuple(_value(against.value, pair)))


def _out(pair: tuple[VendorResult, VendorResult]) -> Iterator[Words]:
    for each in pair:
        for exclusion in each.exclusions:
            yield message(N_("{vendor}: {what}"), vendor=vendor_name(each), what=exclusion.reason)


def _nodes(gap: Gap, pair: tuple[VendorResult, VendorResult]) -> Iterator[Node]:
    same = [item for item in gap.items if not item.by and item.scored]
    for item in gap.items:
        if item not in same:
            yield Node(_line(item), tuple(_why(item, pair)))
    if same:
        names = listing(item.name for item in same)
        yield Node(message(N_("No difference: {names}"), names=names))
    if gap.by is not None:
        yield Node(
            message(
                N_("Together: {by}, the gap between {one} and {other}"),
                by=signed(gap.by),
                one=number_words(gap.one),
                other=number_words(gap.other),
            ),
            strong=True,
        )


def _line(item: GapItem) -> Message:
    return message(
        N_("{what}: {by} ({one} against {other})"),
        what=item.name,
        by=signed(item.by) if item.scored else "-",
        one=number_words(item.one),
        other=number_words(item.other),
    )


def _why(item: GapItem, pair: tuple[VendorResult, VendorResult]) -> Iterator[Node]:
    """Give both calculations, and each evaluator's mark of both."""
    yield from _calculations(item.derivations, pair)
    if item.scores is None:
        return
    texts = [shown.mark_texts(score) for score in item.scores]
    marks = [
        f"{giver} {texts[0].get(giver, '-')} : {texts[1].get(giver, '-')}"
        for giver in dict.fromkeys((*texts[0], *texts[1]))
    ]
    if marks:
        yield Node(
            message(
                N_("Marks ({one} : {other}): {marks}"),
                one=pair[0].vendor.id,
                other=pair[1].vendor.id,
                marks=listing(marks),
            )
        )


def _calculations(
    derivations: tuple[Derivation | None, Derivation | None],
    pair: tuple[VendorResult, VendorResult],
) -> Iterator[Node]:
    for each, derivation in zip(pair, derivations, strict=True):
        if derivation is not None and not is_plain(derivation):
            line = message("{vendor}: {what}", vendor=each.vendor.id, what=prose(derivation))
            yield Node(line)


def _value(gap: Gap, pair: tuple[VendorResult, VendorResult]) -> Iterator[Node]:
    """Give the items of what the ranking compares, where it is no sum both calculations."""
    if gap.items:
        yield from _nodes(gap, pair)
        return
    for each, value in zip(pair, gap.derivations, strict=True):
        what = "-" if value is None else prose(value)
        yield Node(message("{vendor}: {what}", vendor=each.vendor.id, what=what))
