"""委員1 is on the panel, so the row must not be said to be of a stranger."""

from pathlib import Path

from support import books


def build(folder: Path) -> list[Path]:
    return [
        books.hand_in(
            folder,
            {
                **books.valid(),
                "採点": [["委員", "提案者", "審査項目", "点数"], ["委員1", "A社", "plan", 30]],
            },
        )
    ]
