from pathlib import Path

from support import books

CRITERIA = books.criteria_with("小さな審査基準書", "審査基準書: 改訂版")
WHERE = books.place(CRITERIA, ": 改訂版")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
