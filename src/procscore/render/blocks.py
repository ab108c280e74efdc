"""The blocks that the output is made of."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from procscore.language import Message


def titled(title: str, content: RenderableType) -> Group:
    """Return `content` under a title, with an empty line above."""
    return Group(Text(), Text(title, style="bold"), content)


def lines(sentences: Iterable[Message]) -> Table:
    """Return a list of sentences, each folded under itself."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=1)
    table.add_column(overflow="fold")
    for sentence in sentences:
        table.add_row("-", Text(str(sentence)))
    return table
