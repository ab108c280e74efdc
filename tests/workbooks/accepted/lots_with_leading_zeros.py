"""A社 and B社 are equal in everything; lot 7 comes before 078."""

from pathlib import Path

from support import books


def build(folder: Path) -> list[Path]:
    cells = {
        "提案者": {"C2": 8_000_000, "F2": "078", "F3": "７"},
        "採点_委員1": {"D2": 30, "D3": 15},
        "採点_委員2": {"D2": 31, "D3": 14},
    }
    return [books.hand_in(folder, books.with_cells(cells))]


def check(evaluation) -> None:
    assert evaluation.award.winners == ("B社",)
    assert evaluation.vendor("A社").vendor.lot == "078"
