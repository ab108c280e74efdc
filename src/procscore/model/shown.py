"""What of a result is shown, and how a mark is written: the same on the terminal and in every file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from procscore.diagnostics import Diagnostic, Location
from procscore.exact import display
from procscore.model.bids import Mark
from procscore.model.criteria import CriteriaSheet, Criterion
from procscore.model.result import Evaluation, Score, VendorResult

MOST_COLUMNS = 8
"""More groups than these get a table of their own, however much room there is."""
_MOST_PARTS = 20
"""Of more parts than these only those that are groups themselves are shown beside the ranking."""


def tops(result: Evaluation) -> tuple[Criterion, ...]:
    """Return the top criteria that give points: who fails a mere check is told where it is out."""
    return _giving(result, result.criteria.criteria)


def groups(result: Evaluation) -> tuple[Criterion, ...]:
    """Return the parts of the top criteria that the ranking shows."""
    parts = [part for top in tops(result) for part in top.criteria]
    chosen = parts if len(parts) <= _MOST_PARTS else [part for part in parts if part.criteria]
    return _giving(result, chosen)


def ranking_columns(result: Evaluation) -> tuple[Criterion, ...]:
    """Return the criteria beside the ranking: each top criterion behind its groups."""
    among = {each.id for each in groups(result)}
    return tuple(
        each
        for top in tops(result)
        for each in (*(part for part in top.criteria if part.id in among), top)
    )


def _giving(result: Evaluation, criteria: Sequence[Criterion]) -> tuple[Criterion, ...]:
    return tuple(each for each in criteria if result.of(each.id))


def by_value(result: Evaluation) -> bool:
    """Tell whether the ranking compares another value than the total."""
    return any(each.compared != each.points_in_all for each in result.ranked)


def is_scored(each: VendorResult) -> bool:
    """Tell whether any points of a vendor were computed."""
    return any(score.points is not None for score in each.walk())


def outline(sheet: CriteriaSheet) -> Iterator[tuple[int, Criterion]]:
    """Give every criterion with its depth, a group before its parts."""
    for path, criterion in sheet.walk():
        yield len(path) // 2 - 1, criterion


def at_stake(result: Evaluation, criterion: str) -> Fraction | None:
    """Return the points of a criterion, None for a check that gives none: it is met or not."""
    return result.of(criterion) or None


def givers(each: VendorResult) -> tuple[str, ...]:
    """Return who gave marks to a vendor, evaluators before what they agreed on."""
    scores = list(each.walk())
    given = (mark.evaluator for score in scores for mark in (*score.originals, *score.marks))
    return tuple(dict.fromkeys(given))


def mark_texts(score: Score) -> Mapping[str, str]:
    """Return the marks of a criterion as they were given, by who gave them.

    A mark that trimming left out stands in brackets. Where the panel agreed on a mark, the
    evaluators' own stand beside it.
    """
    texts = {mark.evaluator: mark_text(mark) for mark in (*score.marks, *score.originals)}
    return {
        giver: f"({text})" if giver in score.left_out else text for giver, text in texts.items()
    }


def mark_text(mark: Mark) -> str:
    """Return a mark as it was given, and as what it counts where a rule changed that."""
    if mark.given is None or mark.value is None:
        return mark.written
    return f"{mark.written} → {display(mark.value)}"


def place(result: Evaluation, where: Location) -> Location:
    """Return a place with the name of its file instead of its path, which differs by machine."""
    names = {each.path: each.name for each in result.inputs}
    return replace(where, file=names.get(where.file, where.name))


def named(result: Evaluation, diagnostic: Diagnostic) -> Diagnostic:
    """Return a diagnostic with all its places as `place` gives them."""
    details = {
        key: place(result, value) if isinstance(value, Location) else value
        for key, value in diagnostic.details.items()
    }
    return Diagnostic(diagnostic.code, place(result, diagnostic.where), details)
