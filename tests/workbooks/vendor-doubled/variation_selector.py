"""葛 with and without the sign that picks its shape."""

from pathlib import Path

from support import books

WHERE = "[提案者] A3"
ALSO = {"vendor-unknown"}


def build(folder: Path) -> list[Path]:
    return [
        books.hand_in(
            folder, books.with_cells({"提案者": {"B2": "葛城電算", "B3": "葛\U000e0100城電算"}})
        )
    ]
