from itertools import pairwise

import pytest

from procscore.scoring.gojuon import order_key

# As in a dictionary: kana without marks first, then 清音 before 濁音 before 半濁音, then ー before
# small before full size (JIS X 4061).
ORDERED = [
    "アイ",
    "カー",
    "カア",
    "ガー",
    "ガイア",
    "カタ",
    "キヤ",
    "ギヤ",
    "キャーク",
    "キヤアク",
    "ハーフ",
    "ハアフ",
    "ハイ",
    "バイ",
    "パイ",
    "ヒヤ",
    "ホツキ",
    "ヤマ",
    "ワイ",
    "ヲイ",
    "ン",
]


@pytest.mark.parametrize(("one", "other"), list(pairwise(ORDERED)))
def test_readings_stand_in_the_order_of_a_dictionary(one, other):
    assert order_key(one) < order_key(other)


@pytest.mark.parametrize(
    ("small", "full"), [("キャ", "キヤ"), ("ッ", "ツ"), ("ァ", "ア"), ("ヵ", "カ"), ("ヮ", "ワ")]
)
def test_small_kana_come_before_full_ones_only_where_all_else_is_equal(small, full):
    assert order_key(small) < order_key(full)
    assert order_key(f"{full}ア") < order_key(f"{small}イ")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ベータ", "べーた"),
        ("ベータ", "ﾍﾞｰﾀ"),
        ("ベータ", "ヘ\u3099ータ"),
        ("サカイ システム", "サカイシステム"),
        ("サカイ・システム", "サカイ　システム"),
        ("ヴァン", "ゔぁん"),
    ],
)
def test_the_way_of_writing_makes_no_difference(one, other):
    assert order_key(one) == order_key(other)


@pytest.mark.parametrize(
    "reading",
    ["", "　", "alpha", "ＡＢＣ", "株式会社", "ベータ2", "ーア", "ンー", "カ-", "ア\u3099"],
)
def test_what_is_not_written_in_kana_has_no_place(reading):
    assert order_key(reading) is None
