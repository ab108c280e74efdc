from pathlib import Path

from support import books, foreign

WHERE = "layout.yaml"
check = foreign.usual_totals


def build(folder: Path) -> list[Path]:
    (folder / "layout.yaml").write_text(foreign.BY_EVALUATOR, encoding="utf-8")
    return [books.hand_in(folder, foreign.own(), foreign.CRITERIA)]
