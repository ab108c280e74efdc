"""The blocks that the output is made of."""

from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.text import Text

from procscore.language import Message

_DASH = "- "


def titled(title: str, content: RenderableType) -> Group:
    """Return `content` under a title, with an empty line above."""
    return Group(Text(), Text(title, style="bold"), content)


@dataclass(frozen=True)
class Lines:
    """A list of sentences, each folded under itself; none is padded to the longest."""

    sentences: tuple[Message, ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Give the lines."""
        for sentence in self.sentences:
            room = max(options.max_width - len(_DASH), 1)
            folded = Text(str(sentence)).wrap(console, room, overflow="fold")
            for number, line in enumerate(folded):
                yield Text(" " * len(_DASH) if number else _DASH).append_text(line)


def lines(sentences: Iterable[Message]) -> Lines:
    """Return a list of sentences, each folded under itself."""
    return Lines(tuple(sentences))
