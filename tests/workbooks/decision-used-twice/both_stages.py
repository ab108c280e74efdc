from pathlib import Path

from support import books, stages

CRITERIA = books.criteria_with("{higher: documents}, ", "", stages.CRITERIA)
WHERE = "[提案者] D2"


def build(folder: Path) -> list[Path]:
    sheets = stages.valid()
    head, *rows = sheets["提案者"]
    sheets["提案者"] = [[*head[:3], "決定順位"]] + [
        [row[0], row[1], 10, place] for row, place in zip(rows, (1, 2, None), strict=True)
    ]
    for name, rows in sheets.items():
        if name.startswith("採点_"):
            for row in rows[1:]:
                row[4] = row[3]
    return [books.hand_in(folder, sheets, CRITERIA)]
