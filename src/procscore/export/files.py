"""Writing a file so that nothing is lost: atomically, never over an input, not over a stranger."""

import os
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

_TRIES = 10
_FIRST_PAUSE = 0.02


class OutputError(Exception):
    """An output that may not be written; `reason` is one of the words below."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason


IS_INPUT = "input"
EXISTS = "exists"
IN_USE = "in use"
NO_FOLDER = "no folder"
NO_LAYOUT = "no layout"


def check_target(
    path: Path, inputs: Iterable[Path], *, force: bool, new_folder: Path | None = None
) -> None:
    """Raise OutputError if `path` may not be written.

    It may not if it is one of the inputs, if it exists and `force` is not given, or if its folder
    does not exist and is not `new_folder`, which will be made.

    An input is known by the file itself, so that a link or another spelling does not hide it.
    """
    if not path.parent.is_dir() and path.parent != new_folder:
        raise OutputError(path, NO_FOLDER)
    for given in inputs:
        if path.exists() and given.exists() and path.samefile(given):
            raise OutputError(path, IS_INPUT)
    if path.exists() and not force:
        raise OutputError(path, EXISTS)


def check_folder(folder: Path) -> None:
    """Raise OutputError if `folder` is not there and cannot be made."""
    if not folder.is_dir() and (folder.exists() or not folder.parent.is_dir()):
        raise OutputError(folder, NO_FOLDER)


def write_all(paths: Iterable[Path], make: Callable[[str], bytes]) -> None:
    """Write to each of `paths` what `make` makes for its suffix, in lower case.

    All formats are made before the first file is written. Raises OutputError and OSError.
    """
    made = [(path, make(path.suffix.lower())) for path in paths]
    for path, content in made:
        write(path, content)


def write(path: Path, content: bytes) -> None:
    """Write `content` to `path` in one step: there is the old file or the new, never half of one.

    Raises OutputError when another program holds the file, OSError for all else.
    """
    target = path.resolve()  # a link stays a link, what it leads to is replaced
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(target))
        _replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _mode(target: Path) -> int:
    """Return the old file's mode, else that of any new file; mkstemp alone would make it private."""
    if target.exists():
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _replace(temporary: Path, target: Path) -> None:
    # On Windows a file that is open in Excel, or under a virus scanner for a moment, refuses.
    pause = _FIRST_PAUSE
    for attempt in range(_TRIES):
        try:
            temporary.replace(target)
        except PermissionError:
            if attempt == _TRIES - 1:
                raise OutputError(target, IN_USE) from None
            time.sleep(pause)
            pause *= 1.5
        else:
            return
