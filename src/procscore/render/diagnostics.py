"""Diagnostics as a person reads them: severity, place, what is wrong, what to do."""

from collections.abc import Sequence

from rich.console import Group
from rich.text import Text

from procscore.diagnostics import SEVERITY_WORDS, Diagnostic, Severity
from procscore.language import _

SEVERITY_STYLES = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "yellow",
    Severity.ADVICE: "green",
    Severity.NOTE: "cyan",
}


def listing(diagnostics: Sequence[Diagnostic]) -> Group:
    """Return one paragraph a diagnostic."""
    return Group(*(_paragraph(each) for each in diagnostics))


def _paragraph(each: Diagnostic) -> Group:
    first = Text(overflow="fold")
    first.append(_(SEVERITY_WORDS[each.severity]), style=SEVERITY_STYLES[each.severity])
    first.append(f" {each.where}: {each.message} ")
    first.append(f"[{each.code}]", style="dim")
    if each.severity is Severity.NOTE:  # nothing needs to be done about a note
        return Group(first)
    return Group(first, Text(f"  {each.hint}", overflow="fold"))
