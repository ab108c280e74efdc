from pathlib import Path

from support import books

WHERE = "saved/bids.ods"


def build(folder: Path) -> list[Path]:
    return [books.saved_by_libreoffice(books.hand_in(folder, books.valid()), "ods")]
