"""What became of two results, as tables."""

from procscore.comparing.results import compare
from procscore.pages.changes_figures import points, ranking, standings
from support import changes
from support.values import evaluate, price, sheet

MOVED = {
    "採点_委員1": {"D2": 38, "E2": 28},
    "提案者": {"C2": 11_000_000, "D4": "辞退", "E4": "会社都合"},
}


def texts(table):
    return [[str(cell.text) for cell in row] for row in table.rows]


def test_the_ranking_shows_both_and_who_is_out(tmp_path):
    # A: plan 36, staff 17.75, price 40 × 8/11 = 29.09. B: plan 29.5, staff 14.5, price 40.
    table = ranking(changes.between(tmp_path, MOVED))
    assert texts(table) == [
        ["B社 ベータ株式会社", "1", "1", "85", "84", "-1", "preferred"],
        ["A社 株式会社アルファ", "2", "2", "84.75", "82.84", "-1.91", "reserve"],
        ["C社 ガンマ合同会社", "3", "-", "82.81", "-", "", "- → withdrawn"],
    ]
    assert table.rows[1][5].value is not None


def test_figures_of_who_is_not_scored_any_more_are_told_by_the_total(tmp_path):
    figures = points(changes.between(tmp_path, MOVED))
    assert texts(figures) == [
        ["A社", "技術点", "52.75", "53.75", "+1"],
        ["A社", "実施計画", "35", "36", "+1"],
        ["A社", "価格点", "32", "29.09", "-2.91"],
        ["A社", "Total", "84.75", "82.84", "-1.91"],
        ["B社", "技術点", "45", "44", "-1"],
        ["B社", "実施計画", "30.5", "29.5", "-1"],
        ["B社", "Total", "85", "84", "-1"],
        ["C社", "Total", "82.81", "-", ""],
        ["C社", "Rank", "3", "-", ""],
    ]
    assert [row[1].indent for row in figures.rows[:3]] == [0, 1, 0]
    assert [str(each) for each in figures.notes] == [
        "Not scored in one of the two, and told without single criteria: C社."
    ]


def test_what_is_to_be_looked_at_in_one_only_is_told():
    rules = sheet(f"criteria: [{price(60)}]\neligibility: {{ceiling: flag}}")
    old, new = (evaluate(rules, {"A": {"total": 9}}, ceilings={"total": top}) for top in (9, 8))
    above = "total 9 is above the ceiling of 8"
    assert [str(each) for each in standings(compare(old, new))] == [
        f"A, before nothing; after {above}."
    ]
    assert [str(each) for each in standings(compare(new, old))] == [
        f"A, before {above}; after nothing."
    ]
    out = evaluate(rules, {"A": {"total": 9, "status": "withdrawn"}})
    assert [str(each) for each in standings(compare(new, out))] == [
        f"A, before {above}; after withdrew."
    ]


def test_a_reason_in_other_words_does_not_move_a_standing(tmp_path):
    out = {"提案者": {"D4": "辞退", "E4": "都合により"}}
    words = {"提案者": {"D4": "辞退", "E4": "書面により"}}
    found = changes.between(tmp_path / "a", words, before=out)
    assert [str(each.what) for each in found.changes] == ["Reason of the status"]
    assert list(standings(found)) == []
    status = {"提案者": {"D4": "失格", "E4": "都合により"}}
    assert len(list(standings(changes.between(tmp_path / "b", status, before=out)))) == 1
