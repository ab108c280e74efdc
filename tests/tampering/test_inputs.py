"""Inputs and rules that were changed after the ranking was published: found, and named."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from openpyxl import load_workbook

from procscore import pipeline
from procscore.model.words import RANKING_SHEETS
from support import tampering
from support.tampering import Files, reword, take_out_column, take_out_row, type_into

Cell = tuple[str, str, str, str] | tuple[str, str]
"""A cell of the ranking: its sheet, the vendor or heading above it, the row, the column; or its address."""


class Tampering(NamedTuple):
    """What is done to the files, and what has to be told of it."""

    done: Callable[[Files], object]
    change: tuple
    """Kind, vendor, evaluator, criterion, old, new of what moved."""
    cell: Cell | None
    """The first cell of the ranking that is not what is computed now; None for none.

    Of rules it is the line of 記録 that tells the rule, of which words are `expected`.
    """
    found: str = ""
    expected: str = ""


def _typed(sheet, **cells):
    return lambda files: type_into(files.book, sheet, cells)


def _reworded(*changes):
    return lambda files: reword(files.criteria, *changes)


def _absent(files):
    type_into(files.book, "審査委員", {"C4": "欠席"})
    both = [f"{column}{row}" for column in "DEFGHI" for row in (2, 3)]
    type_into(files.book, "採点_委員3", dict.fromkeys(both))


def _recused(files):
    type_into(files.book, "審査委員", {"D3": "B社"})
    type_into(files.book, "採点_委員2", {"E2": None, "E3": None})


def _without_c(files):
    take_out_row(files.book, "提案者", 4)
    for sheet in ("採点_委員1", "採点_委員2", "採点_委員3", "事務局"):
        take_out_column(files.book, sheet, 6)


def _points_exchanged(files):
    reword(files.criteria, ("実績, points: 10", "実績, points: 5"))
    reword(files.criteria, ("貢献, points: 5", "貢献, points: 10"))
    type_into(files.book, "事務局", {"C2": 10})


PANEL = "over: criteria, round: {places: 2, mode: half-up}"
INPUTS = {
    "a mark of the winner": Tampering(
        _typed("採点_委員1", D2=30),
        ("mark", "A社", "委員1", "plan", "36", "30"),
        ("明細", "A社", "実施計画", "委員1"), "36", "30",
    ),
    "a mark of a loser": Tampering(
        _typed("採点_委員2", E3=13),
        ("mark", "B社", "委員2", "staff", "14", "13"),
        ("明細", "B社", "実施体制", "委員2"), "14", "13",
    ),
    "a mark that ends a tie": Tampering(
        _typed("採点_委員1", F3=20),
        ("mark", "C社", "委員1", "staff", "16", "20"),
        ("明細", "C社", "実施体制", "委員1"), "16", "20",
    ),
    "a mark of the secretariat": Tampering(
        _typed("事務局", E2=5),
        ("mark", "B社", "事務局", "local", "3", "5"),
        ("明細", "B社", "地域貢献", "事務局"), "3", "5",
    ),
    "a price": Tampering(
        _typed("提案者", C3=8_500_000),
        ("amount", "B社", "", "", "8,000,000", "8,500,000"),
        ("価格点", "金額", "B社", "提案価格"), "8,000,000", "8,500,000",
    ),
    "a quantity": Tampering(
        _typed("提案者", D2=10),
        ("quantity", "A社", "", "", "8", "10"),
        ("価格点", "金額", "A社", "導入団体数"), "8", "10",
    ),
    "a ceiling": Tampering(
        _typed("案件", B3=14_000_000),
        ("figure", "", "", "", "12,000,000", "14,000,000"),
        ("価格点", "B2"), "12,000,000", "14,000,000",
    ),
    "a bid that is said to be withdrawn": Tampering(
        _typed("提案者", E5="辞退"),
        ("status", "D社", "", "", "eligible", "withdrawn"),
        ("審査結果", "B16"), "", "D社 株式会社デルタ, 辞退, 提案者が辞退",
    ),
    "an evaluator made absent": Tampering(
        _absent,
        ("panel", "", "委員3", "", "present", "absent"),
        ("明細", "A社", "実施計画", "委員3"), "37", "欠席",
    ),
    "an evaluator made recused": Tampering(
        _recused,
        ("panel", "", "委員2", "", "nobody", "B社"),
        ("明細", "B社", "実施計画", "委員2"), "31", "除斥",
    ),
    "lots exchanged": Tampering(
        _typed("提案者", G4=1, G5=3),
        ("other", "C社", "", "", "3", "1"),
        ("同点", "提案者", "C社", "くじ"), "3", "1",
    ),
    "a vendor taken out": Tampering(
        _without_c,
        ("other", "C社", "", "", "C社 ガンマ合同会社", None),
        ("審査結果", "A7"), "3, C社 ガンマ合同会社, 30.17, …", "",
    ),
    "the names of two vendors exchanged": Tampering(
        _typed("提案者", B2="ベータ株式会社", B3="株式会社アルファ"),
        ("other", "A社", "", "", "株式会社アルファ", "ベータ株式会社"),
        ("審査結果", "B5"), "A社 株式会社アルファ", "A社 ベータ株式会社",
    ),
    "a comment, on which no figure hangs": Tampering(
        _typed("採点_委員1", I2="よい"),
        ("other", "A社", "委員1", "plan", "委員1は計画を評価した", "よい"),
        None,
    ),
}  # fmt: skip
RULES = {
    "the points of two criteria exchanged": Tampering(
        _points_exchanged, ("rule", "", "", "", "10", "5"), None, expected="事務局 10点"
    ),
    "another formula for the price": Tampering(
        _reworded(("lowest-ratio", "ceiling-discount")),
        ("rule", "", "", "", "lowest-ratio", "ceiling-discount"), None, expected="（1－提案価格÷予定価格）",
    ),
    "another way of rounding": Tampering(
        _reworded((PANEL, PANEL.replace("half-up", "down"))),
        ("rule", "", "", "", "half up", "cut down"), None, expected="切り捨て",
    ),
    "other places": Tampering(
        _reworded((PANEL, PANEL.replace("2", "1"))), ("rule", "", "", "", "2", "1"), None, expected="小数第2位"
    ),
    "another end of a tie": Tampering(
        _reworded(("{lower: total}, lot]", "{lower: total}, committee]")),
        ("rule", "", "", "", "the higher 技術点, the lower 提案価格, lot",
         "the higher 技術点, the lower 提案価格, committee"), None, expected="審査委員会の決定",
    ),
    "a minimum": Tampering(
        _reworded(("at_least: 60%", "at_least: 75%")),
        ("rule", "", "", "", None, "criterion 技術点, at least 75%"), None, expected="75%以上",
    ),
    "the median instead of the mean": Tampering(
        _reworded(("aggregate: mean", "aggregate: median")),
        ("rule", "", "", "", "mean", "median"), None, expected="中央値",
    ),
    "one more in reserve": Tampering(
        _reworded(("reserve: 1", "reserve: 2")), ("rule", "", "", "", "1", "2"), None, expected="次点2者"
    ),
}  # fmt: skip


def _told(change):
    sides = (side and str(side.text) for side in (change.old, change.new))
    return (change.kind, change.vendor, change.evaluator, change.criterion, *sides)


@pytest.mark.parametrize("name", INPUTS)
def test_an_input_that_is_not_the_recorded_one_is_named_and_what_it_changed(name, files):
    tried = INPUTS[name]
    tried.done(files)
    for ranking in (files.xlsx, files.json):
        found = tampering.verified(ranking, files.book)
        assert not found.reproduced
        assert [(each.recorded.name, each.same) for each in found.inputs] == [("bids.xlsx", False)]
        assert tried.change in map(_told, found.changes.changes)


@pytest.mark.parametrize("name", [name for name, each in INPUTS.items() if each.cell])
def test_the_first_cell_that_a_changed_input_contradicts_is_named(name, files):
    tried = INPUTS[name]
    tried.done(files)
    first = tampering.verified(files.xlsx, files.book).differences[0]
    assert (first.where.sheet, first.where.cell) == _address(files.xlsx, tried.cell)
    assert (first.found, first.expected) == (tried.found, tried.expected)


def _address(path, cell):
    sheet, *where = cell
    if len(where) == 1:
        return sheet, where[0]
    below, row, heading = where
    return sheet, tampering.find(path, sheet, row, heading, below)


@pytest.mark.parametrize("name", INPUTS)
def test_nothing_is_said_of_a_vendor_in_a_cell_that_is_another_ones(name, files):
    INPUTS[name].done(files)
    sheets = load_workbook(files.xlsx, data_only=True)
    names = [f"{each} {name}" for each, name in NAMES.items()]
    for each in tampering.verified(files.xlsx, files.book).differences:
        is_line = str(each.what).startswith("the line")  # called as it should read
        said = [one for one in names if one in str(each.what) and not is_line]
        if said and each.where.cell and each.found:
            told = _about(sheets[each.where.sheet], each.where)
            assert any(one in text for one in said for text in told), f"{each.where}: {each.what}"


NAMES = {
    "A社": "株式会社アルファ", "B社": "ベータ株式会社", "C社": "ガンマ合同会社",
    "D社": "株式会社デルタ", "E社": "イプシロン株式会社",
}  # fmt: skip


def _about(sheet, where):
    """Return the texts of a cell's row, of its column above it, and of the line above its block."""
    row = [str(cell.value) for cell in sheet[where.row]]
    above = [str(sheet.cell(at, where.column).value) for at in range(1, where.row)]
    lone = [
        str(sheet.cell(at, 1).value) for at in range(1, where.row) if not sheet.cell(at, 2).value
    ]
    return [*row, *above, *[each for each in lone if each != "None"][-1:]]


