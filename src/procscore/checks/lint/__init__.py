"""The linter: what a bidder's lawyer would find in a criteria sheet before it is published.

Every rule takes a faultless sheet (`checks/criteria_sheet.py` finds no error) and gives only what is
true of it; where something cannot be decided, it gives nothing. The codes stand in
`diagnostics/catalogue/lint.py`, each rule's two sheets in `tests/lint/`.
"""

from collections.abc import Callable, Iterator

from procscore.checks.finding import Finding
from procscore.checks.lint import (
    amounts,
    marking,
    minimums,
    panel,
    points,
    prices,
    rounding,
    ties,
    unused,
)
from procscore.model.criteria import CriteriaSheet

RULES: tuple[Callable[[CriteriaSheet], Iterator[Finding]], ...] = (
    *prices.RULES,
    *rounding.RULES,
    *marking.RULES,
    *panel.RULES,
    *amounts.RULES,
    *minimums.RULES,
    *points.RULES,
    *ties.RULES,
    *unused.RULES,
)


def lint(sheet: CriteriaSheet) -> Iterator[Finding]:
    """Give what every rule finds in `sheet`, which has no error."""
    for rule in RULES:
        yield from rule(sheet)
