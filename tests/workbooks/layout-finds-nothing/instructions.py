from pathlib import Path

from support import foreign

WHERE = "scores/採点表.xlsx [採点表（記入要領）]"
check = foreign.usual_totals


def build(folder: Path) -> list[Path]:
    return foreign.changed(
        folder, cells={"採点表（記入要領）": {"A1": "各項目を採点してください。"}}
    )
