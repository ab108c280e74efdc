"""`procscore codes [CODE]`: what a diagnostic means and what to do."""

from typing import Annotated

import typer

from procscore.cli import options
from procscore.cli.boundary import WrongCallError
from procscore.language import N_, message

HELP = N_("Explain a diagnostic, or list them all.")


def codes(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="CODE", help=N_("A code as it stands behind a message."), show_default=False
        ),
    ] = None,
    lang: options.Language = None,
) -> int:
    """Print the catalogue, or one entry of it."""
    del lang  # already in force: see main
    from procscore.cli.console import standard_output
    from procscore.diagnostics import CATALOGUE, suggest
    from procscore.render.catalogue import entry, overview

    if code is not None and code not in CATALOGUE:
        raise WrongCallError(
            message(
                N_("There is no code “{code}”. {suggestion}"),
                code=code,
                suggestion=suggest(code, tuple(CATALOGUE)),
            )
        )
    standard_output().print(overview() if code is None else entry(code))
    return 0
