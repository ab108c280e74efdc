"""Whether the figures are still those that were evaluated: the formula of the line that tells if not.

What is chosen stands in the sheet as text. Where a mark is changed in the workbook the ranks follow
and the text does not, so that the sheet that is signed would contradict itself.
"""

from collections.abc import Sequence
from fractions import Fraction

from procscore.export.ranking_book.ledger import Held, Ledger, Spot
from procscore.formula.excel import LONGEST, TOO_LONG, called
from procscore.language import _
from procscore.xlsx import Formula, number, quoted

_NEAR = Fraction(1, 10**9)
"""A difference that is no more than a trace of binary arithmetic; of numbers above 10, by their size."""


def told() -> str:
    """Return what the line says where something differs."""
    return _("Figures differ from those that were evaluated: evaluate again.")


def content(ledger: Ledger, spot: Spot, held: Sequence[Held]) -> Formula | str:
    """Return what `spot` holds: `told` if a cell holds another number than was evaluated, else nothing.

    An error, as where a check was erased, is another number.

    `held` are cells with the numbers of the evaluation. Of so many that the formula would be longer
    than Excel takes none is watched, which the sheet 記録 says.
    """
    parts = [_difference(each, spot.sheet) for each in held]
    most = called("max", parts) if len(parts) > 1 else "".join(parts)
    text = f'=IF(IFERROR({most},1)>{number(_NEAR)},{quoted(told())},"")'
    if len(text) <= LONGEST:
        return Formula(text, "")
    ledger.enter(Fraction(0), spot, TOO_LONG)
    return ""


def _difference(held: Held, sheet: str) -> str:
    """Return by how much a cell differs from its number, as a part of what that has the size of."""
    evaluated = held.value
    size = 10 ** (len(str(int(abs(evaluated)))) - 1)
    sign = "+" if evaluated < 0 else "-"
    apart = f"ABS({held.spot.seen_from(sheet)}{sign}{number(abs(evaluated))})"
    return f"{apart}/{size}" if size > 1 else apart
