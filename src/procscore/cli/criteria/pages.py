"""A page that a command makes: printed, and written to the files that `--out` names."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from procscore.cli import outputs
from procscore.language import N_

if TYPE_CHECKING:
    from procscore.model.page import Page
    from procscore.pipeline import Outcome

_NOTHING_SHOWN = N_("Nothing can be shown. Errors: {count}")

Out = Annotated[
    list[Path],
    typer.Option(
        "--out",
        "-o",
        metavar="FILE",
        help=N_("Also write it to a file (.md, .html or .xlsx); may be given several times."),
        show_default=False,
    ),
]


def check_targets(out: Sequence[Path], inputs: Sequence[Path], *, force: bool) -> None:
    """Raise WrongCallError or OutputError if one of `out` may not be written."""
    from procscore import pipeline
    from procscore.export.pages import PAGE_FORMATS

    outputs.check_suffixes(out, PAGE_FORMATS)
    pipeline.check_outputs(out, inputs, force=force)


def put(outcome: "Outcome[Page]", out: Sequence[Path], *, quiet: bool) -> int:
    """Write and print a page with what was found on the way; return the exit code."""
    from procscore.cli import console, report
    from procscore.pipeline import showing

    if outcome.result is not None:
        from procscore.render.page import page

        # Files first: a reader of the pipe that has enough ends the program while it prints.
        showing.write_page(outcome.result, out)
        console.standard_output().print(page(outcome.result))
    return report.diagnostics(
        outcome.diagnostics,
        quiet=quiet,
        ranked=outcome.result is not None,
        last=_NOTHING_SHOWN,
        files=report.NAMED_FILE_CODES,
    )
