"""`procscore check BOOK…`: what is still missing, by evaluator."""

from typing import Annotated

import typer

from procscore.cli import options
from procscore.language import N_

HELP = N_("Say which marks are still missing, by evaluator; score nothing.")
_NOTHING_TOLD = N_("Who has handed in what cannot be told yet. Errors: {count}")
_TO_CORRECT = N_("To be corrected before anything is ranked. Errors: {count}")


def check(
    books: options.Books,
    criteria: options.Criteria = None,
    stage: Annotated[
        str | None,
        typer.Option(
            "--stage",
            metavar="ID",
            help=N_("Ask for the marks up to this stage of the procedure only."),
            show_default=False,
        ),
    ] = None,
    technical_only: Annotated[
        bool,
        typer.Option(
            "--technical-only",
            help=N_("Ask only for what is marked before the prices are opened."),
        ),
    ] = False,
    quiet: options.Quiet = False,
    lang: options.Language = None,
) -> int:
    """Print who has handed in what; nothing is scored and nothing is written."""
    del lang  # already in force: see main
    from procscore import pipeline
    from procscore.cli import console, progress, report
    from procscore.cli.exit_codes import FINDINGS

    part = pipeline.Part(stage, technical_only)
    with progress.shown(quiet=quiet) as told:
        outcome = pipeline.check(books, criteria, part, told)
    if outcome.result is None:
        return report.diagnostics(
            outcome.diagnostics, quiet=quiet, ranked=False, last=_NOTHING_TOLD
        )
    from procscore.render.submissions import report as submissions

    console.standard_output().print(submissions(outcome.result))
    code = report.diagnostics(outcome.diagnostics, quiet=quiet, ranked=False, last=_TO_CORRECT)
    return code if outcome.result.complete else FINDINGS
