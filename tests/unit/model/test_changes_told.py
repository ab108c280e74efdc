"""What moved in words."""

from dataclasses import replace

import pytest

from procscore.comparing.results import compare
from procscore.diagnostics import Location
from procscore.model.bids import InputFile
from procscore.model.changes import Change, Side
from procscore.model.changes_told import (
    cell_words,
    change_words,
    lead,
    one_sided,
    short_cell_words,
    side_words,
    sources,
)
from procscore.model.part import Part
from procscore.model.scope import technical_only, up_to
from support import changes, results, stages
from support.values import attempt, evaluate, price, sheet


def sentences(found):
    return [str(each) for each in lead(found)]


def test_nothing_is_one_sentence(tmp_path):
    result = results.evaluated(tmp_path)
    assert sentences(compare(result, result)) == ["Nothing that was handed in and no rule differs."]


def test_files_and_versions_that_differ_are_told_all_the_same(tmp_path):
    result = results.evaluated(tmp_path)
    (book, *more) = result.inputs
    other = replace(result, version="0", inputs=(replace(book, sha256="0"), *more))
    assert sentences(compare(result, other))[1:] == [
        "The files are not the same byte for byte all the same.",
        f"They were computed by different versions of procscore: {result.version}, 0.",
    ]
    assert (
        "a result for publication leaves out"
        in sentences(compare(result, replace(result, anonymous="all")))[1]
    )


def test_the_lead_counts_and_says_what_became_of_it(tmp_path):
    cells = {"採点_委員1": {"D2": 38, "F2": 32}, "提案者": {"C4": 9_500_000}}
    assert sentences(changes.between(tmp_path, cells)) == [
        "Changes: 3 (prices and other amounts 1, marks 2).",
        "Ranks moved: A社 2 → 1, B社 1 → 2.",
        "The award moved: preferred bidder B社 → A社.",
    ]


def test_a_reserve_that_moved_is_told_and_so_is_that_nothing_did(tmp_path):
    # C's plan grows from 31.25 to 33.25: its total from 82.81 to 84.81, above A's 84.75.
    found = changes.between(tmp_path / "a", {"採点_委員1": {"F2": 34.5}, "採点_委員2": {"F2": 32}})
    assert sentences(found)[1:] == [
        "Ranks moved: A社 2 → 3, C社 3 → 2.",
        "The award moved; the preferred bidder is the same.",
    ]
    found = changes.between(tmp_path / "b", {"採点_委員1": {"F2": 33}})
    assert sentences(found)[1:] == ["No rank moved.", "The award did not move."]


def staged(tmp_path, moved):
    both = (stages.CRITERIA, stages.CRITERIA)
    return sentences(changes.between(tmp_path, moved, criteria=both, sheets=stages.valid))


def test_ranks_of_an_earlier_stage_are_told_apart_from_those_of_the_result(tmp_path):
    # In the first stage B has 23.5 and A 28; A's plan falls from 19 to 14. In the end A has 85.5,
    # then 80.5, and B 91.5: ranks of the result stay.
    moved = {"採点_委員1": {"D2": 14}, "採点_委員2": {"D2": 14}}
    assert staged(tmp_path, moved)[1:] == [
        "No rank of the result moved.",
        "Ranks moved in “一次審査”: A社 1 → 2, B社 2 → 1.",
        "The award did not move.",
    ]


def test_who_goes_on_from_an_earlier_stage_is_told(tmp_path):
    # A's plan falls to 1: with 10 in the first stage it is last, and C goes on.
    marks = {"D2": 1, "F4": 20}
    moved = {each: {**marks, "D4": None} for each in ("採点_委員1", "採点_委員2")}
    found = staged(tmp_path, moved)
    assert "Who goes on from “一次審査” moved: A社, B社 → B社, C社." in found


GATED = sheet(f"""
    criteria: [{{id: plan, points: 60}}, {price(40)}]
    stages:
      - {{id: first, name: 一次, criteria: [plan], gate: {{top: 2, skip_below: 3, at_cut: committee}}}}
      - {{id: last, name: 二次, criteria: [price], carry_over: true}}
""")


def offers(*plans):
    return {each: {"plan": [plan], "total": 9} for each, plan in zip("ABCD", plans, strict=False)}


def test_a_stage_that_was_held_in_one_only_is_told_and_not_who_goes_on():
    out = {**offers(50, 40, 30), "C": {"status": "withdrawn"}}
    both = [evaluate(GATED, each) for each in (offers(50, 40, 30), out)]
    assert [each for each in sentences(compare(*both)) if "held" in each or "goes" in each] == [
        "“一次” was held before, and is not now: few vendors apply."
    ]
    back = sentences(compare(*reversed(both)))
    assert [each for each in back if "held" in each or "goes" in each] == [
        "“一次” is held now, and was not before: few vendors applied."
    ]


@pytest.mark.parametrize(
    ("plans", "told"),
    [
        ((50, 30, 40), "Who goes on moved: A, B → A, C."),
        ((50, 40, 40), "Who goes on moved: A, B → A."),
        ((50, 40, 35), "The award did not move."),
    ],
)
def test_while_nobody_is_chosen_the_award_is_who_goes_on(plans, told):
    part = up_to(GATED, "first")
    old, new = (attempt(part, offers(*each))[0] for each in ((50, 40, 30), plans))
    assert sentences(compare(old, new))[-1] == told


