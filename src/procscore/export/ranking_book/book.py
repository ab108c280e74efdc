"""The whole workbook: its sheets are laid out first, then written in the order they are read."""

from collections.abc import Mapping
from dataclasses import dataclass

from procscore.diagnostics import Location
from procscore.export.ranking_book import hidden_record, moderation, prices, ties
from procscore.export.ranking_book.detail import Detail
from procscore.export.ranking_book.draft import Draft
from procscore.export.ranking_book.evaluators import Evaluators
from procscore.export.ranking_book.frame import Frame
from procscore.export.ranking_book.outcome import Outcome
from procscore.export.ranking_book.record import Record
from procscore.export.ranking_book.scales import Scales
from procscore.export.ranking_book.summary import Summary
from procscore.formula import Derivation
from procscore.model.result import Evaluation
from procscore.model.told import title
from procscore.model.words import RESULT_MARK
from procscore.xlsx import Book


@dataclass(frozen=True, slots=True)
class Written:
    """The workbook, and where the numbers in its cells come from."""

    data: bytes
    origins: Mapping[tuple[str, int, int], Derivation | Location]
    """How a number is computed, or where it was read, by sheet, row and column."""
    heads: Mapping[str, frozenset[int]]
    """The rows of headings by sheet."""


def export(result: Evaluation) -> bytes:
    """Return the workbook: the sheets of `RANKING_SHEETS`, as far as there is something for them.

    What went into the result stands behind them on a hidden sheet. Nothing raises: of a text that is
    longer than a cell holds, the beginning is written.
    """
    return written(result).data


def written(result: Evaluation, like: Evaluation | None = None) -> Written:
    """Return the workbook that `export` writes with the origins of its numbers, laid out once.

    Vendors are listed as they are in the workbook of `like`, whatever their ranks are now.
    """
    called = title(result)
    book = Book(title=called, keywords=RESULT_MARK)
    frame = Frame(result, like)
    sheets = drafts(frame)
    for sheet in sheets:
        sheet.write(book, called)
    hidden_record.write(book, result)
    heads = {sheet.name: sheet.heads for sheet in sheets}
    return Written(book.content, frame.ledger.origins, heads)


def drafts(frame: Frame) -> list[Draft]:
    """Lay out all sheets and return them in their order, with all their formulas made.

    A number is named by the first cell in which it is computed, so the order in which the sheets are
    laid out matters: prices and details, what follows from them, and the result last.
    """
    scales = Scales(frame.result.criteria)
    record = Record(frame, scales)
    priced = [prices.draft(frame)] if prices.needed(frame) else []
    detailed = [Detail(frame, scales).draft()] if frame.vendors else []
    agreed = [moderation.draft(frame)] if moderation.needed(frame) else []
    evaluators = Evaluators(frame)
    marked = [evaluators.draft()] if evaluators.needed else []
    summed = [Summary(frame).draft()] if frame.vendors else []
    tied = [ties.draft(frame)] if ties.needed(frame) else []
    sheets = [Outcome(frame).draft(), *summed, *detailed, *agreed, *priced, *tied, *marked]
    for each in sheets:
        each.resolve()
    return [*sheets, record.draft()]
