"""`procscore diff OLD NEW`: what moved between two workbooks or results, and what that did."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from procscore.cli import options
from procscore.cli.boundary import WrongCallError
from procscore.language import N_, message

HELP = N_("Show what moved between two workbooks or results, and what that did to the ranking.")
_NOTHING_COMPARED = N_("Nothing was compared. Errors: {count}")


def diff(
    old: Annotated[
        Path,
        typer.Argument(
            readable=False,
            metavar="OLD",
            help=N_("A workbook, a folder of workbooks, or a result that procscore wrote."),
            show_default=False,
        ),
    ],
    new: Annotated[
        Path,
        typer.Argument(
            readable=False,
            metavar="NEW",
            help=N_("What it became: a workbook, a folder or a result."),
            show_default=False,
        ),
    ],
    criteria: options.Criteria = None,
    out: options.TableOut = [],  # noqa: B006 - Typer copies it
    force: options.Force = False,
    quiet: options.Quiet = False,
    lang: options.Language = None,
) -> int:
    """Compare two results, print the page, write the files that were asked for."""
    del lang  # already in force: see main
    from procscore import pipeline
    from procscore.cli import outputs, paged, progress
    from procscore.pipeline import differing, results

    outputs.check_suffixes(out, differing.SUFFIXES)
    if criteria and results.is_record(old) and results.is_record(new):
        raise WrongCallError(
            message(N_("Results are compared as they were computed: --criteria is for workbooks."))
        )
    pipeline.check_outputs(out, [old, new], force=force)
    with progress.shown(quiet=quiet) as told:
        outcome = differing.diff(old, new, criteria, told)
    return paged.put(
        outcome,
        partial(differing.export_changes, outputs=out),
        differing.page_of,
        quiet=quiet,
        last=_NOTHING_COMPARED,
    )
