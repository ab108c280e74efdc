"""Stacked bars: the points of every ranked vendor, on one scale, as places for a drawing and words.

A segment is known by the number of its criterion as well as by its colour.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from procscore.exact import display
from procscore.export.report.axis import Axis, axis, percent
from procscore.language import N_, Message, listing, message
from procscore.model.columns import behind
from procscore.model.criteria import Criterion
from procscore.model.page import Words
from procscore.model.result import Evaluation, VendorResult
from procscore.model.shown import by_value
from procscore.model.stacks import stacked
from procscore.model.told import VALUE_WORDS, result_word, vendor_name

COLOURS = 8
_FIRST_KEY = ord("①")
_KEY = 3
"""Narrow characters that a circled number and the space behind it take."""
_ROOM = {"narrow": Fraction(5, 2), "wide": Fraction(1)}
"""Per cent of the bar that one narrow character takes: on a telephone, and from a tablet on."""

Shown = Literal["all", "key", ""]
"""What is written into a segment: its number and points, its number, nothing."""
Listed = Literal["always", "narrow", ""]
"""Where figures are listed below a bar, since not all have room in it: wherever it is, where there
is little room, nowhere."""


@dataclass(frozen=True, slots=True)
class Part:
    """A criterion that bars are made of, as the legend names it."""

    key: str
    """A circled number; empty where all bars are of one piece."""
    colour: int
    name: Words
    of: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A vendor's points of one criterion. Places and lengths are in per cent of the bar."""

    part: Part
    points: str
    """Cut after two decimals; in full beside the bar and in the tables."""
    x: str
    width: str
    middle: str
    narrow: Shown
    wide: Shown


@dataclass(frozen=True, slots=True)
class Bar:
    """A ranked vendor."""

    rank: Message
    name: str
    result: Message
    chosen: bool
    tie: Message | None
    """With whom it has exactly the same value."""
    value: Message | None
    """What the ranking compares, where that is not the total."""
    points: str
    after: str
    """What stands unseen behind the points, so that point is under point."""
    title: Message
    told: Message
    """All figures of the bar, for who does not see it."""
    segments: tuple[Segment, ...]
    figures: tuple[str, ...]
    """The points of every part, behind its number."""
    listed: Listed


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the scale: where it stands, in per cent, and what for."""

    x: str
    value: str


@dataclass(frozen=True, slots=True)
class Chart:
    """All bars, with what is needed to read them."""

    parts: tuple[Part, ...]
    bars: tuple[Bar, ...]
    lines: tuple[Line, ...]
    track_x: str
    """Where the ground of the bars begins, at no points, and how far it goes, to the scale's end."""
    track_width: str
    notes: tuple[Message, ...]


def chart(result: Evaluation) -> Chart | None:
    """Return the bars of the ranked vendors, first to last; None where nobody is ranked."""
    ranked = result.ranked
    if not ranked:
        return None
    criteria = stacked(result)
    stacks = [_points(criteria, each) for each in ranked]
    stake = max(each.of for each in ranked)
    scale = axis(stake, (end for stack in stacks for end in _ends(stack)))
    parts = _parts(result, criteria)
    totals = [display(each.points_in_all or Fraction(0)) for each in ranked]
    zero = scale.place(Fraction(0))
    return Chart(
        parts,
        tuple(
            _bar(result, each, after, parts, stack, scale)
            for each, after, stack in zip(ranked, behind(totals), stacks, strict=True)
        ),
        tuple(Line(percent(scale.place(each)), display(each)) for each in scale.ticks),
        percent(zero),
        percent(100 - zero),
        tuple(_notes(result, criteria, scale, stake)),
    )


def _parts(result: Evaluation, criteria: Sequence[Criterion]) -> tuple[Part, ...]:
    if not criteria:
        return (Part("", 0, message(N_("Total")), display(result.of_total)),)
    return tuple(
        Part(chr(_FIRST_KEY + number), number % COLOURS, each.name, display(result.of(each.id)))
        for number, each in enumerate(criteria)
    )


def _points(criteria: Sequence[Criterion], vendor: VendorResult) -> list[Fraction]:
    """Return the points that are stacked: of each criterion, or the total alone."""
    if not criteria:
        return [vendor.points_in_all or Fraction(0)]
    return [vendor.points(each.id) or Fraction(0) for each in criteria]


