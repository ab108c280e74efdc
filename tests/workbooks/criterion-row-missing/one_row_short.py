from pathlib import Path

from support import books

WHERE = "[採点_委員1]"


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, {**books.valid(), "採点_委員1": books.valid()["採点_委員1"][:2]})]
