"""Where output goes: a terminal of some width, or a pipe that must lose nothing."""

import codecs
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console

_PIPE_WIDTH = 10_000
"""Wider than any table: nothing is folded or cut where no terminal sets a width."""
_PLAIN = {"×": "x", "÷": "/", "…": "...", "→": "->", "“": '"', "”": '"', "（": "(", "）": ")"}


def _readable(error: UnicodeError) -> tuple[str, int]:
    """Write what an encoding lacks in another way, never as a lost character."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    told = "".join(
        _PLAIN.get(character) or character.encode("ascii", "backslashreplace").decode()
        for character in missing
    )
    return told, error.end


codecs.register_error("procscore.readable", _readable)


def standard_output() -> "Console":
    """Return the console for results."""
    return _console(sys.stdout)


def standard_error() -> "Console":
    """Return the console for diagnostics and progress."""
    return _console(sys.stderr)


def _console(stream: TextIO) -> "Console":
    from rich.console import Console

    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:  # streams that tests put in place may not have it
        reconfigure(errors="procscore.readable")
    on_terminal = stream.isatty()
    return Console(
        file=stream,
        width=None if on_terminal else _PIPE_WIDTH,
        highlight=False,
        markup=False,
        emoji=False,
    )
