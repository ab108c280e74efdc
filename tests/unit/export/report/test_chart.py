from fractions import Fraction

import pytest

from procscore import language
from procscore.export.report.chart import chart
from support import results
from support.values import evaluate, sheet

TWO = "criteria: [{id: a, points: 50}, {id: b, points: 50}]"


def drawn(marks, rules=TWO):
    """Return the chart of vendors with one mark a criterion."""
    return chart(
        evaluate(sheet(rules), {v: {k: [m] for k, m in e.items()} for v, e in marks.items()})
    )


def value(percent):
    assert percent.endswith("%")
    return Fraction(percent[:-1])


def test_widths_are_the_points_on_the_scale_to_a_thousandth_of_a_per_cent():
    result = results.example()
    made = chart(result)
    for bar, vendor in zip(made.bars, result.ranked, strict=True):
        points = [vendor.points(each) for each in ("proposal", "demo", "price")]
        end = Fraction(0)
        for segment, point in zip(bar.segments, points, strict=True):
            assert value(segment.x) == end  # without a gap, without overlap
            assert abs(value(segment.width) - point / 10) <= Fraction(1, 1000)
            assert value(segment.middle) == end + value(segment.width) / 2
            end += value(segment.width)
        assert end == vendor.points_in_all / 10


def test_every_figure_is_told_in_words():
    bar = chart(results.example()).bars[0]
    assert str(bar.title) == "Rank 1, A社 株式会社Aシステム: 876.87 of 1,000 points"
    expected = "企画提案書評価(プレゼンを含む) 342.58, デモ評価 350.29, 価格点 184"
    assert str(bar.told) == expected
    assert (str(bar.rank), bar.points, str(bar.result), bar.chosen) == (
        "Rank 1",
        "876.87",
        "preferred",
        True,
    )


def test_points_stand_point_under_point():
    assert [bar.after for bar in chart(results.example()).bars] == [
        "",
        "",
        "7",
        "",
    ]  # 826.8 among 876.87


def test_parts_are_known_by_a_number_and_a_colour():
    parts = chart(results.example()).parts
    assert [(each.key, each.colour, each.of) for each in parts] == [
        ("①", 0, "400"),
        ("②", 1, "400"),
        ("③", 2, "200"),
    ]


def test_negative_points_stand_to_the_left_of_zero():
    rules = (
        "criteria: [{id: a, points: 90}, "
        "{id: b, points: 10, score: {method: marks, from: -10, to: 10}}]"
    )
    made = drawn({"A": {"a": "40", "b": "-10"}, "B": {"a": "30", "b": "10"}}, rules)
    assert value(made.track_x) == Fraction("9.091")  # 10 of 110
    assert value(made.track_x) + value(made.track_width) == 100
    first, second = made.bars[1].segments, made.bars[0].segments
    assert [(each.points, value(each.x)) for each in first] == [
        ("40", Fraction("9.091")),
        ("-10", 0),
    ]
    assert value(first[1].width) == Fraction("9.091")
    assert [value(each.x) for each in second] == [Fraction("9.091"), Fraction("36.364")]
    assert str(made.bars[1].told) == "a 40, b -10"


def test_a_vendor_without_points_has_no_segment_and_is_told():
    made = drawn({"A": {"a": "40", "b": "10"}, "B": {"a": "0", "b": "0"}})
    assert made.bars[1].segments == ()
    assert str(made.bars[1].told) == "a 0, b 0"


def test_nobody_has_points():
    made = drawn({"A": {"a": "0", "b": "0"}})
    assert (made.lines[-1].value, made.track_width) == ("100", "100%")


def test_who_is_not_ranked_has_no_bar():
    result = results.example()
    assert result.excluded
    assert len(chart(result).bars) == len(result.ranked)
    none = evaluate(sheet(TWO), {"A": {"a": ["1"], "b": ["1"], "status": "withdrawn"}})
    assert chart(none) is None


def test_a_tie_is_told_on_both_bars(tmp_path):
    made = chart(results.tied(tmp_path))
    first, second, third = made.bars
    assert (str(first.rank), str(first.tie)) == ("Rank 1", "tied with B社")
    assert (str(second.rank), str(second.tie)) == ("Rank 1", "tied with A社")
    assert str(first.result) == ""  # that it is tied is not said twice
    assert third.tie is None


