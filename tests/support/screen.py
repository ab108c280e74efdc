"""Renderables as the text that a terminal of some width shows."""

from io import StringIO

from rich.console import Console


def shown(renderable, width=200):
    """Return what `renderable` looks like at `width` columns, without trailing spaces."""
    out = StringIO()
    Console(file=out, width=width, highlight=False, markup=False, emoji=False).print(renderable)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"
