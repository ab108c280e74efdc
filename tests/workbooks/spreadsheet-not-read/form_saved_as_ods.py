from pathlib import Path

from support import books

WHERE = "scores/saka.ods"
ALSO = ("evaluator-sheet-missing",)


def build(folder: Path) -> list[Path]:
    first = books.hand_in(folder, books.without("採点_委員1", "採点_委員2"))
    scores = folder / "scores"
    scores.mkdir()
    books.save(scores / "saka.xlsx", {"採点_委員2": books.valid()["採点_委員2"]})
    (scores / "saka.xlsx").rename(scores / "saka.ods")
    books.save(scores / "fukui.xlsx", {"採点_委員1": books.valid()["採点_委員1"]})
    return [first, scores]
