"""What the program remarked of the workbooks, which a ranking shows and no record holds."""

import re
from dataclasses import replace

from procscore.diagnostics import CATALOGUE, SEVERITY_WORDS
from procscore.language import _
from procscore.model.published import Grid

_CODE = re.compile(r"\[([a-z0-9-]+)\]$")
_PARTS = 3
"""How severe it is, the place, and what is remarked with its code."""


def without_remarks(grid: Grid) -> Grid:
    """Return the sheet 記録 without remarks and their heading, in the language that is spoken.

    What has not their form stays, wherever it stands.
    """
    heading = (_("What the program remarked"),)
    rows, remarked = {}, False
    for row in sorted(grid.rows):
        texts = grid.texts(row)
        remarked = _is_remark(texts) or (remarked and list(grid.rows[row]) == [_PARTS])
        if not remarked and texts != heading:
            rows[row] = grid.rows[row]
    return replace(grid, rows=rows)


def _is_remark(texts: tuple[str, ...]) -> bool:
    code = _CODE.search(texts[-1]) if len(texts) == _PARTS else None
    return code is not None and code[1] in CATALOGUE and texts[0] in map(_, SEVERITY_WORDS.values())
