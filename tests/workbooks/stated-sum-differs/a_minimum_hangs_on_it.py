"""12 + 11 + 54 is 77, and 82 was printed; 80 was the threshold.

World Bank, Evaluating Bids and Proposals with Rated Criteria (2025), Annex 2. Here the one evaluator
of a small procurement makes the same mistake.
"""

from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "ceiling: exclude,",
    "ceiling: exclude, minimums: [{criterion: technical, at_least: 80}],",
    books.criteria_with(
        "points: 60",
        "points: 100",
        books.criteria_with(
            "points: 40}\n      - {id: staff, name: 実施体制, points: 20}",
            "points: 20}\n      - {id: staff, name: 実施体制, points: 20}\n"
            "      - {id: method, name: 手法, points: 60}",
            books.criteria_with("points: 100\n", "points: 140\n"),
        ),
    ),
)
WHERE = "[採点_委員1] E5"


def build(folder: Path) -> list[Path]:
    sheets = books.without("採点_委員2")
    del sheets["審査委員"][2]
    sheets["採点_委員1"] = [
        ["ID", "審査項目", "配点", "A社", "B社", "C社"],
        ["plan", "実施計画", 20, 18, 12, 15],
        ["staff", "実施体制", 20, 18, 11, 15],
        ["method", "手法", 60, 54, 54, 55],
        [None, "合計", 100, 90, 82, 85],
    ]
    return [books.hand_in(folder, sheets, CRITERIA)]


def check(evaluation) -> None:
    assert [each.vendor.id for each in evaluation.excluded] == ["B社"]
    assert evaluation.vendor("B社").points("technical") == 77
    (told,) = evaluation.diagnostics
    assert told.details["stated"] == "82"
    assert told.details["total"] == "77"
    assert "技術点" in str(told.details["outcome"])
