"""What was written for evaluators, and what comes next."""

from collections.abc import Iterator
from pathlib import Path

from rich.console import Group, RenderableType
from rich.text import Text

from procscore.language import N_, message


def handed_out(bids: Path | None, folder: Path | None, count: int, key: Path | None) -> Group:
    """Return the files that were written: the workbook, the folder of `count` others, the key."""
    return Group(*_lines(bids, folder, count, key))


def _lines(
    bids: Path | None, folder: Path | None, count: int, key: Path | None
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
    names = " ".join(str(each) for each in (bids or "bids.xlsx", key, folder) if each)
    yield _line(message(N_("What is still missing: {command}"), command=f"procscore check {names}"))
    yield _line(message(N_("The ranking: {command}"), command=f"procscore evaluate {names}"))


def _line(told: object) -> Text:
    return Text(str(told), overflow="fold")
