from pathlib import Path

from support import books

WHERE = "[採点]"


def build(folder: Path) -> list[Path]:
    return [
        books.hand_in(
            folder,
            {
                **books.without("採点_委員1", "採点_委員2"),
                "採点": [["委員", "点数"], ["委員1", 36]],
            },
        )
    ]
