from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "criteria:", "quantities: {staff_count: {name: 配置人数}}\ncriteria:"
)
WHERE = "[提案者]"


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
