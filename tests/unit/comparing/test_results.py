"""Two results side by side, as a whole."""

from fractions import Fraction

import procscore
from procscore.comparing.results import compare
from support import books, changes


def test_the_same_twice_is_no_change(tmp_path):
    found = changes.between(tmp_path)
    assert (found.changes, found.moved, found.award_moved) == ((), (), False)


def test_rules_stand_first_then_the_procurement_the_panel_and_the_vendors(tmp_path):
    cells = {
        "案件": {"B3": 13_000_000},
        "審査委員": {"C3": "代理出席", "B2": "福井 次郎"},
        "提案者": {"C3": 8_500_000, "C2": 9_500_000},
        "採点_委員1": {"D2": 35, "E2": 31},
    }
    rules = changes.changed(books.CRITERIA, ("winners: 1", "winners: 2"))
    found = changes.between(tmp_path, cells, criteria=(books.CRITERIA, rules))
    assert [(each.kind, each.vendor) for each in found.changes] == [
        ("rule", ""),
        ("figure", ""),
        ("panel", ""),
        ("amount", "A社"),
        ("mark", "A社"),
        ("amount", "B社"),
        ("mark", "B社"),
    ]
    assert found.award_moved


def test_a_mark_and_what_it_did_to_every_figure(tmp_path):
    # A's plan was (36 + 34) / 2 = 35; it becomes (38 + 34) / 2 = 36, and A passes B (85).
    found = changes.between(tmp_path, {"採点_委員1": {"D2": 38}})
    assert changes.told(found) == [("mark", "A社", "実施計画", "委員1", "36", "38")]
    assert found.changes[0].by == 2
    assert [(e.figure, e.vendor, e.criterion, e.old, e.new) for e in found.moved] == [
        ("points", "A社", "technical", Fraction("52.75"), Fraction("53.75")),
        ("points", "A社", "plan", 35, 36),
        ("total", "A社", None, Fraction("84.75"), Fraction("85.75")),
        ("rank", "A社", None, 2, 1),
        ("rank", "B社", None, 1, 2),
    ]
    assert found.award_moved


def test_another_criteria_sheet_is_not_compared(tmp_path):
    old, new = (tmp_path / name for name in ("old", "new"))
    old.mkdir()
    new.mkdir()
    other = changes.changed(
        books.CRITERIA,
        ("id: technical", "id: quality"),
        ("id: plan", "id: design"),
        ("id: staff", "id: people"),
        ("id: price", "id: cost"),
        ("higher: technical", "higher: quality"),
    )
    sheets = books.with_cells(
        {name: {"A2": "design", "A3": "people"} for name in ("採点_委員1", "採点_委員2")}
    )
    found = compare(
        procscore.evaluate(books.hand_in(old, books.valid())),
        procscore.evaluate(books.hand_in(new, sheets, other)),
    )
    assert not found.comparable
    assert (found.changes, found.moved, found.award_moved) == ((), (), False)


def test_a_cell_that_only_moved_is_no_change(tmp_path):
    old, new = (tmp_path / name for name in ("old", "new"))
    old.mkdir()
    new.mkdir()
    sheets = books.valid()
    sheets["採点_委員1"][1], sheets["採点_委員1"][2] = (
        sheets["採点_委員1"][2],
        sheets["採点_委員1"][1],
    )
    sheets["提案者"] = [[*row[:2], None, *row[2:]] for row in sheets["提案者"]]
    found = compare(
        procscore.evaluate(books.hand_in(old, books.valid())),
        procscore.evaluate(books.hand_in(new, sheets)),
    )
    assert (found.changes, found.moved) == ((), ())
