"""A comparison of criteria sheets as CSV for Excel: a row a topic, group or item, as it is asked.

Encoding, quoting and numbers are those of the ranking (`csv_table`). Every sheet has its own
columns for points and for the share in per cent, so that Excel can sort and chart them.
"""

from collections.abc import Iterator
from fractions import Fraction

from procscore.exact import Mode, Rounding, decimal_text
from procscore.export.csv_table import number, table
from procscore.language import _
from procscore.model.comparison import Comparison, Place, Weight
from procscore.model.comparison_told import difference, topic_word
from procscore.model.criteria import CriteriaSheet
from procscore.model.rules_told.marking import how_scored

PER_CENT = "%"
_PER_CENT_PLACES = Rounding(4, Mode.HALF_UP)


def by_topic(comparison: Comparison) -> bytes:
    """Return a row a topic."""
    return table(_topics(comparison))


def by_group(comparison: Comparison) -> bytes:
    """Return a row a group, with its depth: the rows of each depth below a group add up to it."""
    return table(_groups(comparison))


def by_item(comparison: Comparison) -> bytes:
    """Return a row an item, with how it is scored in each sheet."""
    return table(_items(comparison))


def per_cent(share: Fraction) -> str:
    """Return a share in per cent as a number that Excel can chart; the JSON has it exactly."""
    return decimal_text(_PER_CENT_PLACES(share * 100))


def heading(label: str, what: str) -> str:
    """Return the heading of a column of a sheet."""
    return f"{label} / {what}"


def _headings(comparison: Comparison, *more: str) -> list[str]:
    return [
        heading(each.label, what)
        for each in comparison.sheets
        for what in (_("Points"), PER_CENT, *more)
    ]


def _weight(weight: Weight | None) -> list[str]:
    return ["", ""] if weight is None else [number(weight.points), per_cent(weight.share)]


def _topics(comparison: Comparison) -> Iterator[list[str]]:
    yield [_("Topic"), *_headings(comparison)]
    for row in comparison.topics:
        yield [str(topic_word(row.topic)), *(t for each in row.weights for t in _weight(each))]


def _groups(comparison: Comparison) -> Iterator[list[str]]:
    yield [_("Group"), _("Depth"), *_headings(comparison)]
    for row in comparison.groups:
        yield [row.name, str(row.depth), *(t for each in row.weights for t in _weight(each))]


def _items(comparison: Comparison) -> Iterator[list[str]]:
    how = _("How it is scored")
    yield [_("Topic"), _("Item"), *_headings(comparison, how), _("Difference")]
    for item in comparison.items:
        cells = (
            text
            for each, place in zip(comparison.sheets, item.places, strict=True)
            for text in _place(each.sheet, place)
        )
        told = str(difference(comparison, item))
        yield [str(topic_word(item.topic)), item.name, *cells, told]


def _place(sheet: CriteriaSheet, place: Place | None) -> list[str]:
    if place is None:
        return ["", "", ""]
    return [*_weight(place.weight), str(how_scored(sheet, place.leaf))]
