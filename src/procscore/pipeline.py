"""The use cases: paths in, an outcome out. The one place that sees files and scoring together."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic, TypeVar

from procscore.checks import bids as bids_checks
from procscore.checks import criteria_sheet, technical
from procscore.diagnostics import Diagnostic, Location, Problems, suggest
from procscore.export import files
from procscore.export.formats import FORMATS
from procscore.ingest import bids_file, criteria_file, library, result_file
from procscore.ingest.bids_file import Books
from procscore.ingest.layouts import lookup
from procscore.ingest.yaml_file import Document
from procscore.model import scope
from procscore.model.bids import Bids, InputFile
from procscore.model.criteria import CriteriaSheet
from procscore.model.result import Evaluation
from procscore.scoring.evaluate import evaluate as score

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What a use case gave: a result, or None while an error stands among the diagnostics."""

    result: T | None
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Criteria:
    """A criteria sheet and the SHA-256 of its content."""

    sheet: CriteriaSheet
    digest: str


@dataclass(frozen=True, slots=True)
class Handed:
    """What was handed in for a procurement, with the sheet it is to be scored by."""

    criteria: Criteria
    bids: Bids


def load_criteria(reference: str) -> Outcome[Criteria]:
    """Load a criteria sheet: the id of a built-in one, or the path of a YAML file.

    Raises OSError for a file that is there and cannot be read.
    """
    problems = Problems()
    criteria = _criteria(reference, Path(), Location(reference), problems)
    return _outcome(criteria, problems)


def load_bids(books: Sequence[Path], criteria: str | None = None) -> Outcome[Handed]:
    """Read what was handed in and check it, without scoring anything.

    `criteria` (an id or a path) goes before what the workbook names. Raises OSError for a file
    that is there and cannot be read.
    """
    problems = Problems()
    return _outcome(_load(books, criteria, problems, WHOLE), problems)


@dataclass(frozen=True, slots=True)
class Part:
    """What part of a procedure is to be evaluated, and what came after the ranking."""

    stage: str | None = None
    """Up to this stage, by its id."""
    technical_only: bool = False
    """Before the prices are opened."""
    withdrawn: tuple[str, ...] = ()
    """Vendors, by id or name, that withdrew after the ranking: the award falls to the next."""
    technical: Path | None = None
    """The JSON of the evaluation before the prices were opened, to be held against this one."""


WHOLE = Part()


def evaluate(
    books: Sequence[Path], criteria: str | None = None, part: Part = WHOLE
) -> Outcome[Evaluation]:
    """Evaluate a procurement: read, check, score, rank.

    `criteria` (an id or a path) goes before what the workbook names. Raises OSError for a file
    that is there and cannot be read.
    """
    problems = Problems()
    handed = _load(books, criteria, problems, part)
    earlier = part.technical and result_file.read(part.technical, str(part.technical), problems)
    withdrawn = _withdrawn(part.withdrawn, handed.bids, problems) if handed else frozenset()
    if handed is None or problems.fatal:
        return Outcome(None, tuple(problems))
    result = score(handed.criteria.sheet, handed.criteria.digest, handed.bids, problems, withdrawn)
    if result is not None:
        _check_withdrawn(withdrawn, result, problems)
        if earlier:
            technical.compare(earlier, result, problems)
            file = InputFile(str(part.technical), earlier.where.name, earlier.sha256)
            result = replace(result, inputs=(*result.inputs, file))
        result = replace(result, diagnostics=tuple(problems))
    return _outcome(result, problems)


def _withdrawn(written: Sequence[str], bids: Bids, problems: Problems) -> frozenset[str]:
    found = {name: lookup.find_vendor(name, bids.vendors) for name in written}
    for name, vendor in found.items():
        if vendor is None:
            where = Location(bids.inputs[0].path)
            lookup.unknown_vendor(name, bids.vendors, where, problems)
    return frozenset(vendor.id for vendor in found.values() if vendor)


