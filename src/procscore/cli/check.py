"""`procscore check FILE…`: what is wrong with criteria sheets, and who still owes which marks."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from procscore.cli import options
from procscore.cli.boundary import WrongCallError
from procscore.language import N_, listing, message

if TYPE_CHECKING:
    from procscore.diagnostics import Diagnostic
    from procscore.model.checked import Checked

HELP = N_(
    "Read criteria sheets as a bidder's lawyer would; of workbooks, say which marks are still missing. Score nothing."
)
TEXT = "text"
_NOTHING_TOLD = N_("Who has handed in what cannot be told yet. Errors: {count}")
_TO_CORRECT = N_("To be corrected before anything is ranked. Errors: {count}")


def check(
    files: Annotated[
        list[Path],
        typer.Argument(
            readable=False,
            metavar="FILE",
            help=N_(
                "Criteria sheets (.yaml, or the id of a built-in one), or the workbooks of a procurement, as they are handed in."
            ),
            show_default=False,
        ),
    ],
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
    strict: Annotated[
        bool, typer.Option("--strict", help=N_("Fail (exit code 1) on warnings, too."))
    ] = False,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="text|json|github",
            help=N_("For people, for programs, or as annotations of GitHub Actions."),
            show_default=False,
        ),
    ] = TEXT,
    quiet: options.Quiet = False,
    lang: options.Language = None,
) -> int:
    """Print what was found; nothing is scored and nothing is written."""
    del lang  # already in force: see main
    from procscore import pipeline
    from procscore.cli import console, progress
    from procscore.export.check_formats import CHECK_FORMATS

    if form not in (TEXT, *CHECK_FORMATS):
        known = listing((TEXT, *CHECK_FORMATS))
        raise WrongCallError(
            message(N_("There is no format “{form}”; there are: {known}."), form=form, known=known)
        )
    sheets, books = pipeline.sorted_out(files)
    given = {"--criteria": criteria, "--stage": stage, "--technical-only": technical_only}
    if not books and (unused := [option for option, value in given.items() if value]):
        raise WrongCallError(
            message(
                N_("{options} is for workbooks, and none is named."),
                options=listing(unused),
            )
        )
    part = pipeline.Part(stage, technical_only)
    with progress.shown(quiet=quiet) as told:
        checked = pipeline.check_all(sheets, books, criteria, part, told)
    shown = _shown(checked, quiet=quiet, strict=strict)
    if form == TEXT:
        _print(shown, quiet=quiet)
    else:
        text = CHECK_FORMATS[form](shown)
        console.standard_output().print(text, end="", soft_wrap=True)
    return _exit_code(checked, strict=strict)


def _shown(checked: "Checked", *, quiet: bool, strict: bool) -> "Checked":
    """Return what is to be shown: with `quiet` only what makes the command fail."""
    if not quiet:
        return checked

    def kept(found: "Iterable[Diagnostic]") -> "tuple[Diagnostic, ...]":
        return tuple(each for each in found if _fails(each, strict=strict))

    sheets = [replace(each, diagnostics=kept(each.diagnostics)) for each in checked.sheets]
    return replace(checked, sheets=tuple(sheets), diagnostics=kept(checked.diagnostics))


def _fails(found: "Diagnostic", *, strict: bool) -> bool:
    from procscore.diagnostics import Severity

    return found.severity is Severity.ERROR or (strict and found.severity is Severity.WARNING)


def _print(checked: "Checked", *, quiet: bool) -> None:
    """Print for people: what is asked for on standard output, what stands in its way beside it."""
    from procscore.cli import console, report
    from procscore.render.linted import report as linted

    sheets = [each for each in checked.sheets if each.diagnostics or not quiet]
    screen = console.standard_output()
    if sheets:
        screen.print(linted(sheets))
    if not checked.books:
        return
    if sheets:
        screen.print()
    last = _NOTHING_TOLD
    if checked.submissions is not None:
        from procscore.render.submissions import report as submissions

        screen.print(submissions(checked.submissions))
        last = _TO_CORRECT
    report.diagnostics(checked.diagnostics, quiet=False, ranked=False, last=last)


def _exit_code(checked: "Checked", *, strict: bool) -> int:
    """Return 4 where nothing is wrong but that files are not there, 1 where anything is."""
    from procscore.cli.exit_codes import DONE, FILE_OR_SYSTEM, FINDINGS
    from procscore.cli.report import FILE_CODES, NAMED_FILE_CODES

    failing = {each.code for each in checked.findings if _fails(each, strict=strict)}
    if checked.submissions is not None and not checked.submissions.complete:
        return FINDINGS
    if not failing:
        return DONE
    named = {each.code for one in checked.sheets for each in one.diagnostics}
    missing = FILE_CODES | (named & NAMED_FILE_CODES)
    return FILE_OR_SYSTEM if failing <= missing else FINDINGS
