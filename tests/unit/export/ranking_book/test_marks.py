import pytest

from procscore.names import sign_key
from support import values
from support.ranking_books import Written, not_live

GRADED = values.sheet("""
    scales: {odd: {A: 100%, "○": 50%, E: 0%}}
    criteria:
      - {id: q, points: 20, score: {method: grades, scale: odd}}
      - {id: c, points: 5, score: {method: check, fail: points, votes: majority}}
""")
VETOED = values.sheet("""
    criteria:
      - id: v
        points: 10
        score: {method: marks, from: -3, to: 10, veto: {mark: "-3", votes: all, otherwise: "-2"}}
""")
CHECKED = {"A": {"q": ["A", "E"], "c": ["○", "×"]}}


def test_numbers_stand_in_the_row_of_their_criterion():
    sheet = values.sheet("criteria: [{id: a, points: 10, score: {method: marks, from: -5}}]")
    book = Written(values.evaluate(sheet, {"A": {"a": ["-2.5", 7]}}))
    assert book.row("Details", "a") == ["a", 10, -2.5, 7, "=AVERAGE(C4:D4)"]


def test_beside_grades_stands_what_they_are_worth():
    book = Written(values.evaluate(GRADED, CHECKED))
    worth = "SUMPRODUCT(EXACT('Record'!$A$5:$A$7,{0})*'Record'!$B$5:$B$7)/SUMPRODUCT(--EXACT('Record'!$A$5:$A$7,{0}))"
    assert book.row("Details", "q") == [
        *("q", 20, "A", "E", "=20*AVERAGE(F4:G4)"),
        *("=" + worth.format("C4"), "=" + worth.format("D4")),
    ]
    assert book.values("Details", "q")[4:] == [10, 1, 0]


def test_a_check_is_met_or_not():
    book = Written(values.evaluate(GRADED, CHECKED))
    assert book.row("Details", "c") == [
        *("c", 5, "○", "×", "=IF(ROUND(2*SUM(F5:G5)-2,11)>=0,5,0)"),
        *('=IF(C5="○",1,IF(C5="×",0,1/0))', '=IF(D5="×",0,IF(D5="○",1,1/0))'),
    ]


def test_a_check_in_other_words_counts_as_they_do():
    result = values.evaluate(GRADED, CHECKED)
    score = result.vendors[0].score("c")
    told = [each._replace(written=word) for each, word in zip(score.marks, "適否", strict=True)]
    object.__setattr__(score, "marks", tuple(told))
    assert Written(result).row("Details", "c")[5:] == [
        *('=IF(C5="適",1,IF(C5="×",0,1/0))', '=IF(D5="否",0,IF(D5="○",1,1/0))'),
    ]


def test_a_grade_is_written_as_the_scale_spells_it():
    result = values.evaluate(GRADED, {"A": {"q": ["A", "○"], "c": ["○", "○"]}})
    score = result.vendors[0].score("q")
    told = score.marks[1]._replace(written="〇")
    assert sign_key(told.written) == sign_key("○")
    object.__setattr__(score, "marks", (score.marks[0], told))
    assert Written(result).row("Details", "q")[2:4] == ["A", "○"]
    assert not_live(result) == []


def test_a_veto_that_too_few_gave_counts_as_the_sheet_says():
    result = values.evaluate(VETOED, {"A": {"v": [-3, 4]}})
    book = Written(result)
    assert book.row("Details", "v") == [
        *("v", 10, -3, 4, "=AVERAGE(F4:G4)"),
        "=IF(AND(C4=-3,COUNTIF(C4:D4,-3)<2),-2,C4)",
        "=IF(AND(D4=-3,COUNTIF(C4:D4,-3)<2),-2,D4)",
    ]
    assert book.values("Details", "v")[5:] == [-2, 4]
    assert not_live(result) == []
    note = book.formulas["Details"]["C4"].comment.text
    assert note == "It counts as -2: too few gave it."


def test_a_grade_may_be_the_veto():
    sheet = values.sheet("""
        scales: {s: {A: 100%, C: 20%, E: 0%}}
        criteria:
          - id: q
            points: 10
            score:
              {method: grades, scale: s, veto: {mark: E, votes: majority, otherwise: C}}
    """)
    row = Written(values.evaluate(sheet, {"A": {"q": ["E", "A", "A"]}})).row("Details", "q")
    assert row[6].startswith(
        "=IF(AND(EXACT(C4,'Record'!$A$7),SUMPRODUCT(--EXACT(C4:E4,'Record'!$A$7))<2),0.2,SUMPRODUCT("
    )


def test_who_gave_no_mark_is_told_with_the_reason():
    sheet = values.sheet("criteria: [{id: a, points: 10}]")
    vendors = {"A": {"a": {"E1": 5, "E2": 6}}, "B": {"a": {"E1": 7}}}
    result = values.evaluate(
        sheet, vendors, evaluators=["E1", "E2", "E3"], absent=["E3"], recused={"E2": ["B"]}
    )
    book = Written(result)
    assert book.row("Details", "a", 0)[2:] == [7, "recused", "absent", "=AVERAGE(C4)"]
    assert book.row("Details", "a", 1)[2:] == [5, 6, "absent", "=AVERAGE(C8:D8)"]


def test_who_sits_on_another_panel_owes_no_mark():
    sheet = values.sheet("""
        criteria: [{id: a, points: 10}, {id: b, points: 10, panel: staff}]
        panel: {name: members}
        panels: {staff: {aggregate: mean}}
    """)
    marks = {"A": {"a": [5], "b": [6]}}
    absent = values.evaluate(
        sheet,
        marks,
        evaluators=["E1", "staff1", "staff2"],
        absent=["staff2"],
        panels={"staff2": ["staff"]},
    )
    book = Written(absent)
    assert book.row("Details", "a") == ["a", 10, 5, None, None, "=AVERAGE(C4)"]
    assert book.row("Details", "b") == ["b", 10, None, 6, "absent", "=AVERAGE(D5)"]


def test_what_was_agreed_on_stands_beside_what_each_had_given():
    sheet = values.sheet("criteria: [{id: a, points: 10}]\npanel: {aggregate: consensus}")
    book = Written(values.evaluate(sheet, {"A": {"a": {"合議": 7, "E1": 6, "E2": 9}}}))
    assert book.row("Details", "a") == ["a", 10, 6, 9, 7, "=AVERAGE(E4)"]


@pytest.mark.parametrize("comment", ["良い", "x" * 40_000])
def test_a_comment_is_a_note(comment):
    result = values.evaluate(VETOED, {"A": {"v": [5]}})
    score = result.vendors[0].score("v")
    object.__setattr__(score, "marks", (score.marks[0]._replace(comment=comment),))
    book = Written(result)
    assert book.formulas["Details"]["C4"].comment.text[:10] == comment[:10]
    cut = [each for each in book.texts("Record") if "only the beginning" in each]
    assert len(cut) == (len(comment) > 40)
