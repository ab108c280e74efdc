from pathlib import Path

from procscore.pipeline import handing_out
from support import forms

WHERE = "--evaluators"


def run(folder: Path) -> handing_out.Outcome:
    path = folder / "criteria.yaml"
    path.write_text(forms.EVERY_KIND, encoding="utf-8")
    evaluators = ("佐藤,鈴木", "職員=佐藤")
    order = handing_out.Order(str(path), "A社,B社", evaluators, out=folder / "bids.xlsx")
    return handing_out.sheets(order)
