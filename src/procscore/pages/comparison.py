"""Criteria sheets side by side, as a page: one screen for four sheets."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from procscore.exact import display
from procscore.language import N_, listing, message
from procscore.model.comparison import (
    By,
    Compared,
    Comparison,
    GroupRow,
    Item,
    Near,
    Place,
    Weights,
)
from procscore.model.comparison_told import difference, topic_word
from procscore.model.page import Block, Cell, Column, Page, Table, Words
from procscore.model.rules_told import FACETS
from procscore.model.rules_told.marking import how_scored
from procscore.pages import figures

SAME_ITEMS = message(
    N_("Items are the same where their names are, without leading numbers such as (1) or ①.")
)
SHARE_OF = message(
    N_("A share is of all points of its sheet; the greatest in the table has the strongest shade.")
)


def page(comparison: Comparison, by: By = "topic") -> Page:
    """Return the page of a comparison, its shares told by topic, by group or by item."""
    return Page(message(N_("Criteria sheets side by side")), (), tuple(_blocks(comparison, by)))


def _blocks(comparison: Comparison, by: By) -> Iterator[Block]:
    yield _heads(comparison)
    match by:
        case "topic":
            yield _by_topic(comparison)
        case "group":
            yield _by_group(comparison)
        case "item":
            yield _by_item(comparison)
            yield _scoring(comparison)
    yield _rules(comparison)
    yield _differences(comparison, by)
    yield _similarity(comparison)


def _heads(comparison: Comparison) -> Table:
    columns = (
        Column(message(N_("Sheet")), keep=True),
        Column(message(N_("Body and title"))),
        Column(message(N_("Points")), align="right"),
        Column(message(N_("Technical : price")), align="right"),
    )
    rows = tuple(
        (
            Cell(each.label, strong=True),
            Cell(" / ".join(filter(None, (each.sheet.authority, each.sheet.title)))),
            _points(each),
            Cell(f"{display(each.technical)} : {display(each.price)}"),
        )
        for each in comparison.sheets
    )
    return Table("", columns, rows)


def _points(each: Compared) -> Cell:
    if each.points == each.sheet.points:
        return figures.points(each.points)
    told = message(
        N_("{points}, of which {counted} count"),
        points=display(each.sheet.points),
        counted=display(each.points),
    )
    return Cell(told, value=each.points)


def sheet_columns(comparison: Comparison) -> tuple[Column, ...]:
    """Return a column of figures for each sheet."""
    return tuple(Column(each.label, align="right") for each in comparison.sheets)


def _shares(weights: Weights, largest: Fraction, *, strong: bool = False) -> Iterator[Cell]:
    for weight in weights:
        if weight is None:
            yield Cell()
        elif weight.points:
            heat = weight.share / largest if largest else None
            yield figures.share(weight.share, heat=heat, strong=strong)
        else:  # only a check may be worth nothing: it decides without points
            yield Cell(message(N_("check")), value=weight.share, strong=strong)


def _largest(rows: Sequence[Weights]) -> Fraction:
    return max(
        (weight.share for row in rows for weight in row if weight is not None),
        default=Fraction(0),
    )


def _notes(comparison: Comparison, rows: Iterable[Weights]) -> tuple[Words, ...]:
    """Return what has to be known to read shares."""
    cautions = (
        message(N_("{sheet}: {caution}"), sheet=each.label, caution=caution)
        for each in comparison.sheets
        for caution in each.cautions
    )
    checks = any(weight is not None and not weight.points for row in rows for weight in row)
    told = (message(N_("“check”: it is passed or not, and gives no points.")),) if checks else ()
    return (figures.SHARES_ARE_ROUNDED, SHARE_OF, *told, *cautions)


def _by_topic(comparison: Comparison) -> Table:
    """Return the shares by topic; what has checks only is told among the minimums."""
    rows = [
        row
        for row in comparison.topics
        if any(each is not None and each.points for each in row.weights)
    ]
    largest = _largest([row.weights for row in rows])
    return Table(
        message(N_("Shares by topic")),
        (Column(message(N_("Topic"))), *sheet_columns(comparison)),
        tuple((Cell(topic_word(row.topic)), *_shares(row.weights, largest)) for row in rows),
        _notes(comparison, [row.weights for row in rows]),
    )


def _by_group(comparison: Comparison) -> Table:
    shares = [row.weights for row in comparison.groups]
    largest = _largest(shares)
    return Table(
        message(N_("Shares by group")),
        (Column(message(N_("Group"))), *sheet_columns(comparison)),
        tuple(
            (_group(row), *_shares(row.weights, largest, strong=row.depth == 0))
            for row in comparison.groups
        ),
        (*_notes(comparison, shares), message(N_("Groups are the same where their names are."))),
    )


def _group(row: GroupRow) -> Cell:
    return Cell(row.name, strong=row.depth == 0, indent=row.depth)


def _by_item(comparison: Comparison) -> Table:
    topics = {row.topic: row.weights for row in comparison.topics}
    every = [_weights(item) for item in comparison.items]
    largest = _largest(every)
    rows: list[tuple[Cell, ...]] = []
    told: set[str | None] = set()
    for item in comparison.items:
        if item.topic not in told:
            told.add(item.topic)
            heading = Cell(topic_word(item.topic), strong=True)
            rows.append((heading, *_shares(topics[item.topic], Fraction(0), strong=True), Cell()))
        shares = _shares(_weights(item), largest)
        rows.append((Cell(item.name, indent=1), *shares, Cell(difference(comparison, item))))
    columns = (
        Column(message(N_("Item"))),
        *sheet_columns(comparison),
        Column(message(N_("Difference"))),
    )
    notes = (*_notes(comparison, every), SAME_ITEMS)
    return Table(message(N_("Shares by item")), columns, tuple(rows), notes)


def _weights(item: Item) -> Weights:
    return tuple(place.weight if place else None for place in item.places)


def _scoring(comparison: Comparison) -> Table:
    rows = tuple(
        (
            Cell(item.name),
            *(
                Cell(_scored(each, place))
                for each, place in zip(comparison.sheets, item.places, strict=True)
            ),
        )
        for item in comparison.items
    )
    columns = (
        Column(message(N_("Item"))),
        *(Column(each.label) for each in comparison.sheets),
    )
    return Table(message(N_("Points, and how they are given")), columns, rows)


def _scored(each: Compared, place: Place | None) -> Words:
    if place is None:
        return ""
    return message(
        N_("{points}: {how}"),
        points=display(place.leaf.points),
        how=how_scored(each.sheet, place.leaf),
    )


def _differences(comparison: Comparison, by: By) -> Table:
    """Return how many items each sheet has alone, and how many others weigh or mark otherwise."""
    items = comparison.items

    def counted(title: str, found: Sequence[Item], *, indent: int = 0) -> tuple[Cell, ...]:
        numbers = (
            sum(item.places[number] is not None for item in found)
            for number in range(len(comparison.sheets))
        )
        counts = (Cell(str(each), value=Fraction(each)) for each in numbers)
        return (Cell(message(title), indent=indent), *counts)

    shared = [item for item in items if item.only_in is None]
    rows = (
        counted(N_("in all"), items),
        counted(N_("only in this sheet"), [each for each in items if each.only_in is not None]),
        counted(N_("also in another"), shared),
        counted(N_("with another weight there"), [i for i in shared if i.other_weight], indent=1),
        counted(N_("scored in another way there"), [i for i in shared if i.other_scale], indent=1),
    )
    hint: tuple[Words, ...] = (
        () if by == "item" else (message(N_("They are listed with --by item.")),)
    )
    return Table(
        message(N_("The same items and others")),
        (Column(message(N_("Items"))), *sheet_columns(comparison)),
        rows,
        (SAME_ITEMS, *hint),
    )


def _similarity(comparison: Comparison) -> Table:
    columns = (
        Column(message(N_("Sheet")), keep=True),
        *sheet_columns(comparison),
        Column(message(N_("Nearest of these"))),
        Column(message(N_("Nearest built-in sheets"))),
    )
    rows = []
    for each, near in zip(comparison.sheets, comparison.nearest, strict=True):
        overlaps = (comparison.similarity[each.label, other.label] for other in comparison.sheets)
        library = listing(
            f"{one.label} {figures.share_text(one.similarity)}" for one in near.library
        )
        rows.append(
            (
                Cell(each.label, strong=True),
                *(figures.share(overlap, heat=overlap) for overlap in overlaps),
                Cell(message("{sheets}", sheets=listing(_first(near.compared)))),
                Cell(message("{sheets}", sheets=library)),
            )
        )
    notes = (
        message(
            N_(
                "Share overlap: for each topic the smaller of the two shares, added up. At 100 % both give all points for the same things, at 0 % for none."
            )
        ),
        message(N_("Items that state no topic overlap only where their names are the same.")),
    )
    return Table(message(N_("How near they are")), columns, tuple(rows), notes)


def _first(near: Sequence[Near]) -> Iterator[str]:
    """Give the nearest, all of them where several are equally near, none where all are apart."""
    for each in near:
        if each.similarity and each.similarity == near[0].similarity:
            yield each.label


def _rules(comparison: Comparison) -> Table:
    columns = (
        Column(message(N_("Rule"))),
        *(Column(each.label) for each in comparison.sheets),
    )
    told = {
        facet.title: rules(comparison, facet_id)
        for facet_id, facet in FACETS.items()
        if facet.compared
    }
    rows = [
        (Cell(message(title), strong=True), *map(Cell, sentences))
        for title, sentences in told.items()
        if len(set(sentences)) > 1
    ]
    alike = [
        message(N_("{rule}, the same in all: {told}"), rule=message(title), told=sentences[0])
        for title, sentences in told.items()
        if len(set(sentences)) == 1 and sentences[0]
    ]
    return Table(message(N_("The rules")), columns, tuple(rows), tuple(alike))


def rules(comparison: Comparison, facet: str) -> tuple[str, ...]:
    """Return what each sheet says of a facet, a line a sentence."""
    tell = FACETS[facet].tell
    return tuple("\n".join(map(str, tell(each.sheet))) for each in comparison.sheets)
