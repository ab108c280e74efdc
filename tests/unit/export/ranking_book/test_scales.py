from procscore.export.ranking_book.ledger import Spot
from procscore.export.ranking_book.scales import Scales
from support import values
from support.ranking_books import draft, read

SHEET = values.sheet("""
    scales: {unused: {x: 100%}, "five": {A: 100%, "a*": 50%, E: 0%}}
    criteria: [{id: q, points: 10, score: {method: grades, scale: five}}]
""")


def scales():
    made, sheet = Scales(SHEET), draft([20, 20, 60])
    made.draft(sheet)
    return made, sheet


def test_the_scales_that_are_used_stand_in_the_sheet():
    _scales, sheet = scales()
    cells = [row for row in read(sheet)["S"].iter_rows(values_only=True) if any(row)]
    assert [each[:2] for each in cells] == [
        ("Scale “five”", None),
        ("Grade", "Share of the points"),
        ("A", 1),
        ("a*", 0.5),
        ("E", 0),
    ]


def test_a_grade_is_found_sign_by_sign():
    made, _sheet = scales()
    assert made.worth("five", Spot("Details", 6, 3)) == (
        "SUMPRODUCT(EXACT('S'!$A$4:$A$6,C6)*'S'!$B$4:$B$6)/SUMPRODUCT(--EXACT('S'!$A$4:$A$6,C6))"
    )


def test_the_cell_of_a_grade():
    made, _sheet = scales()
    assert made.grade("five", "a*", "Details") == "'S'!$A$5"
    assert made.grade("five", "A", "S") == "$A$4"
