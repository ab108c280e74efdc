"""`procscore explain BOOK… --vendor A`: how each point came about, down to the cells."""

from functools import partial
from typing import Annotated

import typer

from procscore.cli import options
from procscore.cli.boundary import WrongCallError
from procscore.language import N_, message

HELP = N_("Explain how the points of a vendor came about, down to the cells.")
_NOTHING_EXPLAINED = N_("Nothing was explained. Errors: {count}")


def explain(
    books: options.Books,
    vendor: Annotated[
        str,
        typer.Option(
            "--vendor",
            metavar="VENDOR",
            help=N_("Whose points are explained, by id or name."),
            show_default=False,
        ),
    ],
    against: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar="VENDOR",
            help=N_("Show instead where the gap to this vendor comes from, largest first."),
            show_default=False,
        ),
    ] = None,
    criterion: Annotated[
        str | None,
        typer.Option(
            "--criterion",
            metavar="ID",
            help=N_("Explain this criterion only, by id or name."),
            show_default=False,
        ),
    ] = None,
    criteria: options.Criteria = None,
    stage: options.Stage = None,
    technical_only: options.TechnicalOnly = False,
    withdraw: options.Withdraw = [],  # noqa: B006 - Typer copies it
    out: options.PageOut = [],  # noqa: B006 - Typer copies it
    force: options.Force = False,
    quiet: options.Quiet = False,
    lang: options.Language = None,
) -> int:
    """Evaluate, explain one vendor, print the page, write the files that were asked for."""
    del lang  # already in force: see main
    from procscore import pipeline
    from procscore.cli import outputs, paged, progress
    from procscore.pipeline import explaining, results

    outputs.check_suffixes(out, explaining.SUFFIXES)
    part = options.part(stage, technical_only, withdraw)
    pipeline.check_outputs(out, books, force=force)
    try:
        with progress.shown(quiet=quiet) as told:
            outcome = explaining.explain(books, vendor, criterion, against, criteria, part, told)
    except explaining.SameVendorError as fault:
        raise WrongCallError(
            message(N_("{vendor} cannot be held against itself."), vendor=fault.vendor)
        ) from None
    except results.ComputedAsRecordedError:
        raise WrongCallError(
            message(
                N_(
                    "A result is explained as it was computed: --criteria, --stage, --technical-only and --withdraw are for workbooks."
                )
            )
        ) from None
    return paged.put(
        outcome,
        partial(explaining.export_explanation, outputs=out),
        explaining.page_of,
        quiet=quiet,
        last=_NOTHING_EXPLAINED,
    )
