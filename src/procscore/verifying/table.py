"""Where the numbers of a ranking written as CSV come from."""

import re

from procscore.formula import Derivation
from procscore.model.published import Grid
from procscore.model.result import Evaluation
from procscore.verifying.reasons import Origin

_ID = re.compile(r"\[([^\[\]]+)\]$")


def origins(result: Evaluation, grid: Grid) -> dict[tuple[str, int, int], Origin]:
    """Return how the numbers of `grid`, written from `result`, are computed, by their cells."""
    ids = {column: _ID.search(str(cell.content)) for column, cell in grid.rows[1].items()}
    found: dict[tuple[str, int, int], Origin] = {}
    for row, each in zip(list(grid.rows)[1:], result.ranked_first, strict=True):
        scores = {score.criterion: score.derivation for score in each.walk()}
        known: dict[str, Derivation | None] = {**each.amounts, **scores}
        for column, match in ids.items():
            derivation = known.get(match[1]) if match else None
            if derivation is not None:
                found[grid.name, row, column] = derivation
        # The total stands behind the last criterion.
        last = max(
            (column for column, match in ids.items() if match and match[1] in scores), default=0
        )
        if each.total is not None and last:
            found[grid.name, row, last + 1] = each.total
    return found
