"""A page to be read: titles, tables and sentences, whatever it will be written as.

What is told of criteria sheets is made once as a page; the terminal and every format of `--out`
write the same one, so that they cannot differ.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from procscore.language import Message

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


@dataclass(frozen=True, slots=True)
class Sentences:
    """A list of sentences under a title."""

    title: Words
    sentences: tuple[Words, ...]


Block = Table | Sentences


@dataclass(frozen=True, slots=True)
class Page:
    """A whole page."""

    title: Words
    lead: tuple[Words, ...]
    """What stands below the title: whose it is, where it comes from, how it is to be read."""
    blocks: tuple[Block, ...]
