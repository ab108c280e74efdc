"""Which items are the same: by name, without the numbers that say where they stand."""

import pytest

from procscore.comparing.items import item_key, matched
from support.values import sheet


@pytest.mark.parametrize(
    "name",
    [
        "実施計画",
        " 実施 計画 ",
        "1. 実施計画",
        "１．実施計画",
        "1 実施計画",
        "1-2 実施計画",
        "1.2. 実施計画",
        "2)実施計画",
        "3、実施計画",
        "(1) 実施計画",
        "（１）実施計画",
        "⑴実施計画",
        "①実施計画",
        "① 実施計画",
        "㉑実施計画",
        "(ア)実施計画",
        "ア 実施計画",
        "イ. 実施計画",
        "a) 実施計画",
        "(iv) 実施計画",
        "一 実施計画",
        "(二)実施計画",
        "1 (2) 実施計画",
    ],
)
def test_numbers_in_front_do_not_matter(name):
    assert item_key(name) == item_key("実施計画")


@pytest.mark.parametrize(
    "name",
    [
        "1次審査",
        "5年間の費用",
        "2.5倍の容量",
        "ア行",
        "アクセス",
        "一括調達",
        "A社との連携",
        "1.",
        "①",
        "(1)",
    ],
)
def test_what_is_part_of_the_name_is_kept(name):
    others = ["次審査", "年間の費用", "5倍の容量", "行", "クセス", "括調達", "社との連携", ""]
    assert item_key(name) not in {item_key(other) if other else "" for other in others}


def keys(*texts):
    return [
        {leaf.id: key for key, leaf in each.items()}
        for each in matched([sheet(text).leaves for text in texts])
    ]


def test_items_of_the_same_name_have_the_same_key():
    one, other = keys(
        "criteria: [{id: a, name: 1. 研修, points: 5}, {id: b, name: 保守, points: 5}]",
        "criteria: [{id: x, name: ①研修, points: 5, topic: training}]",
    )
    assert one["a"] == other["x"]
    assert one["b"] != other["x"]


REPEATED = """
    criteria:
      - {id: a, name: その他, points: 5, topic: functions}
      - {id: b, name: その他, points: 5, topic: training}
      - {id: c, name: その他, points: 5, topic: training}
"""


def test_a_name_that_is_there_twice_means_an_item_only_with_its_topic():
    one, other = keys(REPEATED, "criteria: [{id: x, name: その他, points: 5, topic: training}]")
    assert other["x"] == one["b"]
    assert len(set(one.values())) == 3


def test_it_does_not_matter_which_sheet_comes_first():
    texts = [REPEATED, "criteria: [{id: x, name: その他, points: 5}]"]
    assert keys(*texts) == keys(*reversed(texts))[::-1]
    (x,) = keys(*texts)[1].values()
    assert x not in keys(*texts)[0].values()
