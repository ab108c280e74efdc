"""What a heading means, and what is passed over because it heads no marks."""

import pytest

from procscore.diagnostics import Location
from procscore.ingest.foreign.headings import Heading
from procscore.ingest.foreign.meaning import Kind, Names, is_beside, is_total, told
from procscore.model import scope
from support import foreign

WHERE = Location("採点表.xlsx", "表", 1, 1)


def _names(text=foreign.BY_EVALUATOR, task=None, whole=None):
    layout = foreign.layout(text).layout
    return Names(layout, whole or foreign.criteria(), task or foreign.task(), foreign.panel())


def _meant(dimension, *parts, names=None):
    meant = (names or _names()).meant(dimension, Heading(parts, whole=True, where=WHERE))
    return meant.kind, meant.id


@pytest.mark.parametrize(
    ("dimension", "parts", "meant"),
    [
        ("vendor", ("A社",), (Kind.ONE, "A社")),
        ("vendor", ("㈱アルファ",), (Kind.ONE, "A社")),
        ("vendor", ("Ｄ社",), (Kind.UNKNOWN, "")),
        ("vendor", ("A社", "株式会社アルファ"), (Kind.ONE, "A社")),
        ("vendor", ("A社", "ベータ株式会社"), (Kind.UNKNOWN, "")),
        ("vendor", ("A社", "提案"), (Kind.UNKNOWN, "")),
        ("vendor", (), (Kind.BLANK, "")),
        ("vendor", ("平均",), (Kind.PASSED, "")),
        ("evaluator", ("山田太郎",), (Kind.ONE, "委員1")),
        ("evaluator", ("委員2",), (Kind.ONE, "委員2")),
        ("evaluator", ("合計",), (Kind.PASSED, "")),
        ("criterion", ("1-(1)",), (Kind.ONE, "aim")),
        ("criterion", ("業務の理解",), (Kind.GROUP, "understanding")),
        ("criterion", ("価格点",), (Kind.UNMARKED, "price")),
        ("criterion", ("合計（80点）",), (Kind.TOTAL, "")),
        ("criterion", ("総計",), (Kind.TOTAL, "")),
        ("criterion", ("小計",), (Kind.PASSED, "")),
        ("criterion", ("業務の理解", "小計"), (Kind.GROUP, "understanding")),
        ("criterion", ("2 提案内容", "計"), (Kind.GROUP, "method")),
        ("criterion", ("その他", "小計"), (Kind.PASSED, "")),
        ("criterion", ("順位",), (Kind.PASSED, "")),
        ("criterion", ("9-(1)",), (Kind.UNKNOWN, "")),
    ],
)
def test_what_a_heading_means(dimension, parts, meant):
    assert _meant(dimension, *parts) == meant


def test_what_the_layout_skips_goes_before_all():
    names = _names(foreign.BY_EVALUATOR + "skip: [A社, 備考欄]\n")
    assert _meant("vendor", "Ａ社", names=names) == (Kind.PASSED, "")
    assert _meant("criterion", "業務の理解", "備考欄", names=names) == (Kind.PASSED, "")
    assert names.meant("vendor", Heading(("A社",), whole=True, where=WHERE)).skipped


def test_a_heading_that_is_not_like_the_layout_says_names_nobody():
    layout = foreign.BY_EVALUATOR.replace("{row: 6}", "{row: 6, like: 提案者：<vendor>}")
    names = _names(layout)
    assert _meant("vendor", "提案者: A社", names=names) == (Kind.ONE, "A社")
    assert _meant("vendor", "A社", names=names) == (Kind.UNKNOWN, "")
    heading = Heading(("A社",), whole=True, where=WHERE)
    assert told(names.layout, "vendor", heading) is None
    assert told(names.layout, "evaluator", heading) == ("A社",)


def test_what_a_part_of_a_procedure_leaves_out_is_passed_over_and_still_counted():
    whole = foreign.criteria(
        foreign.CRITERIA.replace(
            "{id: staff, name: 業務体制, points: 10}",
            "{id: staff, name: 業務体制, points: 10, requires: {criterion: price, at_least: 50%}}",
        )
    )
    narrowed = scope.technical_only(whole)
    task = foreign.task()._replace(
        criteria=narrowed, held=frozenset(each.id for each in narrowed.leaves)
    )
    names = _names(task=task, whole=whole)
    assert _meant("criterion", "3-(1)", names=names) == (Kind.PASSED, "staff")
    assert _meant("criterion", "3-(2)", names=names) == (Kind.ONE, "schedule")


def test_words_beside_marks():
    assert is_beside("合計（80点）")
    assert is_beside("  備 考")
    assert is_beside("見本", ("見本",))
    assert not is_beside("見本")
    assert is_total("合計")
    assert not is_total("小計")


def test_names_are_suggested():
    names = _names()
    assert names.known("vendor")[0] == "株式会社アルファ"
    assert names.known("evaluator")[1] == "佐藤 花子"
    assert names.known("criterion")[0] == "目的の理解"
