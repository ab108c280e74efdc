from pathlib import Path

from procscore.pipeline import handing_out

WHERE = "--vendors"


def run(folder: Path) -> handing_out.Outcome:
    order = handing_out.Order("fukui-sakai", "A社,合計", ("3",), out=folder / "bids.xlsx")
    return handing_out.sheets(order)
