"""A progress bar on standard error, once reading takes longer than a second."""

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Protocol

from procscore.cli.console import standard_error
from procscore.language import N_, message

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

DELAY = 1
"""Seconds without a bar: whoever waits less need not know what for."""


class Alarm(Protocol):
    """Something that calls a function later, in a thread of its own, unless it is cancelled."""

    def start(self) -> None:
        """Begin to wait."""

    def cancel(self) -> None:
        """Do not call, if it was not called yet."""


def _alarm(seconds: int, function: Callable[[], None]) -> Alarm:
    timer = threading.Timer(seconds, function)
    timer.daemon = True
    return timer


@contextmanager
def shown(
    *, quiet: bool, alarm: Callable[[int, Callable[[], None]], Alarm] = _alarm
) -> Iterator[Callable[[int, int, str], None]]:
    """Give the function that is told which file is read: how many of how many are done, its name.

    The bar stands only where standard error is a terminal, and is removed in the end, however the
    end comes. `alarm` makes what starts it after `DELAY`.
    """
    bar = _Bar()
    waiting = alarm(DELAY, bar.show) if sys.stderr.isatty() and not quiet else None
    if waiting:
        waiting.start()
    try:
        yield bar.update
    finally:
        if waiting:
            waiting.cancel()
        bar.remove()


class _Bar:
    """A bar that is told what is read from the start, and appears later or never."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._read = (0, 0, "")
        self._over = False
        self._live: tuple[Progress, TaskID] | None = None

    def update(self, done: int, total: int, name: str) -> None:
        """Keep, and show, that `done` of `total` files are read and `name` is the next."""
        with self._lock:
            self._read = (done, total, name)
            self._refresh()

    def show(self) -> None:
        """Let the bar appear, unless it is over."""
        from rich.progress import BarColumn, Progress, TextColumn

        screen = standard_error()
        # A bar that cannot be drawn is no reason to say anything: the work goes on without it.
        with self._lock, suppress(OSError):
            if self._over or not screen.is_interactive:
                return
            live = Progress(
                TextColumn("{task.description}", markup=False),
                BarColumn(bar_width=20),
                TextColumn("{task.fields[name]}", markup=False),
                console=screen,
                transient=True,
                redirect_stdout=False,
                redirect_stderr=False,
            )
            self._live = live, live.add_task("", total=None, name="")
            self._refresh()
            live.start()

    def remove(self) -> None:
        """Remove the bar, and let none appear any more."""
        with self._lock, suppress(OSError):
            self._over = True
            if self._live:
                self._live[0].stop()

    def _refresh(self) -> None:
        if self._live:
            live, task = self._live
            done, total, name = self._read
            # Of a single file there is no part that is done: the bar just moves.
            live.update(
                task,
                description=str(
                    message(
                        N_("Reading {number} of {total}"), number=min(done + 1, total), total=total
                    )
                ),
                completed=done,
                total=total if total > 1 else None,
                name=name,
            )
