from pathlib import Path

from support import foreign

WHERE = "scores/採点表.xlsx [Ｄ社]"
ALSO = {"sheet-not-read"}


def build(folder: Path) -> list[Path]:
    forms = foreign.by_vendor()
    forms["Ｄ社"] = forms.pop("C社")
    return foreign.hand_in(folder, forms, foreign.BY_VENDOR)
