"""`procscore evaluate BOOK…`: the main job."""

from typing import Annotated

import typer

from procscore.cli import options
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
    anonymize: options.Anonymize = False,
    anonymize_winner: options.AnonymizeWinner = False,
    letters: options.Letters = [],  # noqa: B006 - Typer copies it
    force: options.Force = False,
    quiet: options.Quiet = False,
    lang: options.Language = None,
) -> int:
    """Evaluate, print the ranking, write the files that were asked for."""
    del lang  # already in force: see main
    from procscore import pipeline
    from procscore.cli import console, outputs, progress, report
    from procscore.pipeline.formats import FORMATS

    outputs.check_suffixes(out, FORMATS)
    folder = outputs.one_folder("--letters", letters)
    part = options.part(stage, technical_only, withdraw, technical)
    inputs = [*books, technical] if technical else books
    pipeline.check_outputs(out, inputs, force=force, new_folder=folder)
    with progress.shown(quiet=quiet) as told:
        outcome = pipeline.evaluate(books, criteria, part, told)
    result = outcome.result
    found = outcome.diagnostics
    if result is not None:
        from procscore.render.ranking import report as ranking

        posted = None
        if folder is not None:
            from procscore.pipeline import notices

            posted = notices.notices(result, folder, out)
            pipeline.check_outputs(posted.files, inputs, force=force, new_folder=folder)
        shown = result
        if anonymize or anonymize_winner:
            from procscore.model.anonymous import anonymous

            shown = anonymous(result, name_winner=not anonymize_winner)
        # Files first: a reader of the pipe that has enough ends the program while it prints.
        pipeline.export(shown, out, posted.files if posted else {}, folder)
        if posted is not None:
            found = (*found, *posted.diagnostics)
        screen = console.standard_output()
        screen.print(ranking(shown))
        if detail:
            from procscore.render.detail import detail as detailed

            screen.print(detailed(shown))
        if posted is not None:
            line = message(N_("Written: {path}, notices: {count}"), path=folder, count=posted.count)
            screen.print(str(line))
    return report.diagnostics(found, quiet=quiet, ranked=result is not None)
