"""The 提案者 sheet: who bids, how much, and who is out."""

import pytest

from procscore import pipeline
from procscore.model.bids import Status
from support import books


def _vendors(tmp_path, cells):
    path = books.hand_in(tmp_path, books.with_cells({"提案者": cells}))
    outcome = pipeline.load_bids([path])
    assert outcome.result is not None, outcome.diagnostics
    return outcome.result.bids.vendors


def _told(tmp_path, cells):
    path = books.hand_in(tmp_path, books.with_cells({"提案者": cells}))
    return {(each.code, each.where.cell) for each in pipeline.load_bids([path]).diagnostics}


def test_vendors_stand_in_the_order_of_the_sheet_with_their_quotes(tmp_path):
    vendors = _vendors(tmp_path, {})
    assert [vendor.id for vendor in vendors] == ["A社", "B社", "C社"]
    assert [vendor.quotes["total"].value for vendor in vendors] == [10**7, 8 * 10**6, 9 * 10**6]
    assert vendors[1].quotes["total"].where.cell == "C3"


@pytest.mark.parametrize("heading", ["提案価格", "total", "TOTAL", "提案 価格"])
def test_an_amount_is_found_by_its_name_or_its_id(tmp_path, heading):
    assert _vendors(tmp_path, {"C1": heading})[0].quotes["total"].value == 10**7


@pytest.mark.parametrize(
    ("written", "status"),
    [
        (None, Status.ELIGIBLE),
        ("有効", Status.ELIGIBLE),
        ("Valid", Status.ELIGIBLE),
        ("辞退", Status.WITHDRAWN),
        ("失 格", Status.DISQUALIFIED),
        ("無効", Status.INVALID),
        ("INVALID", Status.INVALID),
    ],
)
def test_a_status_is_read_in_both_languages(tmp_path, written, status):
    assert _vendors(tmp_path, {"D3": written})[1].status is status


def test_another_word_for_a_status_is_refused(tmp_path):
    assert _told(tmp_path, {"D3": "有効?"}) == {("status-unknown", "D3")}


def test_a_truth_value_is_no_status(tmp_path):
    assert _told(tmp_path, {"D3": True}) == {("status-unknown", "D3")}


@pytest.mark.parametrize(("written", "lot"), [("078", "078"), (7, "7"), (None, None), (" 3 ", "3")])
def test_a_lot_keeps_its_zeros(tmp_path, written, lot):
    assert _vendors(tmp_path, {"F2": written})[0].lot == lot


KEPT = {
    "lot": ["くじ番号", "lot"],
    "code": ["業者コード", "Code"],
    "arrival": ["受付番号", "受付順", "arrival"],
    "reading": ["フリガナ", "ﾌﾘｶﾞﾅ", "ふりがな", "reading"],
    "decision": ["決定順位", "decision"],
}


@pytest.mark.parametrize(
    ("what", "heading"), [(what, word) for what, words in KEPT.items() for word in words]
)
def test_what_settles_a_tie_is_kept_as_text_with_its_cell(tmp_path, what, heading):
    one, other, _ = _vendors(tmp_path, {"F1": heading, "F2": "007", "F3": None})
    assert (getattr(one, what), one.place(what).cell) == ("007", "F2")
    assert (getattr(other, what), other.place(what).cell) == (None, "F3")


def test_a_column_that_is_not_there_has_the_place_of_the_vendor(tmp_path):
    vendor = _vendors(tmp_path, {})[0]
    assert (vendor.arrival, vendor.place("arrival").cell) == (None, "A2")


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("くじ番号", "lot-not-a-number"),
        ("受付番号", "arrival-not-a-number"),
        ("決定順位", "decision-not-a-number"),
    ],
)
@pytest.mark.parametrize("written", ["A1", "1.5", "-1", "第1位", "9" * 51])
def test_a_number_that_may_decide_is_of_plain_digits(tmp_path, heading, code, written):
    assert _told(tmp_path, {"F1": heading, "F3": written}) == {(code, "F3")}


def test_who_is_out_needs_no_amount(tmp_path):
    vendors = _vendors(tmp_path, {"C3": None, "D3": "辞退", "E3": "人員が不足"})
    assert vendors[1].quotes == {}
    assert vendors[1].reason == "人員が不足"


def test_an_amount_of_zero_is_an_amount(tmp_path):
    assert _vendors(tmp_path, {"C3": 0})[1].quotes["total"].value == 0


def test_a_blank_amount_is_told_for_each_vendor_and_once_when_nobody_quoted(tmp_path):
    assert _told(tmp_path, {"C2": None, "C3": None}) == {
        ("amount-blank", "C2"),
        ("amount-blank", "C3"),
    }
    assert _told(tmp_path, {"C2": None, "C3": None, "C4": None}) == {("no-vendor-with-price", "C1")}


def test_an_id_stands_for_a_name_that_is_not_given(tmp_path):
    vendor = _vendors(tmp_path, {"B2": None})[0]
    assert (vendor.id, vendor.name) == ("A社", "A社")


@pytest.mark.parametrize(
    "cells",
    [
        {"A5": "A社", "B5": "別会社", "C5": 1},
        {"A5": "D社", "B5": "（株）アルファ", "C5": 1},
        {"A5": "D社", "B5": "A社", "C5": 1},
    ],
)
def test_a_vendor_that_stands_twice_is_refused_at_its_second_row(tmp_path, cells):
    assert ("vendor-doubled", "A5") in _told(tmp_path, cells)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("髙橋電算", "高橋電算", True),
        ("アルファシステム", "アルフアシステム", True),
        ("システム1", "システム2", False),
        ("株式会社山田", "山田株式会社", False),
    ],
)
def test_names_that_look_alike_are_told_and_never_merged(tmp_path, one, other, alike):
    told = _told(tmp_path, {"B2": one, "B3": other})
    assert told == ({("names-look-alike", "A3")} if alike else set())


def test_a_heading_that_stands_twice_is_told_even_if_only_the_names_are_needed(tmp_path):
    assert _told(tmp_path, {"G1": "状態", "G2": "辞退"}) == {("heading-doubled", "G1")}
