"""Two layouts of tables with several evaluators' marks: the headings tell them apart."""

import pytest

from procscore.diagnostics import Location, Problems
from procscore.ingest.csv_file import CsvSheet
from procscore.ingest.layouts import tables
from procscore.model.bids import Evaluator, Vendor

WHERE = Location("a.csv", "a")


def _sheet(*lines):
    return CsvSheet("a.csv", "a", tuple(line.split(",") for line in lines))


@pytest.mark.parametrize(
    ("headings", "layout"),
    [
        ("審査委員,提案者,審査項目,点数", "marks"),
        ("Mark,Vendor,Evaluator,ID,Comment", "marks"),
        ("審査委員,提案者,実施計画,実施体制", "answers"),
        ("ID,Evaluator,Vendor,Plan", "answers"),
        ("1. 審査委員,2) 提案者（必須）,実施計画", "answers"),
        ("委員名,事業者名", "answers"),
        ("審査委員,実施計画", None),
        ("提案者,審査項目,点数", None),
        ("ID,審査項目,配点,A社", None),
    ],
)
def test_the_headings_tell_the_layout(headings, layout):
    assert tables.layout_of(_sheet("採点の一覧", headings)) == layout


@pytest.mark.parametrize(
    "headings", ["審査委員,提案者,審査項目,点数", "タイムスタンプ,提案者,Q1 審査委員,実施計画"]
)
def test_the_evaluators_are_those_who_stand_in_the_rows_each_once(headings):
    column = headings.split(",").index(next(each for each in headings.split(",") if "委員" in each))
    rows = [["x"] * 4 for _ in range(4)]
    for row, name in zip(rows, ["佐藤", "鈴木", "佐 藤", ""], strict=True):
        row[column] = name
    sheet = CsvSheet("a.csv", "a", (headings.split(","), *rows))
    found = tables.evaluators(sheet)
    assert [(each.id, each.where.row) for each in found] == [("佐藤", 2), ("鈴木", 3)]
    assert tables.evaluators(_sheet("a,b", "1,2")) == ()


def test_whose_row_it_is_and_what_is_no_name_of_the_procurement():
    sheet = _sheet("審査委員,提案者", "佐藤,㈱あ", "田中,い社", ",")
    found = tables.find("answers", sheet, Problems())
    panel = [Evaluator("委員1", "佐藤", WHERE)]
    vendors = [Vendor("A社", "株式会社あ", WHERE)]
    problems = Problems()
    whose = [
        (
            tables.evaluator_of(found, row, panel, problems),
            tables.vendor_of(found, row, vendors, problems),
        )
        for row in (2, 3)
    ]
    assert whose == [(panel[0], vendors[0]), (None, None)]
    assert [(each.code, each.where.cell) for each in problems] == [
        ("name-spelt-otherwise", "B2"),
        ("evaluator-unknown", "A3"),
        ("vendor-unknown", "B3"),
    ]
