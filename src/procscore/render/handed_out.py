"""What was written for evaluators, and what comes next."""

import re
from collections.abc import Iterator
from pathlib import Path

from rich.console import Group, RenderableType
from rich.text import Text

from procscore.language import N_, message

_TO_QUOTE = re.compile(r"[\s&()'|;]")


def handed_out(
    bids: Path | None, folder: Path | None, count: int, key: Path | None, source: Path | None = None
) -> Group:
    """Return the files that were written: the workbook, the folder of `count` others, the key.

    `source` is the workbook with the vendors that is used where none was written.
    """
    return Group(*_lines(bids, folder, count, key, source))


def _lines(
    bids: Path | None, folder: Path | None, count: int, key: Path | None, source: Path | None
) -> Iterator[RenderableType]:
    if bids is not None:
        yield _line(message(N_("Written: {path}"), path=bids))
    if folder is not None:
        yield _line(message(N_("Written: {path}, workbooks: {count}"), path=folder, count=count))
    if key is not None:
        yield _line(
            message(
                N_("Written: {path} (the key to the letters: for the secretariat only)"), path=key
            )
        )
    yield Text()
    used = (bids or source or Path("bids.xlsx"), key, folder)
    names = " ".join(dict.fromkeys(_typed(each) for each in used if each))
    yield _line(message(N_("What is still missing: {command}"), command=f"procscore check {names}"))
    yield _line(message(N_("The ranking: {command}"), command=f"procscore evaluate {names}"))


def _typed(path: Path) -> str:
    """Return a path as it is typed in a command, in the shells of Windows too."""
    return f'"{path}"' if _TO_QUOTE.search(str(path)) else str(path)


def _line(told: object) -> Text:
    return Text(str(told), overflow="fold")
