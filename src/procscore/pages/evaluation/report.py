"""The page of a result: what is decided first, what it rests on last."""

from collections.abc import Iterator

from procscore.language import N_, message
from procscore.model.page import Block, Page, Words
from procscore.model.result import Evaluation
from procscore.model.told import award_sentences, criteria_sentence, publication_sentences, title
from procscore.pages.evaluation import points, ranking, record
from procscore.pages.evaluation.vendor import vendor_section


def page(result: Evaluation) -> Page:
    """Return the whole result: nothing that it holds is left out."""
    return Page(title(result), tuple(lead(result)), tuple(_blocks(result)))


def lead(result: Evaluation) -> Iterator[Words]:
    """Give what is said first: by which rules, when, and who is chosen."""
    yield criteria_sentence(result)
    if result.procurement.opened:
        yield message(N_("Opened: {date}"), date=result.procurement.opened)
    yield from award_sentences(result)
    yield from publication_sentences(result)


def _blocks(result: Evaluation) -> Iterator[Block]:
    yield from ranking.blocks(result)
    yield from points.blocks(result)
    for each in result.ranked_first:
        yield vendor_section(result, each)
    yield from record.blocks(result)
