"""The catalogue of diagnostics for a reader."""

import re

from rich.box import SIMPLE_HEAD
from rich.console import Group
from rich.table import Table
from rich.text import Text

from procscore.diagnostics import CATALOGUE, SEVERITY_WORDS
from procscore.language import N_, _, message

_FIELD = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")


def overview() -> Table:
    """Return all codes with their sentences."""
    table = Table(box=SIMPLE_HEAD, show_edge=False, header_style="bold")
    table.add_column(_("Code"), no_wrap=True)
    table.add_column(_("Severity"))
    table.add_column(_("Message"), overflow="fold")
    for code, kind in CATALOGUE.items():
        table.add_row(code, _(SEVERITY_WORDS[kind.severity]), Text(_template(kind.message)))
    return table


def entry(code: str) -> Group:
    """Return one code with what it says, what to do and why procscore minds."""
    kind = CATALOGUE[code]
    return Group(
        Text(f"{code} ({_(SEVERITY_WORDS[kind.severity])})", style="bold"),
        *(
            Text(str(message(N_("{label}: {text}"), label=label, text=text)), overflow="fold")
            for label, text in (
                (_("Message"), _template(kind.message)),
                (_("What to do"), _template(kind.hint)),
                (_("Why"), _(kind.why)),
            )
        ),
    )


def _template(text: str) -> str:
    """Return a template for reading: its fields as `…`."""
    return _FIELD.sub("…", _(text)).replace("{{", "{").replace("}}", "}")
