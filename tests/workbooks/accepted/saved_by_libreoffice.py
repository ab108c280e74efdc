from pathlib import Path

from support import books

check = books.usual_totals


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, books.valid())
    saved = books.saved_by_libreoffice(path)
    (saved.parent / "criteria.yaml").write_text(books.CRITERIA, encoding="utf-8")
    return [saved]
