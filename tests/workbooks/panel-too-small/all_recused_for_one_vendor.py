from pathlib import Path

from support import books

WHERE = "[提案者] A2"
ALSO = {"evaluator-recused"}


def build(folder: Path) -> list[Path]:
    return [
        books.hand_in(
            folder,
            books.with_cells(
                {
                    "審査委員": {"D2": "A社", "D3": "A社"},
                    "採点_委員1": {"D2": None, "D3": None},
                    "採点_委員2": {"D2": None, "D3": None},
                }
            ),
        )
    ]
