"""The serial number is beyond the year 9999; Excel shows ####, not an error."""

from pathlib import Path

from support import books

WHERE = "[提案者] C2"


def build(folder: Path) -> list[Path]:
    return [
        books.hand_in(
            folder, books.with_cells({"提案者": {"C2": books.Formatted(10_000_000, "yyyy/m/d")}})
        )
    ]
