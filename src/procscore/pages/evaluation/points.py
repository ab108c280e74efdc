"""Vendors side by side: the points of every criterion, and what they quote."""

from collections.abc import Iterator
from fractions import Fraction

from procscore.exact import display
from procscore.language import N_, Message, listing, message
from procscore.model import shown
from procscore.model.bids import Quote
from procscore.model.declared import Amount, Quantity
from procscore.model.formula_names import BEST_WORDS, FIGURE_WORDS, MARKET_WORDS
from procscore.model.history import steps
from procscore.model.page import Block, Cell, Column, Table, Words
from procscore.model.result import Evaluation
from procscore.model.told import VALUE_WORDS, price_sentences, vendor_name
from procscore.pages import figures
from procscore.pages.evaluation import cells

_COMPARED_WORDS = {**MARKET_WORDS, **BEST_WORDS}
"""What a formula may name of all bids that count."""


def blocks(result: Evaluation) -> Iterator[Block]:
    """Give the points by criterion, and the amounts and quantities if there are any."""
    yield by_criterion(result)
    if result.criteria.declared and result.criteria.prices == "open":
        yield amounts(result)


def by_criterion(result: Evaluation) -> Table:
    """Return the points of every criterion, a column a vendor."""
    every = result.ranked_first
    columns = (
        Column(message(N_("Criterion"))),
        Column(message(N_("Points")), align="right"),
        *(Column(each.vendor.id, align="right") for each in every),
    )
    rows = []
    for depth, criterion in shown.outline(result.criteria):
        group = bool(criterion.criteria)
        of = shown.at_stake(result, criterion.id)
        points = (cells.points(each.points(criterion.id), strong=group) for each in every)
        # Whether a check without points is met stands with its marks.
        given = (
            (Cell(), *(Cell() for _ in every))
            if of is None
            else (
                figures.points(of, strong=group),
                *points,
            )
        )
        rows.append((cells.criterion_cell(depth, criterion), *given))
    rows.append(
        (
            Cell(message(N_("Total")), strong=True),
            figures.points(result.of_total, strong=True),
            *(cells.points(each.points_in_all, strong=True) for each in every),
        )
    )
    if shown.by_value(result):
        rows.append(
            (
                Cell(message(VALUE_WORDS[result.ranking.by]), strong=True),
                Cell(),
                *(cells.points(each.compared, strong=True) for each in every),
            )
        )
    return Table(message(N_("Points by criterion")), columns, tuple(rows))


def amounts(result: Evaluation) -> Table:
    """Return what every vendor quotes, and below it what that is compared with."""
    declared = result.criteria.declared
    columns = (
        cells.VENDOR,
        *(Column(_heading(about), align="right") for about in declared.values()),
    )
    rows = [
        (
            Cell(vendor_name(each)),
            *(
                figures.points(each.amounts[one].value) if one in each.amounts else Cell()
                for one in declared
            ),
        )
        for each in result.ranked_first
    ]
    ceilings = result.procurement.ceilings
    if ceilings:
        given = (
            figures.points(ceilings[one].value, strong=True) if one in ceilings else Cell()
            for one in declared
        )
        rows.append((Cell(message(N_("Ceiling")), strong=True), *given))
    return Table(message(N_("Prices and quantities")), columns, tuple(rows), tuple(_notes(result)))


def _heading(about: Amount | Quantity) -> Words:
    unit = about.unit if isinstance(about, Quantity) else None
    return message(N_("{name} ({unit})"), name=about.name, unit=unit) if unit else about.name


def _notes(result: Evaluation) -> Iterator[Words]:
    procurement = result.procurement
    if procurement.currency:
        yield message(N_("Currency: {currency}"), currency=procurement.currency)
    yield from price_sentences(result)
    quotes: dict[str, Quote | None] = {
        "investigation": procurement.investigation,
        "estimate": procurement.estimate,
    }
    for name, quote in quotes.items():
        if quote is not None:
            yield _figure(FIGURE_WORDS[name], display(quote.value))
    yield from _market(result)


def _figure(word: str, value: object) -> Message:
    return message(N_("{what}: {value}"), what=message(word), value=value)


def _market(result: Evaluation) -> Iterator[Message]:
    """Give with whom each criterion compares, and what their bids say together."""
    for criterion in result.criteria.by_id.values():
        told: dict[tuple[str, ...], list[str]] = {}
        for each in result.ranked_first:
            score = each.score(criterion.id)
            if score.among and score.derivation is not None:
                found = [one for step in steps(score.derivation) for one in step.inputs]
                told.setdefault(score.among, []).extend(
                    str(_figure(_COMPARED_WORDS[one.name], display(one.value)))
                    for one in found
                    if one.name in _COMPARED_WORDS and isinstance(one.value, Fraction)
                )
        for among, shown_figures in told.items():
            yield message(
                N_("{criterion}: compared are {vendors} ({figures})"),
                criterion=criterion.name,
                vendors=listing(among),
                figures=listing(dict.fromkeys(shown_figures)),
            )
