from pathlib import Path

WHERE = "scores"


def build(folder: Path) -> list[Path]:
    (folder / "scores").mkdir()
    return [folder / "scores"]
