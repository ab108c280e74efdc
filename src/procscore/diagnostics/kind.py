"""What the catalogue says of each code."""

from enum import StrEnum
from typing import NamedTuple

from procscore.language import N_


class Severity(StrEnum):
    """How much a diagnostic weighs."""

    ERROR = "error"
    """Nothing is ranked while one stands."""
    WARNING = "warning"
    """The result stands, and somebody should look at this before it is signed."""
    ADVICE = "advice"
    """What a criteria sheet could say better before it is published; nothing is wrong."""
    NOTE = "note"
    """What was read otherwise than it was written, so that nobody has to guess."""


SEVERITY_WORDS = {
    Severity.ERROR: N_("error"),
    Severity.WARNING: N_("warning"),
    Severity.ADVICE: N_("advice"),
    Severity.NOTE: N_("note"),
}


class Kind(NamedTuple):
    """An entry of the catalogue. All texts are English templates marked for translation."""

    severity: Severity
    message: str
    """One sentence; its fields are filled from the diagnostic's details."""
    hint: str
    """What to do about it, with the same fields."""
    why: str
    """Why procscore minds, for `procscore codes CODE`. Without fields."""