def _ends(stack: Sequence[Fraction]) -> tuple[Fraction, Fraction]:
    """Return how far a bar reaches to the left of 0 and to the right of it."""
    less = sum((each for each in stack if each < 0), Fraction(0))
    return less, sum(stack, Fraction(0)) - less


def _segments(scale: Axis, parts: Sequence[Part], stack: Sequence[Fraction]) -> Iterator[Segment]:
    """Give the segments: points from 0 to the right, what is below 0 from there to the left."""
    left = right = Fraction(0)
    for part, points in zip(parts, stack, strict=True):
        if points < 0:
            start, stop = left + points, left
            left = start
        else:
            start, stop = right, right + points
            right = stop
        x, end = scale.place(start), scale.place(stop)
        if x < end:
            shown, long = display(points, places=2), end - x
            yield Segment(
                part,
                shown,
                percent(x),
                percent(long),
                percent((x + end) / 2),
                _room(long, part, shown, _ROOM["narrow"]),
                _room(long, part, shown, _ROOM["wide"]),
            )


def _room(long: Fraction, part: Part, shown: str, each: Fraction) -> Shown:
    key = _KEY if part.key else 0
    if long >= each * (key + len(shown)):
        return "all"
    return "key" if key and long >= each * key else ""


def _bar(
    result: Evaluation,
    each: VendorResult,
    after: str,
    parts: Sequence[Part],
    stack: Sequence[Fraction],
    scale: Axis,
) -> Bar:
    name, tie = vendor_name(each), _tie(result, each.vendor.id)
    rank = message(N_("Rank {rank}"), rank=display(each.rank or Fraction(0)))
    points = display(each.points_in_all or Fraction(0))
    figures = list(zip(parts, map(display, stack), strict=True))
    segments = tuple(_segments(scale, parts, stack))
    # Where it is told with whom a vendor is tied, that it is tied need not be said again.
    said = tie is not None and not by_value(result) and each.vendor.id in result.award.undecided
    return Bar(
        rank=rank,
        name=name,
        result=message("") if said else result_word(result, each),
        chosen=each.vendor.id in result.award.winners,
        tie=tie,
        value=_value(result, each) if by_value(result) else None,
        points=points,
        after=after,
        title=message(
            N_("{rank}, {vendor}: {points} of {of} points"),
            rank=rank,
            vendor=name,
            points=points,
            of=display(each.of),
        ),
        told=message(
            "{parts}",
            parts=listing(
                message(N_("{criterion} {points}"), criterion=part.name, points=figure)
                for part, figure in figures
            ),
        ),
        segments=segments,
        figures=tuple(f"{part.key} {figure}" for part, figure in figures),
        listed=_listed(segments) if len(parts) > 1 else "",
    )


def _listed(segments: Sequence[Segment]) -> Listed:
    if any(each.wide != "all" for each in segments):
        return "always"
    return "narrow" if any(each.narrow != "all" for each in segments) else ""


def _value(result: Evaluation, each: VendorResult) -> Message:
    value = display(each.compared or Fraction(0))
    return message("{what}: {value}", what=message(VALUE_WORDS[result.ranking.by]), value=value)


def _tie(result: Evaluation, vendor: str) -> Message | None:
    """Return with whom a vendor shares its value, and whether a rule told them apart."""
    for tie in result.ties:
        if vendor in tie.vendors:
            group = next(group for group in tie.order if vendor in group)
            if len(group) > 1:
                others = listing(each for each in group if each != vendor)
                if by_value(result):  # the bars are not what is equal
                    value = display(tie.value)
                    return message(N_("same value as {who}: {value}"), who=others, value=value)
                return message(N_("tied with {who}"), who=others)
            others = listing(each for each in tie.vendors if each != vendor)
            return message(N_("same value as {who}, told apart by the rules for ties"), who=others)
    return None


def _notes(
    result: Evaluation, criteria: Sequence[Criterion], scale: Axis, stake: Fraction
) -> Iterator[Message]:
    if not criteria:
        yield message(N_("A bar is the total in one piece: it is not split into criteria here."))
    if scale.high < stake:
        yield message(
            N_("The scale ends at {high} of {of} points."),
            high=display(scale.high),
            of=display(stake),
        )
    if by_value(result):
        yield message(
            N_("The bars show points; the ranking compares the value that stands beside them.")
        )
