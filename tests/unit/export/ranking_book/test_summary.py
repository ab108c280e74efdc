from support import results, values
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
    assert book.row("Summary", "Value") == ["Value", None, "='Details'!D4/'Price points'!B5*100"]


def test_there_is_no_such_row_where_the_total_is_compared(tmp_path):
    assert "Total, rounded" not in Written(results.evaluated(tmp_path)).texts("Summary")


def test_the_chart_shows_the_groups_of_those_who_are_ranked(tmp_path):
    (chart,) = Written(results.example()).formulas["Summary"]._charts
    assert [each.val.numRef.f for each in chart.series] == [
        "'Summary'!$C$4:$F$4",
        "'Summary'!$C$8:$F$8",
        "'Summary'!$C$9:$F$9",
    ]
    assert chart.y_axis.scaling.max == 1000


def test_negative_points_need_an_axis_of_their_own():
    sheet = values.sheet("criteria: [{id: a, points: 10, score: {method: marks, from: -5}}]")
    (chart,) = Written(values.evaluate(sheet, {"A": {"a": [-5]}})).formulas["Summary"]._charts
    assert chart.y_axis.scaling.min is None
