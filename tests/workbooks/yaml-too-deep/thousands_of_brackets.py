from pathlib import Path

from support import books

CRITERIA = books.criteria_with("小さな審査基準書", "[" * 5_000 + "]" * 5_000)


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
