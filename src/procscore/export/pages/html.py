"""A page as one HTML file that needs nothing else: no network, no script, no other file.

`page.html` says what it is made of, `blocks.html` how each block is written, and `page.css` how it
looks, on a telephone, on a projector, in the dark and on A4. All are shipped beside this module.
"""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from procscore.exact import Mode, Rounding
from procscore.export.pages import links
from procscore.export.pages.measure import heads_others, lies
from procscore.language import Message, current
from procscore.model.columns import behind
from procscore.model.page import (
    Block,
    Cell,
    Column,
    Outline,
    Page,
    Section,
    Table,
    Words,
    flattened,
    within,
)

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

_HERE = Path(__file__).parent
_TO_WHOLE = Rounding(0, Mode.HALF_UP)
_JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_JAPANESE_RUN = re.compile("[\u3040-\u30ff\u3400-\u9fff][\u3000-\u30ff\u3400-\u9fff\uff01-\uff9f]*")
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""Control characters, which no HTML file may hold."""


def export(page: Page) -> bytes:
    """Return the page as UTF-8."""
    return written("page.html", page)


def written(template: str, page: Page, folder: Path = _HERE, **more: object) -> bytes:
    """Return a page by a template in `folder`, which may extend `page.html`, as UTF-8.

    `more` is what the template names beside the page, or instead of what it is told of it.
    """
    known = {"page": page, "language": current(), "across": lying(page.blocks)}
    text = _template(template, folder).render(known | more)
    return (_NO_TEXT.sub("", text) + "\n").encode("utf-8", "backslashreplace")


def lying(blocks: Iterable[Block]) -> bool:
    """Tell whether blocks are printed on pages that lie on their side, for one of their tables."""
    return any(lies(block) for block in flattened(blocks) if isinstance(block, Table))


@cache
def _template(name: str, folder: Path) -> "Template":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader((folder, _HERE)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "linked": _linked,
        "marked": _marked,
        "attributes": _attributes,
        "unseen": _unseen,
        "within": _within,
    }
    environment.tests |= {
        "table": _is_table,
        "section": _is_section,
        "outline": _is_outline,
        "foreign": _is_foreign,
        "group": heads_others,
    }
    return environment.get_template(name)


def _is_table(block: object) -> bool:
    return isinstance(block, Table)


def _is_section(block: object) -> bool:
    return isinstance(block, Section)


def _is_outline(block: object) -> bool:
    return isinstance(block, Outline)


def _within(title: Words, section: Words) -> Words:
    """Return the name of a table for who hears it away from the headings around it."""
    return within(section, title)


def _is_foreign(words: Words) -> bool:
    """Tell whether a text is Japanese on a page that is not: to be read aloud and set accordingly.

    A message of ours is in the page's language: of it only what was put in is marked, by `_marked`.
    """
    if current() == "ja" or isinstance(words, Message):
        return False
    return _JAPANESE.search(words) is not None


def _attributes(cell: Cell, column: Column, after: str) -> "Markup":
    """Return what the style sheet is told of a cell, in words and whole numbers, and its language.

    `after` is what stands unseen behind it. A page has a hundred thousand cells: these are put
    together here, since a template escapes every part on its own.
    """
    from markupsafe import Markup

    named = {"keep": column.keep, "strong": cell.strong, "hot": bool(cell.heat)}
    heat = int(_TO_WHOLE(cell.heat * 100)) if cell.heat else 0
    told = {"--heat": heat, "--level": cell.indent}
    attributes = {
        "class": " ".join([column.align, *(name for name, value in named.items() if value)]),
        "style": "; ".join(f"{name}: {value}" for name, value in told.items() if value),
        "data-after": after,
        "lang": "ja" if _is_foreign(cell.text) else "",
    }
    written = (f' {name}="{value}"' for name, value in attributes.items() if value)
    return Markup("".join(written))  # noqa: S704 - nothing in it comes from a source


def _linked(words: Words) -> "Markup":
    """Return a text in which the addresses of the web are links, and the rest as `_marked` has it."""
    from markupsafe import Markup, escape

    link = Markup('<a href="{0}">{0}</a>')
    plain = _marked_runs if isinstance(words, Message) else escape
    return Markup().join(
        link.format(part) if address else plain(part) for part, address in links.parts(str(words))
    )


def _marked(words: Words) -> "Markup":
    """Return a text; of a message that is not in Japanese, what is Japanese in it is marked so."""
    from markupsafe import escape

    return _marked_runs(str(words)) if isinstance(words, Message) else escape(words)


def _marked_runs(text: str) -> "Markup":
    from markupsafe import Markup, escape

    escaped = str(escape(text))
    if current() != "ja":
        escaped = _JAPANESE_RUN.sub(r'<span lang="ja">\g<0></span>', escaped)
    return Markup(escaped)  # noqa: S704 - escaped above


def _unseen(table: Table) -> list[list[str]]:
    """Return what stands unseen behind each number, row by row, so that point is under point."""
    columns = [
        behind([str(row[number].text) for row in table.rows])
        if column.align == "right"
        else [""] * len(table.rows)
        for number, column in enumerate(table.columns)
    ]
    return [list(row) for row in zip(*columns, strict=True)]
