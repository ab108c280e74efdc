from pathlib import Path

from procscore.pipeline import handing_out
from support import books

WHERE = "[提案者] A2"


def run(folder: Path) -> handing_out.Outcome:
    sheets = books.with_cells({"提案者": {"D2": "辞退", "D3": "失格", "D4": "無効"}})
    source = books.hand_in(folder, sheets)
    return handing_out.sheets(handing_out.Order(source=source, out=folder / "out.xlsx"))
