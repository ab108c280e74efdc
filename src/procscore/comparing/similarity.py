"""How near two sheets are: one number, and what it means."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from procscore.comparing.weights import by_subject
from procscore.model.comparison import Given, Near, Nearest, Subject, Weight
from procscore.model.criteria import CriteriaSheet

LISTED = 3
"""How many built-in sheets are named for each sheet, and more where they are equally near."""


def similarity(one: CriteriaSheet, other: CriteriaSheet) -> Fraction:
    """Return the share overlap of two sheets, from 0 (nothing in common) to 1.

    For each topic the smaller of the two shares of the points, added up: how much of their points
    both give for the same things. Items that state no topic overlap only with items of the same
    name that state none either. A sheet without any points overlaps with nothing.
    """
    return overlap(by_subject(one), by_subject(other))


def overlap(a: Mapping[Subject, Weight], b: Mapping[Subject, Weight]) -> Fraction:
    """Return the similarity of two sheets by what they give their points for."""
    return sum((min(a[each].share, b[each].share) for each in a.keys() & b.keys()), Fraction(0))


def nearest(of: Given, others: Sequence[Given], library: Iterable[Given]) -> Nearest:
    """Return the sheets that a sheet is nearest to, among `others` and in the library.

    A built-in sheet with the very same content is the sheet itself and is not named, nor is one that
    has nothing in common with it.
    """
    built_in = near(of, [each for each in library if each.digest != of.digest])
    line = built_in[LISTED - 1].similarity if len(built_in) >= LISTED else Fraction(0)
    listed = (each for each in built_in if each.similarity and each.similarity >= line)
    return Nearest(near(of, others), tuple(listed))


def near(of: Given, others: Iterable[Given]) -> tuple[Near, ...]:
    """Return other sheets, nearest first; equally near ones by their labels."""
    own = by_subject(of.sheet)
    found = [
        Near(each.label, each.sheet.title, overlap(own, by_subject(each.sheet))) for each in others
    ]
    return tuple(sorted(found, key=lambda each: (-each.similarity, each.label)))
