from pathlib import Path

from procscore.pipeline import handing_out
from support import books

WHERE = "--evaluators"


def run(folder: Path) -> handing_out.Outcome:
    source = books.hand_in(folder, books.without("審査委員", "採点_委員1", "採点_委員2"))
    return handing_out.sheets(handing_out.Order(source=source, out=folder / "out.xlsx"))
