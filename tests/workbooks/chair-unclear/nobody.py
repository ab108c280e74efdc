from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "  - id: price",
    "  - {id: isms, name: 認証, score: {method: check, votes: majority, even: chair}}\n  - id: price",
)
WHERE = "[提案者] A2"


def build(folder: Path) -> list[Path]:
    answers = {"採点_委員1": ["○", "○", "○"], "採点_委員2": ["×", "○", "○"]}
    sheets = books.with_cells({"審査委員": {"E1": "役割"}})
    for evaluator, given in answers.items():
        sheets[evaluator].append(["isms", "認証", None, *given])
    return [books.hand_in(folder, sheets, CRITERIA)]
