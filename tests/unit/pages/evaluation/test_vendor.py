from procscore.model.anonymous import anonymous
from procscore.pages.evaluation import vendor_section
from support import books, moderated, results
from support.values import evaluate, sheet

TRIMMED = """
    criteria: [{id: plan, points: 10}]
    panel: {aggregate: trimmed-mean, trim: {highest: 1, lowest: 1}, over: totals}
"""


def block(result, vendor, title):
    section = vendor_section(result, result.vendor(vendor))
    return next((each for each in section.blocks if str(each.title) == title), None)


def texts(table):
    return [[str(cell.text) for cell in row] for row in table.rows]


def test_where_a_vendor_stands_and_who_marked_it(tmp_path):
    told = block(results.evaluated(tmp_path), "B社", "Standing").sentences
    assert [str(each) for each in told] == [
        "Rank 1 with 85 of 100 points",
        "Result: preferred",
        "Marked by 委員1 福井 一郎, 委員2 坂井 花子",
    ]


def test_who_is_out_has_its_status_and_reasons_and_what_the_workbook_says_of_it():
    vendor = {"status": "withdrawn", "reason": "辞退", "lot": "078", "code": "12"}
    result = evaluate(sheet("criteria: [{id: plan, points: 10}]"), {"A": vendor})
    told = [str(each) for each in block(result, "A", "Standing").sentences]
    assert told[0] == "Status: withdrawn"
    assert "辞退" in told[1]
    assert told[2:] == ["Business code: 12", "Lot number: 078"]
    assert block(result, "A", "Points and marks") is None


def test_a_mark_stands_in_the_column_of_who_gave_it(tmp_path):
    table = block(results.evaluated(tmp_path), "C社", "Points and marks")
    assert [str(column.heading) for column in table.columns] == [
        *("Criterion", "Out of", "Scored", "委員1", "委員2"),
    ]
    assert ["実施計画", "40", "31.25", "32.5", "30"] in texts(table)
    assert texts(table)[-1] == ["Total", "100", "82.81", "", ""]


def test_what_brackets_mean_is_said_where_there_are_any():
    result = evaluate(sheet(TRIMMED), {"A": {"plan": [1, 5, 9]}})
    table = block(result, "A", "Points and marks")
    assert texts(table)[0][3:] == ["(1)", "5", "(9)"]
    assert [str(each) for each in table.notes] == ["Marks in brackets are left out."]
    plain = evaluate(sheet("criteria: [{id: plan, points: 10}]"), {"A": {"plan": [1]}})
    assert block(plain, "A", "Points and marks").notes == ()


def test_a_comment_names_its_criterion_and_its_evaluator(tmp_path):
    sheets = books.valid()
    for row, comment in zip(sheets["採点_委員1"], ["A社 所見", "よい計画です", None], strict=True):
        row.append(comment)
    result = results.evaluated(tmp_path, sheets)
    assert texts(block(result, "A社", "Comments")) == [["実施計画", "委員1", "よい計画です"]]
    assert block(result, "B社", "Comments") is None


def test_what_each_evaluator_found_is_there_where_a_rule_asks_for_it():
    text = "criteria: [{id: plan, points: 10}, {id: staff, points: 5}]\nranking: {by: rank-sum}"
    result = evaluate(sheet(text), {"A": {"plan": [5, 6], "staff": [1, 2]}})
    table = block(result, "A", "Points by evaluator")
    assert texts(table)[-1] == ["Total", "6", "8"]
    plain = evaluate(sheet("criteria: [{id: plan, points: 10}]"), {"A": {"plan": [5]}})
    assert block(plain, "A", "Points by evaluator") is None


def test_every_figure_is_computed_before_the_eyes_of_the_reader(tmp_path):
    rows = texts(block(results.evaluated(tmp_path), "C社", "How it was computed"))
    assert [row[0] for row in rows] == ["技術点", "実施計画", "実施体制", "価格点", "Total"]
    assert rows[3][1] == (
        "40 × 8,000,000 ÷ 9,000,000 = 35.5555… → 35.56 (rounded half up to 2 decimal places)"
    )


def test_agreed_marks_stand_beside_what_they_replaced(tmp_path):
    result = moderated.evaluated(tmp_path)
    table = block(result, "A社", "Agreed marks")
    assert texts(table) == [
        ["実施計画", "委員1 36, 委員2 34", "35", "38", "38", "+3", moderated.REASON],
        ["実施体制", "委員1 18, 委員2 17.5", "17.75", "17", "17", "-0.75", "no reason is given"],
    ]
    assert block(result, "B社", "Agreed marks") is None


def test_for_publication_reasons_are_left_out_and_the_rest_stays(tmp_path):
    result = anonymous(moderated.evaluated(tmp_path), name_winner=True)
    table = block(result, result.award.winners[0], "Agreed marks")
    assert [str(column.heading) for column in table.columns][-1] == "Gap to the own marks"
    assert [row[-1] for row in texts(table)] == ["+3", "-0.75"]
