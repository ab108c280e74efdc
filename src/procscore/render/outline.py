"""An outline of a page as an indented tree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from procscore.model.page import Node, Outline
from procscore.render.folding import folded

_LEAST_TEXT = 14
"""Narrow characters that a text keeps; where they are not left, the outer guides give way."""


@dataclass(frozen=True)
class _Guides:
    """What stands before a part, and before the lines below it."""

    part: str
    last: str
    beside: str
    nothing: str


_DRAWN = _Guides("├ ", "└ ", "│ ", "  ")
"""In code page 932 too, which a Japanese Windows console shows."""
_TYPED = _Guides("+ ", "` ", "| ", "  ")
"""For a code page that lacks these."""


@dataclass(frozen=True)
class Unfolded:
    """An outline with all its lines, each folded under itself."""

    outline: Outline

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Give the lines."""
        del console
        guides = _DRAWN if _has(options.encoding, _DRAWN) else _TYPED
        for node in self.outline.nodes:
            yield from _lines(node, options.max_width, guides)


def _has(encoding: str, guides: _Guides) -> bool:
    try:
        (guides.part + guides.last + guides.beside).encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _lines(
    node: Node, room: int, guides: _Guides, first: str = "", below: str = ""
) -> Iterator[Text]:
    """Give the lines of a node and of its parts: `first` stands before its first, then `below`."""
    most = max(room - _LEAST_TEXT, 0)
    shown = max(len(first) - most, 0)  # every guide is narrow characters only
    text = folded(str(node.text), room - len(first[shown:]))
    for number, line in enumerate(text):
        before = below[shown:] if number else first[shown:]
        yield Text.assemble(before, (line, "bold" if node.strong else ""))
    for part, last in _with_last(node.parts):
        ahead, beside = (guides.last, guides.nothing) if last else (guides.part, guides.beside)
        yield from _lines(part, room, guides, below + ahead, below + beside)


def _with_last(nodes: Sequence[Node]) -> Iterator[tuple[Node, bool]]:
    for number, node in enumerate(nodes, start=1):
        yield node, number == len(nodes)
