"""Numbers before names and points behind them, as Japanese score sheets write them."""

from fractions import Fraction

import pytest

from procscore.ingest.foreign.wording import number, readings


@pytest.mark.parametrize(
    ("text", "positions"),
    [
        ("1-(2)", (1, 2)),
        ("１－（２）", (1, 2)),
        ("1ー2", (1, 2)),
        ("1.2", (1, 2)),
        ("1 2", (1, 2)),
        ("②", (2,)),
        ("㉑", (21,)),
        ("⑵", (2,)),
        ("Ⅳ", (4,)),
        ("1①", (1, 1)),
        ("（イ）", (2,)),
        ("ｲ", (2,)),
        ("2-ア", (2, 1)),
        ("12", (12,)),
    ],
)
def test_an_item_number_is_a_position(text, positions):
    assert number(text) == positions


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "第1",
        "1点",
        "1年目",
        "アイ",
        "データ",
        "一",
        "½",
        "2025",
        "1-(2) 計画",
        "a",
        "x" * 501,
    ],
)
def test_what_is_no_item_number(text):
    assert number(text) is None


def _read(text):
    return [(each.name, each.points, each.without_number) for each in readings(text)]


def test_a_heading_may_have_a_number_before_its_name_and_points_behind():
    assert _read("1-(1) 実施計画（20点）") == [
        ("1-(1) 実施計画（20点）", None, False),
        ("1-(1) 実施計画", Fraction(20), False),
        ("1) 実施計画(20点)", None, True),
        ("実施計画(20点)", None, True),
        ("1) 実施計画", Fraction(20), True),
        ("実施計画", Fraction(20), True),
    ]


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("実施計画\n（２０点）", 20),
        ("実施計画【配点：20】", 20),
        ("実施計画 20点満点", 20),
        ("実施計画(7.5点)", Fraction(15, 2)),
    ],
)
def test_points_are_read_in_several_writings(text, points):
    assert ("実施計画", points, False) in _read(text)


@pytest.mark.parametrize(
    "text", ["実施計画（20）", "20点", "イメージの統一", "データ移行", "x" * 501]
)
def test_a_name_stays_as_it_is_where_nothing_is_plainly_a_number_or_points(text):
    assert _read(text)[0] == (text, None, False)
    assert all(points is None for _, points, _ in _read(text))
