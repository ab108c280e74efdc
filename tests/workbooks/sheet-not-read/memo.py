from pathlib import Path

from support import books

WHERE = "[メモ]"
check = books.usual_totals


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, {**books.valid(), "メモ": [["次回は十時から"]]})]
