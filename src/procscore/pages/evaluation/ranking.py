"""Who stands where: the ranking, who is not in it, what became of ties and of earlier stages."""

from collections.abc import Iterator

from procscore.language import N_, message
from procscore.model import shown
from procscore.model.page import Block, Cell, Column, Section, Sentences, Table
from procscore.model.result import Evaluation, StageResult, Tie, VendorResult
from procscore.model.told import (
    VALUE_WORDS,
    earlier_stages,
    flag_sentences,
    result_word,
    stage_sentences,
    stage_word,
    status_word,
    tie_sentences,
    vendor_name,
)
from procscore.pages.evaluation import cells

_RANK = Column(message(N_("Rank")), align="right")
_RESULT = Column(message(N_("Result")))


def blocks(result: Evaluation) -> Iterator[Block]:
    """Give the ranking and everything that explains the order in it."""
    if result.ranked:
        yield ranking(result)
    if result.excluded:
        yield not_ranked(result)
    if flags := tuple(told for each in result.vendors for told in flag_sentences(each)):
        yield Sentences(message(N_("To be looked at")), flags)
    for stage in earlier_stages(result):
        yield _stage(result, stage)
    if result.ties:
        yield _ties(result.ties)


def ranking(result: Evaluation) -> Table:
    """Return the table of who is ranked, first to last, with the groups that decide."""
    criteria = shown.ranking_columns(result)
    if len(shown.groups(result)) > shown.MOST_COLUMNS:
        criteria = shown.tops(result)
    tops = {each.id for each in result.criteria.criteria}
    by_value = shown.by_value(result)
    value = Column(message(VALUE_WORDS[result.ranking.by]), align="right")
    columns = (
        _RANK,
        cells.VENDOR,
        *(cells.criterion_column(result, each) for each in criteria),
        cells.total_column(result.of_total),
        *([value] if by_value else []),
        _RESULT,
    )
    rows = tuple(
        (
            cells.rank(each.rank),
            Cell(vendor_name(each), strong=each.vendor.id in result.award.winners),
            *(cells.points(each.points(one.id), strong=one.id in tops) for one in criteria),
            cells.points(each.points_in_all, strong=True),
            *([cells.points(each.compared, strong=True)] if by_value else []),
            Cell(result_word(result, each)),
        )
        for each in result.ranked
    )
    return Table(message(N_("Ranking")), columns, rows, tuple(stage_sentences(result)))


def not_ranked(result: Evaluation) -> Table:
    """Return the table of who is out, with every reason and the points as far as they are known."""
    out = result.excluded
    scored = [
        each
        for each in result.criteria.criteria
        if any(one.points(each.id) is not None for one in out)
    ]
    totals = any(each.points_in_all is not None for each in out)
    columns = (
        cells.VENDOR,
        Column(message(N_("Status"))),
        Column(message(N_("Reason"))),
        *(cells.criterion_column(result, each) for each in scored),
        *([cells.total_column(result.of_total)] if totals else []),
    )
    rows = tuple(
        (
            Cell(vendor_name(each)),
            Cell(status_word(each)),
            Cell("\n".join(str(exclusion.reason) for exclusion in each.exclusions)),
            *(cells.points(each.points(one.id)) for one in scored),
            *([cells.points(each.points_in_all)] if totals else []),
        )
        for each in out
    )
    return Table(message(N_("Not ranked")), columns, rows)


def _stage(result: Evaluation, stage: StageResult) -> Block:
    """Return a stage that was held before: who was ranked how, and who went on."""
    if stage.skipped:
        told = message(N_("Not held: few vendors apply, and all go on."))
        return Sentences(stage.name, (told,))
    rules = {each.id: each.ranking for each in result.criteria.stages}
    rule = rules.get(stage.id) or result.criteria.ranking
    by_value = any(each.compared != each.points_in_all for each in stage.ranked)
    value = Column(message(VALUE_WORDS[rule.by]), align="right")
    columns = (
        _RANK,
        cells.VENDOR,
        cells.total_column(stage.of),
        *([value] if by_value else []),
        _RESULT,
    )
    rows = tuple(_stage_row(stage, each, by_value=by_value) for each in stage.ranked)
    table = Table(message(N_("Ranking")), columns, rows)
    ties = (_ties(stage.ties),) if stage.ties else ()
    return Section(stage.name, (table, *ties))


def _stage_row(stage: StageResult, each: VendorResult, *, by_value: bool) -> tuple[Cell, ...]:
    return (
        cells.rank(each.rank),
        Cell(vendor_name(each), strong=each.vendor.id in stage.passed),
        cells.points(each.points_in_all, strong=True),
        *([cells.points(each.compared, strong=True)] if by_value else []),
        Cell(stage_word(stage, each)),
    )


def _ties(ties: tuple[Tie, ...]) -> Sentences:
    return Sentences(
        message(N_("Ties")), tuple(told for tie in ties for told in tie_sentences(tie))
    )
