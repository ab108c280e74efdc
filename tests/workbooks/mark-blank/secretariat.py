from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "  - id: price",
    "  - {id: isms, name: 認証, score: {method: check, by: secretariat, fail: exclude}}\n"
    "  - id: price",
)
WHERE = "[事務局] E2"


def build(folder: Path) -> list[Path]:
    sheets = books.valid()
    sheets["事務局"] = [
        ["ID", "審査項目", "配点", "A社", "B社", "C社"],
        ["isms", "認証", None, "○", None, "○"],
    ]
    return [books.hand_in(folder, sheets, CRITERIA)]
