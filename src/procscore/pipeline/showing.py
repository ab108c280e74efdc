"""The library of built-in criteria sheets, and any one sheet, as pages."""

from collections.abc import Sequence
from pathlib import Path

from procscore.diagnostics import Problems
from procscore.export import files
from procscore.export.pages import PAGE_FORMATS
from procscore.ingest import library
from procscore.model.page import Page
from procscore.pages import criteria_sheet
from procscore.pages import library as library_page
from procscore.pipeline.loading import load_criteria
from procscore.pipeline.outcome import Outcome, settled


def list_criteria() -> Outcome[Page]:
    """Return the table of the built-in sheets."""
    problems = Problems()
    sheets = []
    for each in library.ids():
        outcome = load_criteria(each)
        problems.extend(outcome.diagnostics)
        if outcome.result is not None:
            sheets.append(outcome.result.sheet)
    return settled(library_page.page(sheets), problems)


def show_criteria(reference: str) -> Outcome[Page]:
    """Return the page of a criteria sheet: the id of a built-in one, or the path of a YAML file.

    Raises OSError for a file that is there and cannot be read.
    """
    outcome = load_criteria(reference)
    page = criteria_sheet.page(outcome.result.sheet) if outcome.result else None
    return Outcome(page, outcome.diagnostics)


def write_page(page: Page, outputs: Sequence[Path]) -> None:
    """Write a page to each of `outputs`, in the format of its suffix.

    All formats are made before anything is written. Raises OutputError.
    """
    files.write_all(outputs, lambda suffix: PAGE_FORMATS[suffix](page))
