from pathlib import Path

from support import books, stages

WHERE = "[提案者] A3"


def build(folder: Path) -> list[Path]:
    sheets = stages.valid()
    for name in ("採点_委員1", "採点_委員2"):
        for row in sheets[name][1:3]:
            row[5] = row[4]  # C社 has the marks of B社
    return [books.hand_in(folder, sheets, stages.CRITERIA)]
