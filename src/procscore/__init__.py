"""procscore scores vendor proposals in public procurement: exact, explained, never silently wrong.

    import procscore

    result = procscore.evaluate("bids.xlsx")
    result.award.winners                       # ('A社',)
    result.vendor("A社").points("technical")   # Fraction(69287, 100)

The functions raise `ProblemsError` with every diagnostic when an error stands, and OSError for a
file that cannot be read. Messages are English unless `procscore.language.use("ja")` was called.
"""

from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from procscore.version import __version__

if TYPE_CHECKING:
    from procscore.diagnostics import Diagnostic
    from procscore.model.bids import Bids
    from procscore.model.changes import Changes
    from procscore.model.comparison import Comparison
    from procscore.model.criteria import CriteriaSheet
    from procscore.model.explanation import Explanation
    from procscore.model.result import Evaluation
    from procscore.model.submission import Submissions
    from procscore.model.verification import Verification

__all__ = [
    "ProblemsError",
    "__version__",
    "check",
    "compare",
    "diff",
    "evaluate",
    "explain",
    "lint",
    "load_bids",
    "load_criteria",
    "verify",
]

# The layers are imported inside the functions: `import procscore` runs before every command, and
# `procscore --help` must not wait for a reader of workbooks.


class ProblemsError(Exception):
    """Nothing could be given because an error stands in the input."""

    def __init__(self, diagnostics: "tuple[Diagnostic, ...]") -> None:
        super().__init__(diagnostics)
        self.diagnostics = diagnostics
        """All that was found, sorted by place; warnings and notes too."""

    def __str__(self) -> str:
        return "\n".join(f"{each.where}: {each.message}" for each in self.diagnostics)


def load_criteria(reference: str | PathLike[str]) -> "CriteriaSheet":
    """Load a criteria sheet: the id of a built-in one, or the path of a YAML file."""
    from procscore import pipeline

    outcome = pipeline.load_criteria(str(reference))
    if outcome.result is None:
        raise ProblemsError(outcome.diagnostics)
    return outcome.result.sheet


def load_bids(*books: str | PathLike[str], criteria: str | PathLike[str] | None = None) -> "Bids":
    """Read and check what was handed in for one procurement, without scoring it.

    `criteria` (an id or a path) goes before the one that the workbook names.
    """
    from procscore import pipeline

    outcome = pipeline.load_bids([Path(book) for book in books], _reference(criteria))
    if outcome.result is None:
        raise ProblemsError(outcome.diagnostics)
    return outcome.result.bids


def check(
    *books: str | PathLike[str],
    criteria: str | PathLike[str] | None = None,
    stage: str | None = None,
    technical_only: bool = False,
) -> "Submissions":
    """Tell who has handed in what and what is still missing, without scoring anything.

    The arguments are those of `evaluate`. What else is wrong stands in the result's diagnostics;
    ProblemsError is raised only where the criteria sheet or the vendors cannot be read.
    """
    from procscore import pipeline

    part = pipeline.Part(stage, technical_only)
    outcome = pipeline.check([Path(book) for book in books], _reference(criteria), part)
    if outcome.result is None:
        raise ProblemsError(outcome.diagnostics)
    return outcome.result


def evaluate(
    *books: str | PathLike[str],
    criteria: str | PathLike[str] | None = None,
    stage: str | None = None,
    technical_only: bool = False,
    withdrawn: Iterable[str] = (),
) -> "Evaluation":
    """Evaluate a procurement from its workbooks: read, check, score, rank.

    `criteria` (an id or a path) goes before the one that the workbook names. `stage` ends with
    that stage, `technical_only` leaves the prices sealed; nobody is chosen then. Vendors that are
    `withdrawn` (ids or names) keep their rank, and the award falls to the next.
    """
    from procscore import pipeline

    part = pipeline.Part(stage, technical_only, tuple(withdrawn))
    outcome = pipeline.evaluate([Path(book) for book in books], _reference(criteria), part)
    if outcome.result is None:
        raise ProblemsError(outcome.diagnostics)
    return outcome.result


def explain(
    *books: str | PathLike[str],
    vendor: str,
    criterion: str | None = None,
    against: str | None = None,
    criteria: str | PathLike[str] | None = None,
    stage: str | None = None,
    technical_only: bool = False,
    withdrawn: Iterable[str] = (),
) -> "Explanation":
    """Explain how the points of a vendor came about, down to the cells.

    `vendor`, and `against` for where the gap comes from, are ids or names; `criterion` leaves the
    others out. `books` may be one result that procscore wrote (.json, .xlsx), which is computed again
    from its record; else the arguments are those of `evaluate`. Raises ValueError where both vendors
    are the same.
    """
    from procscore import pipeline
    from procscore.pipeline import explaining

    part = pipeline.Part(stage, technical_only, tuple(withdrawn))
    paths = [Path(book) for book in books]
    outcome = explaining.explain(paths, vendor, criterion, against, _reference(criteria), part)
    if outcome.result is None:
        raise ProblemsError(outcome.diagnostics)
    return outcome.result


def verify(
    ranking: str | PathLike[str],
    *books: str | PathLike[str],
    criteria: str | PathLike[str] | None = None,
    stage: str | None = None,
    technical_only: bool = False,
    withdrawn: Iterable[str] = (),
) -> "Verification":
    """Compute a published ranking (.xlsx, .json, .csv) again and say whether it is what it should be.

    Without `books` it is computed from the recorded files beside it, else from its own record; the
    other arguments are those of `evaluate`, and go before what the ranking records. Raises ValueError
    where they are given and the ranking is computed from its record.
    """
    from procscore import pipeline
    from procscore.pipeline import verifying

    part = pipeline.Part(stage, technical_only, tuple(withdrawn))
    paths = [Path(book) for book in books]
    outcome = verifying.verify(Path(ranking), paths, _reference(criteria), part)
    if outcome.result is None:
        raise ProblemsError(outcome.diagnostics)
    return outcome.result


def diff(
    old: str | PathLike[str],
    new: str | PathLike[str],
    criteria: str | PathLike[str] | None = None,
) -> "Changes":
    """Return what moved between two workbooks, folders or results, and what that did to the ranking.

    `criteria` (an id or a path) goes before what workbooks name; a result is computed by its own.
    """
    from procscore.pipeline import differing

    outcome = differing.diff(Path(old), Path(new), _reference(criteria))
    if outcome.result is None:
        raise ProblemsError(outcome.diagnostics)
    return outcome.result


def lint(reference: str | PathLike[str]) -> "tuple[Diagnostic, ...]":
    """Return what a bidder's lawyer would find in a criteria sheet, sorted by place.

    The sheet is the id of a built-in one, or the path of a YAML file. Errors are among what is
    returned, too; nothing is raised for them.
    """
    from procscore import pipeline

    (linted,) = pipeline.lint([str(reference)])
    return linted.diagnostics


def compare(*references: str | PathLike[str]) -> "Comparison":
    """Compare criteria sheets side by side: ids of built-in ones, paths, patterns (`*.yaml`).

    One alone is compared with the built-in sheets that it is nearest to. Raises ValueError where a
    sheet is named twice or there is nothing to compare it with.
    """
    from procscore.pipeline import comparing

    outcome = comparing.compare([str(reference) for reference in references])
    if outcome.result is None:
        raise ProblemsError(outcome.diagnostics)
    return outcome.result


def _reference(criteria: str | PathLike[str] | None) -> str | None:
    return None if criteria is None else str(criteria)
