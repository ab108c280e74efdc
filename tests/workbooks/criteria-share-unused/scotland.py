from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "lowest_among: eligible}",
    "lowest_among: eligible, abnormally_low: {rule: scotland, share: 90%}}",
)
WHERE = books.place(CRITERIA, "90%")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
