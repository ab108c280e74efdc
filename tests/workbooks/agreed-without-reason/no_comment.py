"""Two marks were agreed on; only one says why."""

from pathlib import Path

from support import books

CRITERIA = books.criteria_with("aggregate: mean,", "aggregate: mean, consensus: overrides,")
WHERE = "[合議] D3"


def build(folder: Path) -> list[Path]:
    sheets = books.valid()
    sheets["合議"] = [
        ["ID", "審査項目", "配点", "A社", "A社 所見", "B社"],
        ["plan", "実施計画", 40, 38, "体制図を確認したため", None],
        ["staff", "実施体制", 20, 17, None, None],
    ]
    return [books.hand_in(folder, sheets, CRITERIA)]


def check(evaluation) -> None:
    assert evaluation.vendor("A社").points("technical") == 55
