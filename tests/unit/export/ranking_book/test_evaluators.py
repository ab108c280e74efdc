from procscore.export.ranking_book.evaluators import Evaluators
from procscore.export.ranking_book.frame import Frame
from support import cases, results, values
from support.ranking_books import Written

BY_RANKS = """
    criteria: [{id: a, points: 10}, {id: b, points: 20, score: {method: marks, to: 5}}]
    ranking: {by: %s, evaluator_ranks: %s}
"""
MARKS = {
    "A": {"a": [5, 7], "b": [3, 3]},
    "B": {"a": [7, 7], "b": [3, 3]},
    "C": {"a": [1, 2], "b": [0, 1]},
}


def ranked_by(method, ranks="competition"):
    return Written(values.evaluate(values.sheet(BY_RANKS % (method, ranks)), MARKS))


def test_an_evaluator_s_total_adds_up_its_marks(tmp_path):
    book = Written(results.evaluated(tmp_path))
    assert book.row("By evaluator", "委員1")[2] == "=SUM('Details'!C6:C7)"
    assert book.values("By evaluator", "委員1") == ["委員1", "福井 一郎", 45, 54, 48.5]


def test_a_mark_on_another_scale_is_brought_to_the_points():
    assert ranked_by("rank-sum").row("By evaluator", "E1")[1] == (
        "=SUM('Details'!C4,20*'Details'!C5/5)"
    )


def test_what_is_compared_is_the_sum_of_the_ranks():
    book = ranked_by("rank-sum")
    assert book.values("By evaluator", "E2", 1) == ["E2", 1, 1, 3]
    assert book.row("Summary", "Sum of ranks")[2] == "=SUM('By evaluator'!B10:B11)"


def test_first_places_are_counted_from_places_also_where_ranks_are_averaged():
    book = ranked_by("first-places", "average")
    assert book.values("By evaluator", "E2", 1) == ["E2", 1.5, 1.5, 3]
    assert book.values("By evaluator", "E2", 2) == ["E2", 1, 1, 3]
    assert book.values("By evaluator", "E2", 3) == ["E2", 1, 1, 0]
    assert book.row("Summary", "First places")[2] == "=SUM('By evaluator'!B20:B21)"


def test_who_marks_nothing_needs_no_sheet():
    sheet = values.sheet("criteria: [{id: s, points: 9, score: {method: marks, by: secretariat}}]")
    assert not Evaluators(Frame(values.evaluate(sheet, {"A": {"s": 5}}))).needed


def test_what_all_share_is_in_the_totals_that_are_asked_for():
    price = values.price(10)
    sheet = values.sheet(f"""
        criteria: [{{id: a, points: 10}}, {price}]
        ranking: {{by: rank-sum}}
    """)
    vendors = {"A": {"a": [5, 7], "total": 8}, "B": {"a": [6, 6], "total": 10}}
    book = Written(values.evaluate(sheet, vendors))
    assert book.values("By evaluator", "E1", 0) == ["E1", 5, 6]
    assert book.values("By evaluator", "E1", 1) == ["E1", 15, 14]
    assert book.row("By evaluator", "E1", 1)[1] == "=SUM('Details'!C4,'Price points'!C12)"


def test_each_panel_has_a_table_of_its_own():
    sheet = values.sheet("""
        criteria: [{id: a, points: 10}, {id: b, points: 10, panel: staff}]
        panel: {name: members}
        panels: {staff: {aggregate: median, over: totals, round: {places: 0, mode: half-up}}}
    """)
    book = Written(values.evaluate(sheet, {"A": {"a": [5, 6], "b": [7, 8, 9]}}))
    assert "members Totals" in book.texts("By evaluator")
    assert "staff Totals" in book.texts("By evaluator")
    assert book.values("By evaluator", "staff2") == ["staff2", 8]


def test_it_says_that_ranks_nobody_asked_for_follow_from_the_totals(tmp_path):
    texts = Written(results.evaluated(tmp_path)).texts("By evaluator")
    assert "Ranks by these totals" in texts
    assert "Ranks by these totals" not in ranked_by("rank-sum").texts("By evaluator")


def test_where_nobody_is_ranked_there_are_totals_and_no_ranks():
    result = cases.result("hoikusho-2018-all-below-minimum")
    assert not result.ranked
    texts = Written(result).texts("By evaluator")
    assert "Totals" in texts
    assert "Ranks by these totals" not in texts
    assert texts.count("Evaluator") == 1


def test_the_ranks_of_a_stage_are_those_of_all_who_were_ranked_in_it():
    book = Written(cases.result("funabashi-shoman-function-score"))
    title = "書類審査 Ranks by these totals"
    assert title in book.texts("By evaluator")
    heading = book.row("By evaluator", "Evaluator", 1)
    assert heading[4:] == ["4位", "5位", "必須不可", "共通不可", "420点未満"]
    assert book.values("By evaluator", "委員2", 1) == ["委員2", 2, 1, 3, 4, 5]
    assert book.row("By evaluator", "委員2", 1)[5] == ('=1+COUNTIF(B6:F6,">"&F6+0.0000000005)')