@pytest.mark.parametrize("name", INPUTS)
def test_nothing_is_said_to_be_replaced_where_only_inputs_changed(name, files):
    INPUTS[name].done(files)
    found = tampering.verified(files.xlsx, files.book)
    for each in found.differences:
        was_formula = each.expected.startswith("=") or ", =" in each.expected
        assert was_formula or not any("replaced" in str(why) for why in each.why)


@pytest.mark.parametrize("name", [*INPUTS, "the median instead of the mean"])
def test_an_english_ranking_differs_in_the_same_cells(name, files):
    english = files.xlsx.with_name("english.xlsx")
    tampering.write_rankings(pipeline.evaluate([files.book]), [english], "en")
    {**INPUTS, **RULES}[name].done(files)
    told = [
        [
            (spelt[each.where.sheet] if each.where.sheet else "", each.where.cell)
            for each in tampering.verified(path, files.book).differences
        ]
        for path, spelt in ((files.xlsx, JAPANESE), (english, ENGLISH))
    ]
    assert told[0] == told[1]


JAPANESE, ENGLISH = (
    {spelling: what for what, both in RANKING_SHEETS.items() for spelling in both[at::2]}
    for at in (0, 1)
)


def test_a_changed_comment_changes_no_figure(files):
    INPUTS["a comment, on which no figure hangs"].done(files)
    for ranking in (files.xlsx, files.json):
        found = tampering.verified(ranking, files.book)
        assert (found.changes.moved, found.changes.award_moved) == ((), False)
        (told,) = found.differences
        assert "comment" in str(told.where) or str(told.what).startswith("the note on ")


@pytest.mark.parametrize("name", RULES)
def test_a_rule_that_is_not_the_recorded_one_is_named(name, files):
    tried = RULES[name]
    tried.done(files)
    for ranking in (files.xlsx, files.json):
        found = tampering.verified(ranking, files.book)
        assert not found.reproduced
        first, *others = found.differences
        if ranking is files.xlsx:
            assert first.where.sheet == "記録"
            assert tried.expected in first.expected
            assert tried.expected not in first.found
        else:
            assert str(first.what).startswith("a rule of the criteria sheet")
        assert any("the digest of" in str(each.what) for each in others)
        assert tried.change in map(_told, found.changes.changes)


def test_a_mark_that_makes_a_tie_comes_before_what_the_tie_makes(files):
    type_into(files.book, "採点_委員1", {"F3": 20})
    tampering.write_rankings(pipeline.evaluate([files.book]), [files.xlsx], "ja")
    type_into(files.book, "採点_委員1", {"F3": 16})
    first = tampering.verified(files.xlsx, files.book).differences[0]
    assert first.where.cell == tampering.find(files.xlsx, "明細", "実施体制", "委員1", "C社")
    assert (first.where.sheet, first.found, first.expected) == ("明細", "20", "16")
