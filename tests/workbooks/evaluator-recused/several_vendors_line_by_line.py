from pathlib import Path

from support import books

WHERE = "[審査委員] A3"


def build(folder: Path) -> list[Path]:
    return [
        books.hand_in(
            folder,
            books.with_cells(
                {
                    "審査委員": {"D3": "A社\nB社"},
                    "採点_委員2": {"D2": None, "D3": None, "E2": None, "E3": None},
                }
            ),
        )
    ]
