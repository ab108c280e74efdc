from pathlib import Path

from support import books

WHERE = "bids.xlsx"


def build(folder: Path) -> list[Path]:
    sheets = books.without("審査委員", "採点_委員1", "採点_委員2")
    sheets["採点"] = books.long_table()[:1]
    return [books.hand_in(folder, sheets)]
