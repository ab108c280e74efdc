"""Which criterion stands where, and which cells a sum is of."""

import pytest

from procscore.sheets import rows as all_rows
from procscore.sheets.rows import missing, ranges, rows, runs, total, walk
from support import forms, values

TREE = """
criteria:
  - id: top
    points: 50
    criteria:
      - {id: a, points: 10, score: {method: marks, step: 1}}
      - {id: b, points: 10, score: {method: marks, step: 0.5}}
      - id: inner
        points: 20
        criteria:
          - {id: c, points: 10, score: {method: marks, to: 5, step: 1}}
          - {id: d, points: 10, score: {method: marks, by: secretariat}}
      - {id: e, points: 10, score: {method: marks}}
  - id: mine
    points: 10
    criteria:
      - {id: f, points: 10, score: {method: marks, by: secretariat}}
  - {id: g, points: 20, score: {method: grades, scale: s}}
  - {id: h, points: 10, score: {method: grades, scale: s}}
  - {id: ok, points: 5, score: {method: check}}
scales: {s: {A: 100%, B: 1/3, C: 0%}}
"""
SHEET = values.sheet(TREE.replace("1/3", "30%"))
PANEL = tuple(leaf for leaf in SHEET.leaves if leaf.marked_by == "panel")
TOPS = rows(SHEET, PANEL, 6)
BY_ID = {row.criterion.id: row for row in walk(TOPS)}


def test_a_group_stands_before_its_parts_and_only_what_is_marked_has_a_row():
    assert {each: row.number for each, row in BY_ID.items()} == {
        "top": 6,
        "a": 7,
        "b": 8,
        "inner": 9,
        "c": 10,
        "e": 11,
        "g": 12,
        "h": 13,
        "ok": 14,
    }
    assert [row.criterion.id for row in TOPS] == ["top", "g", "h", "ok"]


def test_rows_know_how_deep_they_stand():
    depths = {each: row.depth for each, row in BY_ID.items()}
    assert depths == {
        "top": 0,
        "a": 1,
        "b": 1,
        "inner": 1,
        "c": 2,
        "e": 1,
        "g": 0,
        "h": 0,
        "ok": 0,
    }


def test_the_points_of_a_group_are_those_at_stake_in_this_sheet():
    assert {each: row.points for each, row in BY_ID.items()} == {
        "top": 40,
        "a": 10,
        "b": 10,
        "inner": 10,
        "c": 10,
        "e": 10,
        "g": 20,
        "h": 10,
        "ok": 5,
    }


def test_checks_are_marked_and_not_added_up():
    assert [row.criterion.id for row in BY_ID["ok"].leaves] == ["ok"]
    assert BY_ID["ok"].summed == ()
    assert total([BY_ID["ok"]], 6, 4) is None


def test_a_subtotal_adds_up_marks_as_they_stand_and_the_subtotals_below():
    assert total(BY_ID["top"].parts, 6, 4) == ('=IF(COUNTA(F7:F8,F10:F11)=0,"",SUM(F7:F9,F11))')


def test_marks_on_another_scale_are_turned_into_points():
    assert total(BY_ID["inner"].parts, 6, 4) == '=IF(COUNTA(F10)=0,"",SUM(F10)*2)'


def test_grades_are_turned_into_points_of_their_row_neighbours_of_one_scale_together():
    grades = '(F12:F13&""="A")*1+(F12:F13&""="B")*0.3'
    assert total(TOPS, 6, 4) == (
        f'=IF(COUNTA(F7:F8,F10:F13)=0,"",SUM(F6)+SUMPRODUCT($D12:$D13*({grades})))'
    )


def test_sums_stand_in_the_column_of_their_vendor():
    assert total(BY_ID["inner"].parts, 28, 3) == '=IF(COUNTA(AB10)=0,"",SUM(AB10)*2)'


def test_all_blanks_are_counted_those_of_checks_too():
    assert missing(TOPS, 6) == "=COUNTBLANK(F7:F8)+COUNTBLANK(F10:F14)"


def test_neighbours_are_one_range():
    assert ranges([BY_ID["a"], BY_ID["b"], BY_ID["c"]], 5) == ("E7:E8", "E10")


def test_runs_end_where_the_kind_changes_or_a_row_lies_between():
    leaves = [row for row in walk(TOPS) if row.leaf]
    alike = runs(leaves, lambda row: row.marking and row.marking.worth)
    assert [[row.criterion.id for row in run] for run in alike] == [
        ["a", "b"],
        ["c"],
        ["e"],
        ["g", "h"],
        ["ok"],
    ]


def flat(count, score, groups=False):
    """Return a sheet of so many criteria, each in a group of its own where `groups`."""
    listed = [f"{{id: c{n}, points: 1, score: {{{score[n % len(score)]}}}}}" for n in range(count)]
    if groups:
        listed = [f"{{id: g{n}, points: 1, criteria: [{each}]}}" for n, each in enumerate(listed)]
    scales = "scales: {one: {A: 100%, B: 30%, C: 0%}, two: {S: 100%, T: 60%, U: 30%, V: 0%}}\n"
    return values.sheet(scales + "criteria:\n" + "".join(f"  - {each}\n" for each in listed))


def test_no_function_gets_more_arguments_than_excel_takes():
    sheet = flat(300, ["method: marks"], groups=True)
    formula = total(rows(sheet, sheet.leaves, 6), 5, 3)
    assert formula.count("COUNTA(") == formula.count("SUM(") == 2
    longest = max(part.count(",") + 1 for part in formula.split("COUNTA(")[1].split(")")[:1])
    assert longest == 255
    assert "E605)" in formula


@pytest.mark.parametrize(("count", "there"), [(20, True), (300, False)])
def test_a_sum_that_would_be_too_long_for_excel_is_left_out(count, there):
    sheet = flat(count, ["method: grades, scale: one", "method: grades, scale: two"])
    formula = total(rows(sheet, sheet.leaves, 6), 5, 3)
    assert (formula is not None) == there
    assert len(formula or "") <= all_rows._LONGEST_FORMULA


def test_every_row_of_a_whole_form_has_a_number_of_its_own():
    sheet = values.sheet(forms.EVERY_KIND)
    numbers = [row.number for row in walk(rows(sheet, sheet.leaves[:-1], 6))]
    assert numbers == list(range(6, 6 + len(numbers)))
