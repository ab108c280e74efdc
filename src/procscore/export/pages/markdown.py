"""A page as Markdown as GitHub and most other programs read it.

Text is text: what has a meaning in Markdown or HTML is escaped, line breaks become `<br>`.
"""

import re
from collections.abc import Iterable, Iterator

from procscore.export.pages import links
from procscore.model.page import (
    Block,
    Cell,
    Node,
    Outline,
    Page,
    Section,
    Sentences,
    Table,
    Words,
    unfolded,
)

_LEVEL = "&emsp;"
"""A space that no program collapses, for each level that a cell stands deeper."""
_INSIDE = "  "
"""Before a line of a list that stands within another."""
_NOTHING = "&nbsp;"
"""For a line without a text: a lone `-` below another line would make a heading of that."""
_ALIGNED = {"left": "---", "right": "---:"}
_MEANT = re.compile(r"[\\`*\[\]|~]|(?<![^\W_])_|_(?![^\W_])")
"""Signs that would be marks; an underscore within a word is none."""
_LEADING = re.compile(r"^([0-9]*)([#>+=.)-])")
"""What makes a heading, a quotation or a list of a line that begins with it."""


def export(page: Page) -> bytes:
    """Return the page as UTF-8."""
    return ("\n\n".join(_parts(page)) + "\n").encode("utf-8", "backslashreplace")


def _parts(page: Page) -> Iterator[str]:
    if title := _text(page.title):
        yield _heading("#", title)
    yield from filter(None, map(_line, page.lead))
    for block in page.blocks:
        yield from _block(block)


def _block(block: Block, level: str = "##") -> Iterator[str]:
    if title := _text(block.title):
        yield _heading(level, title)
    match block:
        case Section(blocks=blocks):
            for each in blocks:
                yield from _block(each, f"{level}#")
        case Sentences(sentences=sentences):
            yield from _listed(sentences)
        case Outline(nodes=nodes):
            yield from _outlined(nodes)
        case Table():
            if block.columns:
                yield _table(block)
            yield from _listed(block.notes)


def _table(table: Table) -> str:
    return "\n".join(
        _row(cells)
        for cells in (
            [_text(column.heading) for column in table.columns],
            [_ALIGNED[column.align] for column in table.columns],
            *([_cell(cell) for cell in row] for row in table.rows),
        )
    )


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    text = _text(cell.text)
    return _LEVEL * cell.indent + (f"**{text}**" if cell.strong and text else text)


def _listed(sentences: Iterable[Words]) -> Iterator[str]:
    if lines := [f"- {_line(each)}" for each in sentences]:
        yield "\n".join(lines)


def _outlined(nodes: Iterable[Node]) -> Iterator[str]:
    if lines := [f"{_INSIDE * depth}- {_node(node)}" for depth, node in unfolded(nodes)]:
        yield "\n".join(lines)


def _node(node: Node) -> str:
    if not (text := _text(node.text)):
        return _NOTHING
    return f"**{text}**" if node.strong else _line(node.text)


def _heading(level: str, text: str) -> str:
    # A sign like that at the end would be taken for the end of the heading.
    return f"{level} {text[:-1]}\\#" if text.endswith("#") else f"{level} {text}"


def _line(words: Words) -> str:
    """Return what stands at the beginning of a line, where more signs are marks."""
    return _LEADING.sub(r"\1\\\2", _text(words))


def _text(words: Words) -> str:
    """Return a text on one line, without its outer spaces, so that it is shown as it stands."""
    lines = (line.strip() for line in str(words).strip().splitlines())
    return "<br>".join(
        "".join(f"<{part}>" if address else _plain(part) for part, address in links.parts(line))
        for line in lines
    )


def _plain(text: str) -> str:
    escaped = _MEANT.sub(r"\\\g<0>", text)
    return escaped.replace("&", "&amp;").replace("<", "&lt;")
