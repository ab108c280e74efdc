"""What Excel and LibreOffice left of workbooks that are gone is no workbook."""

from pathlib import Path

from support import books

check = books.usual_totals


def build(folder: Path) -> list[Path]:
    first = books.hand_in(folder, books.without("採点_委員2"))
    scores = folder / "scores"
    scores.mkdir()
    books.save(scores / "saka.xlsx", {"採点_委員2": books.valid()["採点_委員2"]})
    (scores / "~$old.xlsx").write_bytes(b"\x05Sakai" + bytes(159))
    (scores / ".~lock.old.xlsx#").write_text(",sakai,pc,,;", encoding="utf-8")
    return [first, scores]
