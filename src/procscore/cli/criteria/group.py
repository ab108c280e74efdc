"""`procscore criteria`: the commands about criteria sheets, one a module."""

import typer

from procscore.cli import options
from procscore.cli.criteria import list as listing
from procscore.cli.criteria import new, schema, show
from procscore.cli.help import Command, Group
from procscore.language import N_

NAME = "criteria"
HELP = N_("The library of criteria sheets, and help to write one.")


def build() -> typer.Typer:
    """Return the group with its commands. Its help texts are still English."""
    group = typer.Typer(
        cls=Group,
        help=HELP,
        invoke_without_command=True,
        rich_markup_mode=None,  # as the program itself
    )
    group.callback()(_alone)
    group.command("list", cls=Command, help=listing.HELP)(listing.list_sheets)
    group.command(cls=Command, help=show.HELP)(show.show)
    group.command(cls=Command, help=new.HELP)(new.new)
    group.command(cls=Command, help=schema.HELP)(schema.schema)
    return group


def _alone(context: typer.Context, lang: options.Language = None) -> None:
    """Show the help where no command is named."""
    del lang  # already in force: see main
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
