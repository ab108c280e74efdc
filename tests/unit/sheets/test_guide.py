import pytest

from procscore import language
from procscore.sheets.geometry import Geometry
from procscore.sheets.guide import guide
from procscore.sheets.handout import Form
from support import forms

CHECKS = "criteria: [{id: met, points: 0, score: {method: check}}, {id: p, points: 1, score: {method: marks, by: secretariat}}]"
RANKED = """
criteria: [{id: plan, points: 60, score: {method: marks, step: 1}}]
ranking: {by: rank-sum, evaluator_ranks: distinct}
"""


def told(text=None, recused=()):
    handout = forms.handout(text) if text else forms.handout()
    leaves = handout.of_evaluator(forms.evaluator("x"))
    form = Form("panel", "t", "x", leaves, handout.to_mark, recused)
    return guide(Geometry(handout, form)).split("\n")


def test_sentences_are_numbered_and_say_what_a_blank_is():
    sentences = told()
    assert [each[:2] for each in sentences] == ["1.", "2.", "3."]
    assert "enter 0 where you mean 0" in sentences[1]


@pytest.mark.parametrize(("text", "word"), [(RANKED, "Rank"), (None, None)])
def test_own_ranks_are_asked_for_where_the_rule_asks_for_them(text, word):
    assert any("same total" in each for each in told(text)) == (word is not None)
    assert any(f"“{word}”" in each for each in told(text)) == (word is not None)


def test_sums_are_spoken_of_only_where_there_are_any():
    assert any("Sums" in each for each in told())
    assert not any("Sums" in each for each in told(CHECKS))


def test_who_is_recused_is_told_by_the_letter_where_there_are_letters():
    recused = (forms.vendor("A社", label="Q"), forms.vendor("B社"))
    assert told(recused=recused)[-1].endswith("Recused, and not to be marked here: Q, B社.")


def test_it_is_told_in_japanese():
    language.use("ja")
    assert "採点方法" in told()[0]


def test_of_marks_that_override_it_is_told_what_a_blank_is_and_where_the_reason_stands():
    handout = forms.handout("criteria: [{id: a, points: 5}]\npanel: {consensus: overrides}")
    form = Form("consensus", "t", "", handout.agreed(), handout.to_mark)
    sentences = guide(Geometry(handout, form)).split("\n")
    assert "only where the panel agreed on one" in sentences[0]
    assert sentences[1] == "2. Where a cell is blank, the evaluators' own marks count."
    assert sentences[2] == "3. Enter the reason into the column “Comment”."
