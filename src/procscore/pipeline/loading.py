"""From paths to a criteria sheet and the bids under it, read and checked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from procscore.checks import bids as bids_checks
from procscore.checks import criteria_sheet
from procscore.diagnostics import Location, Problems, suggest
from procscore.ingest import bids_file, criteria_file, library, yaml_model
from procscore.ingest.bids_file import Books
from procscore.ingest.handed_in import Progress, unseen
from procscore.ingest.layouts import lookup, tables
from procscore.ingest.yaml_file import Document
from procscore.model import scope
from procscore.model.bids import Bids
from procscore.model.criteria import CriteriaSheet
from procscore.model.part import WHOLE, Part
from procscore.pipeline.outcome import Outcome, settled

CRITERIA_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Criteria:
    """A criteria sheet, and the document that it was read from."""

    sheet: CriteriaSheet
    document: Document

    @property
    def digest(self) -> str:
        """Return the SHA-256 of the content."""
        return self.document.digest


@dataclass(frozen=True, slots=True)
class Handed:
    """What was handed in for a procurement, with the sheet it is to be scored by."""

    criteria: Criteria
    bids: Bids
    sheets: Mapping[str, tuple[Location, ...]]
    """The score sheets by evaluator id, also those in which no mark could be read."""


def load_criteria(reference: str) -> Outcome[Criteria]:
    """Load a criteria sheet: the id of a built-in one, or the path of a YAML file.

    Raises OSError for a file that is there and cannot be read.
    """
    problems = Problems()
    criteria = criteria_at(reference, Path(), Location(reference), problems)
    return settled(criteria, problems)


def load_bids(
    books: Sequence[Path], criteria: str | None = None, progress: Progress = unseen
) -> Outcome[Handed]:
    """Read what was handed in and check it, without scoring anything.

    `criteria` (an id or a path) goes before what the workbook names. `progress` is told which
    file is read. Raises OSError for a file that is there and cannot be read.
    """
    problems = Problems()
    return settled(load(books, criteria, problems, WHOLE, progress), problems)


def load(
    paths: Sequence[Path],
    reference: str | None,
    problems: Problems,
    part: Part,
    progress: Progress,
) -> Handed | None:
    """Read and check what was handed in, None where no more than the files could be read."""
    books = bids_file.open_books(paths, problems, progress)
    if not books.files:
        return None
    whole = criteria_of(books, paths, reference, problems)
    criteria = whole and narrowed(whole, part, books.first, problems)
    if whole is None or criteria is None:
        return None
    bids_file.check_origins(books, criteria.digest, problems)
    bids = bids_file.read(books, criteria.sheet, problems, whole.sheet)
    if bids is None:
        return None
    bids_checks.check(criteria.sheet, bids, problems)
    return Handed(criteria, bids, _sheets(books, bids))


def _sheets(books: Books, bids: Bids) -> dict[str, tuple[Location, ...]]:
    """Return the score sheets in which an evaluator is named, by the evaluator's id."""
    named = list(books.marks.grids)
    named += [(who.id, each) for each in books.marks.tables for who in tables.evaluators(each)]
    found: dict[str, tuple[Location, ...]] = {}
    for name, sheet in named:
        if evaluator := lookup.find_evaluator(name, bids.evaluators):
            found[evaluator.id] = (*found.get(evaluator.id, ()), sheet.where)
    return found


def narrowed(
    criteria: Criteria, part: Part, where: Location, problems: Problems
) -> Criteria | None:
    """Return the part of a sheet that is to be evaluated; `where` is told if there is none."""
    sheet = criteria.sheet
    if part.stage is not None:
        stages = {stage.id: stage.name for stage in sheet.stages}
        if part.stage not in stages:
            suggestion = suggest(part.stage, tuple(stages))
            problems.add("stage-unknown", where, text=part.stage, suggestion=suggestion)
            return None
        sheet = scope.up_to(sheet, part.stage)
    if part.technical_only:
        sheet = scope.technical_only(sheet)
    if not sheet.criteria:
        problems.add("nothing-without-prices", where)
        return None
    return replace(criteria, sheet=sheet)


def criteria_of(
    books: Books, paths: Sequence[Path], reference: str | None, problems: Problems
) -> Criteria | None:
    """Load the sheet that the caller names, else the one that the workbook names."""
    if reference is not None:
        return criteria_at(reference, Path(), Location(reference), problems)
    named = books.criteria_named
    if named is None:
        problems.add("criteria-not-named", Location(str(paths[0])))
        return None
    return criteria_at(named.text, Path(named.where.file).parent, named.where, problems)


def criteria_at(
    reference: str, beside: Path, named_at: Location, problems: Problems
) -> Criteria | None:
    """Load the sheet `reference`: a built-in one's id, or a path from `beside`."""
    path = criteria_path(reference, beside, named_at, problems)
    if path is None:
        return None
    found = Problems()
    document, sheet = read_criteria(path, str(path), found)
    problems.extend(found)
    return Criteria(sheet, document) if document and sheet and not found.fatal else None


def criteria_path(
    reference: str, beside: Path, named_at: Location, problems: Problems
) -> Path | None:
    """Return the file of the sheet `reference`, or add why there is none to `problems`."""
    path = library.find(reference) or beside / reference
    if path.suffix not in CRITERIA_SUFFIXES:
        suggestion = suggest(reference, library.ids())
        problems.add("criteria-id-unknown", named_at, id=reference, suggestion=suggestion)
        return None
    if not path.exists():
        problems.add(
            "criteria-file-missing", named_at, path=path.name, folder=path.parent.resolve()
        )
        return None
    return path


def read_criteria(
    path: Path, shown: str, problems: Problems
) -> tuple[Document | None, CriteriaSheet | None]:
    """Read and check a criteria file. `shown` names it in messages.

    There may be a sheet while an error stands in it. Raises OSError for a file that cannot be read.
    """
    document = criteria_file.read(path, shown, problems)
    return document, checked(document, problems) if document else None


def checked(document: Document, problems: Problems) -> CriteriaSheet | None:
    """Return the sheet of a document, after all that a sheet is checked for."""
    sheet = criteria_file.parse(document, problems)
    if sheet is not None:
        _check_sheet(document, sheet, problems)
    return sheet


def _check_sheet(document: Document, sheet: CriteriaSheet, problems: Problems) -> None:
    for finding in criteria_sheet.check(sheet):
        if finding.code == "formula-unreadable":
            yaml_model.report_formula(document, finding.path, finding.details, problems)
        else:
            where = document.locate(finding.path, key=finding.at_key)
            problems.add(finding.code, where, **finding.details)
