"""The options that commands share."""

from pathlib import Path
from typing import Annotated

import typer

from procscore.language import LANGUAGES, N_

Books = Annotated[
    list[Path],
    typer.Argument(
        metavar="BOOK",
        help=N_("The workbook with the procurement, and any workbooks that evaluators handed in."),
        show_default=False,
    ),
]
Criteria = Annotated[
    str | None,
    typer.Option(
        "--criteria",
        metavar="ID|FILE",
        help=N_("The criteria sheet, if not the one that the workbook names."),
        show_default=False,
    ),
]
Language = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="|".join(LANGUAGES),
        help=N_("The language of the output; else PROCSCORE_LANG, else the locale."),
        show_default=False,
    ),
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help=N_("Show errors only, no warnings and notes."))
]
Out = Annotated[
    list[Path],
    typer.Option(
        "--out",
        "-o",
        metavar="FILE",
        help=N_("Also write the result to a file (.json or .csv); may be given several times."),
        show_default=False,
    ),
]
Force = Annotated[bool, typer.Option("--force", help=N_("Replace output files that exist."))]
