"""Results from wherever they are: workbooks that are evaluated, or a record that is computed again."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from procscore.checks import bids as bids_checks
from procscore.diagnostics import Location, Problems
from procscore.ingest import own_results, ranking_record, recorded
from procscore.ingest.handed_in import Progress, unseen
from procscore.model.part import WHOLE, Part
from procscore.model.recorded import Recorded
from procscore.model.result import Evaluation
from procscore.pipeline.evaluating import evaluate, scored
from procscore.pipeline.loading import Criteria, checked, narrowed
from procscore.pipeline.outcome import Outcome, settled

RECORD_SUFFIX = ".json"
RANKING_SUFFIX = ".xlsx"
"""Of a ranking as a workbook, which holds its record on a hidden sheet."""


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

    A record is computed as it was: `criteria` and `part` are for workbooks. Raises OSError for a file
    that cannot be read.
    """
    if len(paths) == 1 and is_record(paths[0]):
        problems = Problems()
        found = _read(paths[0], problems)
        return settled(recomputed(found, problems) if found else None, problems)
    return evaluate(paths, criteria, part, progress)


def _read(path: Path, problems: Problems) -> Recorded | None:
    if path.suffix.lower() == RANKING_SUFFIX:
        return ranking_record.read(path, problems)
    if not path.exists():
        problems.add("workbook-missing", Location(str(path)))
        return None
    return recorded.read(path.read_bytes(), str(path), problems)


def recomputed(found: Recorded, problems: Problems) -> Evaluation | None:
    """Compute a result again from its record alone, by the rules and the bids that stand in it.

    None where the record does not hold what it needs, or computing shows an error, which is added to
    `problems`. Diagnostics of the result are those of computing: what readers noticed is not there.
    """
    criteria = _criteria(found, problems)
    bids = recorded.bids(found, criteria.sheet, problems) if criteria else None
    if criteria is None or bids is None:
        return None
    bids_checks.check(criteria.sheet, bids, problems)
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
        seen.add("record-digest-differs", found.where)
    sheet = checked(document, seen) if document else None
    # Lines are those of no file: the sheet stands within the record.
    problems.extend(replace(each, where=found.where) for each in seen)
    if document is None or sheet is None or seen.fatal:
        return None
    return narrowed(Criteria(sheet, document), found.part, found.where, problems)
