"""What moved between two workbooks or two results."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from procscore.comparing import results
from procscore.diagnostics import Problems
from procscore.export import changes_csv, changes_json, files
from procscore.export.pages import PAGE_FORMATS
from procscore.ingest.handed_in import Progress, unseen
from procscore.model.anonymous import anonymous
from procscore.model.changes import Changes, Given
from procscore.model.page import Page
from procscore.model.result import Evaluation
from procscore.pages import changes as changes_page
from procscore.pipeline.outcome import Outcome
from procscore.pipeline.results import is_record, result_of

SUFFIXES = (*PAGE_FORMATS, ".json", ".csv")
"""What `--out` can write, by suffix."""


def diff(
    old: Path, new: Path, criteria: str | None = None, progress: Progress = unseen
) -> Outcome[Changes]:
    """Hold two results against each other: workbooks, folders of them, or results.

    `criteria` (an id or a path) goes before what the workbooks name. Nothing is compared while an
    error stands in either. Raises OSError for a file that is there and cannot be read.
    """
    problems = Problems()
    found = []
    for path in (old, new):
        outcome = result_of([path], criteria, progress=progress)
        problems.extend(outcome.diagnostics)
        found.append(outcome.result)
    one, other = found
    if one is None or other is None:
        return Outcome(None, tuple(problems))
    changes = results.compare(_as(one, other), _as(other, one))
    given = _given(old, one), _given(new, other)
    return Outcome(replace(changes, given=given), tuple(problems))


def _given(path: Path, result: Evaluation) -> Given:
    if path.is_dir():
        # The name of the folder itself, for a mere dot too.
        return Given(path.resolve().name, "folder", result.inputs)
    return Given(path.name, "result" if is_record(path) else "workbook", result.inputs)


def _as(result: Evaluation, other: Evaluation) -> Evaluation:
    """Return a result without the names that the other leaves out: else everybody would have moved."""
    if result.anonymous or not other.anonymous:
        return result
    return anonymous(result, name_winner=other.anonymous == "losers")


def page_of(changes: Changes) -> Page:
    """Return what moved as a page."""
    return changes_page.page(changes)


def export_changes(changes: Changes, outputs: Sequence[Path]) -> None:
    """Write what moved to each of `outputs`, in the format of its suffix.

    All formats are made before the first file is written. Raises OutputError and OSError.
    """
    data: dict[str, Callable[[], bytes]] = {
        ".json": partial(changes_json.export, changes),
        ".csv": partial(changes_csv.export, changes),
    }
    files.write_all(
        outputs,
        lambda suffix: data[suffix]() if suffix in data else PAGE_FORMATS[suffix](page_of(changes)),
    )
