"""Bids under the weights of other sheets as CSV for Excel: that it is no award stands on top."""

from collections.abc import Iterator
from fractions import Fraction

from procscore.export.comparison_csv import PER_CENT, heading, per_cent
from procscore.export.csv_table import number, table
from procscore.language import N_, Message, _, message
from procscore.model.comparison_told import NO_AWARD, not_ranked, own_ranking, subject_word
from procscore.model.crossing import Crossing, Weighing
from procscore.model.result import VendorResult

_OUT_OF = N_("Points out of {points}")


def export(crossing: Crossing) -> bytes:
    """Return a row a vendor, then what has no marks, then who is not ranked."""
    return table(_rows(crossing))


def _rows(crossing: Crossing) -> Iterator[list[str]]:
    yield [str(NO_AWARD)]
    if own := own_ranking(crossing):
        yield [str(own)]
    evaluated = str(message(N_("{sheet}, as evaluated"), sheet=crossing.result.criteria.id))
    yield [
        _("ID"),
        _("Vendor"),
        heading(evaluated, _("Rank")),
        heading(evaluated, str(_out_of(crossing.result.of_total))),
        *(
            heading(each.compared.label, what)
            for each in crossing.weighings
            for what in (_("Rank"), str(_out_of(each.of)))
        ),
    ]
    for vendor in crossing.ranked:
        yield [
            vendor.vendor.id,
            vendor.vendor.name,
            number(vendor.rank),
            number(vendor.points_in_all),
            *(text for each in crossing.weighings for text in _weighed(each, vendor)),
        ]
    if crossing.without_marks:
        yield []
        yield [
            _("Without marks in these bids"),
            *(heading(each.compared.label, PER_CENT) for each in crossing.weighings),
        ]
    for subject in crossing.without_marks:
        weights = (each.uncovered.get(subject) for each in crossing.weighings)
        shares = ("" if weight is None else per_cent(weight.share) for weight in weights)
        yield [str(subject_word(subject)), *shares]
    if crossing.result.excluded:
        yield []
        yield [_("Not ranked")]
    for vendor in crossing.result.excluded:
        yield [str(not_ranked(vendor))]


def _out_of(points: Fraction) -> Message:
    return message(_OUT_OF, points=number(points))


def _weighed(each: Weighing, vendor: VendorResult) -> list[str]:
    found = each.vendors.get(vendor.vendor.id)
    return ["", ""] if found is None else [number(found.rank), number(found.points)]
