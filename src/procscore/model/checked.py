"""What `procscore check` found: in criteria sheets, and in what was handed in."""

from collections.abc import Iterable
from dataclasses import dataclass

from procscore.diagnostics import Diagnostic, Severity
from procscore.model.criteria import CriteriaSheet
from procscore.model.submission import Submissions


@dataclass(frozen=True, slots=True)
class Linted:
    """A criteria sheet that was looked at, and all that was found."""

    reference: str
    """The id or the path by which it was named."""
    sheet: CriteriaSheet | None
    """None where it could not be read as a sheet."""
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """Criteria sheets and workbooks that were checked together."""

    sheets: tuple[Linted, ...] = ()
    books: tuple[str, ...] = ()
    """The workbooks as they were named."""
    submissions: Submissions | None = None
    """Who has handed in what; None without workbooks, or where it could not be told yet."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What was found in the workbooks."""

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """Return everything that was found, the sheets' first."""
        return (*(each for one in self.sheets for each in one.diagnostics), *self.diagnostics)


def counts(found: Iterable[Diagnostic]) -> dict[Severity, int]:
    """Return how many there are of each severity, the gravest first, without those of none."""
    severities = [each.severity for each in found]
    return {each: severities.count(each) for each in Severity if each in severities}