def test_bars_that_differ_are_not_called_tied_where_another_value_is_equal():
    rules = f"{TWO}\nranking: {{by: rank-sum, ties: [committee]}}"
    marks = {"A": {"a": ["45", "10"], "b": ["0", "0"]}, "B": {"a": ["30", "20"], "b": ["0", "0"]}}
    made = chart(evaluate(sheet(rules), marks))
    assert [bar.points for bar in made.bars] == ["27.5", "25"]
    assert [str(bar.tie) for bar in made.bars] == ["same value as B: 3", "same value as A: 3"]
    assert [str(bar.result) for bar in made.bars] == ["tied", "tied"]


def test_who_was_told_apart_by_a_rule_has_the_same_value_as_the_other():
    rules = f"{TWO}\nranking: {{ties: [{{higher: a}}, committee]}}"
    made = drawn({"A": {"a": "40", "b": "10"}, "B": {"a": "10", "b": "40"}}, rules)
    assert [str(bar.rank) for bar in made.bars] == ["Rank 1", "Rank 2"]
    assert str(made.bars[1].tie) == "same value as A, told apart by the rules for ties"


@pytest.mark.parametrize(
    ("points", "narrow", "wide"),
    [("26", "all", "all"), ("12", "key", "all"), ("7", "", "all"), ("3", "", "key"), ("2", "", "")],
)
def test_a_segment_says_as_much_as_there_is_room_for(points, narrow, wide):
    bar = drawn({"A": {"a": "50", "b": points}}).bars[0]
    assert (bar.segments[1].narrow, bar.segments[1].wide) == (narrow, wide)


def test_long_decimals_are_cut_in_the_bar_and_in_full_beside_it():
    made = evaluate(sheet(TWO), {"A": {"a": ["40", "40", "41"], "b": ["0", "0", "0"]}})
    bar = chart(made).bars[0]
    assert (bar.segments[0].points, bar.points) == ("40.33…", "40.3333…")
    assert str(bar.told) == "a 40.3333…, b 0"


def notes(made):
    return [str(each) for each in made.notes]


def test_what_has_to_be_known_to_read_the_bars_is_told():
    assert notes(drawn({"A": {"a": "40", "b": "40"}})) == []
    assert notes(drawn({"A": {"a": "4", "b": "4"}})) == ["The scale ends at 8 of 100 points."]
    by_formula = f"{TWO}\nranking: {{by: formula, formula: a + 2 * b}}"
    assert (
        "the value that stands beside them"
        in notes(drawn({"A": {"a": "40", "b": "40"}}, by_formula))[0]
    )


def test_a_total_that_is_no_sum_is_a_bar_of_one_piece():
    rules = f"{TWO}\npanel: {{aggregate: median, over: totals}}"
    uneven = {"a": ["1", "9", "50"], "b": ["50", "1", "9"]}  # the sum of the medians is 18
    made = chart(evaluate(sheet(rules), {"A": uneven}))
    assert [(each.key, str(each.name)) for each in made.parts] == [("", "Total")]
    assert [each.points for each in made.bars[0].segments] == ["51"]
    few = {"a": ["0", "0", "1"], "b": ["1", "0", "0"]}
    segments = chart(evaluate(sheet(rules), {"A": uneven, "B": few})).bars[1].segments
    assert [(each.points, each.narrow) for each in segments] == [("1", "")]
    assert "in one piece" in notes(made)[0]


def test_words_are_in_the_language_in_which_they_are_read():
    bar = chart(results.example()).bars[0]
    language.use("ja")
    assert str(bar.result) == "優先交渉権者"


@pytest.mark.parametrize(("points", "listed"), [("26", ""), ("12", "narrow"), ("3", "always")])
def test_figures_without_room_in_the_bar_are_listed_below_it(points, listed):
    bar = drawn({"A": {"a": "50", "b": points}}).bars[0]
    assert bar.listed == listed
    assert bar.figures == ("① 50", f"② {points}")


def test_a_bar_of_one_part_lists_nothing():
    bars = drawn({"A": {"a": "50"}, "B": {"a": "1"}}, "criteria: [{id: a, points: 50}]").bars
    assert [bar.listed for bar in bars] == ["", ""]


def test_the_value_that_is_ranked_by_is_told_where_it_is_not_the_total():
    rules = f"{TWO}\nranking: {{by: formula, formula: a + 2 * b}}"
    bars = drawn({"A": {"a": "40", "b": "40"}}, rules).bars
    assert [(str(bar.value), bar.points) for bar in bars] == [("Value: 120", "80")]
    assert [bar.value for bar in drawn({"A": {"a": "40", "b": "40"}}).bars] == [None]
