"""`procscore criteria schema`: the JSON Schema of a criteria sheet, or of a result."""

from pathlib import Path
from typing import Annotated

import typer

from procscore.cli import options
from procscore.language import N_

HELP = N_("Print the JSON Schema of a criteria sheet, for editors.")
_NOT_JSON = N_("{path} cannot be written: a schema is named .json.")


def schema(
    result: Annotated[
        bool,
        typer.Option(
            "--result",
            help=N_("Print that of a result instead, as evaluate --out FILE.json writes it."),
        ),
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            readable=False,
            metavar="FILE",
            help=N_("Write it to this file (.json), in UTF-8, instead of printing it."),
            show_default=False,
        ),
    ] = None,
    force: options.Force = False,
    lang: options.Language = None,
) -> int:
    """Print the schema, or write it."""
    del lang  # already in force: see main
    from procscore.cli.criteria import output
    from procscore.pipeline import authoring

    output.check_target(out, (".json",), _NOT_JSON, force=force)
    made = authoring.result_json_schema if result else authoring.criteria_schema
    text = made()
    if out is None and not output.can_print(text):
        text = made(ascii_only=True)
    output.put(text, out)
    return 0
