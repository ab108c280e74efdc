"""The only error boundary: whatever happens, the user gets a sentence and an exit code.

0 done, 1 problems in the data, 2 wrong call, 3 our bug, 4 file or system, 130 interrupt.
"""

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from typer import Abort
from typer.exceptions import TyperException

from procscore.cli.console import standard_error
from procscore.cli.exit_codes import BUG, DONE, FILE_OR_SYSTEM, INTERRUPTED, WRONG_CALL
from procscore.export import files
from procscore.export.files import OutputError
from procscore.language import N_, Message, message
from procscore.version import __version__

_REFUSALS = {
    files.IS_INPUT: N_(
        "{path} is one of the inputs and is never overwritten. Choose another name."
    ),
    files.EXISTS: N_("{path} exists. Choose another name, or give --force to replace it."),
    files.NO_FOLDER: N_("{path} cannot be written: its folder does not exist."),
    files.NOT_A_FOLDER: N_("{path} is a file; a folder is needed. Choose another name."),
    files.NOT_A_FILE: N_(
        "{path} is there and is no file (a folder, a device or a pipe); it is not replaced. Choose another name."
    ),
    files.FAILED: N_("{path} cannot be written: {detail}. Nothing was written."),
    files.NO_LAYOUT: N_("{path} exists and is no layout; it is not replaced. Choose another name."),
    files.IN_USE: N_("{path} is open in another program. Close it there, then run this again."),
}


_NO_ROOM = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
"""What only writing can meet, and every file that is written is named."""


class WrongCallError(Exception):
    """The arguments do not fit together; `reason` says how."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason.text)
        self.reason = reason


def guarded(run: Callable[[], int]) -> int:
    """Run a command and return its exit code; no exception gets past here."""
    try:
        code = run()
    except (Abort, KeyboardInterrupt):
        code = INTERRUPTED
    except WrongCallError as error:
        _tell(error.reason)
        return WRONG_CALL
    except OutputError as error:
        _tell(message(_REFUSALS[error.reason], path=error.path, detail=error.detail))
        return FILE_OR_SYSTEM
    except TyperException as error:
        _tell(_wrong_call(error))
        return WRONG_CALL
    except SystemExit:
        # Rich leaves this way when the reader of a pipe has enough (head, less): no fault of ours.
        return DONE
    except OSError as error:
        _tell(_refused_by_the_system(error))
        return FILE_OR_SYSTEM
    except Exception:  # noqa: BLE001 - the boundary: a traceback is no answer to a user
        _tell(
            message(
                N_(
                    "This is a bug in procscore, not in your files. Please report it with the file {log}."
                ),
                log=_log(),
            )
        )
        return BUG
    if code == INTERRUPTED:  # Typer turns an interrupt into this code without a word
        _tell(message(N_("Interrupted.")))
    return code


def _tell(reason: Message) -> None:
    standard_error().print(str(message(N_("Error: {reason}"), reason=reason)))


def _refused_by_the_system(error: OSError) -> Message:
    """Return what the system refused. Files are named by the error itself, standard output is not."""
    from procscore.diagnostics.refusals import refusal

    reason = refusal(error)
    if error.filename is None and (_stuck() or error.errno in _NO_ROOM):
        return message(N_("Standard output cannot be written: {reason}."), reason=reason)
    return message(
        N_("{file} cannot be read or written: {reason}."),
        file=error.filename or "?",
        reason=reason,
    )


def _stuck() -> bool:
    """Tell whether standard output still holds what it could not write, and let go of it.

    Python would try once more at the end, and leave with an exit code of its own.
    """
    try:
        sys.stdout.flush()
    except OSError:
        with suppress(OSError), Path(os.devnull).open("w", encoding="utf-8") as nowhere:
            os.dup2(nowhere.fileno(), sys.stdout.fileno())
        return True
    return False


def _called(parameter: object) -> str:
    """Return an option as it is typed, an argument as the help calls it."""
    typed = [each for each in getattr(parameter, "opts", ()) if each.startswith("--")]
    return typed[0] if typed else getattr(parameter, "metavar", None) or ""


def _wrong_call(error: TyperException) -> Message:
    """Return Typer's complaint in the reader's language, by the kind of complaint."""
    parameter = getattr(error, "param", None)
    name = getattr(error, "option_name", None) or _called(parameter)
    match type(error).__name__:
        case "NoSuchOption":
            return message(N_("There is no option {name}. See procscore --help."), name=name)
        case "MissingParameter":
            return message(N_("{name} is missing. See procscore --help."), name=name)
        case "BadOptionUsage":
            return message(
                N_("The option {name} is not used rightly. See procscore --help."), name=name
            )
        case "BadParameter":
            return message(
                N_("The value of {name} is not understood. See procscore --help."), name=name
            )
        case _:
            return message(N_("{text} See procscore --help."), text=error.format_message())


def _log() -> str:
    """Keep what a developer needs in a file, and return its path."""
    import platform
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", prefix="procscore-bug-", suffix=".txt", delete=False
    ) as file:
        file.write(
            f"procscore {__version__}, Python {platform.python_version()}, {platform.platform()}\n"
        )
        traceback.print_exc(file=file)
        return file.name
