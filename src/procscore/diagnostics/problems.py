"""The collector: all problems of a run are kept, none stops the reading."""

from collections.abc import Iterable, Iterator
from types import MappingProxyType

from procscore.diagnostics.catalogue import CATALOGUE
from procscore.diagnostics.diagnostic import Diagnostic
from procscore.diagnostics.kind import Severity
from procscore.diagnostics.location import Location


class Problems:
    """Diagnostics in the order of their places; the same finding counts once."""

    def __init__(self, diagnostics: Iterable[Diagnostic] = ()) -> None:
        """Start with `diagnostics`."""
        self._found: dict[tuple[str, Location, str], Diagnostic] = {}
        self._columns: set[tuple[str, Location]] = set()
        self.extend(diagnostics)

    def add(self, code: str, where: Location, /, **details: object) -> None:
        """Add a finding. A code that is not in the catalogue is a bug and raises KeyError."""
        _ = CATALOGUE[code]
        self._keep(Diagnostic(code, where, MappingProxyType(details)))

    def add_once_per_column(self, code: str, where: Location, /, **details: object) -> None:
        """Add a finding unless the same code was added for an earlier cell of the column.

        Whoever stored one number as text did so in the whole column; once is enough to know.
        """
        column = (code, Location(where.file, where.sheet, None, where.column))
        if column not in self._columns:
            self._columns.add(column)
            self.add(code, where, **details)

    def extend(self, others: Iterable[Diagnostic]) -> None:
        """Add findings that were collected elsewhere."""
        for diagnostic in others:
            self._keep(diagnostic)

    def _keep(self, diagnostic: Diagnostic) -> None:
        identity = (diagnostic.code, diagnostic.where, repr(dict(diagnostic.details)))
        self._found.setdefault(identity, diagnostic)

    def __iter__(self) -> Iterator[Diagnostic]:
        """Give them sorted by place."""
        return iter(sorted(self._found.values(), key=lambda d: (d.where.order, d.code)))

    @property
    def count(self) -> int:
        """Return how many were found so far."""
        return len(self._found)

    @property
    def fatal(self) -> bool:
        """Tell whether an error stands, so that nothing may be ranked."""
        return any(d.severity is Severity.ERROR for d in self._found.values())
