"""Writing files so that nothing is lost: all of a set or none, never an input, never a stranger's."""

import os
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from procscore.language import _

_TRIES = 10
_FIRST_PAUSE = 0.02


class OutputError(Exception):
    """An output that may not be written, or could not; `reason` is one of the words below."""

    def __init__(self, path: Path, reason: str, detail: str = "") -> None:
        super().__init__(path, reason, detail)
        self.path = path
        self.reason = reason
        self.detail = detail
        """What the system said, where the reason is `FAILED`."""


IS_INPUT = "input"
EXISTS = "exists"
IN_USE = "in use"
NO_FOLDER = "no folder"
NOT_A_FOLDER = "not a folder"
NOT_A_FILE = "not a file"
NO_LAYOUT = "no layout"
FAILED = "failed"


def check_target(
    path: Path, inputs: Iterable[Path], *, force: bool, new_folder: Path | None = None
) -> None:
    """Raise OutputError if `path` may not be written.

    It may not if it is one of the inputs, if it is there and is no file (a folder, a device, a pipe,
    also at the end of a link), if it exists and `force` is not given, or if its folder does not exist
    and is not `new_folder`, which will be made.

    An input is known by the file itself, so that a link or another spelling does not hide it.
    """
    target = _target(path)
    if not path.parent.is_dir() and path.parent != new_folder:
        raise OutputError(path, NO_FOLDER)
    for given in inputs:
        if path.exists() and given.exists() and path.samefile(given):
            raise OutputError(path, IS_INPUT)
    if os.path.lexists(target) and not target.is_file():  # a link that leads to itself is none, too
        raise OutputError(path, NOT_A_FILE)
    if target.exists() and not force:
        raise OutputError(path, EXISTS)


def check_folder(folder: Path) -> None:
    """Raise OutputError if `folder` is not there and cannot be made."""
    _target(folder)
    if folder.exists() and not folder.is_dir():
        raise OutputError(folder, NOT_A_FOLDER)
    if not folder.is_dir() and not folder.parent.is_dir():
        raise OutputError(folder, NO_FOLDER)


def made(paths: Iterable[Path], make: Callable[[str], bytes]) -> dict[Path, bytes]:
    """Return, for each of `paths`, what `make` makes for its suffix, in lower case."""
    return {path: make(path.suffix.lower()) for path in paths}


def write_all(paths: Iterable[Path], make: Callable[[str], bytes]) -> None:
    """Write to each of `paths` what `make` makes for its suffix, as one set.

    All formats are made before anything is written. Raises OutputError.
    """
    write_set(made(paths, make))


def write(path: Path, content: bytes) -> None:
    """Write one file: there is the old one or the new, never half of one. Raises OutputError."""
    write_set({path: content})


def write_set(contents: Mapping[Path, bytes], new_folder: Path | None = None) -> None:
    """Write a set of files: all of them, or all is as it was before.

    `new_folder` is made where there is none. Everything is written under other names first, also a
    copy of what is replaced; then the files get their names. Raises OutputError, which names the file
    that could not be written.
    """
    with _made(new_folder), ExitStack() as leftovers, ExitStack() as undo:
        ready: list[tuple[Path, Path, Path | None]] = []
        for path, content in contents.items():
            with _named(path):
                target = _target(path)
                former = target.read_bytes() if target.exists() else None
                kept = None if former is None else _temporary(target, former, leftovers)
                ready.append((path, _temporary(target, content, leftovers), kept))
        for path, temporary, kept in ready:
            with _named(path):
                _replace(temporary, _target(path), path)
            undo.callback(_put_back, _target(path), kept)
        undo.pop_all()


@contextmanager
def _made(folder: Path | None) -> Iterator[None]:
    """Make a folder where there is none, and remove it again if what should go into it failed."""
    if folder is None or folder.is_dir():
        yield
        return
    with _named(folder):
        folder.mkdir()
    try:
        yield
    except BaseException:
        with suppress(OSError):
            folder.rmdir()
        raise


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Say of what the system refuses which file it is about, as its user named it."""
    try:
        yield
    except OSError as error:
        from procscore.diagnostics.refusals import refusal

        raise OutputError(path, FAILED, refusal(error)) from error


def _target(path: Path) -> Path:
    """Return the file that is replaced: a link stays a link, what it leads to does not.

    Raises OutputError where the system has no bytes for the name, such as ASCII for a Japanese one.
    """
    try:
        return Path(os.path.realpath(path))
    except UnicodeEncodeError as error:
        detail = _("file names with these characters are not possible with this system's settings")
        raise OutputError(path, FAILED, detail) from error


def _temporary(target: Path, content: bytes, leftovers: ExitStack) -> Path:
    """Write a file beside `target`, with its rights; what is not renamed goes with `leftovers`."""
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".procscore-")
    temporary = Path(name)
    leftovers.callback(_remove, temporary)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    temporary.chmod(_mode(target))
    return temporary


def _put_back(target: Path, kept: Path | None) -> None:
    """Bring back what was at `target` before: the file of which `kept` is a copy, or none."""
    if kept is None:
        _remove(target)
    else:
        with suppress(OSError):
            kept.replace(target)


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _mode(target: Path) -> int:
    """Return the old file's mode, else that of any new file; mkstemp alone would make it private."""
    if target.exists():
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _replace(temporary: Path, target: Path, path: Path) -> None:
    # On Windows a file that is open in Excel, or under a virus scanner for a moment, refuses.
    pause = _FIRST_PAUSE
    for attempt in range(_TRIES):
        try:
            temporary.replace(target)
        except PermissionError:
            if attempt == _TRIES - 1:
                raise OutputError(path, IN_USE) from None
            time.sleep(pause)
            pause *= 1.5
        else:
            return
