"""Totals and sums of groups are compared with the marks; equal ones say nothing.

委員1 adds up by a formula, 委員2 by hand. B社 was not added up.
"""

from pathlib import Path

from support import books

check = books.usual_totals


def build(folder: Path) -> list[Path]:
    cells = {
        "採点_委員1": {
            "B4": "合　計",
            "D4": books.Formula("=SUM(D2:D3)", 54),
            "F4": 48.5,
            "A5": "technical",
            "D5": 54,
            "F5": 48.5,
        },
        "採点_委員2": {"B4": "Total", "D4": 51.5, "E4": None, "F4": 46},
    }
    return [books.hand_in(folder, books.with_cells(cells))]
