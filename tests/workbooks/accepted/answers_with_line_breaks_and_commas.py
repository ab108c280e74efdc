from pathlib import Path

from support import books

check = books.usual_totals


def build(folder: Path) -> list[Path]:
    head = books.without("採点_委員1", "採点_委員2")
    head["提案者"][1][1] = 'Alpha, "the first" Inc.'
    rows = books.answers()
    rows[0][3] = "1. 実施計画\n（40点満点）"
    rows[1][5] = "早い、\n安い、\r\n良い"
    for row in (rows[1], rows[4]):
        row[2] = 'Alpha, "the first" Inc.'
    return [books.hand_in(folder, head), books.save_csv(folder / "回答.csv", rows)]
