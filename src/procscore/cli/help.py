"""Help in the reader's language: our texts, and the few words that Typer itself adds."""

import gettext
import os
from typing import Any

from typer import Context
from typer.core import TyperCommand, TyperGroup

from procscore import language
from procscore.cli.boundary import WrongCallError
from procscore.language import N_, _, listing, message

TYPER_WORDS = (
    N_("Arguments"),
    N_("Options"),
    N_("Commands"),
    N_("required"),
    N_("default: {default}"),
    N_("Show this message and exit."),
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
    """A command whose line of usage, and whose complaint of too many arguments, is in the language too."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments. Raises WrongCallError where there are more than the command takes."""
        ctx.allow_extra_args = True  # Typer's own refusal is English
        rest = super().parse_args(ctx, args)
        if rest:
            text = N_("There are too many arguments: {rest}. See {command} --help.")
            raise WrongCallError(message(text, rest=listing(rest), command=ctx.command_path))
        return rest

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line of usage."""
        _write_usage(self, ctx, formatter)


class Group(TyperGroup):
    """The program, with its line of usage, and its complaint of an unknown command, in the language too."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that is named. Raises WrongCallError where there is none of that name."""
        name = args[0]
        if name not in self.commands and not name.startswith("-"):
            from procscore.diagnostics import suggest

            text = N_("There is no command “{name}”. {suggestion}")
            suggestion = suggest(name, tuple(self.commands))
            raise WrongCallError(message(text, name=name, suggestion=suggestion))
        return super().resolve_command(ctx, args)

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line of usage."""
        _write_usage(self, ctx, formatter)


def _write_usage(command: Any, ctx: Any, formatter: Any) -> None:
    pieces = " ".join(command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, pieces, prefix=_("Usage: "))
