from pathlib import Path

from procscore.pipeline import handing_out

WHERE = "--evaluators"


def run(folder: Path) -> handing_out.Outcome:
    order = handing_out.Order("fukui-sakai", "A社,B社", out=folder / "bids.xlsx")
    return handing_out.sheets(order)
