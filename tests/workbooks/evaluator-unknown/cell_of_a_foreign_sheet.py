from pathlib import Path

from support import foreign

WHERE = "scores/採点表.xlsx [採点表2] C3"


def build(folder: Path) -> list[Path]:
    return foreign.changed(folder, cells={"採点表2": {"C3": "佐藤 華子"}})