def test_where_the_same_go_on_it_is_told_who_is_tied_across_the_line():
    part = up_to(GATED, "first")
    old, new = (attempt(part, offers(*each))[0] for each in ((50, 40, 40, 9), (50, 40, 40, 40)))
    told = sentences(compare(old, new))
    assert told[-1] == "Who is tied across the line moved: B, C → B, C, D."


def test_where_nobody_is_preferred_in_either_no_bidder_is_called_the_same():
    rules = sheet(f"""
        criteria: [{{id: plan, points: 60}}, {{id: talk, points: 20}}, {price(20)}]
        stages:
          - {{id: first, name: 一次, criteria: [plan], gate: {{top: 2}}}}
          - {{id: last, name: 二次, criteria: [talk, price], carry_over: true}}
    """)
    bids = {each: {"plan": [plan], "talk": [9]} for each, plan in (("A", 50), ("B", 40))}
    old, new = (attempt(part, bids)[0] for part in (up_to(rules, "first"), technical_only(rules)))
    told = sentences(compare(old, replace(new, part=Part(technical_only=True))))
    assert told[-1] == "The award moved; there is no preferred bidder in either."


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (("a.xlsx", "D2"), ("a.xlsx", "D2"), "a.xlsx [採点] D2"),
        (("a.xlsx", "D2"), ("b.xlsx", "D2"), "a.xlsx → b.xlsx [採点] D2"),
        (("a.xlsx", "D2"), ("b.xlsx", "D3"), "a.xlsx [採点] D2 → b.xlsx [採点] D3"),
        (None, ("b.xlsx", "D3"), "b.xlsx [採点] D3"),
        (("a.xlsx", "D2"), None, "a.xlsx [採点] D2"),
        (None, None, ""),
    ],
)
def test_both_cells_are_told_and_one_where_it_is_the_same(tmp_path, old, new, expected):
    result = results.evaluated(tmp_path)
    sides = (
        each and Side("x", where=Location(f"/folder/{each[0]}", "採点", int(each[1][1:]), 4))
        for each in (old, new)
    )
    assert cell_words(compare(result, result), Change("mark", "plan", *sides)) == expected


@pytest.mark.parametrize(
    ("sheets", "expected"),
    [
        (("採点", "採点"), "[採点] D2"),
        (("採点", "採点2"), "[採点] D2 → [採点2] D2"),
        ((None, "採点"), "[採点] D2"),
        ((None, None), ""),
    ],
)
def test_where_each_is_of_one_file_the_files_are_not_told_again(tmp_path, sheets, expected):
    result = results.evaluated(tmp_path)
    sides = (each and Side("x", where=Location(f"{each}.xlsx", each, 2, 4)) for each in sheets)
    assert short_cell_words(compare(result, result), Change("mark", "plan", *sides)) == expected


def test_where_one_is_of_several_files_the_file_is_told(tmp_path):
    result = results.evaluated(tmp_path)
    several = replace(result, inputs=result.inputs * 2)
    side = Side("x", where=Location("委員1.xlsx", "採点", 2, 4))
    change = Change("mark", "plan", side, side)
    for pair in ((result, several), (several, result)):
        assert short_cell_words(compare(*pair), change) == "委員1.xlsx [採点] D2"


def test_a_place_in_a_text_file_keeps_its_file(tmp_path):
    result = results.evaluated(tmp_path)
    change = Change("mark", "plan", None, Side("x", where=Location("marks.csv", row=2, column=4)))
    assert short_cell_words(compare(result, result), change) == "marks.csv:2:4"


def test_a_blank_is_a_word_and_nothing_a_dash():
    assert [str(side_words(each)) for each in (None, Side(""), Side("8"))] == ["-", "blank", "8"]
    change = Change("mark", "plan", Side("8"), Side(""), "A", "E1", "plan")
    assert str(change_words(change)) == "A, plan, E1: 8 → blank"


def test_whose_marks_count_in_one_only_is_told(tmp_path):
    gone = {"審査委員": {"C3": "欠席"}, "採点_委員2": {c + r: None for c in "DEF" for r in "23"}}
    gone["提案者"] = {"D3": "辞退", "E3": "都合"}
    found = changes.between(tmp_path, gone)
    assert [str(each) for each in one_sided(found)] == [
        "A社, before only: 委員2",
        "B社, before only: all marks",
        "C社, before only: 委員2",
    ]
    back = compare(found.new, found.old)
    assert [str(each) for each in one_sided(back)][1] == "B社, after only: all marks"


def test_a_file_without_a_digest_is_not_told_apart_by_one():
    book = InputFile("/x/input-1.xlsx", "input-1.xlsx", "a" * 64)
    public, other = replace(book, sha256=""), replace(book, sha256="b" * 64)
    assert list(sources([book], [public])) == list(sources([public], [book])) == ["input-1.xlsx"]
    assert list(sources([book], [other])) == ["input-1.xlsx (SHA-256 aaaaaaaa…)"]
