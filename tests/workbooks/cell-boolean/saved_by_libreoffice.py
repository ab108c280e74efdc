"""LibreOffice makes a formula of a truth value."""

from pathlib import Path

from support import books

WHERE = "saved/bids.xlsx [採点_委員1] D2"


def build(folder: Path) -> list[Path]:
    sheets = books.with_cells({"採点_委員1": {"D2": True}})
    saved = books.saved_by_libreoffice(books.hand_in(folder, sheets))
    (saved.parent / "criteria.yaml").write_text(books.CRITERIA, encoding="utf-8")
    return [saved]
