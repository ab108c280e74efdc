"""All rankings of a criteria sheet: its own, and those of stages that rank otherwise."""

from collections.abc import Iterator

from procscore.model.criteria import CriteriaSheet, Path
from procscore.model.rules import Ranking


def rankings(sheet: CriteriaSheet) -> Iterator[tuple[Path, Ranking]]:
    """Give each ranking with its path in the sheet."""
    yield ("ranking",), sheet.ranking
    for index, stage in enumerate(sheet.stages):
        if stage.ranking is not None:
            yield ("stages", index, "ranking"), stage.ranking


def rank_without_ties(sheet: CriteriaSheet) -> bool:
    """Tell whether evaluators have to rank without ties somewhere, so that own ranks are read."""
    return any(ranking.evaluator_ranks == "distinct" for _, ranking in rankings(sheet))
