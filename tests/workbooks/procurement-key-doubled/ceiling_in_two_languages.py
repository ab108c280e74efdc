"""The later of the two would silently exclude every vendor."""

from pathlib import Path

from support import books

WHERE = "[案件] A4"


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.with_cells({"案件": {"A4": "ceiling", "B4": 7_000_000}}))]
