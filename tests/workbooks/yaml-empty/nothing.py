from pathlib import Path

from support import books

WHERE = "criteria.yaml"


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), "# to be written\n")]
