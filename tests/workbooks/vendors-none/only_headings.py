from pathlib import Path

from support import books

WHERE = "[提案者]"


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, {**books.valid(), "提案者": books.valid()["提案者"][:1]})]
