"""The key of anonymous score sheets: each letter is one vendor's, or it is told."""

from dataclasses import replace

import pytest

from procscore.diagnostics import Problems
from procscore.ingest import gate, workbook
from procscore.ingest.layouts import key
from support import books, forms

VENDORS = (forms.vendor("甲", name="アルファ"), forms.vendor("乙", name="B"), forms.vendor("丙"))


def read(tmp_path, rows):
    """Return the letters by vendor, and what was told as (code, cell)."""
    path = books.save(tmp_path / "key.xlsx", {"匿名対応表": rows})
    problems = Problems()
    (sheet,) = workbook.read(gate.open_workbook(path, str(path), problems), str(path), problems)
    found = key.read(sheet, VENDORS, problems)
    assert [replace(each, label=None) for each in found] == list(VENDORS)
    return (
        {each.id: each.label for each in found},
        [(each.code, each.where.cell) for each in problems],
    )


HEAD = ["表示", "記号", "名称"]


def test_a_letter_is_that_of_its_vendor_by_id_or_name(tmp_path):
    rows = [HEAD, ["C", "甲", "アルファ"], ["A", "乙", "B"], ["D", "丙", None]]
    assert read(tmp_path, rows) == ({"甲": "C", "乙": "A", "丙": "D"}, [])
    rows = [["label", "id"], ["x", "ｱﾙﾌｧ"], ["Y", "b"]]
    assert read(tmp_path, rows) == ({"甲": "x", "乙": "Y", "丙": None}, [])


@pytest.mark.parametrize("rows", [[["表示", "名称"], ["A", "甲"]], [["A", "甲"]]])
def test_a_key_without_its_headings_is_told(tmp_path, rows):
    labels, told = read(tmp_path, rows)
    assert set(labels.values()) == {None}
    assert [code for code, _ in told] == ["headings-missing"]


def test_somebody_who_is_no_vendor_is_told(tmp_path):
    labels, told = read(tmp_path, [HEAD, ["A", "丁", None], ["C", "甲", None]])
    assert labels == {"甲": "C", "乙": None, "丙": None}
    assert told == [("vendor-unknown", "A2")]


@pytest.mark.parametrize(
    ("letters", "cell"),
    [
        (("C", "c"), "A3"),
        (("甲", "C"), None),
        (("C", "甲"), "A3"),
        (("C", "アルファ"), "A3"),
        (("Ｂ", "C"), "A2"),
    ],
)
def test_a_letter_that_could_be_two_vendors_is_told(tmp_path, letters, cell):
    rows = [HEAD, [letters[0], "甲", None], [letters[1], "乙", None]]
    _, told = read(tmp_path, rows)
    assert told == ([("key-label-unclear", cell)] if cell else [])


def test_a_row_without_a_letter_gives_none(tmp_path):
    labels, told = read(tmp_path, [HEAD, ["C", "甲", None], [None, "乙", None]])
    assert (labels, told) == ({"甲": "C", "乙": None, "丙": None}, [])


def test_a_second_letter_of_a_vendor_is_told_and_the_first_stays(tmp_path):
    labels, told = read(tmp_path, [HEAD, ["C", "甲", None], ["E", "アルファ", None]])
    assert labels["甲"] == "C"
    assert told == [("key-vendor-doubled", "A3")]
