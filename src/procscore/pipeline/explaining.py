"""How the points of one vendor came about, and where the gap to another comes from."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from procscore.diagnostics import Location, Problems, suggest
from procscore.explaining.explain import explain as explained
from procscore.export import explanation_json, files
from procscore.export.pages import PAGE_FORMATS
from procscore.ingest.handed_in import Progress, unseen
from procscore.ingest.layouts import lookup
from procscore.language import N_, message
from procscore.model.criteria import CriteriaSheet
from procscore.model.explanation import Explanation
from procscore.model.page import Page
from procscore.model.part import WHOLE, Part
from procscore.model.result import Evaluation
from procscore.names import key
from procscore.pages import explanation as explanation_page
from procscore.pipeline.outcome import Outcome
from procscore.pipeline.results import ComputedAsRecordedError, is_record, result_of

SUFFIXES = (*PAGE_FORMATS, ".json")
"""What `--out` can write, by suffix."""


class SameVendorError(ValueError):
    """Both names are those of one vendor: there is nothing to hold against each other."""

    def __init__(self, vendor: str) -> None:
        super().__init__(vendor)
        self.vendor = vendor


def explain(
    books: Sequence[Path],
    vendor: str,
    criterion: str | None = None,
    against: str | None = None,
    criteria: str | None = None,
    part: Part = WHOLE,
    progress: Progress = unseen,
) -> Outcome[Explanation]:
    """Explain the points of a vendor: of workbooks, or of a result that procscore wrote.

    `vendor` and `against` are ids or names, `criterion` an id or a name. `criteria` and `part` are for
    workbooks. Raises SameVendorError, ComputedAsRecordedError where they are given for a result, and
    OSError for a file that is there and cannot be read.
    """
    record = books[0].name if len(books) == 1 and is_record(books[0]) else ""
    if record and (criteria is not None or part != WHOLE):
        raise ComputedAsRecordedError
    outcome = result_of(books, criteria, part, progress)
    result = outcome.result
    if result is None:
        return Outcome(None, outcome.diagnostics)
    problems = Problems(outcome.diagnostics)
    where = Location(str(books[0]))
    who = [_vendor(result, name, where, problems) for name in (vendor, against) if name is not None]
    about = None if criterion is None else _criterion(result.criteria, criterion, where, problems)
    if problems.fatal:
        return Outcome(None, tuple(problems))
    one, other = (*who, None)[:2]
    if one is not None and one == other:
        raise SameVendorError(one)
    found = explained(result, one or "", about, other)
    return Outcome(replace(found, record=record), tuple(problems))


def _vendor(result: Evaluation, written: str, where: Location, problems: Problems) -> str | None:
    vendors = [each.vendor for each in result.vendors]
    found = lookup.find_vendor(written, vendors)
    if found is None:
        lookup.unknown_vendor(written, vendors, where, problems)
        return None
    return found.id


def _criterion(
    sheet: CriteriaSheet, written: str, where: Location, problems: Problems
) -> str | None:
    """Return the id of the criterion that is meant by its id, or by a name that only it has."""
    wanted = key(written)
    for each in sheet.by_id:
        if key(each) == wanted:
            return each
    named = [each for each, criterion in sheet.by_id.items() if key(criterion.name) == wanted]
    if len(named) == 1:
        return named[0]
    suggestion = suggest(written, named or tuple(sheet.by_id))
    if not named:
        suggestion = message(
            N_("{suggestion} Names are understood as well."), suggestion=suggestion
        )
    problems.add("criteria-criterion-unknown", where, name=written, suggestion=suggestion)
    return None


def page_of(explanation: Explanation) -> Page:
    """Return an explanation as a page."""
    return explanation_page.page(explanation)


def export_explanation(explanation: Explanation, outputs: Sequence[Path]) -> None:
    """Write an explanation to each of `outputs`, in the format of its suffix.

    All formats are made before the first file is written. Raises OutputError and OSError.
    """
    files.write_all(
        outputs,
        lambda suffix: (
            explanation_json.export(explanation)
            if suffix == ".json"
            else PAGE_FORMATS[suffix](page_of(explanation))
        ),
    )
