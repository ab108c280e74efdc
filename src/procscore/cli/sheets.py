"""`procscore sheets CRITERIA`: score sheets to hand out."""

from pathlib import Path
from typing import Annotated

import typer

from procscore.cli import options
from procscore.cli.boundary import WrongCallError
from procscore.language import N_, listing, message

HELP = N_("Write score sheets to hand out to evaluators.")
_NOTHING_WRITTEN = N_("Nothing was written. Errors: {count}")
_NOTHING_DESCRIBED = N_("No layout could be drafted. Errors: {count}")


def sheets(
    criteria: Annotated[
        str | None,
        typer.Argument(
            metavar="CRITERIA",
            help=N_("The criteria sheet: an id or a file; else the one that --from names."),
            show_default=False,
        ),
    ] = None,
    vendors: Annotated[
        str | None,
        typer.Option(
            "--vendors",
            metavar="A,B,C",
            help=N_("The vendors, set apart by commas."),
            show_default=False,
        ),
    ] = None,
    evaluators: Annotated[
        list[str],
        typer.Option(
            "--evaluators",
            metavar="[PANEL=]NUMBER|NAMES",
            help=N_("How many evaluators, or their names; repeatable, a panel each."),
            show_default=False,
        ),
    ] = [],  # noqa: B006 - Typer copies it
    source: Annotated[
        Path | None,
        typer.Option(
            "--from",
            readable=False,
            metavar="BOOK",
            help=N_("Take vendors and evaluators from this workbook."),
            show_default=False,
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            readable=False,
            metavar="FILE",
            help=N_(
                "The workbook to write: procurement, vendors, evaluators and score sheets; with --describe the layout."
            ),
            show_default=False,
        ),
    ] = None,
    split: Annotated[
        Path | None,
        typer.Option(
            "--split",
            readable=False,
            metavar="FOLDER",
            help=N_("Write one workbook an evaluator into this folder; it holds no prices."),
            show_default=False,
        ),
    ] = None,
    title: Annotated[
        str,
        typer.Option(
            "--title",
            metavar="TEXT",
            help=N_("The name of the procurement."),
            show_default=False,
        ),
    ] = "",
    stage: Annotated[
        str | None,
        typer.Option(
            "--stage",
            metavar="ID",
            help=N_("Only what is marked in this stage of the procedure."),
            show_default=False,
        ),
    ] = None,
    comments: Annotated[
        bool, typer.Option("--comments", help=N_("Add a column for a comment beside each vendor."))
    ] = False,
    anonymous: Annotated[
        bool,
        typer.Option(
            "--anonymous",
            help=N_("Show vendors as letters; the key goes into a file of its own."),
        ),
    ] = False,
    describe: Annotated[
        Path | None,
        typer.Option(
            "--describe",
            readable=False,
            metavar="FILE",
            help=N_("Draft a layout.yaml for a workbook that was not made by procscore."),
            show_default=False,
        ),
    ] = None,
    force: options.Force = False,
    quiet: options.Quiet = False,
    lang: options.Language = None,
) -> int:
    """Write the workbooks and say what comes next, or describe a foreign one."""
    del lang  # already in force: see main
    if describe is not None:
        unused = {
            "--vendors": vendors,
            "--evaluators": evaluators,
            "--split": split,
            "--title": title,
            "--stage": stage,
            "--comments": comments,
            "--anonymous": anonymous,
        }
        if given := [option for option, value in unused.items() if value]:
            raise WrongCallError(
                message(
                    N_("--describe drafts a layout and does nothing with {options}."),
                    options=listing(given),
                )
            )
        return _describe(describe, criteria, source, out, force=force, quiet=quiet)
    from procscore.cli import console, report
    from procscore.pipeline import handing_out

    if out is not None and out.suffix.lower() != ".xlsx":
        raise WrongCallError(
            message(N_("{path} cannot be written: a workbook is named .xlsx."), path=out)
        )
    if out is None and split is None:
        raise WrongCallError(message(N_("Say where to write: --out FILE, --split FOLDER or both.")))
    if criteria is None and source is None:
        raise WrongCallError(message(N_("Name a criteria sheet, or a workbook by --from.")))
    if source is None and vendors is None:
        raise WrongCallError(message(N_("Name the vendors by --vendors, or a workbook by --from.")))
    order = handing_out.Order(
        criteria,
        vendors,
        tuple(evaluators),
        source,
        out,
        split,
        title,
        stage,
        anonymous=anonymous,
        comments=comments,
    )
    outcome = handing_out.sheets(order)
    all_well = outcome.result is not None
    if outcome.result is not None:
        from procscore.render.handed_out import handed_out

        handing_out.write(outcome.result, order, force=force)
        written = outcome.result
        key = next(iter(written.key), None)
        console.standard_output().print(
            handed_out(out, split, len(written.evaluators), key, source)
        )
    return report.diagnostics(
        outcome.diagnostics, quiet=quiet, ranked=all_well, last=_NOTHING_WRITTEN
    )


def _describe(
    book: Path,
    criteria: str | None,
    source: Path | None,
    out: Path | None,
    *,
    force: bool,
    quiet: bool,
) -> int:
    """Print or write the draft of a layout, and show what it would read."""
    from procscore import pipeline
    from procscore.cli import console, report
    from procscore.pipeline import describing
    from procscore.render.draft import draft

    if out is not None:
        if out.suffix.lower() != ".yaml":
            raise WrongCallError(
                message(N_("{path} cannot be written: a layout is named .yaml."), path=out)
            )
        named = (book, source, Path(criteria) if criteria else None)
        given = [path for path in named if path is not None]
        pipeline.check_outputs([out], given, force=force)
        describing.check_layout(out)
    outcome = describing.describe(book, criteria, source)
    if outcome.result is not None:
        if out is not None:
            describing.write_layout(outcome.result, out)
            told = message(N_("Written: {path}"), path=out)
            console.standard_output().print(str(told))
        else:
            console.standard_output().print(outcome.result.text, end="")
        if not quiet:
            console.standard_error().print(draft(outcome.result))
    return report.diagnostics(
        outcome.diagnostics,
        quiet=quiet,
        ranked=outcome.result is not None,
        last=_NOTHING_DESCRIBED,
    )
