from fractions import Fraction

import pytest
from pydantic import TypeAdapter, ValidationError

from procscore.model.scores import MARKED, ByFormula, Check, Grades, Marks, Price, Score


def read(**written):
    return TypeAdapter(Score).validate_python(written)


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ({"method": "marks"}, Marks),
        ({"method": "grades", "scale": "five"}, Grades),
        ({"method": "formula", "formula": "2 * deployments"}, ByFormula),
        ({"method": "price", "amount": "total", "formula": "lowest-ratio"}, Price),
        ({"method": "check"}, Check),
    ],
)
def test_the_method_decides_what_a_score_is(written, kind):
    assert isinstance(read(**written), kind)


def test_a_method_that_does_not_exist_is_refused():
    with pytest.raises(ValidationError):
        read(method="guess")


def test_marks_go_from_zero_to_the_points_unless_the_sheet_says_otherwise():
    assert read(method="marks").range(Fraction(20)) == (0, 20)
    assert read(method="marks", **{"from": "1", "to": "5"}).range(Fraction(20)) == (1, 5)


def test_allowed_marks_are_their_own_range():
    marks = read(method="marks", allowed=["5", "4", "3", "1", "-3"])
    assert marks.range(Fraction(20)) == (-3, 5)


def test_the_lowest_mark_is_written_from_and_under_no_other_key():
    with pytest.raises(ValidationError):
        read(method="marks", lowest="1")


def test_what_the_panel_does_unless_the_sheet_says_otherwise():
    assert read(method="marks").by == "panel"
    check = read(method="check")
    assert (check.by, check.fail, check.votes) == ("panel", "exclude", "any")


def test_only_marks_grades_and_checks_need_a_person():
    assert set(MARKED) == {Marks, Grades, Check}


@pytest.mark.parametrize(
    "written",
    [
        {"method": "grades"},
        {"method": "price", "formula": "lowest-ratio"},
        {"method": "price", "amount": "total"},
        {"method": "formula"},
        {"method": "price", "amount": "total", "formula": "lowest-ratio", "by": "panel"},
        {"method": "check", "votes": "most"},
    ],
)
def test_a_score_that_lacks_something_or_has_too_much_is_refused(written):
    with pytest.raises(ValidationError):
        read(**written)


def test_a_veto_is_unanimous_and_stays_the_mark_it_is_unless_it_is_written():
    veto = read(method="marks", **{"from": "-3"}, veto={"mark": "-3"}).veto
    assert (veto.mark, veto.votes, veto.otherwise) == ("-3", "all", None)
    written = {"mark": "X", "votes": "majority", "otherwise": "C"}
    assert read(method="grades", scale="five", veto=written).veto.otherwise == "C"
    assert (read(method="marks").veto, read(method="grades", scale="five").veto) == (None, None)


@pytest.mark.parametrize(
    "written",
    [
        {"method": "check", "veto": {"mark": "no"}},
        {"method": "marks", "veto": {"votes": "all"}},
        {"method": "marks", "veto": {"mark": "0", "votes": "two"}},
        {"method": "check", "even": "lot"},
        {"method": "price", "amount": "total", "formula": "lowest-ratio", "compare": "total"},
    ],
)
def test_a_rule_that_does_not_belong_to_a_score_is_refused(written):
    with pytest.raises(ValidationError):
        read(**written)


def test_an_even_vote_is_passed_unless_it_is_written():
    assert read(method="check").even == "pass"
    assert read(method="check", votes="majority", even="chair").even == "chair"


def test_a_formula_compares_nothing_unless_it_is_written():
    assert read(method="formula", formula="points").compare is None
    assert read(method="formula", formula="points", compare="users").compare == "users"