def _check_withdrawn(withdrawn: Collection[str], result: Evaluation, problems: Problems) -> None:
    """Report a vendor that cannot withdraw from a ranking it is not in."""
    for each in result.vendors:
        if each.vendor.id in withdrawn and each.rank is None:
            problems.add("withdrawn-not-ranked", each.vendor.where, vendor=each.vendor.name)


def _outcome(result: T | None, problems: Problems) -> Outcome[T]:
    return Outcome(None if problems.fatal else result, tuple(problems))


def _load(
    paths: Sequence[Path], reference: str | None, problems: Problems, part: Part
) -> Handed | None:
    books = bids_file.open_books(paths, problems)
    if not books.files:
        return None
    criteria = _criteria_of(books, paths, reference, problems)
    criteria = criteria and _narrowed(criteria, part, books, problems)
    if criteria is None:
        return None
    bids = bids_file.read(books, criteria.sheet, problems)
    if bids is None:
        return None
    bids_checks.check(criteria.sheet, bids, problems)
    return Handed(criteria, bids)


def _narrowed(criteria: Criteria, part: Part, books: Books, problems: Problems) -> Criteria | None:
    """Return the part of a sheet that is to be evaluated."""
    sheet = criteria.sheet
    if part.stage is not None:
        stages = {stage.id: stage.name for stage in sheet.stages}
        if part.stage not in stages:
            suggestion = suggest(part.stage, tuple(stages))
            problems.add("stage-unknown", books.first, text=part.stage, suggestion=suggestion)
            return None
        sheet = scope.up_to(sheet, part.stage)
    if part.technical_only:
        sheet = scope.technical_only(sheet)
    if not sheet.criteria:
        problems.add("nothing-without-prices", books.first)
        return None
    return replace(criteria, sheet=sheet)


def _criteria_of(
    books: Books, paths: Sequence[Path], reference: str | None, problems: Problems
) -> Criteria | None:
    """Load the sheet that the caller names, else the one that the workbook names."""
    if reference is not None:
        return _criteria(reference, Path(), Location(reference), problems)
    named = books.criteria_named
    if named is None:
        problems.add("criteria-not-named", Location(str(paths[0])))
        return None
    return _criteria(named.text, Path(named.where.file).parent, named.where, problems)


def _criteria(
    reference: str, beside: Path, named_at: Location, problems: Problems
) -> Criteria | None:
    path = library.find(reference) or beside / reference
    if path.suffix not in (".yaml", ".yml"):
        suggestion = suggest(reference, library.ids())
        problems.add("criteria-id-unknown", named_at, id=reference, suggestion=suggestion)
        return None
    if not path.exists():
        problems.add(
            "criteria-file-missing", named_at, path=path.name, folder=path.parent.resolve()
        )
        return None
    found = Problems()
    document = criteria_file.read(path, str(path), found)
    sheet = document and criteria_file.parse(document, found)
    if document and sheet:
        _check_sheet(document, sheet, found)
    problems.extend(found)
    return Criteria(sheet, document.digest) if document and sheet and not found.fatal else None


def _check_sheet(document: Document, sheet: CriteriaSheet, problems: Problems) -> None:
    for finding in criteria_sheet.check(sheet):
        if finding.code == "formula-unreadable":
            criteria_file.report_formula(document, finding.path, finding.details, problems)
        else:
            where = document.locate(finding.path, key=finding.at_key)
            problems.add(finding.code, where, **finding.details)


def check_outputs(outputs: Sequence[Path], inputs: Sequence[Path], *, force: bool) -> None:
    """Raise OutputError if an output would overwrite an input, or a file without `force`."""
    for path in outputs:
        files.check_target(path, inputs, force=force)


def export(result: Evaluation, outputs: Sequence[Path]) -> None:
    """Write `result` to each of `outputs`, in the format of its suffix.

    All formats are made before the first file is written. Raises OutputError and OSError.
    """
    made = [(path, FORMATS[path.suffix.lower()](result)) for path in outputs]
    for path, content in made:
        files.write(path, content)
