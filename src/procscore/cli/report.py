"""Diagnostics on standard error, and the exit code that they amount to."""

from collections.abc import Collection, Sequence

from procscore.cli.console import standard_error
from procscore.cli.exit_codes import DONE, FILE_OR_SYSTEM, FINDINGS
from procscore.diagnostics import Diagnostic, Severity
from procscore.language import N_, message

NOTHING_RANKED = N_("Nothing was ranked. Errors: {count}")
FILE_CODES = frozenset({"workbook-missing"})
NAMED_FILE_CODES = FILE_CODES | {"criteria-file-missing"}
"""Where the criteria sheet is a file that was named on the command line."""


def diagnostics(
    found: Sequence[Diagnostic],
    *,
    quiet: bool,
    ranked: bool,
    last: str = NOTHING_RANKED,
    files: Collection[str] = FILE_CODES,
) -> int:
    """Show `found` and return the exit code of the command.

    It is that of a file that is not there where the codes of all errors are among `files`. Unless
    all went well (`ranked`), the number of errors is told at the end by the template `last`.
    """
    from procscore.render.diagnostics import listing

    shown = [each for each in found if each.severity is Severity.ERROR or not quiet]
    screen = standard_error()
    if shown:
        screen.print(listing(shown))
    errors = [each for each in found if each.severity is Severity.ERROR]
    if not errors:
        return DONE
    if not ranked:
        screen.print(str(message(last, count=len(errors))))
    return FILE_OR_SYSTEM if {each.code for each in errors} <= set(files) else FINDINGS
