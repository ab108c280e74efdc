"""Problems as values: a code of the catalogue, a place, and the details of the case."""

from procscore.diagnostics.catalogue import CATALOGUE
from procscore.diagnostics.diagnostic import Diagnostic
from procscore.diagnostics.kind import SEVERITY_WORDS, Kind, Severity
from procscore.diagnostics.location import Location
from procscore.diagnostics.problems import Problems
from procscore.diagnostics.suggest import suggest

__all__ = [
    "CATALOGUE",
    "SEVERITY_WORDS",
    "Diagnostic",
    "Kind",
    "Location",
    "Problems",
    "Severity",
    "suggest",
]
