from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import procscore
from procscore import language
from procscore.diagnostics import Location
from procscore.export.ranking_book import export, written
from procscore.model.anonymous import anonymous
from support import procedures, ranking_books, results, values
from support.ranking_books import Written

EVERYTHING = ["Result", "Summary", "Details", "Price points", "Ties", "By evaluator", "Record"]
MARKED = values.sheet("criteria: [{id: a, points: 10}]")
HOSTILE = ["=1+1", "'", "[x]", "<r>x</r>", "長" * 40, "a\nb", "😀", "_x000D_"]


def test_a_small_procurement_from_the_result_down_to_the_marks(tmp_path):
    book = Written(results.evaluated(tmp_path))
    assert book.row("Result", "A社 株式会社アルファ") == [
        '=1+COUNTIF(F5:F7,">"&F6+0.00000000005)',
        "A社 株式会社アルファ",
        "='Details'!E13",
        "='Details'!E14",
        "='Price points'!C15",
        "='Details'!E16",
        "reserve",
    ]
    assert book.row("Details", "実施計画", 1) == [
        "実施計画",
        40,
        36,
        34,
        "=ROUND(ROUND(AVERAGE(C13:D13),10),2)",
    ]


def test_a_workbook_is_written_with_the_origins_of_its_numbers(tmp_path):
    result = results.evaluated(tmp_path)
    made = written(result)
    assert made.data == export(result)
    assert made.origins["Details", 12, 5] is result.vendor("A社").score("technical").derivation
    mark = result.vendor("A社").score("plan").marks[0]
    assert made.origins["Details", 13, 3] == mark.where
    first = [each for each in made.origins.values() if isinstance(each, Location)]
    assert {each.sheet for each in first} == {"採点_委員1", "採点_委員2", "案件"}


def test_the_figures_of_the_result_are_stored(tmp_path):
    result = results.evaluated(tmp_path)
    book = Written(result)
    for each in result.ranked:
        name = f"{each.vendor.id} {each.vendor.name}"
        rank, _name, *points, total, _word = [*book.values("Result", name), ""][:7]
        assert Fraction(rank) == each.rank
        assert Fraction(str(total)) == each.points_in_all
        assert sum(map(Fraction, map(str, points))) == each.points_in_all


def test_there_are_sheets_only_where_there_is_something(tmp_path):
    without_ties = [each for each in EVERYTHING if each != "Ties"]
    assert Written(results.evaluated(tmp_path)).sheets == without_ties
    assert Written(results.tied(tmp_path)).sheets == EVERYTHING


def test_where_all_have_withdrawn_the_result_says_so():
    vendors = {"A": {"status": "withdrawn", "reason": "no capacity"}, "B": {"status": "invalid"}}
    book = Written(values.evaluate(MARKED, vendors, evaluators=["E1"]))
    assert book.sheets == ["Result", "Record"]
    assert "No award: nobody is eligible." in book.texts("Result")
    assert book.row("Result", "A") == [None, "A", "withdrawn", "withdrew: no capacity"]


def test_one_vendor_and_one_evaluator():
    book = Written(values.evaluate(MARKED, {"A": {"a": [7]}}))
    assert book.row("Details", "a") == ["a", 10, 7, "=AVERAGE(C4)"]
    assert book.values("Result", "A")[:4] == [1, "A", 7, 7]


def test_what_only_the_secretariat_marks():
    sheet = values.sheet("criteria: [{id: s, points: 9, score: {method: marks, by: secretariat}}]")
    book = Written(values.evaluate(sheet, {"A": {"s": 5}, "B": {"s": 6}}))
    assert book.sheets == ["Result", "Summary", "Details", "Record"]
    assert book.row("Details", "s") == ["s", 9, 6, "=SUM(C4)"]


def test_hostile_names_stay_texts():
    vendors = {f"V{number}": {"name": name, "a": [number]} for number, name in enumerate(HOSTILE)}
    texts = Written(values.evaluate(MARKED, vendors)).texts("Result")
    for number, name in enumerate(HOSTILE):
        assert any(each.strip() == f"V{number} {name}" for each in texts)


def test_the_same_result_gives_the_same_bytes(tmp_path):
    one = results.tied(tmp_path)
    other = procscore.evaluate(tmp_path / "bids.xlsx")
    assert export(one) == export(other)


def test_it_is_written_in_the_language_of_the_reader(tmp_path):
    result = results.tied(tmp_path)
    language.use("ja")
    names = ["審査結果", "集計", "明細", "価格点", "同点", "委員別", "記録"]
    assert Written(result).sheets == names


def test_an_anonymous_result_is_as_live_as_any(tmp_path):
    result = anonymous(results.tied(tmp_path), name_winner=False)
    assert ranking_books.not_live(result) == []
    texts = [text for sheet in EVERYTHING for text in Written(result).texts(sheet)]
    assert not any("アルファ" in text or "福井 一郎" in text for text in texts)


def test_nothing_of_the_example_is_a_number_that_should_be_a_formula():
    assert ranking_books.not_live(results.example()) == []


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_every_procedure_can_be_written_and_every_number_is_live(data):
    written = data.draw(procedures.procedures())
    vendors = data.draw(procedures.entries(written))
    part = data.draw(st.sampled_from(["whole", "technical", "first"]))
    withdrawn = data.draw(st.sampled_from([(), ("A",), ("A", "B")]))
    recused = data.draw(procedures.recusals(written))
    result, _problems = procedures.run(
        written, vendors, part=part, withdrawn=withdrawn, recused=recused
    )
    if result is None:
        return
    assert ranking_books.not_live(result) == []
    book = Written(result)
    for each in result.ranked:
        row = book.values("Result", each.vendor.id, -1)  # before it, those of earlier stages
        assert row[0] == pytest.approx(float(each.rank))
        assert pytest.approx(float(each.points_in_all)) in row[2:]
