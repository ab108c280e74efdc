"""Where the gap between two vendors comes from, as lines."""

from collections.abc import Collection, Iterable, Iterator
from fractions import Fraction

from procscore.exact import display, signed
from procscore.formula import Derivation
from procscore.formula.prose import prose
from procscore.language import N_, Message, listing, message
from procscore.model import shown
from procscore.model.explanation import Explanation, Gap, GapItem, Given, Uncounted
from procscore.model.moderation import Agreed, agreed_marks
from procscore.model.page import Block, Node, Outline, Sentences, Words
from procscore.model.result import Evaluation, VendorResult
from procscore.model.scores import Check
from procscore.model.told import VALUE_WORDS, vendor_name
from procscore.pages.explanation.words import is_plain, number_words

_OUT_WORDS = {"absent": N_("absent"), "recused": N_("recused")}


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
    if missing[1:]:
        text = N_(
            "{what}: neither {vendor} nor {other} has points, so that there is no gap. What is known is shown."
        )
        return message(text, what=what, **names)
    text = N_("{what}: {who} has no points, so that there is no gap. What is known is shown.")
    return message(text, what=what, who=missing[0])


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
    yield Outline(heading, tuple(_nodes(against.points, pair, explanation.result)))
    if against.value is not None:
        what = message(VALUE_WORDS[explanation.result.ranking.by])
        heading = message(N_("What the ranking compares: {what}"), what=what)
        yield Outline(heading, tuple(_value(against.value, pair, explanation.result)))


def _out(pair: tuple[VendorResult, VendorResult]) -> Iterator[Words]:
    for each in pair:
        for exclusion in each.exclusions:
            yield message(N_("{vendor}: {what}"), vendor=vendor_name(each), what=exclusion.reason)


def _nodes(gap: Gap, pair: tuple[VendorResult, VendorResult], result: Evaluation) -> Iterator[Node]:
    agreed = tuple(
        {one.score.criterion: one for one in agreed_marks(result, each)} for each in pair
    )
    checks = {leaf.id for leaf in result.criteria.leaves if isinstance(leaf.score, Check)}
    same = [item for item in gap.items if not item.by and item.scored]
    neither = [item for item in gap.items if item.one is None and item.other is None]
    for item in gap.items:
        if item not in (*same, *neither):
            yield Node(
                _line(item),
                tuple(_why(item, pair, [each.get(item.criterion) for each in agreed], checks)),
            )
    for text, items in (
        (N_("No difference: {names}"), same),
        (N_("Not scored for either: {names}"), neither),
    ):
        if items:
            yield Node(message(text, names=listing(item.name for item in items)))
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


def _why(
    item: GapItem,
    pair: tuple[VendorResult, VendorResult],
    agreed: list[Agreed | None],
    checks: Collection[str],
) -> Iterator[Node]:
    """Give both calculations, and each evaluator's mark of both; one mark alone settles a check."""
    settled = item.criterion in checks and not any(given[1:] for given in item.given)
    for each, derivation, one in zip(pair, item.derivations, agreed, strict=True):
        if one is not None:
            yield _agreed(each, derivation, one)
        elif derivation is not None and not (settled or is_plain(derivation)):
            line = message("{vendor}: {what}", vendor=each.vendor.id, what=prose(derivation))
            yield Node(line)
    texts = [_marks(given, one) for given, one in zip(item.given, agreed, strict=True)]
    givers = dict.fromkeys((*texts[0], *texts[1]))
    out = [_out_words(uncounted) for uncounted in item.uncounted]
    marks = [
        message(
            "{giver} {one} : {other}",
            giver=giver,
            one=texts[0].get(giver) or out[0].get(giver, "-"),
            other=texts[1].get(giver) or out[1].get(giver, "-"),
        )
        for giver in givers
    ]
    if not marks:
        return
    line = message(
        N_("Marks ({one} : {other}): {marks}"),
        one=pair[0].vendor.id,
        other=pair[1].vendor.id,
        marks=listing(marks),
    )
    yield Node(line, tuple(map(Node, _notes(item, pair))))


def _notes(item: GapItem, pair: tuple[VendorResult, VendorResult]) -> Iterator[Message]:
    """Give which of the marks do not count."""
    if any(one.use in ("trimmed", "replaced") for given in item.given for one in given):
        yield message(N_("Marks in brackets do not count."))
    for each, given in zip(pair, item.given, strict=True):
        equal: dict[Fraction | None, list[Given]] = {}
        for one in given:
            if one.use == "either":
                equal.setdefault(one.mark.value, []).append(one)
        for alike in equal.values():
            yield message(
                N_("{vendor}: trimming leaves out {out} of the {alike} equal marks of {who}."),
                vendor=each.vendor.id,
                out=alike[0].out,
                alike=alike[0].alike,
                who=listing(one.mark.evaluator for one in alike),
            )


def _marks(given: Iterable[Given], agreed: Agreed | None) -> dict[str, str]:
    """Return the evaluators' marks by who gave them, in brackets where they do not count.

    An agreed mark is nobody's own: it stands as the calculation.
    """
    return {
        one.mark.evaluator: text if one.use in ("counts", "either") else f"({text})"
        for one in given
        if agreed is None or one.use == "replaced"
        for text in (shown.mark_text(one.mark),)
    }


def _out_words(uncounted: Iterable[Uncounted]) -> dict[str, Message]:
    """Return why evaluators gave no mark, by their ids."""
    return {
        one.evaluator: message(_OUT_WORDS[one.why]) for one in uncounted if one.why in _OUT_WORDS
    }


def _agreed(each: VendorResult, derivation: Derivation | None, agreed: Agreed) -> Node:
    """Return the points by an agreed mark with its reason, and below what the own marks give."""
    what = "-" if derivation is None else prose(derivation)
    vendor, mark = each.vendor.id, agreed.mark
    line = message(
        N_("{vendor}: {what} by the agreed mark {mark}"), vendor=vendor, what=what, mark=mark
    )
    if agreed.reason:
        line = message(N_("{what}; {because}"), what=line, because=agreed.because)
    before = agreed.score.before
    if before is None:
        return Node(line)
    own = N_("By the evaluators' own marks, which do not count: {what}")
    return Node(line, (Node(message(own, what=prose(before))),))


def _value(gap: Gap, pair: tuple[VendorResult, VendorResult], result: Evaluation) -> Iterator[Node]:
    """Give the items of what the ranking compares, where it is no sum both calculations."""
    if gap.items:
        yield from _nodes(gap, pair, result)
        return
    for each, value in zip(pair, gap.derivations, strict=True):
        if value is None:
            yield Node(message("{vendor}: {what}", vendor=each.vendor.id, what="-"))
            continue
        calculated = _calculated(value)
        line = message("{vendor}: {what}", vendor=each.vendor.id, what=prose(calculated))
        yield Node(line, tuple(_amounts(calculated, result)))


def _calculated(value: Derivation) -> Derivation:
    """Return the calculation of a value: a formula that only names an amount is that amount."""
    inputs = value.inputs
    if is_plain(value) and len(inputs) == 1 and inputs[0].derivation is not None:
        return _calculated(inputs[0].derivation)
    return value


def _amounts(derivation: Derivation, result: Evaluation) -> Iterator[Node]:
    """Give how the amounts in a formula were computed; points are told with the gap between them."""
    for each in derivation.inputs:
        amount = each.derivation
        if amount is None or is_plain(amount) or each.name not in result.criteria.declared:
            continue
        name = result.criteria.name_of(each.name)
        line = message("{name}: {value}", name=name, value=prose(amount))
        yield Node(line, tuple(_amounts(amount, result)))
