from procscore.model.page import Section, Sentences
from procscore.model.scope import up_to
from procscore.pages.evaluation import ranking
from support import books, results
from support.values import attempt, evaluate, price, sheet


def texts(table):
    return [[str(cell.text) for cell in row] for row in table.rows]


def headings(table):
    return [str(column.heading) for column in table.columns]


def block(result, title):
    return next(each for each in ranking.blocks(result) if str(each.title) == title)


def test_the_ranking_has_its_groups_the_total_and_what_became_of_each(tmp_path):
    table = block(results.evaluated(tmp_path), "Ranking")
    assert headings(table) == [
        *("Rank", "Vendor", "実施計画 / 40", "実施体制 / 20", "技術点 / 60", "価格点 / 40"),
        *("Total / 100", "Result"),
    ]
    assert texts(table)[0] == [
        *("1", "B社 ベータ株式会社", "30.5", "14.5", "45", "40", "85", "preferred"),
    ]
    assert [cell.strong for cell in table.rows[0]] == [False, True, False, False] + [True] * 3 + [
        False
    ]


def test_more_groups_than_there_is_room_for_are_left_to_the_next_table():
    parts = ", ".join(f"{{id: p{number}, points: 1}}" for number in range(9))
    criteria = sheet(f"criteria: [{{id: technical, criteria: [{parts}]}}]")
    result = evaluate(criteria, {"A": {f"p{number}": [1] for number in range(9)}})
    assert headings(block(result, "Ranking"))[2:-1] == ["technical / 9", "Total / 9"]


def test_what_is_compared_is_shown_where_it_is_not_the_total():
    criteria = sheet("criteria: [{id: plan, points: 10}]\nranking: {by: rank-sum}")
    result = evaluate(criteria, {"A": {"plan": [5, 6]}, "B": {"plan": [4, 3]}})
    table = block(result, "Ranking")
    assert headings(table)[-2] == "Sum of ranks"
    assert [row[-2] for row in texts(table)] == ["2", "4"]


def test_who_is_out_has_every_reason_and_the_points_that_are_known(tmp_path):
    sheets = books.valid()
    sheets["提案者"][3][2] = 12_000_001
    table = block(results.evaluated(tmp_path, sheets), "Not ranked")
    ((name, status, reason, *points),) = texts(table)
    assert (name, status) == ("C社 ガンマ合同会社", "excluded")
    assert "12,000,001 is above the ceiling of 12,000,000" in reason
    assert len(points) == len(headings(table)) - 3


def test_two_reasons_stand_in_two_lines():
    criteria = sheet(f"""
        criteria: [{{id: plan, points: 60}}, {price(40)}]
        eligibility: {{minimums: [{{criterion: plan, at_least: 50%}}, {{criterion: plan, at_least: 60%}}]}}
    """)
    table = block(evaluate(criteria, {"A": {"plan": [10], "total": 5}}), "Not ranked")
    assert len(texts(table)[0][2].split("\n")) == 2
    assert headings(table)[3] == "plan / 60"
    assert texts(table)[0][3] == "10"


def test_a_tie_is_told_in_words(tmp_path):
    told = block(results.tied(tmp_path), "Ties")
    assert isinstance(told, Sentences)
    assert str(told.sentences[-1]) == "Still tied: A社 = B社. A lot has to be drawn."


STAGED = f"""
    criteria: [{{id: plan, points: 60}}, {price(40)}]
    stages:
      - {{id: first, name: 一次審査, criteria: [plan], gate: {{top: 1}}}}
      - {{id: last, name: 二次審査, criteria: [price]}}
"""
BIDS = {"A": {"plan": [50], "total": 100}, "B": {"plan": [40], "total": 90}}


def test_a_stage_before_is_a_section_of_who_went_on():
    stage = block(evaluate(sheet(STAGED), BIDS), "一次審査")
    assert isinstance(stage, Section)
    assert texts(stage.blocks[0]) == [["1", "A", "50", "goes on"], ["2", "B", "40", ""]]
    assert headings(stage.blocks[0])[2] == "Total / 60"


def test_a_tie_within_a_stage_is_told_in_its_section():
    bids = {**BIDS, "B": {"plan": [50], "total": 90}}
    text = STAGED.replace("top: 1", "top: 1, at_cut: all")
    _, told = block(evaluate(sheet(text), bids), "一次審査").blocks
    assert str(told.sentences[0]) == "A, B have exactly the same value, 50."


def test_a_stage_that_was_not_held_is_told():
    text = STAGED.replace("top: 1", "top: 1, skip_below: 3")
    stage = block(evaluate(sheet(text), BIDS), "一次審査")
    assert [str(each) for each in stage.sentences] == [
        "Not held: few vendors apply, and all go on."
    ]


def test_a_stage_that_is_all_there_is_is_the_ranking_itself():
    result, _ = attempt(up_to(sheet(STAGED), "first"), BIDS)
    assert next(str(each.title) for each in ranking.blocks(result)) == "Ranking"
    assert "一次審査" not in [str(each.title) for each in ranking.blocks(result)]
