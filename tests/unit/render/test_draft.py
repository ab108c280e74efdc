"""What a drafted layout would read, as a table."""

from procscore.diagnostics import Location
from procscore.model.draft import Draft, Met, SheetRead
from procscore.render.draft import draft
from support import screen


def _met(text, known=None, cell=(1, 1)):
    return Met(text, Location("a.xlsx", "表", *cell), known)


READ = SheetRead(
    Location("a.xlsx", "表"),
    (_met("山田", "委員1"), _met("佐藤", None, (2, 3))),
    tuple(_met(f"提案者{number}", f"V{number}") for number in range(10)),
    (_met("計画", "plan"), _met("体制"), _met("計画", "plan")),
    marks=7,
    blanks=2,
)


def test_names_are_shown_by_what_they_were_taken_for():
    text = screen.shown(draft(Draft((), (READ,), frozenset({"criterion", "vendor"}))))
    assert "委員1" in text
    assert "V7" in text
    assert "V8" not in text
    assert "1 / 3" in text
    assert "7       2" in text


def test_what_was_compared_and_is_not_known_is_listed_with_its_cell():
    text = screen.shown(draft(Draft((), (READ,), frozenset({"criterion", "evaluator"}))))
    below = text.partition("Not known by these names")[2]
    assert "体制" in below
    assert "C2" in below
    assert "佐藤" in below
    assert "Not known" not in screen.shown(draft(Draft((), (READ,), frozenset())))


def test_what_could_not_be_told_is_a_question_mark():
    nothing = SheetRead(Location("a.xlsx", "表"), (), (), (), 0, 0)
    row = screen.shown(draft(Draft((), (nothing,)))).splitlines()[-1]
    assert row.split() == ["表", "?", "?", "?", "0", "0"]


def test_sheets_that_are_not_read_are_named():
    text = screen.shown(draft(Draft((), (), passed_over=(Location("a.xlsx", "要領"),))))
    assert "The sheet 要領 is not read." in text
