"""Bids under the weights of other sheets, as a page that says on its head that it is no award."""

from collections.abc import Iterator
from fractions import Fraction

from procscore.exact import display
from procscore.language import N_, message
from procscore.model.comparison_told import NO_AWARD, not_ranked, own_ranking, subject_word
from procscore.model.crossing import Crossing, Weighing
from procscore.model.page import Block, Cell, Column, Page, Sentences, Table, Words
from procscore.model.result import VendorResult
from procscore.model.told import vendor_name
from procscore.pages import figures

_PLACES = 2


def page(crossing: Crossing) -> Page:
    """Return the page of a crossing."""
    return Page(
        message(N_("Comparison, not an award: these bids under the weights of other sheets")),
        tuple(_lead(crossing)),
        tuple(_blocks(crossing)),
    )


def _lead(crossing: Crossing) -> Iterator[Words]:
    yield NO_AWARD
    if crossing.result.procurement.title:
        yield message(N_("Procurement: {title}"), title=crossing.result.procurement.title)
    yield message(
        N_(
            "The marks are those of the evaluation under “{sheet}”. For each topic the share of the points that a vendor reached is taken from it, and weighed by the other sheet's points for the topic."
        ),
        sheet=crossing.result.criteria.title,
    )
    yield message(
        N_(
            "Only the weights are theirs: their minimums, checks and price formulas are not applied."
        )
    )
    if own := own_ranking(crossing):
        yield own


def _blocks(crossing: Crossing) -> Iterator[Block]:
    if crossing.ranked:
        yield _ranks(crossing)
        yield _points(crossing)
    else:
        told = message(N_("Nobody is ranked, so there is nothing to compare."))
        yield Sentences(message(N_("Ranks")), (told,))
    if crossing.without_marks:
        yield _uncovered(crossing)
    if crossing.reached:
        yield _reached(crossing)
    if crossing.result.excluded:
        told_of = tuple(not_ranked(each) for each in crossing.result.excluded)
        yield Sentences(message(N_("Not ranked")), told_of)


def _columns(crossing: Crossing, first: Words) -> tuple[Column, ...]:
    own = message(N_("{sheet}, as evaluated"), sheet=crossing.result.criteria.id)
    others = (Column(each.compared.label, align="right") for each in crossing.weighings)
    return (Column(first), Column(own, align="right"), *others)


def _ranks(crossing: Crossing) -> Table:
    rows = [
        (
            Cell(vendor_name(each)),
            Cell(_rank(each.rank), value=each.rank),
            *(_rank_cell(weighing, each) for weighing in crossing.weighings),
        )
        for each in crossing.ranked
    ]
    covered = (
        Cell(message(N_("Points with marks in these bids"))),
        Cell(),
        *(
            Cell(
                message(
                    N_("{covered} of {points}"),
                    covered=display(each.of),
                    points=display(each.compared.points),
                ),
                value=each.of,
            )
            for each in crossing.weighings
        ),
    )
    notes = (
        message(N_("Equal ranks are exactly equal points; no tie is broken here.")),
        message(N_("A rank that differs from the evaluation's says so.")),
        *(
            message(
                N_(
                    "{sheet}: of its points only {share} have marks in these bids; its ranks say little."
                ),
                sheet=each.compared.label,
                share=figures.share_text(each.of / each.compared.points),
            )
            for each in crossing.weighings
            if 2 * each.of < each.compared.points
        ),
    )
    columns = _columns(crossing, message(N_("Vendor")))
    return Table(message(N_("Ranks")), columns, (*rows, covered), notes)


def _rank(rank: Fraction | None) -> str:
    return "" if rank is None else display(rank)


def _rank_cell(weighing: Weighing, each: VendorResult) -> Cell:
    weighed = weighing.vendors.get(each.vendor.id)
    if weighed is None:
        return Cell()
    if not weighed.moved:
        return Cell(_rank(weighed.rank), value=weighed.rank)
    told = message(
        N_("{rank} (evaluated: {real})"), rank=_rank(weighed.rank), real=_rank(each.rank)
    )
    return Cell(told, value=weighed.rank, strong=True)


def _points(crossing: Crossing) -> Table:
    rows = [
        (
            Cell(vendor_name(each)),
            _exact(each.points_in_all),
            *(
                _exact(weighing.vendors[each.vendor.id].points)
                if each.vendor.id in weighing.vendors
                else Cell()
                for weighing in crossing.weighings
            ),
        )
        for each in crossing.ranked
    ]
    out_of = (
        Cell(message(N_("out of"))),
        figures.points(crossing.result.of_total),
        *(_exact(each.of) for each in crossing.weighings),
    )
    columns = _columns(crossing, message(N_("Vendor")))
    note = message(N_("Digits that follow are shown by …; nothing is rounded."))
    return Table(message(N_("Points given")), columns, (*rows, out_of), (note,))


def _exact(points: Fraction | None) -> Cell:
    return Cell() if points is None else Cell(display(points, places=_PLACES), value=points)


def _uncovered(crossing: Crossing) -> Table:
    rows = tuple(
        (
            Cell(subject_word(subject)),
            *(
                figures.share(each.uncovered[subject].share)
                if subject in each.uncovered
                else Cell()
                for each in crossing.weighings
            ),
        )
        for subject in crossing.without_marks
    )
    columns = (
        Column(message(N_("Topic"))),
        *(Column(each.compared.label, align="right") for each in crossing.weighings),
    )
    notes = (
        figures.SHARES_ARE_ROUNDED,
        message(N_("These points are in no sum: nothing is put in the place of missing marks.")),
    )
    return Table(message(N_("Without marks in these bids")), columns, rows, notes)


def _reached(crossing: Crossing) -> Table:
    rows = tuple(
        (
            Cell(subject_word(subject)),
            *(
                figures.share(given[each.vendor.id], heat=_heat(given[each.vendor.id]))
                for each in crossing.ranked
            ),
        )
        for subject, given in crossing.reached.items()
    )
    columns = (
        Column(message(N_("Topic"))),
        *(Column(each.vendor.id, align="right") for each in crossing.ranked),
    )
    title = message(N_("Share of the points reached, by topic"))
    return Table(title, columns, rows, (figures.SHARES_ARE_ROUNDED,))


def _heat(share: Fraction) -> Fraction:
    return min(max(share, Fraction(0)), Fraction(1))
