"""Rows and columns that cross the marks, each with what heads it."""

from procscore.diagnostics import Problems
from procscore.ingest.foreign.lines import lines
from procscore.ingest.foreign.meaning import Kind, Names
from support import foreign
from support.foreign import Drawn

LAYOUT = """\
procscore-layout: 1
marks: [C3:D6, F3:F1048576]
vendor: {row: 1}
evaluator: {row: 2}
criterion: {column: A}
"""
SHEET = Drawn(
    {
        "C1": "A社",
        "F1": "B社",
        "C2": "委員1",
        "D2": "委員2",
        "E2": "備考",
        "F2": "委員1",
        "A3": "aim",
        "A4": "aim",
        "A5": "小計",
        "C6": 3,
        "A9": "issues",
        "H3": 1,
    },
    merged=("C1:D1",),
)


def _lines(sheet=SHEET):
    names = Names(
        foreign.layout(LAYOUT).layout, foreign.criteria(), foreign.task(), foreign.panel()
    )
    return lines(sheet, names, Problems())


def test_only_lines_in_which_something_stands_are_looked_at():
    found = _lines()
    assert list(found.rows) == [3, 4, 5, 6, 9]
    assert list(found.columns) == [3, 4, 6]


def test_a_line_is_what_its_least_plain_heading_is():
    found = _lines()
    assert [line.kind for line in found.rows.values()] == [
        *(Kind.ONE, Kind.ONE, Kind.PASSED, Kind.BLANK, Kind.ONE)
    ]
    assert [line.same for line in found.columns.values()] == [
        (("evaluator", "委員1"), ("vendor", "A社")),
        (("evaluator", "委員2"), ("vendor", "A社")),
        (("evaluator", "委員1"), ("vendor", "B社")),
    ]


def test_the_first_of_lines_that_mean_the_same_is_marked():
    assert [line.first for line in _lines().rows.values()] == [True, False, True, True, True]


def test_an_empty_sheet_has_no_lines():
    found = _lines(Drawn({"A1": "題名"}))
    assert (dict(found.rows), dict(found.columns)) == ({}, {})
