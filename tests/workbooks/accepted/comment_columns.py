from pathlib import Path

from support import books


def build(folder: Path) -> list[Path]:
    cells = {"G1": "A社 所見", "G2": "具体的である", "H1": "B社 comment", "I1": "備考", "I2": "3"}
    return [books.hand_in(folder, books.with_cells({"採点_委員1": cells}))]


def check(evaluation) -> None:
    books.usual_totals(evaluation)
    assert evaluation.vendor("A社").score("plan").marks[0].comment == "具体的である"
