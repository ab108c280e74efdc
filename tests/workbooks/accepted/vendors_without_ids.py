from pathlib import Path

from support import books


def build(folder: Path) -> list[Path]:
    sheets = books.with_cells({"提案者": {"A1": None, "A2": None, "A3": None, "A4": None}})
    for sheet in ("採点_委員1", "採点_委員2"):
        sheets[sheet][0][3:] = ["株式会社アルファ", "ベータ株式会社", "ガンマ合同会社"]
    return [books.hand_in(folder, sheets)]


def check(evaluation) -> None:
    assert evaluation.award.winners == ("ベータ株式会社",)
