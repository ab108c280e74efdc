"""`procscore compare CRITERIA…`: criteria sheets side by side, also crossed with bids."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast, get_args

import typer

from procscore.cli import options
from procscore.cli.boundary import WrongCallError
from procscore.language import N_, listing, message

if TYPE_CHECKING:
    from procscore.model.comparison import By, Comparison
    from procscore.model.crossing import Crossing
    from procscore.pipeline import Outcome

HELP = N_("Show criteria sheets side by side, and how near they are.")
_NOTHING_COMPARED = N_("Nothing was compared. Errors: {count}")


def compare(
    sheets: Annotated[
        list[str],
        typer.Argument(
            metavar="CRITERIA",
            help=N_(
                "Ids of built-in sheets, files, or patterns such as *.yaml. One alone is compared with those it is nearest to."
            ),
            show_default=False,
        ),
    ],
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar="topic|group|item",
            help=N_("What the rows of the table of shares are; topic if not given."),
            show_default=False,
        ),
    ] = None,
    bids: Annotated[
        list[Path],
        typer.Option(
            "--bids",
            readable=False,
            metavar="BOOK",
            help=N_(
                "Weigh the marks of these bids as the sheets do; a comparison, not an award. Repeatable."
            ),
            show_default=False,
        ),
    ] = [],  # noqa: B006 - Typer copies it
    out: options.TableOut = [],  # noqa: B006 - Typer copies it
    force: options.Force = False,
    quiet: options.Quiet = False,
    lang: options.Language = None,
) -> int:
    """Compare, print the page, write the files that were asked for."""
    del lang  # already in force: see main
    from procscore import pipeline
    from procscore.cli import outputs, paged, progress, report
    from procscore.pipeline import comparing

    rows = _by(by, crossed=bool(bids))
    outputs.check_suffixes(out, comparing.SUFFIXES)
    outcome: Outcome[Comparison | Crossing]
    try:
        pipeline.check_outputs(out, [*comparing.files_of(sheets), *bids], force=force)
        if bids:
            with progress.shown(quiet=quiet) as told:
                outcome = comparing.cross(bids, sheets, told)
        else:
            outcome = comparing.compare(sheets)
    except comparing.SheetNamedTwiceError as fault:
        raise WrongCallError(
            message(
                N_("{sheet} is named twice. A sheet is compared with others."),
                sheet=fault.reference,
            )
        ) from None
    except comparing.NothingToCompareError:
        raise WrongCallError(
            message(N_("One sheet alone cannot be compared: there is no other built-in sheet."))
        ) from None
    return paged.put(
        outcome,
        partial(comparing.export_comparison, by=rows, outputs=out),
        partial(comparing.page_of, by=rows),
        quiet=quiet,
        last=_NOTHING_COMPARED,
        files=report.NAMED_FILE_CODES,
    )


def _by(written: str | None, *, crossed: bool) -> "By":
    """Return what the rows are. Raises WrongCallError for what there is not."""
    from procscore.model.comparison import By

    known = get_args(By)
    if written is not None and written not in known:
        raise WrongCallError(
            message(N_("--by takes {known}, not “{text}”."), known=listing(known), text=written)
        )
    if crossed and written not in (None, "topic"):
        raise WrongCallError(message(N_("With --bids, marks are weighed by topic.")))
    return cast("By", written or "topic")
