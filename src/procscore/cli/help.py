"""Help in the reader's language: our texts, and the few words that Typer itself adds."""

import gettext
import os
from typing import Any

from typer import Context
from typer.core import TyperCommand, TyperGroup

from procscore import language
from procscore.language import N_, _

TYPER_WORDS = (
    N_("Arguments"),
    N_("Options"),
    N_("Commands"),
    N_("required"),
    N_("default: {default}"),
    N_("Show this message and exit."),
    N_("No such command {name!r}."),
)
"""What Typer itself says, named here so that the catalogue holds it."""


def speak(code: str) -> None:
    """Make `code` the language of procscore and of Typer.

    Typer asks gettext's default domain, whose language is an environment variable.
    """
    language.use(code)
    os.environ["LANGUAGE"] = code
    gettext.bindtextdomain(language.DOMAIN, str(language.LOCALE))
    gettext.textdomain(language.DOMAIN)


def translate(command: Any) -> None:
    """Put the help texts of a command, its parameters and its subcommands into the language.

    Typer's commands are declared with English texts; nothing but these fields is changed.
    """
    command.help = _(command.help)
    for parameter in [*command.params, command.get_help_option(Context(command))]:
        parameter.help = _(parameter.help)
        if parameter.param_type_name == "argument":
            # `BOOK <list[Path]>` tells a secretary nothing that the sentence beside it does not.
            parameter.display_type_rich = lambda ctx: None  # noqa: ARG005
    for subcommand in getattr(command, "commands", {}).values():
        translate(subcommand)


class Command(TyperCommand):
    """A command whose line of usage is in the language too."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line of usage."""
        _write_usage(self, ctx, formatter)


class Group(TyperGroup):
    """The program, with its line of usage in the language too."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line of usage."""
        _write_usage(self, ctx, formatter)


def _write_usage(command: Any, ctx: Any, formatter: Any) -> None:
    pieces = " ".join(command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, pieces, prefix=_("Usage: "))
