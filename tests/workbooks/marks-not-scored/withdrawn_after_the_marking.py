"""B社 was the lowest; without it C社 has all 40 price points and A社 40 x 9 / 10."""

from pathlib import Path

from support import books

WHERE = "[採点_委員1] E2"


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.with_cells({"提案者": {"D3": "辞退"}}))]


def check(evaluation) -> None:
    assert evaluation.vendor("B社").rank is None
    assert evaluation.vendor("C社").points("price") == 40
    assert evaluation.vendor("A社").points("price") == 36
