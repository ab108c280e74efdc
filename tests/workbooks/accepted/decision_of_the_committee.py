"""A社 and B社 are equal in everything; the committee put A社 first."""

from pathlib import Path

from support import books


def build(folder: Path) -> list[Path]:
    cells = {
        "提案者": {"C2": 8_000_000, "G1": "決定順位", "G2": "１", "G3": 2},
        "採点_委員1": {"D2": 30, "D3": 15},
        "採点_委員2": {"D2": 31, "D3": 14},
    }
    return [
        books.hand_in(folder, books.with_cells(cells), books.criteria_with("lot]", "committee]"))
    ]


def check(evaluation) -> None:
    assert evaluation.award.winners == ("A社",)
    assert evaluation.award.undecided == ()
