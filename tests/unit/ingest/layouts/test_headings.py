"""Only numbers, points and brackets are taken away from a heading, and never a word."""

from fractions import Fraction

import pytest

from procscore.ingest.layouts import headings


def _names(written):
    return [each.name for each in headings.spellings(written)]


@pytest.mark.parametrize(
    "written",
    [
        "実施計画",
        "1. 実施計画",
        "１．実施計画",
        "1.実施計画",
        "(1)実施計画",
        "（１） 実施計画",
        "1) 実施計画",
        "1：実施計画",
        "1-2 実施計画",
        "1-(2) 実施計画",
        "1.2.実施計画",
        "①実施計画",
        "⑳ 実施計画",
        "Ⅱ 実施計画",
        "問1 実施計画",
        "Q1. 実施計画",
        "No.3 実施計画",
        "評価項目1：実施計画",
        "【実施計画】",
        "「実施計画」",
        "採点 [実施計画]",
        "実施計画（40点満点）",
        "実施計画 (40点)",
        "実施計画【配点：40】",
        "実施計画[0〜40点、0.5点刻み]",
        "実施計画（５段階評価）",
        "実施計画（A〜E）",
        "実施計画（○／×）",
        "実施計画（必須）",
        "実施計画 40点満点",
        "実施計画：40点",
        "実施計画 (out of 40)",
        "実施計画 [max 40 points] *",
        "実施計画\n（40点満点）",
        "Q2. 採点 [3) 【実施計画】（40点）]",
    ],
)
def test_what_a_form_adds_is_taken_away(written):
    assert _names(written)[-1] == "実施計画"


@pytest.mark.parametrize(
    "written",
    [
        "実施計画（本店）",
        "実施計画（評価）",
        "実施計画（1社）",
        "実施計画の評価",
        "3次元計測",
        "5G",
        "【技術】実施計画",
        "[技術] 実施計画",
        "実施計画40点",
        "40点",
        "",
        "（40点）",
    ],
)
def test_words_and_what_belongs_to_them_stay(written):
    assert _names(written) == [written]


def test_a_heading_is_first_taken_as_it_is_written():
    assert _names("（1） 実績 （２）") == ["（1） 実績 （２）", "(1) 実績", "実績"]


@pytest.mark.parametrize(
    ("written", "points"),
    [
        ("実施計画", None),
        ("1. 実施計画", None),
        ("実施計画（40点満点）", 40),
        ("実施計画（32.5点）", Fraction("32.5")),
        ("実施計画（0〜40点、0.5点刻み）", 40),
        ("実施計画（40点、5段階）", 40),
        ("実施計画（5段階）", None),
        ("実施計画（0.5点刻み）", None),
        ("実施計画 (40 points, steps of 5)", 40),
        ("実施計画 (steps of 5)", None),
        ("実施計画（1.2.3）", None),
        ("実施計画（必須）（40点）", 40),
        ("2. [実施計画（40点）]", 40),
    ],
)
def test_points_in_a_heading_are_told(written, points):
    assert list(headings.spellings(written))[-1].points == points


@pytest.mark.parametrize("sign", ["1", "(", "（", "_", " :", "[", "1.", "点", "9(", "【1】"])
def test_no_heading_takes_long(sign):
    """Patterns of this kind can take for ever on what nearly fits; these do not, whatever fits."""
    for written in (sign * 5_000, "(" + sign * 290, sign * 140 + "x" + sign * 140):
        assert next(headings.spellings(written)).points is None
        assert len(list(headings.spellings(written))) <= 200
