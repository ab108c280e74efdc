"""The program: finds the language, builds the commands, runs one of them inside the boundary."""

import gc
import os
import sys
from collections.abc import Sequence
from glob import glob
from pathlib import Path
from typing import Annotated

import typer

from procscore import language
from procscore.cli import check, codes, compare, diff, evaluate, explain, options, sheets, verify
from procscore.cli.boundary import WrongCallError, guarded
from procscore.cli.criteria import group as criteria
from procscore.cli.help import Command, Group, speak, translate
from procscore.language import N_, message
from procscore.version import __version__

NAME = "procscore"


def run() -> None:
    """Run the command line of this process (the `procscore` script)."""
    # A run makes many small values and keeps them to its end: looking for cycles among them, again
    # and again, takes a third of the time of a large evaluation and frees next to nothing.
    gc.disable()
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Run the command that `arguments` name and return its exit code."""
    # On Windows no shell expands patterns such as scores/*.xlsx.
    prepare = expanded if os.name == "nt" else list
    return guarded(lambda: _main(prepare(arguments)))


def expanded(arguments: Sequence[str]) -> list[str]:
    """Return `arguments` with patterns expanded; what Excel leaves beside a workbook is passed over."""
    from procscore.ingest.gate import is_lock_file

    result: list[str] = []
    for argument in arguments:
        found = sorted(glob(argument)) if "*" in argument else []  # noqa: PTH207 - as it was typed
        books = [name for name in found if not is_lock_file(Path(name))]
        result.extend(books or [argument])
    return result


def _main(arguments: list[str]) -> int:
    speak(language.preferred())  # in which a wrong --lang is told
    speak(_asked_language(arguments) or language.preferred())
    command = typer.main.get_command(build())
    translate(command)
    outcome = command.main(arguments, prog_name=NAME, standalone_mode=False)
    return outcome if isinstance(outcome, int) else 0


def build() -> typer.Typer:
    """Return the application with all its commands. Its help texts are still English."""
    app = typer.Typer(
        name=NAME,
        cls=Group,
        help=N_(
            "Scores vendor proposals in public procurement: exact, explained, never silently wrong."
        ),
        invoke_without_command=True,
        add_completion=False,
        rich_markup_mode=None,  # plain help: rich would take longer to load than all else
        pretty_exceptions_enable=False,
    )
    app.callback()(_top)
    app.command(cls=Command, help=evaluate.HELP)(evaluate.evaluate)
    app.command(cls=Command, help=check.HELP)(check.check)
    app.command(cls=Command, help=sheets.HELP)(sheets.sheets)
    app.command(cls=Command, help=compare.HELP)(compare.compare)
    app.command(cls=Command, help=explain.HELP)(explain.explain)
    app.command(cls=Command, help=diff.HELP)(diff.diff)
    app.command(cls=Command, help=verify.HELP)(verify.verify)
    app.add_typer(criteria.build(), name=criteria.NAME)
    app.command(cls=Command, help=codes.HELP)(codes.codes)
    return app


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"{NAME} {__version__}")
        raise typer.Exit


def _top(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            help=N_("Show the version and exit."),
            callback=_show_version,
            is_eager=True,
        ),
    ] = False,
    lang: options.Language = None,
) -> None:
    del version, lang  # both are dealt with before this is called
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def _asked_language(arguments: Sequence[str]) -> str | None:
    """Return what `--lang` says, wherever it stands: help and complaints follow it too."""
    for index, argument in enumerate(arguments):
        asked = None
        if argument == "--lang" and index + 1 < len(arguments):
            asked = arguments[index + 1]
        elif argument.startswith("--lang="):
            asked = argument.partition("=")[2]
        if asked is not None:
            if asked not in language.LANGUAGES:
                raise WrongCallError(
                    message(
                        N_("There is no language “{asked}”; there are: {known}."),
                        asked=asked,
                        known=language.listing(language.LANGUAGES),
                    )
                )
            return asked
    return None
