from pathlib import Path

from procscore.pipeline import handing_out
from support import books

WHERE = "[提案者] A3"


def run(folder: Path) -> handing_out.Outcome:
    source = books.hand_in(folder, books.with_cells({"提案者": {"A3": "A社 所見"}}))
    order = handing_out.Order(source=source, out=folder / "out.xlsx", evaluators=("2",))
    return handing_out.sheets(order)
