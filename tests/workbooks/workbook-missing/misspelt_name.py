from pathlib import Path

WHERE = "bisd.xlsx"


def build(folder: Path) -> list[Path]:
    return [folder / "bisd.xlsx"]
