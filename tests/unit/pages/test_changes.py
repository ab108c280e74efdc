"""The page of what moved."""

from dataclasses import replace

from procscore.comparing.results import compare
from procscore.model.changes import Given
from procscore.model.page import Sentences, Table
from procscore.pages.changes import page
from support import books, changes, results
from support.values import evaluate, price, sheet

MOVED = {
    "採点_委員1": {"D2": 38, "E2": 28, "G1": "A社 所見", "G2": "説明を聞き直した"},
    "提案者": {"C2": 11_000_000, "D4": "辞退", "E4": "会社都合"},
}


def blocks(found):
    return {str(block.title): block for block in page(found).blocks}


def texts(table):
    return [[str(cell.text) for cell in row] for row in table.rows]


def headings(table):
    return [str(column.heading) for column in table.columns]


def test_nothing_moved_is_a_page_of_sentences(tmp_path):
    result = results.evaluated(tmp_path)
    empty = page(compare(result, result))
    assert empty.blocks == ()
    assert [str(each) for each in empty.lead] == [
        "試験用の案件",
        "Before: bids.xlsx",
        "After: bids.xlsx",
        "Nothing that was handed in and no rule differs.",
    ]


def test_every_change_stands_with_its_reason_and_its_cell(tmp_path):
    found = blocks(changes.between(tmp_path, MOVED))
    assert headings(found["Marks of evaluators and secretariat"]) == [
        "Vendor",
        "What moved",
        "Whose",
        "Before",
        "After",
        "By",
    ]
    assert texts(found["Marks of evaluators and secretariat"]) == [
        ["A社", "実施計画\n[採点_委員1] D2: 説明を聞き直した", "委員1", "36", "38", "+2"],
        ["B社", "実施計画\n[採点_委員1] E2", "委員1", "30", "28", "-2"],
    ]
    assert [column.align for column in found["Marks of evaluators and secretariat"].columns][
        3:6
    ] == ["right"] * 3
    # Words beside them would put numbers on the left.
    prices, standing = (
        found[each] for each in ("Prices, other amounts and quantities", "Standing of the vendors")
    )
    assert [column.align for column in prices.columns][2:] == ["right"] * 3
    assert texts(prices) == [
        ["A社", "提案価格\n[提案者] C2", "10,000,000", "11,000,000", "+1,000,000"]
    ]
    assert [column.align for column in standing.columns][2:] == ["left"] * 2
    assert texts(standing) == [["C社", "Status\n[提案者] D4: 会社都合", "eligible", "withdrawn"]]
    assert [str(e) for e in found["Changes without a reason"].sentences] == [
        "B社, 実施計画, 委員1: 30 → 28"
    ]
    assert [str(e) for e in found["Why vendors are out, or looked at"].sentences] == [
        "C社, before nothing; after withdrew: 会社都合."
    ]


def test_the_award_is_told_twice_where_it_moved(tmp_path):
    found = blocks(changes.between(tmp_path / "a", {"採点_委員1": {"D2": 38}}))
    assert str(found["Award before"].sentences[0]) == "Preferred bidder: B社 ベータ株式会社"
    assert str(found["Award after"].sentences[0]) == "Preferred bidder: A社 株式会社アルファ"
    found = blocks(changes.between(tmp_path / "b", {"採点_委員1": {"F2": 33}}))
    assert isinstance(found["Award, as before"], Sentences)


def test_an_agreed_mark_stands_beside_what_the_own_marks_would_have_given():
    rules = sheet(f"""
        criteria: [{{id: plan, points: 40}}, {price(60)}]
        panel: {{aggregate: consensus}}
    """)
    old, new = (
        evaluate(rules, {"A": {"plan": {"合議": agreed, "E1": 20, "E2": 25}, "total": 9}})
        for agreed in (20, 30)
    )
    table = blocks(compare(old, new))["Agreed marks"]
    assert headings(table)[:6] == [
        "Vendor",
        "What moved",
        "Before",
        "After",
        "By",
        "Points by the own marks",
    ]
    assert texts(table) == [["A", "plan\nbids.xlsx [採点_合議] D2", "20", "30", "+10", "22.5"]]


def test_rules_are_told_without_columns_of_which_they_have_none(tmp_path):
    rules = changes.changed(books.CRITERIA, ("winners: 1", "winners: 2"))
    table = blocks(changes.between(tmp_path, criteria=(books.CRITERIA, rules)))["Rules"]
    assert headings(table) == ["What moved", "Before", "After", "By"]
    assert texts(table) == [["award › preferred bidders", "1", "2", "+1"]]


def test_an_agreed_mark_that_is_gone_stands_beside_the_own_marks_of_then():
    rules = sheet("""
        criteria: [{id: plan, points: 40}]
        panel: {consensus: overrides}
    """)
    old, new = (
        evaluate(rules, {"A": {"plan": {**agreed, "E1": 20, "E2": 25}}})
        for agreed in ({"合議": 30}, {})
    )
    table = blocks(compare(old, new))["Agreed marks"]
    assert texts(table)[0][2:] == ["30", "blank", "22.5"]
    assert [column.align for column in table.columns][2:] == ["right"] * 3


def test_the_files_are_named_as_they_were_given(tmp_path):
    result = results.evaluated(tmp_path)
    inputs = tuple(replace(each, name="before.xlsx") for each in result.inputs)
    given = Given("r.xlsx", "result", inputs), Given("after", "folder", result.inputs)
    lead = page(replace(compare(result, result), given=given)).lead
    assert [str(each) for each in lead[1:3]] == [
        "Before: r.xlsx (its record of before.xlsx)",
        "After: folder after (bids.xlsx)",
    ]


def test_tables_of_changes_share_one_sheet_of_a_workbook(tmp_path):
    found = page(changes.between(tmp_path, MOVED)).blocks
    tables = [block for block in found if isinstance(block, Table)]
    assert [str(table.sheet) for table in tables] == ["", "Changes", "Changes", "Changes", ""]
