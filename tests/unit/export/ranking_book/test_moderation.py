from procscore.export.ranking_book import moderation
from procscore.export.ranking_book.frame import Frame
from procscore.model.anonymous import anonymous
from support import moderated, results
from support.ranking_books import Written
from support.values import evaluate, sheet

SHEET = "Agreed marks"
GRADED = """
    scales: {five: {A: 100%, B: 50%, C: 0%}}
    criteria: [{id: plan, points: 10, score: {method: grades, scale: five}}]
    panel: {consensus: overrides}
"""


def test_what_the_own_marks_would_have_given_is_a_formula_over_them(tmp_path):
    book = Written(moderated.evaluated(tmp_path))
    assert book.row(SHEET, "実施計画") == [
        "A社 株式会社アルファ",
        "実施計画",
        "委員1 36, 委員2 34",
        "=ROUND(ROUND(AVERAGE('Details'!C6:D6),10),2)",
        "='Details'!E6",
        "='Details'!F6",
        "=F4-D4",
        moderated.REASON,
    ]
    assert book.values(SHEET, "実施計画")[3:7] == [35, 38, 38, 3]
    assert book.values(SHEET, "実施体制")[3:] == [17.75, 17, 17, -0.75, "no reason is given"]


def test_the_evaluators_totals_are_of_their_own_marks(tmp_path):
    """委員1: 36 + 18 for A社, whatever was agreed."""
    book = Written(moderated.evaluated(tmp_path))
    assert book.values("By evaluator", "委員1") == ["委員1", "福井 一郎", 54, 45, 48.5]


def test_an_evaluator_who_left_a_mark_blank_has_no_total(tmp_path):
    sheets = moderated.sheets()
    sheets["採点_委員1"][1][3] = None
    book = Written(results.evaluated(tmp_path, sheets, moderated.CRITERIA))
    assert book.values("By evaluator", "委員1")[2:] == [None, 45, 48.5]
    assert book.values("By evaluator", "委員2")[2:] == [51.5, 45, 46]


def test_a_grade_is_told_and_its_worth_computed():
    marks = {"plan": {"合議": "A", "E1": "B", "E2": "C"}}
    row = Written(evaluate(sheet(GRADED), {"A": marks})).values(SHEET, "plan")
    assert row[2:7] == ["E1 B, E2 C", 2.5, "A", 10, 7.5]


def test_for_publication_there_is_no_column_for_reasons(tmp_path):
    result = anonymous(moderated.evaluated(tmp_path), name_winner=True)
    book = Written(result)
    assert "Reason" not in book.texts(SHEET)
    assert moderated.REASON not in book.texts(SHEET)


def test_without_agreed_marks_there_is_no_such_sheet(tmp_path):
    result = results.evaluated(tmp_path)
    assert not moderation.needed(Frame(result))
    assert SHEET not in Written(result).sheets
