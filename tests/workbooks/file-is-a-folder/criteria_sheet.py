from pathlib import Path

from support import books

WHERE = "criteria.yaml"


def build(folder: Path) -> list[Path]:
    (folder / "criteria.yaml").mkdir()
    return [books.save(folder / "bids.xlsx", books.valid())]
