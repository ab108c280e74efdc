"""One cell as a mark: a number, a share of the points, or one and nought."""

from fractions import Fraction

import pytest

from procscore.diagnostics import Location, Problems
from procscore.ingest.layouts.marks import read_mark
from procscore.ingest.sheet import Cell
from procscore.model.criteria import CriteriaSheet

WHERE = Location("b.xlsx", "採点_甲", 2, 4)
SAID = Location("bids.xlsx", "採点_甲", 2, 5)


def _sheet(score):
    return CriteriaSheet.model_validate(
        {
            "procscore": "1",
            "id": "x",
            "title": "x",
            "points": "20",
            "scales": {
                "shares": {"A": "100%", "B": "75%", "C": "0%"},
                "numbers": {"5": "5", "3": "3", "-1": "-1"},
            },
            "criteria": [{"id": "plan", "name": "計画", "points": "20", "score": score}],
        }
    )


def _read(score, value, **cell):
    sheet = _sheet(score)
    problems = Problems()
    said = Cell(" 良い ", SAID)
    mark = read_mark(Cell(value, WHERE, **cell), "甲", sheet.leaves[0], sheet, said, problems)
    return mark, [each.code for each in problems]


@pytest.mark.parametrize(
    ("score", "value", "expected"),
    [
        ({"method": "marks"}, 12.5, Fraction(25, 2)),
        ({"method": "grades", "scale": "shares"}, "B", Fraction(3, 4)),
        ({"method": "grades", "scale": "shares"}, "C", Fraction(0)),
        ({"method": "grades", "scale": "numbers"}, 3, Fraction(3, 5)),
        ({"method": "grades", "scale": "numbers"}, "-1", Fraction(-1, 5)),
        ({"method": "check"}, "○", Fraction(1)),
        ({"method": "check"}, "×", Fraction(0)),
    ],
)
def test_a_mark_has_the_value_of_its_method(score, value, expected):
    mark, told = _read(score, value)
    assert mark.value == expected
    assert told == []


@pytest.mark.parametrize(
    "score", [{"method": "marks"}, {"method": "grades", "scale": "shares"}, {"method": "check"}]
)
def test_a_blank_is_a_mark_without_a_value(score):
    mark, told = _read(score, None)
    assert (mark.value, told) == (None, [])


@pytest.mark.parametrize(
    ("score", "value", "code"),
    [
        ({"method": "marks"}, "A", "cell-not-a-number"),
        ({"method": "grades", "scale": "shares"}, 20, "grade-unknown"),
        ({"method": "check"}, "△", "check-unknown"),
    ],
)
def test_a_cell_that_is_refused_gives_no_mark(score, value, code):
    assert _read(score, value) == (None, [code])


def test_a_mark_keeps_who_gave_it_where_how_and_why():
    mark, _ = _read({"method": "grades", "scale": "shares"}, " Ｂ ")
    assert (mark.evaluator, mark.where, mark.written, mark.comment) == ("甲", WHERE, "Ｂ", "良い")
    assert mark.said == SAID


@pytest.mark.parametrize("said", [None, Cell(None, Location("bids.xlsx", "採点_甲", 2, 5))])
def test_without_a_comment_there_is_no_place_of_one(said):
    sheet = _sheet({"method": "marks"})
    mark = read_mark(Cell(3, WHERE), "甲", sheet.leaves[0], sheet, said, Problems())
    assert (mark.comment, mark.said) == ("", None)
