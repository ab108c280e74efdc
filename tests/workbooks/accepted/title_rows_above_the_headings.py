from pathlib import Path

from support import books

check = books.usual_totals


def build(folder: Path) -> list[Path]:
    return [
        books.hand_in(
            folder,
            {
                **books.valid(),
                "採点_委員1": [
                    ["企画提案 採点票"],
                    ["委員", "福井 一郎"],
                    [],
                    *books.valid()["採点_委員1"],
                ],
            },
        )
    ]
