from procscore.diagnostics import Diagnostic, Location
from procscore.render.diagnostics import listing
from support import screen

BLANK = Diagnostic(
    "mark-blank",
    Location("bids.xlsx", "採点_委員1", 5, 3),
    {"vendor": "A社", "criterion": "実施計画", "evaluator": "委員1"},
)
ABSENT = Diagnostic(
    "evaluator-absent", Location("bids.xlsx", "審査委員", 2, 1), {"evaluator": "福井 一郎"}
)


def test_an_error_names_its_place_and_what_to_do():
    text = screen.shown(listing([BLANK]))
    assert text.startswith("error bids.xlsx [採点_委員1] C5: ")
    assert "[mark-blank]" in text
    assert text.splitlines()[1] == "  " + BLANK.hint


def test_a_note_asks_for_nothing():
    assert len(screen.shown(listing([ABSENT])).splitlines()) == 1
