"""Results from wherever they are: workbooks that are evaluated, or a record that is computed again."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from procscore.checks import bids as bids_checks
from procscore.diagnostics import Diagnostic, Problems
from procscore.ingest import own_results, published, recorded
from procscore.ingest.handed_in import Progress, unseen
from procscore.model.part import WHOLE, Part
from procscore.model.published import Published
from procscore.model.recorded import Recorded
from procscore.model.result import Evaluation
from procscore.model.words import ORIGIN_SHEET
from procscore.pipeline.evaluating import evaluate, scored
from procscore.pipeline.held_against import held_against
from procscore.pipeline.loading import Criteria, checked, narrowed
from procscore.pipeline.outcome import Outcome, settled
from procscore.verifying.ranked import ordered

RECORD_SUFFIX = ".json"
RANKING_SUFFIX = ".xlsx"
"""Of a ranking as a workbook, which holds its record on a hidden sheet."""
_UNREADABLE = "result-file-unreadable"
"""The code of what is no result in a file of its own."""
_NO_REASON = "agreed-without-reason"
"""Told where beside an agreed mark no comment stands."""
_OTHER_RULES = "record-digest-differs"
"""Told alone: that figures are others follows from it."""


class ComputedAsRecordedError(ValueError):
    """Rules or a part are asked for of a result that is computed as its own record says."""

    def __init__(self) -> None:
        super().__init__(
            "a record is computed as it says; a criteria sheet or a part needs workbooks"
        )


def is_record(path: Path) -> bool:
    """Tell whether a file is a result that can be computed again: by its name, or a ranking's mark."""
    suffix = path.suffix.lower()
    return suffix == RECORD_SUFFIX or (suffix == RANKING_SUFFIX and own_results.is_result(path))


def result_of(
    paths: Sequence[Path],
    criteria: str | None = None,
    part: Part = WHOLE,
    progress: Progress = unseen,
) -> Outcome[Evaluation]:
    """Return the result in a `.json` file or a ranking, computed again, else that of `paths`.

    A record is computed as it was: `criteria` and `part` are for workbooks. Where the ranking around
    it shows something else, a warning says so. Raises OSError for a file that cannot be read.
    """
    if len(paths) == 1 and is_record(paths[0]):
        problems = Problems()
        found = published.read(paths[0], problems)
        result = from_record(found, problems) if found else None
        if found and result and not any(each.code == _OTHER_RULES for each in problems):
            _hold_against_its_record(found, result, problems)
        return settled(result, problems)
    return evaluate(paths, criteria, part, progress)


def from_record(found: Published, problems: Problems) -> Evaluation | None:
    """Compute a ranking again from the record in it; None where there is none, which is told."""
    seen = Problems()
    result = recomputed(found.record, seen) if found.record else None
    if found.broken:
        seen.add(_UNREADABLE, found.where)
    elif found.record is None:
        seen.add("ranking-without-record", found.where)
    in_sheet = found.kind == RANKING_SUFFIX
    problems.extend(map(_of_the_hidden_sheet, seen) if in_sheet else seen)
    return result


def _of_the_hidden_sheet(told: Diagnostic) -> Diagnostic:
    """Return what is told of a ranking workbook: that the sheet, and no .json, cannot be read."""
    if told.code != _UNREADABLE:
        return told
    where = replace(told.where, sheet=ORIGIN_SHEET)
    return replace(told, code="ranking-record-unreadable", where=where)


def _hold_against_its_record(found: Published, result: Evaluation, problems: Problems) -> None:
    """Add the first thing that a ranking shows otherwise than its record gives it."""
    differences = ordered(held_against(found, result, from_record=True).differences)
    if differences:
        first = differences[0]
        problems.add(
            "ranking-not-its-record",
            replace(first.where, file=found.where.file),
            what=first.what,
            found=first.found or "-",
            computed=first.expected or "-",
        )


def recomputed(found: Recorded, problems: Problems) -> Evaluation | None:
    """Compute a result again from its record alone, by the rules and the bids that stand in it.

    None where the record does not hold what it needs, or computing shows an error, which is added to
    `problems`. Diagnostics of the result are those of computing: what readers noticed is not there.
    """
    criteria = _criteria(found, problems)
    bids = recorded.bids(found, criteria.sheet, problems) if criteria else None
    if criteria is None or bids is None:
        return None
    seen = Problems()
    bids_checks.check(criteria.sheet, bids, seen)
    # What was published without comments does not say whether there were any.
    problems.extend(each for each in seen if not (found.anonymous and each.code == _NO_REASON))
    if problems.fatal:
        return None
    result = scored(criteria, bids, found.part, problems)
    return result and replace(result, anonymous=found.anonymous, diagnostics=tuple(problems))


def _criteria(found: Recorded, problems: Problems) -> Criteria | None:
    """Return what was evaluated of the recorded criteria sheet, checked like one from a file.

    That it is not the one whose digest is recorded is told, and the figures follow the rules that
    stand there: who verifies is to see what that changes.
    """
    seen = Problems()
    document = recorded.document(found, seen)
    if document is not None and document.digest != found.digest:
        seen.add(_OTHER_RULES, found.where)
    sheet = checked(document, seen) if document else None
    # Lines are those of no file: the sheet stands within the record.
    problems.extend(replace(each, where=found.where) for each in seen)
    if document is None or sheet is None or seen.fatal:
        return None
    return narrowed(Criteria(sheet, document), found.part, found.where, problems)
