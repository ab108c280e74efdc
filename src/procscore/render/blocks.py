"""The blocks that the output is made of."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from procscore.language import Message


def titled(title: str, content: RenderableType) -> Padding:
    """Return `content` under a title, with an empty line above."""
    return Padding(Group(Text(title, style="bold"), content), (1, 0, 0, 0), expand=False)


def lines(sentences: Iterable[Message]) -> Table:
    """Return a list of sentences, each folded under itself."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=1)
    table.add_column(overflow="fold")
    for sentence in sentences:
        table.add_row("-", Text(str(sentence)))
    return table
