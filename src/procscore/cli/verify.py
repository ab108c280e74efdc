"""`procscore verify RANKING [BOOK…]`: is a published ranking what its inputs give?"""

from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from procscore.cli import options
from procscore.cli.boundary import WrongCallError
from procscore.language import N_, message

HELP = N_("Compute a published ranking again and say whether, and where, it differs.")
_NOTHING_VERIFIED = N_("Nothing was verified. Errors: {count}")


def verify(
    ranking: Annotated[
        Path,
        typer.Argument(
            readable=False,
            metavar="RANKING",
            help=N_("The ranking that was published: .xlsx, .json or .csv, as procscore wrote it."),
            show_default=False,
        ),
    ],
    books: Annotated[
        list[Path],
        typer.Argument(
            readable=False,
            metavar="[BOOK]",
            help=N_(
                "The workbooks it was computed from. Without them: the recorded files beside it, else its own record."
            ),
            show_default=False,
        ),
    ] = [],  # noqa: B006 - Typer copies it
    criteria: options.Criteria = None,
    stage: options.Stage = None,
    technical_only: options.TechnicalOnly = False,
    withdraw: options.Withdraw = [],  # noqa: B006 - Typer copies it
    out: options.PageOut = [],  # noqa: B006 - Typer copies it
    force: options.Force = False,
    quiet: options.Quiet = False,
    lang: options.Language = None,
) -> int:
    """Verify a ranking, print the page, write the files that were asked for."""
    del lang  # already in force: see main
    from procscore import pipeline
    from procscore.cli import console, outputs, progress, report
    from procscore.cli.exit_codes import FINDINGS
    from procscore.pipeline import results, verifying

    outputs.check_suffixes(out, verifying.SUFFIXES)
    part = options.part(stage, technical_only, withdraw)
    pipeline.check_outputs(out, [ranking, *books], force=force)
    try:
        with progress.shown(quiet=quiet) as told:
            outcome = verifying.verify(ranking, books, criteria, part, told)
    except results.ComputedAsRecordedError:
        raise WrongCallError(
            message(
                N_(
                    "A ranking without its workbooks is computed as it records: for --criteria, --stage, --technical-only and --withdraw, name the workbooks after the ranking."
                )
            )
        ) from None
    found = outcome.result
    if found is not None:
        from procscore.render.page import page

        # Files first: a reader of the pipe that has enough ends the program while it prints.
        verifying.export_verification(found, out)
        # Rich leaves when the reader has enough; the exit code is the answer all the same.
        with suppress(SystemExit):
            console.standard_output().print(page(verifying.page_of(found)))
    code = report.diagnostics(
        outcome.diagnostics, quiet=quiet, ranked=found is not None, last=_NOTHING_VERIFIED
    )
    if found is None or not found.reproduced:
        return code or FINDINGS  # never 0 where nothing was verified
    return code
