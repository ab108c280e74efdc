"""The blocks that the output is made of."""

from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.text import Text

from procscore.language import Message
from procscore.render.folding import folded

_DASH = "- "


def titled(title: str, content: RenderableType) -> Group:
    """Return `content` under a title, with an empty line above."""
    return Group(Text(), Text(title, style="bold"), content)


@dataclass(frozen=True)
class Lines:
    """A list of sentences, each folded under itself; none is padded to the longest."""

    sentences: tuple[str | Message, ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Give the lines."""
        del console
        for sentence in self.sentences:
            for number, line in enumerate(folded(str(sentence), options.max_width - len(_DASH))):
                yield Text((" " * len(_DASH) if number else _DASH) + line)


@dataclass(frozen=True)
class Paragraph:
    """A text that is folded where a person would fold it."""

    text: str
    style: str = ""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Give its lines."""
        del console
        for line in folded(self.text, options.max_width):
            yield Text(line, style=self.style)


def lines(sentences: Iterable[str | Message]) -> Lines:
    """Return a list of sentences, each folded under itself."""
    return Lines(tuple(sentences))
