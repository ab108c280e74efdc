"""A ranking as a workbook, of which somebody changed cells: found at the cell.

The workbook is changed in its XML, so that nothing but the cell differs from what was published.
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from support import tampering
from support.tampering import (
    empty_column,
    empty_row,
    empty_rows,
    find,
    hide_row,
    overwrite,
    overwrite_result,
    restyle,
    shows,
    swap,
    swap_columns,
    swap_rows,
    write_row,
)


class Tampering(NamedTuple):
    """What is done to the ranking, and every cell that has to be named, the first one first."""

    done: Callable[[Path], object]
    cells: dict[str, tuple[str, str]]
    """`sheet!address` → what is found there, and what is expected."""
    what: tuple[str, ...]
    """Words by which the first of them is told."""


def _over(sheet, address, value=None, formula=None):
    return lambda path: overwrite(path, sheet, address, value, formula)


TAMPERINGS = {
    "a figure, whose formula stays": Tampering(
        lambda path: overwrite_result(path, "審査結果", "G5", 22),
        {"審査結果!G5": ("22", "20")}, ("A社", "価格点"),
    ),
    "a total": Tampering(
        _over("審査結果", "H6", 80), {"審査結果!H6": ("80", "78.06")}, ("D社", "合計"),
    ),
    "a rank": Tampering(
        _over("審査結果", "A5", 2), {"審査結果!A5": ("2", "1")}, ("A社", "順位"),
    ),
    "two ranks swapped": Tampering(
        lambda path: swap(path, "審査結果", "A5", "A6"),
        {"審査結果!A5": ("2", "1"), "審査結果!A6": ("1", "2")}, ("A社", "順位"),
    ),
    "a formula replaced by its own number": Tampering(
        _over("明細", "G6", 35.67),
        {"明細!G6": ("35.67", "35.67, =ROUND(ROUND(AVERAGE(C6:E6),10),2)")}, ("A社", "実施計画"),
    ),
    "a formula replaced by another number": Tampering(
        _over("明細", "G6", 36.67), {"明細!G6": ("36.67", "35.67")}, ("A社", "実施計画"),
    ),
    "a formula replaced by one that gives the same number": Tampering(
        _over("明細", "G5", 53.5, "=G6+G7+0"),
        {"明細!G5": ("53.5, =G6+G7+0", "53.5, =SUM(G6:G7)")}, ("A社", "技術点"),
    ),
    "a formula that adds something, with the old number stored": Tampering(
        _over("明細", "G16", 15.67, "=ROUND(ROUND(AVERAGE(C16:E16),10),2)+1"),
        {"明細!G16": ("15.67, =ROUND(ROUND(AVERAGE(C16:E16),10),2)+1",
                      "15.67, =ROUND(ROUND(AVERAGE(C16:E16),10),2)")}, ("D社", "実施体制"),
    ),
    "a mark": Tampering(
        _over("明細", "D6", 39), {"明細!D6": ("39", "34")}, ("A社", "実施計画", "委員2"),
    ),
    "a mark of the secretariat": Tampering(
        _over("明細", "F36", 5), {"明細!F36": ("5", "3")}, ("B社", "地域貢献", "事務局"),
    ),
    "a price": Tampering(
        _over("価格点", "B9", 7_000_000),
        {"価格点!B9": ("7,000,000", "8,000,000")}, ("B社", "提案価格"),
    ),
    "a quantity": Tampering(
        _over("価格点", "C7", 9), {"価格点!C7": ("9", "6")}, ("D社", "導入団体数"),
    ),
    "the ceiling": Tampering(
        _over("価格点", "B2", 14_000_000),
        {"価格点!B2": ("14,000,000", "12,000,000")}, ("予定価格",),
    ),
    "a calculation in words": Tampering(
        _over("価格点", "D24", "25 × 8,000,000 ÷ 9,000,000 = 22"),
        {"価格点!D24": ("25 × 8,000,000 ÷ 9,000,000 = 22", "25 × 8,000,000 ÷ 10,000,000 = 20")},
        ("A社", "評価時の計算"),
    ),
    "a lot": Tampering(
        _over("同点", "G9", 4), {"同点!G9": ("4", "1")}, ("D社",),
    ),
    "a rank that an evaluator gave": Tampering(
        _over("委員別", "D13", 1), {"委員別!D13": ("1", "3")}, ("D社", "委員3"),
    ),
    "a sum in the summary": Tampering(
        _over("集計", "D3", 50), {"集計!D3": ("50", "45.84")}, ("D社", "技術点"),
    ),
    "the award moved to another": Tampering(
        lambda path: swap(path, "審査結果", "J5", "J6"),
        {"審査結果!J5": ("次点", "優先交渉権者"), "審査結果!J6": ("優先交渉権者", "次点")},
        ("A社", "結果"),
    ),
    "a second one named in reserve": Tampering(
        _over("審査結果", "J7", "次点"), {"審査結果!J7": ("次点", "")}, ("C社", "結果"),
    ),
    "the line that names the winner": Tampering(
        _over("審査結果", "A11", "優先交渉権者：D社 株式会社デルタ"),
        {"審査結果!A11": ("優先交渉権者：D社 株式会社デルタ", "優先交渉権者：A社 株式会社アルファ")},
        (),
    ),
    "a reason why a vendor is out": Tampering(
        _over("審査結果", "D16", "辞退"),
        {"審査結果!D16": ("辞退", "提案価格（13,000,000）が予定価格（12,000,000）を超過")},
        ("E社", "理由"),
    ),
    "a vendor's name": Tampering(
        _over("審査結果", "B7", "C社 株式会社シータ"),
        {"審査結果!B7": ("C社 株式会社シータ", "C社 ガンマ合同会社")}, ("C社",),
    ),
    "a vendor's row taken out": Tampering(
        lambda path: empty_row(path, "審査結果", 8), {"審査結果!A8": ("", "4, B社 ベータ株式会社, 30.5, …")}, ("B社",),
    ),
    "a vendor's row added": Tampering(
        lambda path: write_row(path, "審査結果", 10, {"A": 5, "B": "F社 株式会社ゼータ", "H": 70}),
        {"審査結果!A10": ("5, F社 株式会社ゼータ, 70", "")}, (),
    ),
    "all that is said of a vendor in detail taken out": Tampering(
        lambda path: empty_rows(path, "明細", 22, 29), {"明細!A22": ("", "C社 ガンマ合同会社")}, ("C社",),
    ),
    "a vendor's column taken out": Tampering(
        lambda path: empty_column(path, "集計", "E"),
        {"集計!E2": ("", "C社 ガンマ合同会社, 45.84, 30.17, …")}, ("C社",),
    ),
    "an evaluator's column taken out": Tampering(
        lambda path: empty_column(path, "明細", "D"), {"明細!D3": ("", "委員2 坂井 花子, 34, 17.5, …")}, ("委員2",),
    ),
    "a format that rounds a total": Tampering(
        lambda path: restyle(path, "審査結果", "H6", "A5"), {"審査結果!H6": ("78 (#,##0)", "78.06 (#,##0.00)")}, ("D社", "合計"),
    ),
    "an assumption taken out": Tampering(
        _over("審査結果", "A24"),
        {"審査結果!A24": ("", "・くじは、番号の小さい者を上位としました。")}, (),
    ),
    "the warning of changed figures taken out": Tampering(
        _over("審査結果", "A9"), {"審査結果!A9": ("", "=IF(")}, (),
    ),
    "the order of a tie": Tampering(
        _over("同点", "A6", "くじ番号の小さい順（C社 1、D社 3）：C社 > D社"),
        {"同点!A6": ("くじ番号の小さい順（C社 1、D社 3）：C社 > D社",
                     "くじ番号の小さい順（C社 3、D社 1）：D社 > C社")}, (),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TAMPERINGS)
def test_a_changed_cell_is_named_with_both_values(name, files):
    tried = TAMPERINGS[name]
    tried.done(files.xlsx)
    found = tampering.verified(files.xlsx, files.book)
    assert not found.reproduced
    told = {f"{each.where.sheet}!{each.where.cell}": each for each in found.differences}
    for cell, (stands, expected) in tried.cells.items():
        assert told[cell].found == stands
        assert told[cell].expected.startswith(expected)
    assert next(iter(told)) == next(iter(tried.cells))
    assert all(word in str(found.differences[0].what) for word in tried.what)
    assert len(told) == len(tried.cells)  # nothing else was touched


def test_two_rows_swapped_are_found_where_they_stand(files):
    swap_rows(files.xlsx, "審査結果", 5, 6)
    found = tampering.verified(files.xlsx, files.book)
    # The warning watches cells by their places: the figures of others now.
    assert {each.where.cell[-1] for each in found.differences} == {"5", "6", "9"}
    moved = [each for each in found.differences if "the row of" in str(each.what)]
    assert [
        (str(each.what)[11:13], each.where.cell, each.found, each.expected) for each in moved
    ] in (
        [("A社", "A6", "in row 6", "in row 5")],
        [("D社", "A5", "in row 5", "in row 6")],
    )


def test_two_columns_exchanged_are_told_as_that_and_by_what_is_no_formula_any_more(files):
    swap_columns(files.xlsx, "集計", "C", "D")
    found = tampering.verified(files.xlsx, files.book)
    moved = [each for each in found.differences if "column" in str(each.what)]
    assert [(each.where.cell, each.found, each.expected) for each in moved] in (
        [("C2", "in column C", "in column D")],
        [("D2", "in column D", "in column C")],
    )
    others = [each for each in found.differences if each not in moved]
    assert {each.where.sheet for each in others} == {"集計"}
    assert all(any("replaced" in str(why) for why in each.why) for each in others)
    assert {each.found for each in others} <= {each.expected.split(",")[0] for each in others}


def _fingerprint(path, heading):
    """Return the cell of the record in which a SHA-256 stands."""
    address = f"C{find(path, '記録', heading, heading, '評価に用いたもの')[1:]}"
    assert shows(path, "記録", address).startswith("SHA-256")
    return address


def test_another_digest_of_the_rules_is_named(files):
    address = _fingerprint(files.xlsx, "審査基準")
    overwrite(files.xlsx, "記録", address, "SHA-256 " + 64 * "0")
    first = tampering.verified(files.xlsx, files.book).differences[0]
    assert (first.where.sheet, first.where.cell) == ("記録", address)
    assert first.found == "SHA-256 " + 64 * "0"


@pytest.mark.parametrize("text", ["SHA-256 " + 64 * "0", "SHA-256 0", None])
def test_another_fingerprint_of_an_input_is_told(text, files):
    address = _fingerprint(files.xlsx, "ファイル")
    stood = shows(files.xlsx, "記録", address)
    overwrite(files.xlsx, "記録", address, text)
    (only,) = tampering.verified(files.xlsx, files.book).differences
    assert (only.where.sheet, only.where.cell) == ("記録", address)
    assert (only.found, only.expected) == (text or "", stood)


@pytest.mark.parametrize("sheet", ["集計", "委員別", "記録"])
def test_a_sheet_taken_out_is_named(sheet, files):
    tampering.drop_sheet(files.xlsx, sheet)
    found = tampering.verified(files.xlsx, files.book)
    (missing,) = (each for each in found.differences if not each.where.sheet)
    assert (str(missing.what), missing.expected) == (f"the sheet {sheet}", sheet)


def test_a_hidden_row_is_named(files):
    hide_row(files.xlsx, "審査結果", 8)
    (only,) = tampering.verified(files.xlsx, files.book).differences
    assert (only.where.sheet, only.where.cell) == ("審査結果", "A8")
    assert (only.found, "B社" in str(only.what)) == ("hidden", True)
