"""Which criterion a heading means: by id, name or number, and never by a guess."""

from fractions import Fraction

import pytest

from procscore.ingest.foreign.items import Items
from support import foreign

SHEET = foreign.criteria()
SAME = foreign.criteria(
    foreign.CRITERIA.replace("name: 業務体制", "name: 業務の理解").replace(
        "name: 工程計画", "name: 目的の理解"
    )
)


def _id(*parts, sheet=SHEET, named=None, under=None, whole=True):
    found = Items(sheet, named or {}, under).find(parts, whole=whole)
    return found and found.criterion.id


@pytest.mark.parametrize(
    ("parts", "criterion"),
    [
        (("aim",), "aim"),
        (("ＡＩＭ",), "aim"),
        (("目的の理解",), "aim"),
        (("目的の\u3000理解",), "aim"),
        (("１ 目的の理解（10点）",), "aim"),
        (("業務の理解", "目的の理解"), "aim"),
        (("何か", "目的の理解"), "aim"),
        (("実施体制", "目的の理解"), None),
        (("業務の理解",), "understanding"),
        (("価格点",), "price"),
        (("目的の理解について",), None),
        (("目的の理解", "目的・背景を理解しているか"), None),
    ],
)
def test_by_id_or_name(parts, criterion):
    assert _id(*parts) == criterion


@pytest.mark.parametrize(
    ("parts", "under", "criterion"),
    [
        (("1-(2)",), "technical", "issues"),
        (("1", "(2)"), "technical", "issues"),
        (("3",), "technical", "team"),
        (("1.1.2",), None, "issues"),
        (("業務の理解", "(2)"), None, "issues"),
        (("1 業務の理解", "②"), None, "issues"),
        (("企画提案", "業務の理解", "2"), None, "issues"),
        (("1-(3)",), "technical", None),
        (("0",), "technical", None),
        (("4",), "technical", None),
        (("1-(2)",), None, "method"),
        (("1-(2)-1",), "technical", None),
        (("価格点", "1"), None, None),
        (("2",), None, None),
    ],
)
def test_by_number_among_what_the_panel_marks(parts, under, criterion):
    assert _id(*parts, under=under) == criterion


def test_the_number_of_the_first_level_is_the_group():
    assert _id("1") == "technical"


def test_a_part_of_a_number_says_nothing_but_a_name_does():
    assert _id("(2)", under="understanding") == "issues"
    assert _id("(2)", under="understanding", whole=False) is None
    assert _id("課題の把握", whole=False) == "issues"


def test_what_a_layout_names_goes_before_all():
    named = {"1-(1)": "issues", "目的": "aim", "目的の理解": "design", "1": "price"}
    assert _id("１－１", named=named) == _id("1", "(1)", named=named) == "issues"
    assert _id("業務", "目 的", named=named) == "aim"
    assert _id("目的の理解", named=named) == "design"
    assert _id("①", named=named) == "price"
    assert _id("目的", named={"目的": "nothing"}) is None


def test_a_name_of_two_criteria_is_told_apart_by_the_group_or_not_at_all():
    assert _id("目的の理解", sheet=SAME) is None
    assert _id("業務の理解", "目的の理解", sheet=SAME) == "aim"
    assert _id("実施体制", "目的の理解", sheet=SAME) == "schedule"
    assert _id("3", "目的の理解", sheet=SAME, under="technical") == "schedule"
    assert _id("8", "目的の理解", sheet=SAME, under="technical") is None


def test_a_name_that_only_one_has_needs_no_group():
    assert _id("3", "目的の理解", under="technical") == "aim"


def test_what_is_marked_goes_before_a_group_of_the_same_name():
    assert _id("業務の理解", sheet=SAME) == "staff"
    assert _id("業務の理解", "業務の理解", sheet=SAME) is None


def test_a_number_in_a_name_is_left_out_here_or_there_but_not_in_both():
    years = foreign.criteria(foreign.CRITERIA.replace("name: 工程計画", "name: 1年目の計画"))
    assert _id("1年目の計画", sheet=years) == _id("年目の計画", sheet=years) == "schedule"
    assert _id("(6) 1年目の計画", sheet=years) == "schedule"
    assert _id("2年目の計画", sheet=years) is None


def test_points_behind_a_name_are_kept():
    assert Items(SHEET, {}, None).find(["課題の把握（25点）"]).points == Fraction(25)
    assert Items(SHEET, {}, None).find(["課題の把握"]).points is None


def test_nothing_means_nothing():
    assert _id() is None
    assert _id("", "") is None
