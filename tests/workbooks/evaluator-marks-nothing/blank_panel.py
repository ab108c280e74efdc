from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "    score: {method: marks, step: 0.5}\n",
    "    panel: staff\n    score: {method: marks, step: 0.5}\n",
).replace(
    "panel: {aggregate: mean, over: criteria, round: {places: 2, mode: half-up}}",
    "panels: {staff: {name: 業務担当, aggregate: mean, round: {places: 2, mode: half-up}}}",
)
WHERE = "[採点_委員2]"


def build(folder: Path) -> list[Path]:
    sheets = books.with_cells({"審査委員": {"E1": "審査班", "E2": "業務担当"}})
    return [books.hand_in(folder, sheets, CRITERIA)]
