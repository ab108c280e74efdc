from fractions import Fraction

from procscore.diagnostics import Location, Problems
from procscore.ingest.versions import Versions
from procscore.model.bids import Evaluator, Mark
from support import values

HOME = Location("bids.xlsx", "審査委員", 2, 1)
ONE, OTHER = Location("1.xlsx", "採点_委員1"), Location("2.xlsx", "採点_委員1")
EVALUATOR = Evaluator("委員1", "福井 一郎", HOME)


class At:
    """A sheet of which only the place matters here."""

    def __init__(self, where):
        self.where = where


def mark(where, row, value):
    place = Location(where.file, where.sheet, row, 4)
    number = None if value is None else Fraction(value)
    return Mark(EVALUATOR.id, number, place, "" if value is None else str(value))


def versions(*sheets):
    """Collect the marks of sheets for one vendor: `(place, {criterion: value})`."""
    found = Versions()
    for where, marks in sheets:
        given = [("A", each, mark(where, row, v)) for row, (each, v) in enumerate(marks.items(), 2)]
        found.add(At(where), given)
    return found


def settled(found):
    problems = Problems()
    marks = {(v, c): m.value for v, c, m in found.settle(EVALUATOR, problems)}
    return marks, [(each.code, each.where, str(each.details.get("cells"))) for each in problems]


def test_marks_of_two_sheets_are_put_together():
    found = versions((ONE, {"plan": 3}), (OTHER, {"staff": 4}))
    assert settled(found) == ({("A", "plan"): 3, ("A", "staff"): 4}, [])


def test_a_difference_is_told_with_both_cells_and_only_the_differing_ones():
    found = versions((ONE, {"plan": 3, "staff": 4}), (OTHER, {"plan": 5, "staff": 4}))
    assert settled(found)[1] == [("evaluator-sheet-doubled", OTHER, "D2 “3” / D2 “5”")]


def test_a_mark_against_a_blank_is_a_difference():
    found = versions((ONE, {"plan": 3, "staff": 4}), (OTHER, {"plan": 3, "staff": None}))
    assert settled(found)[1] == [("evaluator-sheet-doubled", OTHER, "D3 “4” / D3 “nothing”")]


def test_a_form_that_was_left_empty_is_no_version():
    found = versions((ONE, {"plan": None}), (OTHER, {"plan": 3}))
    assert settled(found) == ({("A", "plan"): 3}, [])
    assert settled(versions((ONE, {"plan": None}), (OTHER, {"plan": None})))[1] == []


def test_a_long_list_of_differences_is_cut_and_counted():
    many = {f"c{number}": 0 for number in range(25)}
    found = versions((ONE, many), (OTHER, dict.fromkeys(many, 1)))
    problems = Problems()
    found.settle(EVALUATOR, problems)
    (told,) = problems
    assert told.details["count"] == 25
    assert str(told.details["cells"]).count("/") == 20
    assert str(told.details["cells"]).endswith("…")


def test_what_stands_in_no_sheet_is_blank_but_not_for_who_has_handed_in_nothing():
    sheet = values.sheet(
        "criteria: [{id: plan, name: p, points: 5}, {id: staff, name: s, points: 5}]"
    )
    vendor = values.vendor("A") if hasattr(values, "vendor") else type("V", (), {"id": "A"})()
    found = versions((ONE, {"plan": 3}))
    blanks = list(found.blanks(EVALUATOR, sheet.leaves, [vendor]))
    assert [(v, c, m.value, m.where) for v, c, m in blanks] == [("A", "staff", None, ONE)]
    stranger = Evaluator("委員2", "委員2", HOME)
    assert list(found.blanks(stranger, sheet.leaves, [vendor])) == []
    assert found.evaluators == {"委員1"}
    assert found.criteria(EVALUATOR) == {"plan"}
    assert found.criteria(stranger) == set()
