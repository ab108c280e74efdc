from pathlib import Path

from support import books

WHERE = "[Marks_委員1]"
check = books.usual_totals


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, {**books.valid(), "Marks_委員1": books.valid()["採点_委員1"]})]
