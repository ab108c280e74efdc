from fractions import Fraction

from procscore.model.page import Sentences, Table
from procscore.pages import criteria_sheet
from support import values

SHEET = values.sheet("""
    authority: 例示市
    date: "2026"
    source: {citation: 別紙1, coverage: excerpt}
    assumptions:
      - {ja: 仮定, en: Assumed}
    scales: {five: {A: 100%, B: 50%}}
    criteria:
      - id: technical
        points: 80
        rescale: {formula: points * raw / of}
        criteria:
          - {id: plan, points: 60, topic: approach, score: {method: grades, scale: five}}
          - {id: staff, points: 40, score: {method: marks, to: 5, step: 1, by: secretariat}}
      - {id: price, points: 20, score: {method: price, amount: total, formula: lowest-ratio}}
""")


def table():
    return next(each for each in criteria_sheet.page(SHEET).blocks if isinstance(each, Table))


def texts(row):
    return [str(cell.text) for cell in row]


def test_the_table_has_groups_before_their_parts_and_the_total_at_the_end():
    assert [texts(row) for row in table().rows] == [
        ["technical", "80", "80.0 %", "converted from 100 points", ""],
        ["plan", "60", "48.0 %", "A 100%, B 50%", "Approach and understanding"],
        ["staff", "40", "32.0 %", "secretariat: 0 to 5, whole numbers", ""],
        ["price", "20", "20.0 %", "points × lowest price ÷ price", "Total price"],
        ["Total", "100", "", "", ""],
    ]
    assert [row[0].indent for row in table().rows] == [0, 1, 1, 0, 0]
    assert [row[0].strong for row in table().rows] == [True, False, False, False, True]


def test_shares_of_parts_are_of_what_they_really_give():
    plan = table().rows[1]
    assert plan[1].value == 60
    assert plan[2].value == Fraction(48, 100)


def test_the_lead_says_whose_it_is_and_how_much_of_the_source_it_holds():
    assert [str(each) for each in criteria_sheet.page(SHEET).lead] == [
        "例示市 / 2026",
        "Id: test. Points in all: 100.",
        "Source (excerpt): 別紙1",
    ]


def test_facets_without_a_sentence_are_left_out_and_assumptions_come_last():
    titles = [str(e.title) for e in criteria_sheet.page(SHEET).blocks if isinstance(e, Sentences)]
    assert titles == [
        *("Price", "What the price is", "Who marks", "Aggregation", "Rounding", "Ceiling"),
        *("Ranking", "Ties", "Award", "Assumptions"),
    ]
    assumptions = criteria_sheet.page(SHEET).blocks[-1]
    assert [str(each) for each in assumptions.sentences] == ["Assumed"]


def test_what_does_not_count_in_the_end_has_no_share():
    sheet = values.sheet("""
        criteria: [{id: a, points: 50}, {id: b, points: 150}]
        stages:
          - {id: s1, name: 一次審査, criteria: [a], gate: {top: 2}}
          - {id: s2, name: 二次審査, criteria: [b], carry_over: false}
    """)
    (criteria,) = [e for e in criteria_sheet.page(sheet).blocks if isinstance(e, Table)]
    assert [texts(row)[:3] for row in criteria.rows] == [
        ["a", "50", ""],
        ["b", "150", "100.0 %"],
        ["Total", "200", ""],
    ]
    assert str(criteria.notes[-1]) == "Shares are of the 150 points that count in the last stage."
