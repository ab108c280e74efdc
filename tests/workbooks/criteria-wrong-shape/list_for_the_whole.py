from pathlib import Path

from support import books

WHERE = "criteria.yaml:1:1"


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), "- procscore: 1\n- id: small\n")]
