from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "panel: {",
    "panels: {office: {name: 職員}}\npanel: {",
)
WHERE = books.place(CRITERIA, "office: {")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
