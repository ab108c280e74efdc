"""The options that commands share."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from procscore.cli.boundary import WrongCallError
from procscore.language import LANGUAGES, N_, message

if TYPE_CHECKING:
    from procscore.model.part import Part

Books = Annotated[
    list[Path],
    typer.Argument(
        readable=False,
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
Stage = Annotated[
    str | None,
    typer.Option(
        "--stage",
        metavar="ID",
        help=N_("Evaluate up to this stage of the procedure, and show who goes on."),
        show_default=False,
    ),
]
TechnicalOnly = Annotated[
    bool,
    typer.Option(
        "--technical-only",
        help=N_("Evaluate before the prices are opened: they are neither needed nor read."),
    ),
]
Technical = Annotated[
    Path | None,
    typer.Option(
        "--technical",
        readable=False,
        metavar="FILE",
        help=N_("The .json of the evaluation without prices; say what changed since."),
        show_default=False,
    ),
]
Withdraw = Annotated[
    list[str],
    typer.Option(
        "--withdraw",
        metavar="VENDOR",
        help=N_("A vendor that withdrew after the ranking: the next moves up. Repeatable."),
        show_default=False,
    ),
]


def part(
    stage: str | None, technical_only: bool, withdraw: Sequence[str], technical: Path | None = None
) -> "Part":
    """Return what is to be evaluated by the options above.

    Raises WrongCallError for vendors that withdrew from what ends before somebody is chosen.
    """
    from procscore.model.part import Part

    if withdraw and (stage or technical_only):
        raise WrongCallError(
            message(N_("--withdraw needs a ranking of the whole procedure, with the prices."))
        )
    return Part(stage, technical_only, tuple(withdraw), technical)


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


def out(told: str) -> Any:
    """Return the option of the files that a command writes; `told` says in which formats."""
    return typer.Option("--out", "-o", metavar="FILE", help=told, show_default=False)


Out = Annotated[
    list[Path],
    out(
        N_(
            "Also write the result to a file (.xlsx, .html, .md, .csv or .json); may be given several times."
        )
    ),
]
PageOut = Annotated[
    list[Path],
    out(N_("Also write it to a file (.xlsx, .md, .html or .json); may be given several times.")),
]
TableOut = Annotated[
    list[Path],
    out(
        N_(
            "Also write it to a file (.xlsx, .csv, .md, .html or .json); may be given several times."
        )
    ),
]
Anonymize = Annotated[
    bool,
    typer.Option(
        "--anonymize",
        help=N_("For publication: evaluators and all vendors but the winner are not named."),
    ),
]
AnonymizeWinner = Annotated[
    bool, typer.Option("--anonymize-winner", help=N_("As --anonymize, and the winner neither."))
]
Letters = Annotated[
    list[str],
    typer.Option(
        "--letters",
        metavar="FOLDER",
        help=N_("Also write a notice for each vendor into a folder: its own points and its rank."),
        show_default=False,
    ),
]
Force = Annotated[bool, typer.Option("--force", help=N_("Replace output files that exist."))]
