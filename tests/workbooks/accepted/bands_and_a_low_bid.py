"""Price points by bands of the ceiling, and a bid below 90 percent of the mean of 9,000,000."""

from fractions import Fraction
from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "formula: lowest-ratio", 'formula: "up_to(price / ceiling, 70%, 40, 80%, 30, 0)"'
).replace(
    "lowest_among: eligible}",
    "lowest_among: eligible, abnormally_low: {rule: below-mean, share: 90%}}",
)


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]


def check(evaluation) -> None:
    # of 12,000,000: A社 83.3 %, B社 66.7 %, C社 75 %
    points = {each.vendor.id: each.points("price") for each in evaluation.vendors}
    assert points == {"A社": Fraction(0), "B社": Fraction(40), "C社": Fraction(30)}
    assert [each.vendor.id for each in evaluation.vendors if each.flags] == ["B社"]
