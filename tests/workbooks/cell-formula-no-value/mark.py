from pathlib import Path

from support import books

WHERE = "[採点_委員1] D2"


def build(folder: Path) -> list[Path]:
    path = books.hand_in(
        folder, books.with_cells({"採点_委員1": {"D2": books.Formula("=18*2", 36)}})
    )
    books.rewrite(path, books.part_of("採点_委員1"), "</f><v>36</v>", "</f>")
    return [path]
