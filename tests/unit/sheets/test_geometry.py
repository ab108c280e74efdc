from dataclasses import replace

from procscore.sheets.geometry import FIRST, WIDEST_LANDSCAPE, Geometry
from procscore.sheets.handout import Form
from procscore.xlsx import width
from support import forms


def at(handout=None, vendors=None, **more):
    handout = handout or forms.handout()
    leaves = handout.of_evaluator(forms.evaluator("x"))
    shown = handout.to_mark if vendors is None else vendors
    return Geometry(replace(handout, **more), Form("panel", "t", "x", leaves, shown))


def many(count, name="社"):
    return tuple(forms.vendor(f"{number}{name}") for number in range(count))


def test_criteria_begin_below_the_headings_and_every_row_is_another():
    found = at()
    numbers = [row.number for row in found.body]
    assert numbers == list(range(FIRST, FIRST + len(numbers)))
    assert found.after == numbers[-1] + 1
    assert all(row.leaf for row in found.leaves)
    assert len(found.leaves) < len(found.body)


def test_notes_have_a_column_only_where_there_are_any():
    assert (at().noted, at().points, at().first_vendor) == (True, 4, 6)
    plain = at(forms.handout("criteria: [{id: plan, points: 5}]"))
    assert (plain.noted, plain.points, plain.first_vendor) == (False, 3, 5)


def test_a_comment_stands_behind_each_vendor_and_parts_the_marks():
    found = at(vendors=many(3))
    assert list(found.columns.values()) == [6, 7, 8]
    assert found.blocks == [(6, 8)]
    assert found.last_column == 8
    parted = at(vendors=many(3), comments=True)
    assert list(parted.columns.values()) == [6, 8, 10]
    assert parted.blocks == [(6, 6), (8, 8), (10, 10)]
    assert parted.last_column == 11


def test_every_column_has_a_width_and_a_vendor_one_for_its_heading():
    found = at(vendors=many(4, "番目の提案者"))
    assert len(found.widths) == found.last_column
    assert found.wide(found.first_vendor) >= width("0番目の提案者")
    assert found.wide(2) <= 44
    long = at(vendors=many(2, "字" * 99))
    assert long.wide(long.first_vendor) == 30


def test_a_wide_form_is_printed_across_the_page():
    narrow = forms.handout("criteria: [{id: a, points: 5}]")
    assert not at(narrow, vendors=many(2)).landscape
    assert at(narrow, vendors=many(9)).landscape


def test_vendors_that_do_not_fit_go_on_to_further_pages():
    assert at(vendors=many(3)).pages_wide == 1
    found = at(vendors=many(12), comments=True)
    room = WIDEST_LANDSCAPE - found.fixed
    assert (found.pages_wide - 1) * room < sum(found.widths) - found.fixed
    assert sum(found.widths) - found.fixed <= found.pages_wide * room + room


def test_the_count_of_blanks_stands_below_the_sums():
    found = at()
    assert found.missing == found.after + 1
    nothing = "criteria: [{id: met, points: 0, score: {method: check}}, {id: p, points: 1, score: {method: marks, by: secretariat}}]"
    assert at(forms.handout(nothing)).missing == at(forms.handout(nothing)).after


def test_a_row_is_as_high_as_its_longest_text():
    text = "criteria: [{id: a, name: %s, points: 5}, {id: b, points: 5, note: %s}]"
    found = at(forms.handout(text % ("字" * 60, "字" * 60)))
    first, second = found.leaves
    assert found.lines(first) > 2
    assert found.lines(second) > 3
    short = at(forms.handout(text % ("短い", "短い")))
    assert [short.lines(row) for row in short.leaves] == [1, 1]


OVERRIDES = "criteria: [{id: a, points: 5}]\npanel: {consensus: %s}"


def agreed(text):
    handout = forms.handout(text)
    return Geometry(handout, Form("consensus", "t", "", handout.agreed(), handout.to_mark))


def test_a_form_of_marks_that_override_has_comments_and_no_omissions():
    found = agreed(OVERRIDES % "overrides")
    assert (found.optional, found.commented) == (True, True)
    owed = agreed("criteria: [{id: a, points: 5}]\npanel: {aggregate: consensus}")
    assert (owed.optional, owed.commented) == (False, False)
    assert not at(forms.handout(OVERRIDES % "overrides")).commented  # an evaluator's own
