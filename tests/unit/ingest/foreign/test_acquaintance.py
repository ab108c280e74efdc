"""Who or what a text may be: by name where names are given, else by its looks."""

import pytest

from procscore.ingest.foreign.acquaintance import Acquaintance, is_label, split_label
from support import foreign

NOBODY = Acquaintance(None, (), ())
ALL = Acquaintance(foreign.criteria(), foreign.vendors(), foreign.panel())


@pytest.mark.parametrize(
    ("dimension", "text"),
    [
        *(
            ("vendor", text)
            for text in ("A社", "Ｂ者", "株式会社山田", "山田㈱", "提案者１", "Vendor 2")
        ),
        *(("evaluator", text) for text in ("委員1", "委員Ａ", "委員長", "山田委員", "審査委員２")),
    ],
)
def test_looks(dimension, text):
    assert NOBODY.may_be(dimension, text)
    assert not ALL.may_be("vendor", "Ｄ社")


@pytest.mark.parametrize(
    ("dimension", "text"),
    [
        *(("vendor", text) for text in ("提案者", "事業者名", "合計", "", "計画", "委員1")),
        *(
            ("evaluator", text)
            for text in ("委員", "委員名", "平均", "山田", "A社", "委員会の結果")
        ),
    ],
)
def test_what_does_not_look_like_it(dimension, text):
    assert not NOBODY.may_be(dimension, text)


def test_where_names_are_given_only_they_count():
    assert ALL.may_be("vendor", "㈱アルファ")
    assert ALL.find("vendor", "㈱アルファ") == "A社"
    assert ALL.find("evaluator", "山田太郎") == "委員1"
    assert ALL.find("evaluator", "委員9") is None
    assert not ALL.may_be("evaluator", "委員9")
    assert [ALL.knows(each) for each in ("vendor", "evaluator", "criterion")] == [True] * 3
    assert not any(NOBODY.knows(each) for each in ("vendor", "evaluator", "criterion"))


def test_criteria_are_found_from_the_top_or_from_a_group():
    assert ALL.item(["1-(2)"], "technical", whole=True).criterion.id == "issues"
    assert ALL.item(["1-(2)"], None, whole=True).criterion.id == "method"
    assert NOBODY.item(["目的の理解"], None, whole=True) is None
    assert ALL.groups == (None, "technical", "understanding", "method", "team")
    assert NOBODY.groups == (None,)


def test_labels():
    assert is_label("evaluator", "委員名：")
    assert is_label("vendor", "提案者")
    assert not is_label("vendor", "委員名")
    assert split_label("evaluator", "委員名： 山田") == ("委員名：", "山田")
    assert split_label("evaluator", "氏名:山田") == ("氏名:", "山田")
    assert split_label("evaluator", "委員名：") is None
    assert split_label("evaluator", "採点日：六月") is None
