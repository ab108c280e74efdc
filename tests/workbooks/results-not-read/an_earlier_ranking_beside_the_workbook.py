"""The ranking and the notices of an earlier run lie in the folder that is evaluated again."""

from pathlib import Path

from procscore import pipeline
from procscore.pipeline import notices
from support import books

WHERE = "scores"
ALSO = ("file-not-read",)

check = books.usual_totals


def build(folder: Path) -> list[Path]:
    scores = folder / "scores"
    scores.mkdir()
    result = pipeline.evaluate([books.hand_in(scores, books.valid())]).result
    outputs = [scores / "ranking.xlsx", scores / "ranking.csv"]
    pipeline.export(result, outputs, notices.notices(result, scores).files)
    return [scores]
