from pathlib import Path

from support import books

WHERE = "scores/memo.txt"
check = books.usual_totals


def build(folder: Path) -> list[Path]:
    first = books.hand_in(folder, books.without("採点_委員2"))
    scores = folder / "scores"
    scores.mkdir()
    (scores / "memo.txt").write_text("no marks", encoding="utf-8")
    (scores / "~$another.xlsx").write_bytes(b"\x06" + bytes(164))
    books.save(scores / "saka.xlsx", {"採点_委員2": books.valid()["採点_委員2"]})
    return [first, scores]
