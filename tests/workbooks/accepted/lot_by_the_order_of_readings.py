"""A社 and B社 are equal; ガイア comes before カタル, in any kana, and 078 + 7 leaves 1."""

from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "lot]", "{lot: {rule: remainder, order: reading, first: 0, add: 0, following: cyclic}}]"
)


def build(folder: Path) -> list[Path]:
    cells = {
        "提案者": {
            "C2": 8_000_000,
            "F2": "078",
            "F3": 7,
            "G1": "ﾌﾘｶﾞﾅ",
            "G2": "かたる",
            "G3": "ｶﾞｲｱ",
            "G4": "ガンマ",
        },
        "採点_委員1": {"D2": 30, "D3": 15},
        "採点_委員2": {"D2": 31, "D3": 14},
    }
    return [books.hand_in(folder, books.with_cells(cells), CRITERIA)]


def check(evaluation) -> None:
    assert evaluation.award.winners == ("A社",)
