from pathlib import Path

from support import books

CRITERIA = books.criteria_with("id: staff", "id: plan")
WHERE = books.place(CRITERIA, "plan, name: 実施体制")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
