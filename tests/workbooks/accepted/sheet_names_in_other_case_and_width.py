from pathlib import Path

from support import books

check = books.usual_totals


def build(folder: Path) -> list[Path]:
    names = {
        "案件": " PROCUREMENT",
        "提案者": "ｖｅｎｄｏｒｓ",
        "審査委員": "審査 委員",
        "採点_委員1": "採点＿委員１",
        "採点_委員2": "MARKS_ 委員2",
    }
    sheets = {names[name]: rows for name, rows in books.valid().items()}
    return [books.hand_in(folder, sheets)]
