"""A page as one HTML file that needs nothing else: no network, no script, no other file.

`page.html` says what it is made of and `page.css` how it looks, on a telephone, on a projector, in
the dark and on A4. Both are shipped beside this module.
"""

import re
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from procscore.exact import Mode, Rounding
from procscore.export.pages import links
from procscore.export.pages.measure import heads_others, lies
from procscore.language import current
from procscore.model.columns import behind
from procscore.model.page import Cell, Page, Table, Words

if TYPE_CHECKING:
    from jinja2 import Template

_TO_WHOLE = Rounding(0, Mode.HALF_UP)
_JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""Control characters, which no HTML file may hold."""


def export(page: Page) -> bytes:
    """Return the page as UTF-8."""
    tables = [block for block in page.blocks if isinstance(block, Table)]
    written = _template().render(
        page=page,
        language=current(),
        across=any(lies(table) for table in tables),
    )
    return (_NO_TEXT.sub("", written) + "\n").encode("utf-8", "backslashreplace")


@cache
def _template() -> "Template":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "parts": links.parts,
        "style": _style,
        "unseen": _unseen,
    }
    environment.tests |= {"table": _is_table, "foreign": _is_foreign, "group": heads_others}
    return environment.get_template("page.html")


def _is_table(block: object) -> bool:
    return isinstance(block, Table)


def _is_foreign(words: Words) -> bool:
    """Tell whether a text is Japanese on a page that is not: to be read aloud and set accordingly."""
    return current() != "ja" and _JAPANESE.search(str(words)) is not None


def _style(cell: Cell) -> str:
    """Return what the style sheet is told of a cell, in whole numbers."""
    heat = int(_TO_WHOLE((cell.heat or Fraction(0)) * 100))
    told = {"--heat": heat, "--level": cell.indent}
    return "; ".join(f"{name}: {value}" for name, value in told.items() if value)


def _unseen(table: Table) -> list[list[str]]:
    """Return what stands unseen behind each number, row by row, so that point is under point."""
    columns = [
        behind([str(row[number].text) for row in table.rows])
        if column.align == "right"
        else [""] * len(table.rows)
        for number, column in enumerate(table.columns)
    ]
    return [list(row) for row in zip(*columns, strict=True)]
