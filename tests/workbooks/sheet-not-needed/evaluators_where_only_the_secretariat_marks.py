from pathlib import Path

from support import books

CRITERIA = books.criteria_with("{method: marks, step: 0.5}", "{method: marks, by: secretariat}")
WHERE = "[採点_委員1]"


def build(folder: Path) -> list[Path]:
    sheets = books.without("採点_委員2")
    sheets["事務局"] = sheets["採点_委員1"]
    return [books.hand_in(folder, sheets, CRITERIA)]
