"""Diagnostics on standard error, and the exit code that they amount to."""

from collections.abc import Sequence

from procscore.cli.console import standard_error
from procscore.cli.exit_codes import DONE, FILE_OR_SYSTEM, FINDINGS
from procscore.diagnostics import Diagnostic, Severity
from procscore.language import N_, message

_FILE_CODES = frozenset({"workbook-missing"})


def diagnostics(found: Sequence[Diagnostic], *, quiet: bool, ranked: bool) -> int:
    """Show `found` and return the exit code of the command."""
    from procscore.render.diagnostics import listing

    shown = [each for each in found if each.severity is Severity.ERROR or not quiet]
    screen = standard_error()
    if shown:
        screen.print(listing(shown))
    errors = [each for each in found if each.severity is Severity.ERROR]
    if not errors:
        return DONE
    if not ranked:
        screen.print(str(message(N_("Nothing was ranked. Errors: {count}"), count=len(errors))))
    return FILE_OR_SYSTEM if {each.code for each in errors} <= _FILE_CODES else FINDINGS
