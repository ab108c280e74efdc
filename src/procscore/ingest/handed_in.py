"""Which files were handed in: those that were named, and all that lie in the folders that were named."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from procscore.diagnostics import Location, Problems
from procscore.ingest import layout_file, own_results
from procscore.ingest.gate import is_lock_file
from procscore.language import listing

Progress = Callable[[int, int, str], None]
"""Told how many of how many files are read, and the name of the next."""


def unseen(_done: int, _total: int, _name: str) -> None:
    """Show no progress."""


READ = (".xlsx", ".xlsm", ".csv")
"""What is read in a folder. A file that is named itself is opened whatever its name is."""
_SPREADSHEETS = (".xls", ".xlsb", ".ods", ".numbers", ".et")
"""Formats in which marks may come back, and which are not read."""
_OF_WINDOWS = ("thumbs.db", "desktop.ini")


def files(paths: Iterable[Path], problems: Problems) -> tuple[Path, ...]:
    """Return the files to be read, each once, those of a folder in the order of their names.

    Folders in a folder are looked into, too. What lies there and is no workbook, or a result of
    procscore, is noted; what Excel leaves beside an open workbook is passed over.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        for file in _in_folder(path, problems) if path.is_dir() else (path,):
            found.setdefault(file.resolve(), file)
    return tuple(found.values())


def _in_folder(folder: Path, problems: Problems) -> Iterator[Path]:
    read = 0
    results: list[Path] = []
    for home, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for file in (Path(home, name) for name in sorted(names)):
            if is_lock_file(file) or file.name.startswith(".") or file.name.lower() in _OF_WINDOWS:
                continue
            if layout_file.is_beside(file.name, names):
                continue  # read with the workbooks that it is for
            if file.suffix.lower() in READ and own_results.is_result(file):
                results.append(file.relative_to(folder))
            elif file.suffix.lower() in READ:
                read += 1
                yield file
            else:
                other = file.suffix.lower() in _SPREADSHEETS
                code = "spreadsheet-not-read" if other else "file-not-read"
                problems.add(code, Location(str(file)))
    if results:
        listed = listing(each.as_posix() for each in results)
        problems.add("results-not-read", Location(str(folder)), files=listed)
    if not read:
        problems.add("folder-without-workbooks", Location(str(folder)))
