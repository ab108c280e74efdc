"""Criteria sheets side by side, and bids under the weights of other sheets."""

from collections import Counter
from collections.abc import Callable, Sequence
from fnmatch import fnmatchcase
from functools import partial
from glob import glob, has_magic
from pathlib import Path

from procscore.comparing import crossing, sheets
from procscore.comparing.similarity import near
from procscore.diagnostics import Location, Problems
from procscore.export import (
    comparison_csv,
    comparison_json,
    crossing_csv,
    crossing_json,
    files,
)
from procscore.export.pages import PAGE_FORMATS
from procscore.ingest import library
from procscore.ingest.handed_in import Progress, unseen
from procscore.model.comparison import By, Comparison, Given
from procscore.model.crossing import Crossing
from procscore.model.page import Page
from procscore.pages import comparison as comparison_page
from procscore.pages import crossing as crossing_page
from procscore.pipeline.evaluating import evaluate
from procscore.pipeline.loading import CRITERIA_SUFFIXES, Criteria, criteria_at
from procscore.pipeline.outcome import Outcome, settled

_FEWEST = 2
_BESIDE_ONE = 3
"""With how many of its nearest built-in sheets a single sheet is compared."""
_CSV: dict[By, Callable[[Comparison], bytes]] = {
    "topic": comparison_csv.by_topic,
    "group": comparison_csv.by_group,
    "item": comparison_csv.by_item,
}
SUFFIXES = (*PAGE_FORMATS, ".json", ".csv")
"""What `--out` can write, by suffix."""


class SheetNamedTwiceError(ValueError):
    """The same sheet was named twice; `reference` is how it was written the second time."""

    def __init__(self, reference: str) -> None:
        super().__init__(reference)
        self.reference = reference


class NothingToCompareError(ValueError):
    """A single sheet was named, and there is no built-in sheet to hold it against."""


def references(written: Sequence[str]) -> tuple[str, ...]:
    """Return the ids and files that were named, patterns (`*.yaml`, `kyoto-*`) replaced.

    A pattern stands for the criteria files that it fits, else for the built-in ids that it fits, else
    for itself; what is named already is not added by it. Raises SheetNamedTwiceError.
    """
    found: dict[Path, str] = {}
    for each in written:
        fits = _fitting(each)
        for reference in fits or [each]:
            place = _place(reference)
            if place in found and not fits:
                raise SheetNamedTwiceError(reference)
            found.setdefault(place, reference)
    return tuple(found.values())


def _fitting(pattern: str) -> list[str]:
    if not has_magic(pattern) or Path(pattern).exists():
        return []
    names = sorted(glob(pattern))  # noqa: PTH207 - as it was typed
    sheets_there = [name for name in names if name.endswith(CRITERIA_SUFFIXES)]
    return sheets_there or [each for each in library.ids() if fnmatchcase(each, pattern)]


def _place(reference: str) -> Path:
    return (library.find(reference) or Path(reference)).resolve()


def compare(named: Sequence[str]) -> Outcome[Comparison]:
    """Compare criteria sheets: ids of built-in ones, paths, patterns.

    A single sheet is compared with the built-in sheets that it is nearest to. Nothing is compared
    while an error stands in any of the sheets. Raises SheetNamedTwiceError, NothingToCompareError,
    and OSError for a file that is there and cannot be read.
    """
    problems = Problems()
    given = _given(references(named), problems)
    if problems.fatal:
        return Outcome(None, tuple(problems))
    built_in = _library()
    if len(given) == 1:
        given = (*given, *_beside(given[0], built_in))
    if len(given) < _FEWEST:
        raise NothingToCompareError
    return settled(sheets.compare(given, built_in), problems)


def cross(
    books: Sequence[Path], named: Sequence[str], progress: Progress = unseen
) -> Outcome[Crossing]:
    """Evaluate bids by their own sheet, and weigh their marks as each of the sheets `named` does.

    `progress` is told which file is read. Nothing is weighed while an error stands in the bids or in
    a sheet. Raises SheetNamedTwiceError, and OSError for a file that cannot be read.
    """
    problems = Problems()
    given = _given(references(named), problems)
    evaluated = evaluate(books, progress=progress)
    problems.extend(evaluated.diagnostics)
    if problems.fatal or evaluated.result is None:
        return Outcome(None, tuple(problems))
    return Outcome(crossing.cross(evaluated.result, given), tuple(problems))


def _given(named: Sequence[str], problems: Problems) -> tuple[Given, ...]:
    found = [(each, criteria_at(each, Path(), Location(each), problems)) for each in named]
    loaded = [(reference, criteria) for reference, criteria in found if criteria is not None]
    return tuple(
        Given(label, criteria.sheet, criteria.digest)
        for label, (_, criteria) in zip(_labels(loaded), loaded, strict=True)
    )


def _labels(loaded: Sequence[tuple[str, Criteria]]) -> list[str]:
    """Return what the sheets are called: their ids, with the file where two have the same."""
    ids = [criteria.sheet.id for _, criteria in loaded]
    named = [f"{each} ({_place(of).name})" for each, (of, _) in zip(ids, loaded, strict=True)]
    placed = [f"{each} ({of})" for each, (of, _) in zip(ids, loaded, strict=True)]
    once, once_named = Counter(ids), Counter(named)
    return [
        each if once[each] == 1 else name if once_named[name] == 1 else place
        for each, name, place in zip(ids, named, placed, strict=True)
    ]


def _library() -> tuple[Given, ...]:
    """Return the built-in sheets. One with a fault is passed over: it is not what was asked for."""
    found = (
        (each, criteria_at(each, Path(), Location(each), Problems())) for each in library.ids()
    )
    return tuple(
        Given(each, criteria.sheet, criteria.digest)
        for each, criteria in found
        if criteria is not None
    )


def _beside(one: Given, built_in: Sequence[Given]) -> list[Given]:
    """Return the built-in sheets that a single one is compared with, nearest first."""
    others = {each.label: each for each in built_in if each.digest != one.digest}
    chosen = [others[each.label] for each in near(one, others.values())[:_BESIDE_ONE]]
    return [
        Given(f"{each.label} ({each.label}.yaml)", each.sheet, each.digest)
        if each.label == one.label
        else each
        for each in chosen
    ]


def files_of(named: Sequence[str]) -> list[Path]:
    """Return the files of the sheets that are named, which no output may overwrite."""
    return [_place(each) for each in references(named)]


def page_of(content: Comparison | Crossing, by: By) -> Page:
    """Return a comparison or a crossing as a page; `by` is what a comparison's rows are."""
    if isinstance(content, Crossing):
        return crossing_page.page(content)
    return comparison_page.page(content, by)


def export_comparison(content: Comparison | Crossing, by: By, outputs: Sequence[Path]) -> None:
    """Write a comparison or a crossing to each of `outputs`, in the format of its suffix.

    All formats are made before the first file is written. Raises OutputError and OSError.
    """
    data: dict[str, Callable[[], bytes]] = (
        {
            ".json": partial(crossing_json.export, content),
            ".csv": partial(crossing_csv.export, content),
        }
        if isinstance(content, Crossing)
        else {
            ".json": partial(comparison_json.export, content),
            ".csv": partial(_CSV[by], content),
        }
    )
    files.write_all(
        outputs,
        lambda suffix: (
            data[suffix]() if suffix in data else PAGE_FORMATS[suffix](page_of(content, by))
        ),
    )
