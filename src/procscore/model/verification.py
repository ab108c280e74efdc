"""Whether a published ranking is what its inputs give, and if not, where it differs and why."""

from dataclasses import dataclass

from procscore.diagnostics import Location
from procscore.model.bids import InputFile
from procscore.model.changes import Changes
from procscore.model.page import Words


@dataclass(frozen=True, slots=True)
class Difference:
    """One cell of the ranking (a key, in JSON) that is not what was computed."""

    where: Location
    """In the ranking that was verified."""
    what: Words
    """What stands there: the mark of 委員1 for A社 in “plan”, the rank of A社, …"""
    found: str
    """What stands in the ranking, as a reader sees it; empty where there is nothing."""
    expected: str
    """What was computed, or read from the inputs; empty where there should be nothing."""
    why: tuple[Words, ...] = ()
    """How the expected value comes about: the calculation, or the cell of the input that holds it."""


@dataclass(frozen=True, slots=True)
class InputCheck:
    """A file that is recorded in the ranking, and the file that was given for it."""

    recorded: InputFile
    given: InputFile | None
    """None where no file was given for it."""

    @property
    def same(self) -> bool:
        """Tell whether it is the very file, byte for byte."""
        return self.given is not None and self.given.sha256 == self.recorded.sha256


@dataclass(frozen=True, slots=True)
class Verification:
    """What came of computing a ranking again."""

    ranking: str
    """The file as it was named."""
    differences: tuple[Difference, ...]
    """The one that the others follow from first: rules and inputs, then figures in the order in which
    they are computed, ranks, and what is said of them."""
    inputs: tuple[InputCheck, ...] = ()
    """Empty where the ranking records none (CSV, or made for publication)."""
    unrecorded: tuple[InputFile, ...] = ()
    """Files that were given and are not recorded."""
    from_record: bool = False
    """Whether no workbook was given, so that the ranking was computed from its own record."""
    changes: Changes | None = None
    """What an input that is not the recorded one changed; None where that cannot be told."""
    added: tuple[Location, ...] = ()
    """Where somebody added a text that is no difference: it names no vendor. Each is in a note."""
    notes: tuple[Words, ...] = ()
    """What is no difference and should be known: another version, texts that somebody added."""

    @property
    def reproduced(self) -> bool:
        """Tell whether the ranking is what was computed, from all files that it records and no other.

        Computed from its own record, it is when there is no difference: no file was given.
        """
        if self.differences or self.unrecorded:
            return False
        return self.from_record or all(each.same for each in self.inputs)
