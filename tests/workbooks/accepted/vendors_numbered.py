from pathlib import Path

from support import books


def build(folder: Path) -> list[Path]:
    sheets = books.with_cells({"提案者": {"A2": 1, "A3": 2, "A4": 3}})
    for sheet in ("採点_委員1", "採点_委員2"):
        sheets[sheet][0][3:] = [1, 2, 3]
    return [books.hand_in(folder, sheets)]


def check(evaluation) -> None:
    assert evaluation.award.winners == ("2",)
    assert evaluation.award.reserve == ("1",)
