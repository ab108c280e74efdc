"""`procscore criteria show CRITERIA`: a criteria sheet as a person would print it."""

from typing import Annotated

import typer

from procscore.cli import options
from procscore.cli.criteria import known, pages
from procscore.language import N_

HELP = N_("Show a criteria sheet: its items, and its rules in sentences.")


def show(
    criteria: Annotated[
        str,
        typer.Argument(
            metavar="CRITERIA",
            help=N_("The id of a built-in sheet, or a file."),
            show_default=False,
        ),
    ],
    out: pages.Out = [],  # noqa: B006 - Typer copies it
    force: options.Force = False,
    quiet: options.Quiet = False,
    lang: options.Language = None,
) -> int:
    """Print the page of a sheet, and write the files that were asked for."""
    del lang  # already in force: see main
    from procscore.pipeline import authoring, showing

    known.check_known(criteria)
    pages.check_targets(out, [authoring.file_of(criteria)], force=force)
    return pages.put(showing.show_criteria(criteria), out, quiet=quiet)
