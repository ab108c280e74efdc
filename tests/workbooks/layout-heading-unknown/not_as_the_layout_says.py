from pathlib import Path

from support import foreign

WHERE = "scores/採点表.xlsx [採点表2] C3"


def build(folder: Path) -> list[Path]:
    return foreign.changed(
        folder,
        cells={
            "採点表1": {"C3": "氏名：山田 太郎"},
            "採点表2": {"C3": "佐藤 花子"},
            "採点表3": {"C3": "氏名: 鈴木　一郎"},
        },
        layout=("{cell: C3}", "{cell: C3, like: 氏名：<evaluator>}"),
    )
