from procscore import pipeline
from support import books, cases, results, stages, values
from support.ranking_books import Written


def test_what_is_signed_stands_before_the_assumptions():
    texts = Written(results.example()).texts("Result")
    signed = texts.index("We have examined the above and found it correct.")
    assert texts.index("Not ranked") < signed < texts.index("Assumptions")


def test_it_is_printed_on_one_page_where_it_fits():
    sheet = Written(results.example()).formulas["Result"]
    assert sheet.page_setup.fitToHeight is None  # which means 1
    assert sheet.page_setup.orientation == "landscape"


def test_who_was_present_signs():
    sheet = values.sheet("criteria: [{id: a, points: 10}]")
    result = values.evaluate(
        sheet, {"A": {"a": {"E1": 5, "E2": 6}}}, evaluators=["E1", "E2", "E3"], absent=["E3"]
    )
    texts = Written(result).texts("Result")
    assert "E1" in texts
    assert "E2" in texts
    assert "E3" not in texts


def test_who_is_out_and_why():
    book = Written(results.example())
    (out,) = [each for each in book.texts("Result") if each.startswith("C社 ")]
    _empty, _name, status, reason = book.row("Result", out)
    assert status == "excluded"
    assert "120,000,000" in reason


def test_what_should_be_looked_at():
    sheet = values.sheet("""
        criteria: [{id: a, points: 10}, {id: price, points: 10, score:
          {method: price, amount: total, formula: lowest-ratio}}]
        eligibility: {ceiling: flag}
    """)
    result = values.evaluate(sheet, {"A": {"a": [5], "total": 20}}, ceilings={"total": 10})
    texts = Written(result).texts("Result")
    assert "To be looked at" in texts


def test_stages_come_before_the_result(tmp_path):
    result = books.evaluate(tmp_path, stages.valid(), stages.CRITERIA).result
    texts = Written(result).texts("Result")
    assert texts.index("一次審査") < texts.index("goes on")
    assert texts.index("goes on") < texts.index("二次審査") < texts.index("preferred")


def test_a_stage_that_was_not_held_is_told(tmp_path):
    criteria = stages.CRITERIA.replace("at_cut: committee}", "at_cut: committee, skip_below: 9}")
    sheets = stages.valid()
    for evaluator in ("委員1", "委員2"):
        sheets[f"採点_{evaluator}"][3][5] = 20  # C社, who goes on too, is heard
    result = books.evaluate(tmp_path, sheets, criteria).result
    assert "Not held: few vendors apply, and all go on." in Written(result).texts("Result")


def test_where_a_stage_is_all_there_is_its_ranking_is_the_one_that_is_signed(tmp_path):
    book = books.hand_in(tmp_path, stages.first_only(), stages.CRITERIA)
    result = pipeline.evaluate([book], part=pipeline.Part(stage="first")).result
    texts = Written(result).texts("Result")
    assert texts.count("goes on") == 2
    assert "preferred" not in texts


def test_below_the_ranking_a_line_tells_if_a_figure_is_no_longer_as_evaluated(tmp_path):
    page = Written(results.evaluated(tmp_path)).formulas["Result"]
    rows = [page.cell(row, 1).value for row in range(1, page.max_row + 1)]
    last = max(at for at, each in enumerate(rows) if str(each).startswith("=1+COUNTIF"))
    assert rows[last + 1] == (
        "=IF(IFERROR(MAX(ABS(F5-85)/10,ABS(F6-84.75)/10,ABS(F7-82.81)/10,"
        "ABS(A5-1),ABS(A6-2),ABS(A7-3)),1)>0.000000001,"
        '"Figures differ from those that were evaluated: evaluate again.","")'
    )


def test_that_line_watches_the_totals_of_who_is_out_and_the_tables_of_stages(tmp_path):
    out = Written(cases.result("hoikusho-2018-all-below-minimum"))
    (line,) = [each for each in out.texts("Result") if each.startswith("=IF(")]
    assert line.count("'Details'!") == 3
    staged = Written(books.evaluate(tmp_path, stages.valid(), stages.CRITERIA).result)
    (line,) = [each for each in staged.texts("Result") if each.startswith("=IF(")]
    assert "ABS(A6-1)" in line  # in the table of the first stage


def test_that_line_watches_the_places_among_equals(tmp_path):
    (line,) = [
        each for each in Written(results.tied(tmp_path)).texts("Result") if each.startswith("=IF(")
    ]
    assert "ABS('Ties'!H8-1)" in line


def test_nothing_of_a_long_reason_is_cut_on_paper():
    reason = "".join(f"理由{at:04}" for at in range(500))
    sheet = values.sheet("criteria: [{id: a, points: 10}]")
    out = {"A": {"a": [5]}, "B": {"status": "invalid", "reason": reason}}
    page = Written(values.evaluate(sheet, out)).formulas["Result"]
    told = [each.value for row in page.iter_rows(min_col=4, max_col=4) for each in row]
    assert reason in "".join(str(each) for each in told if each)
    assert max(len(str(each)) for each in told) < len(reason) / 1.5
