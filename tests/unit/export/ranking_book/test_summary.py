from support import cases, results, values
from support.ranking_books import Written


def test_the_points_of_groups_are_taken_from_where_they_are_computed(tmp_path):
    book = Written(results.evaluated(tmp_path))
    assert book.row("Summary", "技術点")[:3] == ["技術点", 60, "='Details'!E5"]
    assert book.row("Summary", "実施計画")[:3] == ["実施計画", 40, "='Details'!E6"]
    assert book.row("Summary", "価格点")[:3] == ["価格点", 40, "='Price points'!C14"]
    assert book.values("Summary", "Total") == ["Total", 100, 85, 84.75, 82.81]


def test_what_is_compared_stands_below_the_total_where_it_is_another():
    sheet = values.sheet("""
        criteria: [{id: a, points: 10}]
        ranking: {by: formula, formula: a / total * 100}
    """)
    book = Written(values.evaluate(sheet, {"A": {"a": [8], "total": 5}}))
    assert book.row("Summary", "Value") == ["Value", None, "='Details'!D4/'Amounts'!B5*100"]


def test_there_is_no_such_row_where_the_total_is_compared(tmp_path):
    assert "Total, rounded" not in Written(results.evaluated(tmp_path)).texts("Summary")


def test_the_chart_shows_the_groups_of_those_who_are_ranked(tmp_path):
    (chart,) = Written(results.example()).formulas["Summary"]._charts
    assert [each.val.numRef.f for each in chart.series] == [
        "'Summary'!$C$4:$F$4",
        "'Summary'!$C$9:$F$9",
        "'Summary'!$C$10:$F$10",
    ]
    assert chart.y_axis.scaling.max == 1000


def test_negative_points_need_an_axis_of_their_own():
    sheet = values.sheet("criteria: [{id: a, points: 10, score: {method: marks, from: -5}}]")
    (chart,) = Written(values.evaluate(sheet, {"A": {"a": [-5]}})).formulas["Summary"]._charts
    axis = chart.y_axis
    assert (axis.scaling.min, axis.scaling.max, axis.majorUnit) == (-5, 10, 1)


def test_a_small_negative_number_does_not_begin_the_axis_far_below():
    sheet = values.sheet("""
        criteria: [{id: a, points: 990}, {id: b, points: 10, score: {method: marks, from: -2}}]
    """)
    marks = {"A": {"a": [900], "b": [-2]}, "B": {"a": [1], "b": [5]}}
    (chart,) = Written(values.evaluate(sheet, marks)).formulas["Summary"]._charts
    axis = chart.y_axis
    assert (axis.scaling.min, axis.scaling.max, axis.majorUnit) == (-100, 1000, 100)


def test_the_labels_of_the_chart_are_written_as_the_table_is():
    sheet = values.sheet("criteria: [{id: a, points: 990}, {id: b, points: 10}]")
    marks = {"A": {"a": [587, 587], "b": [7, 8]}, "B": {"a": [1, 1], "b": [5, 5]}}
    (chart,) = Written(values.evaluate(sheet, marks)).formulas["Summary"]._charts
    assert [each.dLbls.numFmt for each in chart.series] == ["#,##0", "#,##0.0"]


def test_what_stands_beside_a_group_is_shown_so_that_it_adds_up():
    sheet = values.sheet("""
        criteria:
          - id: top
            criteria:
              - id: middle
                criteria:
                  - {id: rest, points: 175}
                  - id: plan
                    criteria: [{id: p1, points: 10}, {id: p2, points: 15}]
    """)
    marks = {"rest": [100], "p1": [4], "p2": [5]}
    texts = Written(values.evaluate(sheet, {"A": marks})).texts("Summary")
    names = [each for each in texts if each in {"top", "middle", "rest", "plan", "p1", "p2"}]
    assert names == ["top", "middle", "rest", "plan"]


def test_who_is_out_is_headed_so():
    book = Written(cases.result("funabashi-shoman-function-score"))
    assert book.row("Summary", "Criterion")[5:8] == [
        *("4位", "5位 (did not go on)", "必須不可 (excluded)")
    ]


def test_a_bar_holds_nothing_that_does_not_count_for_the_total():
    sheet = values.sheet("""
        criteria: [{id: paper, points: 30}, {id: talk, points: 70}]
        stages:
          - {id: first, name: First, criteria: [paper], gate: {top: 2}}
          - {id: second, name: Second, criteria: [talk], carry_over: false}
    """)
    marks = {"A": {"paper": [20], "talk": [60]}, "B": {"paper": [30], "talk": [50]}}
    book = Written(values.evaluate(sheet, marks))
    (chart,) = book.formulas["Summary"]._charts
    (series,) = chart.series
    assert book.values("Summary", "talk")[2:] == [60, 50]
    row = next(each for each in book.formulas["Summary"].iter_rows() if each[0].value == "talk")
    assert series.val.numRef.f == f"'Summary'!$C${row[0].row}:$D${row[0].row}"
    assert "“Second”" in " ".join(map(str, book.texts("Result")))
    assert "paper\n/ 30" not in book.texts("Result")


def test_a_group_is_one_piece_of_the_bar_where_its_parts_do_not_add_up():
    sheet = values.sheet("""
        criteria:
          - id: technical
            criteria: [{id: plan, points: 10}, {id: staff, points: 10}]
        panel: {aggregate: median, over: totals}
    """)
    marks = {"A": {"plan": [10, 0, 0], "staff": [0, 0, 10]}}
    (chart,) = Written(values.evaluate(sheet, marks)).formulas["Summary"]._charts
    (series,) = chart.series
    assert series.tx.strRef.f == "'Summary'!$A$3"  # technical, not plan and staff
