from pathlib import Path

from support import books

CRITERIA = books.criteria_with("lowest-ratio", "points * (highest - price) / (highest - lowest)")


def build(folder: Path) -> list[Path]:
    return [
        books.hand_in(
            folder, books.with_cells({"提案者": {"C2": 8_000_000, "C4": 8_000_000}}), CRITERIA
        )
    ]
