"""`procscore criteria list`: the built-in criteria sheets."""

from procscore.cli import options
from procscore.cli.criteria import pages
from procscore.language import N_

HELP = N_("List the built-in criteria sheets.")


def list_sheets(
    out: pages.Out = [],  # noqa: B006 - Typer copies it
    force: options.Force = False,
    quiet: options.Quiet = False,
    lang: options.Language = None,
) -> int:
    """Print the table of the library, and write the files that were asked for."""
    del lang  # already in force: see main
    from procscore.pipeline import showing

    pages.check_targets(out, (), force=force)
    return pages.put(showing.list_criteria(), out, quiet=quiet)
