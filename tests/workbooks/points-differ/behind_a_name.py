from pathlib import Path

from support import foreign

WHERE = "scores/採点表.xlsx [B社] B6"
ALSO = {"sheet-not-read"}


def build(folder: Path) -> list[Path]:
    return foreign.changed(folder, "by_vendor", {"B社": {"B6": "課題の把握（25点）"}})
