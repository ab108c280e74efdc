"""Five blanks for one vendor are one finding, at the first of them."""

from pathlib import Path

from support import books

WHERE = "[採点_委員1] D2"
CRITERIA = books.criteria_with(
    "{id: staff, name: 実施体制, points: 20}",
    "{id: staff, name: 実施体制, points: 20, criteria: [{id: a, name: 甲, points: 5}, "
    "{id: b, name: 乙, points: 5}, {id: c, name: 丙, points: 5}, {id: d, name: 丁, points: 5}]}",
)


def build(folder: Path) -> list[Path]:
    sheets = books.valid()
    for evaluator in ("委員1", "委員2"):
        rows = sheets[f"採点_{evaluator}"]
        rows[2:] = [[each, None, 5, 3, 3, 3] for each in "abcd"]
    for row in sheets["採点_委員1"][1:]:
        row[3] = None
    return [books.hand_in(folder, sheets, CRITERIA)]
