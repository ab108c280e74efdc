from pathlib import Path

from procscore.pipeline import handing_out
from support import books

WHERE = "[審査委員] A2"


def run(folder: Path) -> handing_out.Outcome:
    sheets = books.without("採点_委員1", "採点_委員2")
    sheets["審査委員"][1][0] = "地方創生推進交付金事業担当の副町長である福井一郎委員長"
    source = books.hand_in(folder, sheets)
    return handing_out.sheets(handing_out.Order(source=source, out=folder / "out.xlsx"))
