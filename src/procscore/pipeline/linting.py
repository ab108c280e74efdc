"""Criteria sheets read as a bidder's lawyer would read them, before they are published."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from procscore.diagnostics import Location, Problems
from procscore.ingest import handed_in, library
from procscore.ingest.handed_in import Progress, unseen
from procscore.ingest.yaml_file import Document
from procscore.model.checked import Checked, Linted
from procscore.model.criteria import CriteriaSheet
from procscore.model.layout import LAYOUT_KEY
from procscore.model.part import WHOLE, Part
from procscore.names import nearest
from procscore.pipeline.evaluating import check
from procscore.pipeline.loading import (
    CRITERIA_SUFFIXES,
    criteria_path,
    read_criteria,
)


def lint(references: Iterable[str]) -> tuple[Linted, ...]:
    """Look at criteria sheets: ids of built-in ones, or paths of YAML files.

    What is wrong with a sheet is among its diagnostics, errors too; the rules of the linter are
    asked once it has none. Raises OSError for a file that is there and cannot be read.
    """
    return tuple(_lint(each) for each in references)


def _lint(reference: str) -> Linted:
    problems = Problems()
    path = criteria_path(reference, Path(), Location(reference), problems)
    if path is None:
        return Linted(reference, None, tuple(problems))
    # Where a built-in sheet lies differs from machine to machine, and says nothing.
    shown = path.name if library.find(reference) else reference
    document, sheet = read_criteria(path, shown, problems)
    if document is not None and sheet is not None and not problems.fatal:
        _add_findings(document, sheet, problems)
    return Linted(reference, sheet, tuple(problems))


def _add_findings(document: Document, sheet: CriteriaSheet, problems: Problems) -> None:
    from procscore.checks.lint import lint as rules  # whoever scores bids need not load them

    for code, path, details, at_key in rules(sheet):
        problems.add(code, document.locate(path, key=at_key), **details)


def check_all(
    sheets: Sequence[str],
    books: Sequence[Path],
    criteria: str | None = None,
    part: Part = WHOLE,
    progress: Progress = unseen,
) -> Checked:
    """Look at criteria sheets, and tell who has handed in what in workbooks, as `check` does.

    Raises OSError for a file that is there and cannot be read.
    """
    linted = lint(sheets)
    if not books:
        return Checked(linted)
    outcome = check(books, criteria, part, progress)
    named = tuple(str(each) for each in books)
    return Checked(linted, named, outcome.result, outcome.diagnostics)


def sorted_out(named: Sequence[Path]) -> tuple[tuple[str, ...], tuple[Path, ...]]:
    """Return the criteria sheets and the workbooks among the files that were named.

    A sheet is a YAML file that is no layout, the id of a built-in sheet or nearly one, or what lies
    in a folder that holds YAML files and no workbook.
    """
    sheets: list[str] = []
    books: list[Path] = []
    for path in named:
        if path.is_dir() and (found := _sheets_in(path)):
            sheets += map(str, found)
        elif _is_sheet(path):
            sheets.append(str(path))
        else:
            books.append(path)
    return tuple(dict.fromkeys(sheets)), tuple(books)


def _sheets_in(folder: Path) -> list[Path]:
    """Return the criteria sheets of a folder; none where it also holds workbooks."""
    files = [each for each in sorted(folder.iterdir()) if each.is_file()]
    if any(each.suffix.lower() in handed_in.READ for each in files):
        return []
    return [each for each in files if _is_sheet(each)]


def _is_sheet(path: Path) -> bool:
    if path.suffix in CRITERIA_SUFFIXES:
        return not (path.is_file() and _is_layout(path))
    return not (path.suffix or path.exists()) and nearest(str(path), library.ids()) is not None


def _is_layout(path: Path) -> bool:
    return path.read_bytes().lstrip().startswith(LAYOUT_KEY.encode())
