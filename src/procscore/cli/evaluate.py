"""`procscore evaluate BOOK…`: the main job."""

from typing import Annotated

import typer

from procscore.cli import options
from procscore.cli.boundary import WrongCallError
from procscore.language import N_, message

HELP = N_("Score the vendors of a procurement and rank them.")


def evaluate(
    books: options.Books,
    criteria: options.Criteria = None,
    detail: Annotated[
        bool, typer.Option("--detail", help=N_("Also show every criterion and every mark."))
    ] = False,
    stage: options.Stage = None,
    technical_only: options.TechnicalOnly = False,
    technical: options.Technical = None,
    withdraw: options.Withdraw = [],  # noqa: B006 - Typer copies it
    out: options.Out = [],  # noqa: B006 - Typer copies it
    force: options.Force = False,
    quiet: options.Quiet = False,
    lang: options.Language = None,
) -> int:
    """Evaluate, print the ranking, write the files that were asked for."""
    del lang  # already in force: see main
    from procscore import pipeline
    from procscore.cli import console, outputs, progress, report
    from procscore.export.formats import FORMATS

    outputs.check_suffixes(out, FORMATS)
    if withdraw and (stage or technical_only):
        raise WrongCallError(
            message(N_("--withdraw needs a ranking of the whole procedure, with the prices."))
        )
    inputs = [*books, technical] if technical else books
    pipeline.check_outputs(out, inputs, force=force)
    part = pipeline.Part(stage, technical_only, tuple(withdraw), technical)
    with progress.shown(quiet=quiet) as told:
        outcome = pipeline.evaluate(books, criteria, part, told)
    if outcome.result is not None:
        from procscore.render.detail import detail as detailed
        from procscore.render.ranking import report as ranking

        # Files first: a reader of the pipe that has enough ends the program while it prints.
        pipeline.export(outcome.result, out)
        screen = console.standard_output()
        screen.print(ranking(outcome.result))
        if detail:
            screen.print(detailed(outcome.result))
    return report.diagnostics(outcome.diagnostics, quiet=quiet, ranked=outcome.result is not None)
