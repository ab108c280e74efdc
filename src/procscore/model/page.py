"""A page to be read: titles, tables, sentences and outlines, whatever it will be written as.

What is told of criteria sheets is made once as a page; the terminal and every format of `--out`
write the same one, so that they cannot differ.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from procscore.language import N_, Message, message

Words = str | Message
"""Text as it stands in a source, or a sentence that is put into the reader's language."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    text: Words = ""
    """As a reader sees it."""
    value: Fraction | None = None
    """The exact number that `text` shows, for formats that hold numbers; percentages as shares."""
    heat: Fraction | None = None
    """How strongly the cell is shaded, from 0 (not at all) to 1."""
    strong: bool = False
    indent: int = 0
    """How many levels deep it stands below another."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    heading: Words
    align: Literal["left", "right"] = "left"
    keep: bool = False
    """Whether its words are kept in one line where there is little room (ids, codes)."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has a cell for every column."""

    title: Words
    """Empty where the page's title says it all."""
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[Words, ...] = ()
    """What has to be known to read it, shown below it."""
    sheet: Words = ""
    """The sheet of a workbook that it shares with the tables before and behind it that name the same;
    empty for a sheet of its own. What their columns are called is alike."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """A list of sentences under a title."""

    title: Words
    sentences: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A line of an outline, and what it is made of."""

    text: Words
    parts: tuple["Node", ...] = ()
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """Lines that unfold into what they are made of, to any depth."""

    title: Words
    nodes: tuple[Node, ...]


Plain = Table | Sentences | Outline
"""A block that holds no others."""


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks that belong together under a title: all of one vendor, say."""

    title: Words
    blocks: tuple[Plain, ...]
    folds: bool = False
    """Whether it is one of several alike, which a reader unfolds one at a time."""


Block = Plain | Section


@dataclass(frozen=True, slots=True)
class Page:
    """A whole page."""

    title: Words
    lead: tuple[Words, ...]
    """What stands below the title: whose it is, where it comes from, how it is to be read."""
    blocks: tuple[Block, ...]


def within(section: Words, title: Words) -> Words:
    """Return the title of a block that stands on its own, away from the title of its section."""
    if not str(section) or not str(title):
        return section if str(section) else title
    return message(N_("{section}: {block}"), section=section, block=title)


def flattened(blocks: Iterable[Block]) -> Iterator[Plain]:
    """Give the blocks in their order without sections; each is titled by its section and itself."""
    for block in blocks:
        if not isinstance(block, Section):
            yield block
            continue
        if not block.blocks:
            yield Sentences(block.title, ())
        for each in block.blocks:
            yield replace(each, title=within(block.title, each.title))


def unfolded(nodes: Iterable[Node], depth: int = 0) -> Iterator[tuple[int, Node]]:
    """Give the nodes as they are read, each with how many others it is a part of: first 0."""
    for node in nodes:
        yield depth, node
        yield from unfolded(node.parts, depth + 1)
