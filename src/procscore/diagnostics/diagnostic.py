"""A problem as a value: what kind, where, with which details."""

from collections.abc import Mapping
from dataclasses import dataclass

from procscore.diagnostics.catalogue import CATALOGUE
from procscore.diagnostics.kind import Severity
from procscore.diagnostics.location import Location
from procscore.language import Message, _


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A problem found in the input, told in whichever language is current when it is shown."""

    code: str
    where: Location
    details: Mapping[str, object]

    @property
    def severity(self) -> Severity:
        """Return how much this weighs."""
        return CATALOGUE[self.code].severity

    @property
    def message(self) -> str:
        """Return the sentence that says what is wrong."""
        return str(Message(CATALOGUE[self.code].message, self.details))

    @property
    def hint(self) -> str:
        """Return the sentence that says what to do."""
        return str(Message(CATALOGUE[self.code].hint, self.details))

    @property
    def why(self) -> str:
        """Return the sentence that says why it matters."""
        return _(CATALOGUE[self.code].why)
