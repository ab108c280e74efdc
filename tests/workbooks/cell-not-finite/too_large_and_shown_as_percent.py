from pathlib import Path

from support import books

WHERE = "[採点_委員1] D2"


def build(folder: Path) -> list[Path]:
    path = books.hand_in(
        folder, books.with_cells({"採点_委員1": {"D2": books.Formatted(36, "0%")}})
    )
    books.rewrite(
        path, books.part_of("採点_委員1"), r"(<c r=.D2.[^>]*><v>)36</v>", r"\g<1>1e400</v>"
    )
    return [path]
