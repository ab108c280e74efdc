"""What was handed in so far, by who owes it (提出状況): the list that the secretariat phones through."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from procscore.diagnostics import Diagnostic, Location, Severity
from procscore.language import N_
from procscore.model.bids import Evaluator, InputFile, Vendor
from procscore.model.criteria import CriteriaSheet
from procscore.model.rules import Stage


class By(StrEnum):
    """Who marks."""

    PANEL = "panel"
    SECRETARIAT = "secretariat"
    CONSENSUS = "consensus"
    """The panel together: the agreed marks (合議)."""


class State(StrEnum):
    """How far somebody's marks are."""

    COMPLETE = "complete"
    FAULTY = "faulty"
    """Nothing is blank, but something has to be corrected before it can be used."""
    INCOMPLETE = "incomplete"
    MISSING = "missing"
    """No sheet, or one that is still empty."""
    OPTIONAL = "optional"
    """Own notes where the agreed marks count; agreed marks where own ones count without them."""
    ABSENT = "absent"
    NOTHING_OWED = "nothing-owed"
    """Recused for all that are marked, or on a panel that marks nothing (yet)."""


STATE_WORDS: Mapping[State, str] = {
    State.COMPLETE: N_("handed in"),
    State.FAULTY: N_("to be corrected"),
    State.INCOMPLETE: N_("marks blank"),
    State.MISSING: N_("not handed in"),
    State.OPTIONAL: N_("optional"),
    State.ABSENT: N_("absent"),
    State.NOTHING_OWED: N_("nothing to mark"),
}
_OPEN = frozenset({State.FAULTY, State.INCOMPLETE, State.MISSING})


class Missing(NamedTuple):
    """A mark that is blank."""

    vendor: str
    """The vendor's id."""
    criterion: str
    """The criterion's id."""
    where: Location
    """Its cell; the sheet where the table has no cell for it."""


@dataclass(frozen=True, slots=True)
class Submission:
    """What one evaluator, the secretariat or the panel together owes and has handed in.

    Owed is a mark for each of `criteria` of each of `vendors`, but for those that are `settled`.
    """

    by: By
    evaluator: Evaluator | None
    """None for the secretariat and for the agreed marks."""
    vendors: tuple[Vendor, ...]
    criteria: tuple[str, ...]
    """Ids of the criteria, in the order of the criteria sheet."""
    given: int
    """How many marks are there. Where own marks are optional, how many there are all the same."""
    blank: tuple[Missing, ...]
    sheets: tuple[Location, ...]
    """Where the marks stand."""
    errors: int = 0
    """How many errors stand in these sheets, blanks not counted."""
    optional: bool = False
    settled: int = 0
    """How many marks need not be given any more, since the panel agreed on one instead."""
    later: tuple[Missing, ...] = ()
    """Blanks of later stages, of vendors that somebody has marked there: probably owed, but who
    gets there shows only when the stages before are scored."""

    @property
    def owed(self) -> int:
        """Return how many marks are owed."""
        return len(self.vendors) * len(self.criteria) - self.settled

    @property
    def unread(self) -> int:
        """Return how many marks are neither there nor blank: refused, or without row or column."""
        return self.owed - self.given - len(self.blank) if self.owed and self.sheets else 0

    @property
    def open(self) -> int:
        """Return how many marks somebody still has to give."""
        return self.owed - self.given - self.unread if self.owed else 0

    @property
    def state(self) -> State:
        """Return how far the marks are."""
        if self.evaluator is not None and not self.evaluator.present:
            return State.ABSENT
        if self.optional:
            return State.OPTIONAL
        if not self.owed:
            return State.NOTHING_OWED
        if not self.given and not self.unread:
            return State.MISSING
        if self.blank:
            return State.INCOMPLETE
        return State.FAULTY if self.unread or self.errors else State.COMPLETE


@dataclass(frozen=True, slots=True)
class Submissions:
    """What was handed in for one procurement, and what is still missing."""

    criteria: CriteriaSheet
    title: str
    """The procurement's; empty where the workbook names none."""
    vendors: tuple[Vendor, ...]
    to_mark: frozenset[str]
    """Ids of the vendors that are to be marked: the others are out before."""
    rows: tuple[Submission, ...]
    """The evaluators in the order of the panel, then the secretariat, then the agreed marks."""
    stage: Stage | None = None
    """The stage whose marks are owed, while those of later ones are still to be given."""
    inputs: tuple[InputFile, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    """What was found beside the blanks and the missing sheets."""

    @property
    def complete(self) -> bool:
        """Tell whether everything that is owed is there and can be used."""
        return not any(row.state in _OPEN for row in self.rows)

    @property
    def errors(self) -> int:
        """Return how many errors stand, blanks and missing sheets not counted."""
        return sum(each.severity is Severity.ERROR for each in self.diagnostics)
