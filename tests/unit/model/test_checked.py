from procscore.diagnostics import Diagnostic, Location, Severity
from procscore.model.checked import Checked, Linted, counts

FOUND = [
    Diagnostic(code, Location("criteria.yaml", row=number, column=1), {})
    for number, code in enumerate(
        ["declared-unused", "ties-not-stated", "ties-can-stay", "minimum-unreachable"], 1
    )
]


def test_what_was_found_is_counted_gravest_first():
    found = counts(FOUND)
    assert list(found.items()) == [
        (Severity.ERROR, 1),
        (Severity.WARNING, 2),
        (Severity.ADVICE, 1),
    ]
    assert counts([]) == {}


def test_findings_are_the_sheets_before_the_workbooks():
    first, second, third, fourth = FOUND
    sheets = (Linted("a", None, (first,)), Linted("b", None, (second, third)))
    assert Checked(sheets, ("bids.xlsx",), None, (fourth,)).findings == tuple(FOUND)
    assert Checked().findings == ()
