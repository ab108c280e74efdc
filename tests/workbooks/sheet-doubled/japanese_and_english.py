from pathlib import Path

from support import books

WHERE = "[Vendors]"


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, {**books.valid(), "Vendors": books.valid()["提案者"]})]
