"""Who is marked, and who marks what."""

import pytest

from procscore.model.bids import Status
from procscore.sheets.handout import by_letter
from support import forms

OUT = (Status.WITHDRAWN, Status.DISQUALIFIED, Status.INVALID)


@pytest.mark.parametrize("status", OUT)
def test_who_is_out_is_not_marked(status):
    vendors = (forms.vendor("A"), forms.vendor("B", status=status), forms.vendor("C"))
    assert [each.id for each in forms.handout(vendors=vendors).to_mark] == ["A", "C"]


def test_letters_stand_in_their_order_and_not_in_that_of_the_vendors():
    letters = {"A": "B", "B": "AA", "C": "Z", "D": "A"}
    vendors = tuple(forms.vendor(each, label=label) for each, label in letters.items())
    handout = forms.handout(vendors=vendors)
    assert handout.anonymous
    assert [each.label for each in handout.to_mark] == ["A", "B", "Z", "AA"]
    assert not forms.handout().anonymous


def test_vendors_stand_in_their_own_order():
    vendors = tuple(map(forms.vendor, ("C", "A", "B")))
    assert [each.id for each in forms.handout(vendors=vendors).to_mark] == ["C", "A", "B"]


def test_longer_letters_come_later():
    labels = ("AA", "Z", "B", "AB")
    found = sorted((forms.vendor("x", label=each) for each in labels), key=by_letter)
    assert [each.label for each in found] == ["B", "Z", "AA", "AB"]


def test_an_evaluator_marks_what_its_panels_mark():
    handout = forms.handout()
    own = handout.of_evaluator(forms.evaluator("1"))
    assert [leaf.id for leaf in own] == [
        *("aim", "steps", "risk", "lead", "staff", "words", "gaps", "scaled", "met"),
    ]
    both = handout.of_evaluator(forms.evaluator("1", panels=frozenset({"office", "board"})))
    assert [leaf.id for leaf in both] == ["hearing", "agreed"]


def test_the_secretariat_and_the_panel_as_a_whole_have_their_own():
    handout = forms.handout()
    assert [leaf.id for leaf in handout.of_secretariat()] == ["record", "isms"]
    assert [leaf.id for leaf in handout.agreed()] == ["agreed"]


def test_of_a_stage_only_its_criteria_are_marked():
    sheet = forms.handout().criteria
    some = tuple(leaf for leaf in sheet.leaves if leaf.id in ("aim", "record"))
    handout = forms.handout(leaves=some)
    assert [leaf.id for leaf in handout.of_evaluator(forms.evaluator("1"))] == ["aim"]
    assert [leaf.id for leaf in handout.of_secretariat()] == ["record"]
    assert handout.agreed() == ()


def test_who_is_absent_recused_for_all_or_without_anything_to_mark_gets_no_sheet():
    evaluators = (
        forms.evaluator("here"),
        forms.evaluator("absent", present=False),
        forms.evaluator("recused", recused=frozenset({"A社", "B社", "C社"})),
        forms.evaluator("partly", recused=frozenset({"A社", "B社"})),
        forms.evaluator("office", panels=frozenset({"office"})),
        forms.evaluator("nothing", panels=frozenset({"elsewhere"})),
    )
    handout = forms.handout(evaluators=evaluators)
    assert [each.id for each in handout.marking()] == ["here", "partly", "office"]


def test_a_recusal_for_all_who_are_still_marked_is_one_for_all():
    vendors = (forms.vendor("A"), forms.vendor("B", status=Status.WITHDRAWN))
    evaluators = (forms.evaluator("1", recused=frozenset({"A"})),)
    assert list(forms.handout(vendors=vendors, evaluators=evaluators).marking()) == []


def test_a_panel_whose_agreed_marks_override_has_both_its_own_and_those():
    handout = forms.handout("criteria: [{id: a, points: 5}]\npanel: {consensus: overrides}")
    assert [leaf.id for leaf in handout.agreed()] == ["a"]
    assert [leaf.id for leaf in handout.of_evaluator(forms.evaluator("1"))] == ["a"]
