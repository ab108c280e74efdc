"""Names with gaps: what stands in a gap is read, and nothing that could be read in two ways."""

import pytest

from procscore.model.pattern import AmbiguousError, NotAPatternError, pattern


@pytest.mark.parametrize(
    ("text", "written", "found"),
    [
        ("<evaluator>", "山田", {"evaluator": "山田"}),
        ("採点_<evaluator>", "採点_山田 太郎", {"evaluator": "山田 太郎"}),
        ("委員名：<evaluator>", "委員名： 山田　太郎 ", {"evaluator": "山田 太郎"}),
        ("委員名：<evaluator>", "委員名:山田", {"evaluator": "山田"}),
        (
            "<vendor>（<evaluator>）",
            "㈱アルファ(山田)",
            {"vendor": "(株)アルファ", "evaluator": "山田"},
        ),
        (
            "<vendor>（<evaluator>）",
            "㈱アルファ（山田）",
            {"vendor": "㈱アルファ", "evaluator": "山田"},
        ),
        ("採点表*", "採点表", {}),
        ("採点表?", "採点表2", {}),
        ("R?_<evaluator>", "r7_山田", {"evaluator": "山田"}),
        ("採点 表", "採点  表", {}),
        ("A<B", "A<B", {}),
    ],
)
def test_a_name_that_is_like_a_pattern(text, written, found):
    assert pattern(text).match(written) == found


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("採点_<evaluator>", "採点_"),
        ("採点_<evaluator>", "採点"),
        ("採点表?", "採点表"),
        ("採点表", "採点表2"),
        ("<vendor>", ""),
        ("<vendor>", "x" * 256),
        ("a.c", "abc"),
    ],
)
def test_a_name_that_is_not(text, written):
    assert pattern(text).match(written) is None


def test_what_is_kept_is_told_in_order():
    assert pattern("<vendor>_<evaluator>").names == ("vendor", "evaluator")
    assert pattern("採点*").names == ()


@pytest.mark.parametrize(
    ("text", "written"),
    [("<evaluator>_<vendor>", "佐藤_花子_A社"), ("*_<evaluator>", "R7_採点_山田")],
)
def test_a_name_that_can_be_read_in_two_ways_is_not_read(text, written):
    with pytest.raises(AmbiguousError):
        pattern(text).match(written)


@pytest.mark.parametrize(
    "text",
    ["<evaluater>", "<>", "<vendor><evaluator>", "<vendor>*", "*<vendor>", "<vendor>_<vendor>"],
)
def test_what_cannot_be_a_pattern(text):
    with pytest.raises(NotAPatternError):
        pattern(text)


def test_one_character_may_touch_a_gap():
    assert pattern("?<vendor>").match("#A社") == {"vendor": "A社"}
