from pathlib import Path

from support import books

WHERE = "[採点_委員1] D2"


def build(folder: Path) -> list[Path]:
    return [
        books.hand_in(
            folder, books.with_cells({"採点_委員1": {"D2": books.Formatted(0, "0;-0;;@")}})
        )
    ]
