from pathlib import Path

from support import books

WHERE = "[採点_福井一郎]"


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, {**books.valid(), "採点_福井一郎": books.valid()["採点_委員1"]})]
