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
                    books.valid()["採点_委員1"][0],
                    ["technical", "技術点", 60],
                    *books.valid()["採点_委員1"][1:],
                    ["price", "価格点", 40],
                ],
            },
        )
    ]
