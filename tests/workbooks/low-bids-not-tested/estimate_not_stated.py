"""Three bids are compared with the estimate under the World Bank's rule, and there is none."""

from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "lowest_among: eligible}",
    "lowest_among: eligible, abnormally_low: {rule: world-bank}}",
)
WHERE = "[案件]"


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]


def check(evaluation) -> None:
    assert len(evaluation.ranked) == len(evaluation.vendors)
    assert not any(each.flags for each in evaluation.vendors)
