import csv
from io import StringIO

from procscore.export import csv_ranking
from procscore.model.scope import up_to
from support import books, moderated, results
from support.values import attempt, evaluate, price, sheet


def rows(evaluation):
    data = csv_ranking.export(evaluation)
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(StringIO(data.decode("utf-8-sig"))))


def test_a_row_a_vendor_first_to_last_then_who_is_out(tmp_path):
    sheets = books.valid()
    sheets["提案者"][3][2] = 99_000_000
    heading, *vendors = rows(results.evaluated(tmp_path, sheets))
    assert [row[:2] for row in vendors] == [["1", "B社"], ["2", "A社"], ["", "C社"]]
    assert vendors[0][heading.index("技術点 / 60 [technical]")] == "45"
    assert vendors[0][heading.index("Total / 100")] == "85"
    assert vendors[0][heading.index("提案価格 [total]")] == "8000000"
    assert vendors[0][heading.index("Evaluators counted")] == "2"
    assert "ceiling" in vendors[2][heading.index("Reason")]


def column(evaluation, title):
    heading, *vendors = rows(evaluation)
    return [row[heading.index(title)] for row in vendors]


def test_no_two_columns_have_the_same_heading():
    criteria = sheet("criteria: [{id: a, name: 価格, points: 1}, {id: b, name: 価格, points: 1}]")
    heading, _ = rows(evaluate(criteria, {"A": {"a": [1], "b": [0]}}))
    assert "価格 / 1 [a]" in heading
    assert len(set(heading)) == len(heading)


def test_a_tie_is_told_with_each_vendor_of_it_only(tmp_path):
    first, second, third = column(results.tied(tmp_path), "Note")
    assert first == second
    assert first.endswith("Still tied: A社 = B社. A lot has to be drawn.")
    assert third == ""


def test_no_row_of_a_provisional_result_looks_final():
    criteria = sheet(f"""
        criteria: [{{id: plan, points: 60}}, {price(40)}]
        stages:
          - {{id: first, name: 一次, criteria: [plan], gate: {{top: 1}}}}
          - {{id: last, name: 二次, criteria: [price]}}
    """)
    result, _ = attempt(up_to(criteria, "first"), {"A": {"plan": [5]}, "B": {"plan": [4]}})
    assert column(result, "Note") == [str(result.provisional)] * 2
    assert column(result, "Result") == ["goes on", ""]


def test_what_should_be_looked_at_is_there():
    criteria = sheet(f"criteria: [{price(40)}]\neligibility: {{ceiling: flag}}")
    result = evaluate(criteria, {"A": {"total": 9}}, ceilings={"total": 8})
    assert column(result, "To be looked at") == [str(result.vendors[0].flags[0].reason)]


def test_what_is_compared_has_a_column_where_it_is_not_the_total():
    criteria = sheet("criteria: [{id: plan, points: 10}]\nranking: {by: rank-sum}")
    assert column(evaluate(criteria, {"A": {"plan": [5, 6]}}), "Sum of ranks") == ["2"]


def test_who_was_passed_over_has_the_reason():
    criteria = sheet("criteria: [{id: plan, points: 10}]")
    result, _ = attempt(criteria, {"A": {"plan": [5]}, "B": {"plan": [4]}}, withdrawn=["A"])
    assert column(result, "Result") == ["passed over", "preferred"]
    assert column(result, "Reason") == [str(result.award.passed_over["A"]), ""]


def test_what_was_agreed_on_is_a_note_of_the_vendor(tmp_path):
    first, second, third = column(moderated.evaluated(tmp_path), "Note")
    assert "実施計画: agreed 38, 38 points instead of 35 (+3)" in first
    assert moderated.REASON in first
    assert (second, third) == ("", "")
