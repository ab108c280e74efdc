"""The reason for which B社 is disqualified says with whom it colluded."""

from pathlib import Path

from procscore.pipeline import Outcome
from support import books, notices

WHERE = "[提案者] A3"


def run(folder: Path) -> Outcome:
    sheets = books.with_cells({"提案者": {"D3": "失格", "E3": "株式会社アルファとの談合"}})
    return notices.outcome(folder, sheets)
