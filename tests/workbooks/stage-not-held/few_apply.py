from pathlib import Path

from procscore.pipeline import Part
from support import books, stages

CRITERIA = books.criteria_with(
    "at_cut: committee", "at_cut: committee, skip_below: 5", stages.CRITERIA
)
WHERE = "[案件]"
PART = Part(stage="first")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, stages.valid(), CRITERIA)]
