"""Where the numbers in the cells of the ranking workbook come from."""

from collections.abc import Mapping

from procscore.diagnostics import Location
from procscore.export.ranking_book.book import drafts
from procscore.export.ranking_book.frame import Frame
from procscore.formula import Derivation
from procscore.model.result import Evaluation


def origins(result: Evaluation) -> Mapping[tuple[str, int, int], Derivation | Location]:
    """Return how a number is computed, or where it was read, by sheet, row and column."""
    frame = Frame(result)
    drafts(frame)
    return {(spot.sheet, spot.row, spot.column): of for spot, of in frame.ledger.origins.items()}
