from support import results, values
from support.ranking_books import Written

RESCALED = values.sheet("""
    criteria:
      - id: g
        points: 50
        rescale: {formula: points * raw / best, round: {places: 1, mode: down}}
        criteria: [{id: a, points: 10}, {id: b, points: 10}]
""")


def test_a_block_for_each_vendor_first_to_last(tmp_path):
    texts = Written(results.evaluated(tmp_path)).texts("Details")
    named = [each for each in texts if "社 " in each]
    assert named == ["B社 ベータ株式会社", "A社 株式会社アルファ", "C社 ガンマ合同会社"]


def test_groups_and_totals_are_sums_of_their_parts(tmp_path):
    book = Written(results.evaluated(tmp_path))
    assert book.row("Details", "技術点") == ["技術点", 60, None, None, "=SUM(E6:E7)"]
    assert book.row("Details", "価格点") == ["価格点", 40, None, None, "='Price points'!C14"]
    assert book.row("Details", "Total") == [
        *("Total", 100, None, None),
        "=SUM(E5,'Price points'!C14)",
    ]


def test_the_usual_rounding_is_told_once_and_another_where_it_is():
    sheet = values.sheet("""
        criteria:
          - {id: a, points: 10}
          - {id: b, points: 10}
          - {id: c, points: 10, score: {method: marks, round: {places: 0, mode: up}}}
        panel: {round: {places: 2, mode: half-up}}
    """)
    book = Written(values.evaluate(sheet, {"A": {"a": [1, 2], "b": [1, 2], "c": [1, 2]}}))
    assert book.texts("Details")[1] == (
        "Where nothing else is remarked: rounded half up to 2 decimal places;"
        " the points of groups are sums."
    )
    assert book.row("Details", "c") == [
        *("c", 10, 1, 2, "=ROUNDUP(ROUND(AVERAGE(C7:D7),11),0)"),
        "rounded up to a whole number",
    ]
    assert len(book.row("Details", "a")) == 5


def test_points_before_conversion_have_a_row_among_which_is_the_best():
    vendors = {"A": {"a": [8], "b": [7]}, "B": {"a": [5], "b": [6]}}
    book = Written(values.evaluate(RESCALED, vendors))
    assert book.row("Details", "g, before conversion") == [
        *("g, before conversion", None, None, "=SUM(D6:D7)")
    ]
    assert book.row("Details", "g", 1) == [
        *("g", 50, None, "=ROUNDDOWN(ROUND(50*D12/MAX(D5,D12),10),1)"),
        "cut down to one decimal place",
    ]


def test_marks_that_trimming_left_out_are_not_in_the_formula():
    sheet = values.sheet("""
        criteria: [{id: a, points: 10}, {id: b, points: 10}]
        panel: {aggregate: trimmed-mean, over: totals}
    """)
    marks = {"a": [1, 5, 6, 9], "b": [1, 5, 6, 9]}
    book = Written(values.evaluate(sheet, {"A": marks}))
    assert book.row("Details", "a") == [
        *("a", 10, 1, 5, 6, 9, "=AVERAGE(D4:E4)"),
        "left out: E1, E4",
    ]


def test_a_median_of_totals_goes_back_to_the_totals():
    sheet = values.sheet("""
        criteria:
          - {id: g, criteria: [{id: a, points: 10}, {id: b, points: 10}]}
        panel: {aggregate: median, over: totals}
    """)
    vendors = {"A": {"a": [1, 5, 6], "b": [9, 2, 3]}}
    book = Written(values.evaluate(sheet, vendors))
    assert book.row("Details", "g")[5] == "=MEDIAN('By evaluator'!B5:B7)"
    assert book.row("Details", "g")[-1] == "from the evaluators' totals"


def test_all_points_are_shown_with_the_same_decimals():
    sheet = values.sheet("criteria: [{id: a, points: 10}]")
    book = Written(values.evaluate(sheet, {"A": {"a": ["2.25"]}, "B": {"a": [3]}}))
    shown = {
        row[3].number_format
        for row in book.formulas["Details"].iter_rows(min_row=4)
        if row[2].value
    }
    assert shown == {"#,##0.00_ "}


def test_with_many_evaluators_the_name_of_a_vendor_stays_on_the_first_page_of_paper():
    sheet = values.sheet("criteria: [{id: a, points: 10}]")
    page = Written(values.evaluate(sheet, {"A": {"a": [5] * 30}})).formulas["Details"]
    (band,) = [each for each in page.merged_cells.ranges if page.cell(each.min_row, 1).value == "A"]
    assert band.max_col == 17
    assert page.cell(band.min_row, 33).fill.fgColor.rgb == "FFC5D5E8"


WITHHELD = values.sheet("""
    panel: {round: {places: 1, mode: down}}
    criteria:
      - {id: plan, points: 50}
      - {id: bonus, points: 10, requires: {criterion: plan, at_least: 60%}}
""")


def test_points_that_are_withheld_are_told_with_what_was_earned_and_not_reached():
    vendors = {"A": {"plan": [40], "bonus": [8]}, "B": {"plan": [28], "bonus": [9]}}
    book = Written(values.evaluate(WITHHELD, vendors))
    told = "not counted: 9 earned, but “plan” has 28 of the 30 needed"
    assert book.values("Details", "bonus", 1) == ["bonus", 10, 9, 0, told]
    assert book.values("Details", "bonus", 0) == ["bonus", 10, 8, 8]
