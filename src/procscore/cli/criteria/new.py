"""`procscore criteria new --like ID`: a commented criteria sheet to start from."""

from pathlib import Path
from typing import Annotated

import typer

from procscore.cli import options
from procscore.cli.boundary import WrongCallError
from procscore.language import N_, message

HELP = N_("Print a commented criteria sheet to start from, made from another.")
_NOT_YAML = N_("{path} cannot be written: a criteria sheet is named .yaml.")
_NOTHING_MADE = N_("No criteria sheet could be made. Errors: {count}")


def new(
    like: Annotated[
        str | None,
        typer.Option(
            "--like",
            metavar="ID|FILE",
            help=N_("The criteria sheet to start from: its structure and its rules are kept."),
            show_default=False,
        ),
    ] = None,
    new_id: Annotated[
        str,
        typer.Option(
            "--id",
            metavar="ID",
            help=N_("The id of the new sheet."),
        ),
    ] = "my-sheet",
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            readable=False,
            metavar="FILE",
            help=N_("Write it to this file (.yaml), in UTF-8, instead of printing it."),
            show_default=False,
        ),
    ] = None,
    force: options.Force = False,
    quiet: options.Quiet = False,
    lang: options.Language = None,
) -> int:
    """Print the new sheet, or write it."""
    del lang  # already in force: see main
    from procscore.cli import report
    from procscore.cli.criteria import known, output
    from procscore.diagnostics import suggest
    from procscore.ingest import library
    from procscore.names import display
    from procscore.pipeline import authoring
    from procscore.pipeline.loading import CRITERIA_SUFFIXES

    if like is None:
        raise WrongCallError(
            message(
                N_("Name the sheet to start from by --like. {suggestion}"),
                suggestion=suggest("", library.ids()),
            )
        )
    known.check_known(like)
    called = display(new_id)
    if not called:
        raise WrongCallError(message(N_("The new sheet needs an id.")))
    if library.find(called) is not None:
        raise WrongCallError(
            message(N_("“{id}” is a built-in criteria sheet. Choose another id."), id=called)
        )
    output.check_target(out, CRITERIA_SUFFIXES, _NOT_YAML, [authoring.file_of(like)], force=force)
    outcome = authoring.starting_sheet(like, called)
    if outcome.result is not None:
        output.put(outcome.result, out)
    return report.diagnostics(
        outcome.diagnostics,
        quiet=quiet,
        ranked=outcome.result is not None,
        last=_NOTHING_MADE,
        files=report.NAMED_FILE_CODES,
    )
