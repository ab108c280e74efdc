"""A name in a cell is a vendor's, an evaluator's or a criterion's in any spelling, or nobody's."""

from fractions import Fraction

import pytest

from procscore.diagnostics import Location, Problems
from procscore.ingest.layouts import lookup
from procscore.model.bids import Evaluator, Vendor
from procscore.model.criteria import Criterion, Leaf
from procscore.model.scores import Marks

HERE = Location("b.xlsx", "採点_甲", 1, 4)
VENDORS = (Vendor("A社", "株式会社アルファ", HERE), Vendor("B社", "ベータ株式会社", HERE))
PANEL = (Evaluator("甲", "福井 一郎", HERE), Evaluator("乙", "坂井 花子", HERE))


def _leaf(each, name):
    return Leaf(Criterion(id=each, name=name, points="10"), Marks(), (), stated=True)


LEAVES = (_leaf("plan", "計画"), _leaf("staff", "体制"), _leaf("staff2", "体制"))


@pytest.mark.parametrize(
    ("written", "vendor"),
    [
        ("A社", "A社"),
        ("Ａ社", "A社"),
        ("ａ社", "A社"),
        ("㈱アルファ", "A社"),
        ("(株) ｱﾙﾌｧ", "A社"),
        ("A\u200b社", "A社"),
        ("アルファ株式会社", None),
        ("アルファ", None),
        ("", None),
    ],
)
def test_a_vendor_is_found_by_id_or_name(written, vendor):
    found = lookup.find_vendor(written, VENDORS)
    assert (found and found.id) == vendor


@pytest.mark.parametrize(
    ("written", "evaluator"), [("甲", "甲"), ("福井　一郎", "甲"), ("福井", None), ("", None)]
)
def test_an_evaluator_is_found_by_id_or_name(written, evaluator):
    found = lookup.find_evaluator(written, PANEL)
    assert (found and found.id) == evaluator


@pytest.mark.parametrize(
    ("written", "leaf"), [("PLAN", "plan"), ("計画", "plan"), ("staff", "staff"), ("体制", None)]
)
def test_a_criterion_is_found_by_its_id_or_by_a_name_that_only_it_has(written, leaf):
    found = lookup.find_leaf(written, LEAVES)
    assert (found and found.id) == leaf


def test_the_points_of_a_leaf_are_those_of_its_criterion():
    assert lookup.find_leaf("plan", LEAVES).points == Fraction(10)


@pytest.mark.parametrize("written", ["A社", " A社 ", "株式会社アルファ"])
def test_the_spelling_of_the_vendors_sheet_is_not_noted(written):
    problems = Problems()
    lookup.note_spelling(written, VENDORS[0], HERE, problems)
    assert list(problems) == []


def test_another_spelling_is_noted():
    problems = Problems()
    lookup.note_spelling("㈱アルファ", VENDORS[0], HERE, problems)
    (told,) = problems
    assert told.code == "name-spelt-otherwise"
    assert told.details == {"text": "㈱アルファ", "name": "株式会社アルファ"}


def test_a_stranger_is_told_with_the_name_that_may_have_been_meant():
    problems = Problems()
    lookup.unknown_vendor("株式会社アルフア", VENDORS, HERE, problems)
    lookup.unknown_criterion("plam", LEAVES, HERE, problems)
    assert {str(each.details["suggestion"]) for each in problems} == {
        "Did you mean “株式会社アルファ”?",
        "Did you mean “plan”?",
    }
