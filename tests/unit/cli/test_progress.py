import io
import sys

import pytest

from procscore.cli import progress
from procscore.cli.boundary import guarded
from procscore.cli.main import main
from support import books


class Terminal(io.StringIO):
    """A standard error that is a terminal."""

    def isatty(self):
        return True


class Alarm:
    """A clock that strikes when a test says so."""

    def __init__(self, seconds, function):
        self.seconds, self.function = seconds, function
        self.started = self.cancelled = False

    def start(self):
        self.started = True

    def cancel(self):
        self.cancelled = True

    def strike(self):
        assert self.started
        self.function()


@pytest.fixture
def screen(monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")
    return Terminal()


@pytest.fixture
def alarms():
    return []


@pytest.fixture
def shown(alarms, screen, monkeypatch):
    """Return `progress.shown` with an alarm of the test's own, on `screen` unless told otherwise."""

    def alarm(*arguments):
        alarms.append(Alarm(*arguments))
        return alarms[-1]

    def on(stream=screen, *, quiet=False):
        monkeypatch.setattr(sys, "stderr", stream)
        return progress.shown(quiet=quiet, alarm=alarm)

    return on


def test_in_the_first_second_nothing_is_shown(screen, shown, alarms):
    with shown() as told:
        told(0, 2, "a.xlsx")
        told(1, 2, "b.xlsx")
    assert screen.getvalue() == ""
    assert [each.seconds for each in alarms] == [1]
    assert alarms[0].cancelled


def test_after_that_the_file_that_is_read_is_named_and_how_many_there_are(screen, shown, alarms):
    with shown() as told:
        told(0, 3, "a.xlsx")
        told(1, 3, "[red]b.xlsx")
        alarms[0].strike()
        first = screen.getvalue()
        told(2, 3, "c.xlsx")
    assert "Reading 2 of 3" in first
    assert "[red]b.xlsx" in first
    assert "a.xlsx" not in first
    assert "Reading 3 of 3" in screen.getvalue()
    assert "c.xlsx" in screen.getvalue()


def remains(text):
    """Return what stands on the terminal after `text`, as far as a bar needs it."""
    for erased in ("\x1b[1A\x1b[2K",):
        assert text.endswith(erased), text[-40:]
    return text.count("\x1b[?25l") - text.count("\x1b[?25h")  # cursors that are still hidden


def test_in_the_end_the_bar_is_removed_and_the_cursor_is_back(screen, shown, alarms):
    with shown() as told:
        told(0, 2, "a.xlsx")
        alarms[0].strike()
    assert remains(screen.getvalue()) == 0


@pytest.mark.parametrize(
    ("error", "code"),
    [(KeyboardInterrupt(), 130), (PermissionError(13, "no", "a.xlsx"), 4)],
)
def test_whatever_ends_it_removes_the_bar_before_it_is_told(screen, shown, alarms, error, code):
    def run():
        with shown() as told:
            told(0, 2, "a.xlsx")
            alarms[0].strike()
            raise error

    assert guarded(run) == code
    bar, _, after = screen.getvalue().rpartition("\x1b[2K")
    assert remains(bar + "\x1b[2K") == 0
    assert after.startswith("Error: ")


def test_an_alarm_that_strikes_when_all_is_over_shows_nothing(screen, shown, alarms):
    with shown() as told:
        told(0, 2, "a.xlsx")
    alarms[0].strike()
    assert screen.getvalue() == ""


def test_quiet_and_a_pipe_have_no_bar(shown, alarms):
    with shown(quiet=True) as told:
        told(0, 2, "a.xlsx")
    with shown(io.StringIO()) as told:
        told(0, 2, "a.xlsx")
    assert alarms == []


def test_a_terminal_that_cannot_move_its_cursor_has_no_bar(screen, shown, alarms, monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    with shown() as told:
        told(0, 2, "a.xlsx")
        alarms[0].strike()
    assert screen.getvalue() == ""


def test_a_terminal_that_is_gone_is_no_reason_to_stop(shown, alarms, monkeypatch, screen):
    with shown() as told:
        told(0, 2, "a.xlsx")
        monkeypatch.setattr(screen, "write", lambda _: (_ for _ in ()).throw(OSError("gone")))
        alarms[0].strike()
        told(1, 2, "b.xlsx")


def test_the_real_alarm_calls_once_and_does_not_keep_the_program(screen):
    called = []
    timer = progress._alarm(0, lambda: called.append(1))
    assert timer.daemon
    timer.start()
    timer.join()
    assert called == [1]


@pytest.mark.parametrize("command", ["evaluate", "check"])
def test_the_commands_that_read_show_it(command, tmp_path, monkeypatch, screen, capsys):
    """With an alarm that strikes at once."""
    told = []

    class Struck(Alarm):
        def start(self):
            super().start()
            self.strike()

    real = progress.shown
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(
        progress, "shown", lambda *, quiet: told.append(quiet) or real(quiet=quiet, alarm=Struck)
    )
    assert main([command, str(books.hand_in(tmp_path, books.valid()))]) == 0
    assert "Reading 1 of 1" in screen.getvalue()
    assert "bids.xlsx" in screen.getvalue()
    assert remains(screen.getvalue()) == 0
    assert main([command, str(tmp_path / "bids.xlsx"), "--quiet"]) == 0
    assert told == [False, True]
