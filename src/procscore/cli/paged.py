"""What a command shows as a page: printed, and written to the files that `--out` names."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, TypeVar

from procscore.cli import report

if TYPE_CHECKING:
    from procscore.model.page import Page
    from procscore.pipeline import Outcome

T = TypeVar("T")


def put(
    outcome: "Outcome[T]",
    write: Callable[[T], None],
    page_of: "Callable[[T], Page]",
    *,
    quiet: bool,
    last: str,
    files: Collection[str] = report.FILE_CODES,
) -> int:
    """Write and print what a use case gave, tell what was found on the way, return the exit code.

    `write` writes the files that were asked for. `last` and `files` are those of `report.diagnostics`.
    """
    from procscore.cli import console

    if outcome.result is not None:
        from procscore.render.page import page

        # Files first: a reader of the pipe that has enough ends the program while it prints.
        write(outcome.result)
        console.standard_output().print(page(page_of(outcome.result)))
    return report.diagnostics(
        outcome.diagnostics, quiet=quiet, ranked=outcome.result is not None, last=last, files=files
    )
