import pytest

from procscore.diagnostics import Location
from procscore.model.bids import Evaluator, Vendor
from procscore.model.submission import STATE_WORDS, By, Missing, State, Submission, Submissions
from support import values

SHEET = values.sheet("criteria: [{id: plan, points: 60}, {id: staff, points: 40}]")
PLACE = Location("bids.xlsx", "採点_E1")
CELL = Location("bids.xlsx", "採点_E1", 2, 4)
VENDORS = tuple(Vendor(each, each, values.PLACE) for each in ("A", "B"))


def row(given=4, blank=0, *, vendors=VENDORS, present=True, sheets=(PLACE,), **more):
    """Return what an evaluator who owes two marks of each vendor has handed in."""
    return Submission(
        by=By.PANEL,
        evaluator=Evaluator("E1", "E1", values.PLACE, present=present),
        vendors=vendors,
        criteria=("plan", "staff"),
        given=given,
        blank=(Missing("A", "plan", CELL),) * blank,
        sheets=sheets,
        **more,
    )


@pytest.mark.parametrize(
    ("submission", "state"),
    [
        (row(4), State.COMPLETE),
        (row(3, 1), State.INCOMPLETE),
        (row(0, 4), State.MISSING),
        (row(0, sheets=()), State.MISSING),
        (row(3), State.FAULTY),
        (row(0), State.FAULTY),
        (row(4, errors=1), State.FAULTY),
        (row(2, 1), State.INCOMPLETE),
        (row(3, 1, errors=1), State.INCOMPLETE),
        (row(4, present=False), State.ABSENT),
        (row(0, vendors=()), State.NOTHING_OWED),
        (row(1, vendors=(), optional=True), State.OPTIONAL),
        (row(0, vendors=(), optional=True, present=False), State.ABSENT),
    ],
)
def test_the_state_says_what_is_to_be_asked_for_first(submission, state):
    assert submission.state is state


@pytest.mark.parametrize(
    ("submission", "owed", "unread", "still_open"),
    [
        (row(4), 4, 0, 0),
        (row(1, 2), 4, 1, 2),
        (row(0, sheets=()), 4, 0, 4),
        (row(0), 4, 4, 0),
        (row(3, vendors=(), optional=True), 0, 0, 0),
    ],
)
def test_what_is_owed_is_given_or_open_or_could_not_be_read(submission, owed, unread, still_open):
    assert (submission.owed, submission.unread, submission.open) == (owed, unread, still_open)


@pytest.mark.parametrize("state", State)
def test_every_state_has_its_word(state):
    assert STATE_WORDS[state]


def whole(*rows, problems=()):
    return Submissions(SHEET, "", VENDORS, frozenset("AB"), rows, diagnostics=tuple(problems))


@pytest.mark.parametrize(
    ("rows", "complete"),
    [
        ([row(4), row(4, present=False), row(0, vendors=())], True),
        ([row(1, vendors=(), optional=True)], True),
        ([row(4), row(0, sheets=())], False),
        ([row(4), row(3, 1)], False),
        ([row(4, errors=1)], False),
    ],
)
def test_it_is_complete_when_nobody_owes_anything_more(rows, complete):
    assert whole(*rows).complete is complete


def test_only_errors_are_counted_as_errors():
    problems = values.Problems()
    problems.add("mark-above-maximum", CELL, text="9", highest="8", criterion="x", lowest="0")
    problems.add("evaluator-absent", CELL, evaluator="E1")
    assert whole(problems=problems).errors == 1
