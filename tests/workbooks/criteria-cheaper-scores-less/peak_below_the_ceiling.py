"""80 percent of 12,000,000 is 9,600,000: C社 at 9,000,000 gets more than B社 at 8,000,000."""

from pathlib import Path

from support import books

CRITERIA = books.criteria_with("lowest-ratio", "ceiling-peak-80")
WHERE = books.place(CRITERIA, "ceiling-peak-80")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]


def check(evaluation) -> None:
    points = {each.vendor.id: each.points("price") for each in evaluation.vendors}
    assert points["C社"] > points["B社"]
