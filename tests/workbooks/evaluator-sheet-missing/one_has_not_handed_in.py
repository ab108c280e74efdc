from pathlib import Path

from support import books

WHERE = "[審査委員] A3"


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.without("採点_委員2"))]
