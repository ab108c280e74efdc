"""The result: every vendor with every number, its history, and why it stands where it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Any, Literal

from procscore.diagnostics import Diagnostic
from procscore.formula import Derivation
from procscore.language import Message
from procscore.model.bids import Evaluator, InputFile, Mark, Procurement, Quote, Status, Vendor
from procscore.model.criteria import CriteriaSheet
from procscore.model.part import WHOLE, Part
from procscore.model.rules import Ranking

Own = Mapping[str, Mapping[str | None, Derivation]]
"""How points came about by evaluator id, then criterion id (None: the total), as on that
evaluator's sheet."""


@dataclass(frozen=True, slots=True)
class Score:
    """The points of a criterion. `derivation` is None where the criterion was not scored."""

    criterion: str
    of: Fraction
    """The points at stake; with `aggregate: sum` those of all evaluators together."""
    derivation: Derivation | None
    parts: tuple["Score", ...] = ()
    marks: tuple[Mark, ...] = ()
    """The marks that count, in the order of the evaluators."""
    originals: tuple[Mark, ...] = ()
    """The evaluators' own marks where the panel agreed on one (合議): kept beside it."""
    blanks: tuple[Mark, ...] = ()
    """The cells that were left blank beside the marks that count: evaluators' own beside an agreed
    one, or the agreed one where their own count. Comments may stand beside them."""
    agreed: bool = False
    """Whether the mark that counts is one that the panel agreed on."""
    before: Derivation | None = None
    """What the evaluators' own marks would have given, where the panel agreed on a mark instead."""
    left_out: frozenset[str] = frozenset()
    """Evaluators whose marks trimming left out."""
    adds_up: bool = True
    """False for a group whose points are not the sum of its parts (a median of totals, say)."""
    among: tuple[str, ...] = ()
    """Ids of the vendors whose prices, or whose points before conversion, it was compared with."""

    @property
    def points(self) -> Fraction | None:
        """Return the points, None where the criterion was not scored."""
        return self.derivation.value if self.derivation else None

    def walk(self) -> Iterator["Score"]:
        """Give this score and all below it, a group before its parts."""
        yield self
        for part in self.parts:
            yield from part.walk()


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Why a vendor is out (or, as a flag, what should be looked at)."""

    rule: str
    """`status`, `ceiling`, `check`, `veto`, `minimum`, `stage`, `ranking-value`; for a flag also
    `abnormally-low`, `majority`."""
    reason: Message


@dataclass(frozen=True, slots=True)
class Compared:
    """The numbers that a step of telling tied vendors apart compared, by vendor id."""

    numbers: Mapping[str, Fraction]
    lowest_first: bool
    names: tuple[str, ...] = ()
    """Ids of the criteria, amounts and quantities whose sum the numbers are; empty for others."""


@dataclass(frozen=True, slots=True)
class TieStep:
    """One step of telling tied vendors apart: the rule, each one's value, the order it gave."""

    rule: Message
    values: Mapping[str, str]
    order: tuple[tuple[str, ...], ...]
    """Groups of vendor ids, best first; a group of more than one is still tied."""
    awaits: str = ""
    """What comes from outside, and has to come for those who are still tied: `lot`, `committee`,
    `chair` or `vote`; empty where the rule itself compares."""
    compared: Compared | None = None
    """None where no numbers decide: nothing is decided, or a remainder names the first."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Vendors whose ranking value is exactly equal, and what the chain of rules made of it."""

    value: Fraction
    vendors: tuple[str, ...]
    steps: tuple[TieStep, ...]
    order: tuple[tuple[str, ...], ...]

    @property
    def resolved(self) -> bool:
        """Tell whether every vendor got a place of its own."""
        return all(len(group) == 1 for group in self.order)


@dataclass(frozen=True)
class VendorResult:
    """A vendor with all that was computed for it, also when it is out."""

    vendor: Vendor
    status: Status
    exclusions: tuple[Exclusion, ...]
    flags: tuple[Exclusion, ...]
    evaluators: tuple[str, ...]
    """Ids of the evaluators whose marks were taken."""
    amounts: Mapping[str, Derivation]
    """Every amount by id; a quoted one is its own derivation."""
    scores: tuple[Score, ...]
    """The top of the criteria tree."""
    of: Fraction
    """The points at stake in all that counts for the total."""
    total: Derivation | None
    value: Derivation | None
    """What the ranking compares: the total, or the ranking formula's value."""
    own: "Own" = field(default_factory=dict)
    """What each evaluator found, where a rule asks for it."""
    adds_up: bool = True
    """False where the total is not the sum of the top criteria (a median of totals, say)."""
    rank: Fraction | None = None
    """None for who is not ranked. A fraction, since tied ranks may be averaged (1.5)."""

    @property
    def points_in_all(self) -> Fraction | None:
        """Return the total, None where it is not known."""
        return self.total.value if self.total else None

    @property
    def compared(self) -> Fraction | None:
        """Return the value that the ranking compares, None for who is not ranked."""
        return self.value.value if self.value else None

    def walk(self) -> Iterator[Score]:
        """Give every score, a group before its parts."""
        for score in self.scores:
            yield from score.walk()

    def score(self, criterion: str) -> Score:
        """Return the score of a criterion. Raises KeyError for an unknown id."""
        return self._by_criterion[criterion]

    @cached_property
    def _by_criterion(self) -> dict[str, Score]:
        return {score.criterion: score for score in self.walk()}

    def points(self, criterion: str) -> Fraction | None:
        """Return the points of a criterion, None where it was not scored."""
        return self.score(criterion).points


@dataclass(frozen=True, slots=True)
class Award:
    """Who is chosen. All three are empty when there is no award (該当なし)."""

    winners: tuple[str, ...]
    """優先交渉権者, in order of rank."""
    reserve: tuple[str, ...]
    """次点, in order of rank."""
    undecided: tuple[str, ...]
    """Vendors tied across the line between chosen and not chosen: for the committee."""
    passed_over: Mapping[str, Message] = field(default_factory=dict)
    """Vendors that were first and are not chosen (they withdrew since), by id, with the reason."""

    @property
    def none(self) -> bool:
        """Tell whether nobody is eligible."""
        return not (self.winners or self.reserve or self.undecided)


@dataclass(frozen=True, slots=True)
class StageResult:
    """What a stage gave: who was ranked how in it, and who goes on."""

    id: str
    name: str
    of: Fraction
    ranked: tuple[VendorResult, ...]
    """The vendors that were ranked in it, first to last, with its total, value and rank."""
    passed: tuple[str, ...]
    undecided: tuple[str, ...]
    """Vendors tied across the line, where the committee has to say who goes on."""
    ties: tuple[Tie, ...]
    skipped: bool = False
    """True where the stage was not held because few apply: all go on."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The whole result of one evaluation."""

    version: str
    procurement: Procurement
    criteria: CriteriaSheet
    digest: str
    """SHA-256 of the criteria sheet's content, whatever its comments and order of keys."""
    evaluators: tuple[Evaluator, ...]
    vendors: tuple[VendorResult, ...]
    """In the order of the workbook."""
    award: Award
    ties: tuple[Tie, ...]
    assumptions: tuple[Message, ...]
    """What the sheet does not settle and this result supplied."""
    stages: tuple[StageResult, ...] = ()
    """The stages before the last, in order."""
    provisional: Message | None = None
    """Why nobody is chosen yet: prices are not opened, or a later stage follows."""
    document: Any = None
    """That content: what is written in the criteria sheet, as dicts, lists and texts."""
    part: Part = WHOLE
    """What was evaluated, with the vendors that withdrew since by id."""
    own_ranks: Mapping[tuple[str, str], Quote] = field(default_factory=dict)
    """The ranks that evaluators gave themselves, by (evaluator id, vendor id)."""
    inputs: tuple[InputFile, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    anonymous: Literal["", "losers", "all"] = ""
    """Who is not named, for publication: vendors that were not chosen, or all. Evaluators neither."""

    @property
    def ranking(self) -> Ranking:
        """Return how the ranking of this result was made: the last stage's, else the sheet's."""
        stages = self.criteria.stages
        return (stages[-1].ranking if stages else None) or self.criteria.ranking

    @property
    def ranked(self) -> tuple[VendorResult, ...]:
        """Return the vendors that have a rank, first to last; equal ranks in workbook order."""
        ranked = [each for each in self.vendors if each.rank is not None]
        return tuple(sorted(ranked, key=lambda each: each.rank or 0))

    @property
    def excluded(self) -> tuple[VendorResult, ...]:
        """Return the vendors that are out, in workbook order."""
        return tuple(each for each in self.vendors if each.rank is None)

    @property
    def ranked_first(self) -> tuple[VendorResult, ...]:
        """Return all vendors: ranked first to last, then those who are out, in workbook order."""
        return (*self.ranked, *self.excluded)

    def of(self, criterion: str) -> Fraction:
        """Return the points at stake for a criterion; with `sum` those of all evaluators."""
        return (self.ranked or self.vendors)[0].score(criterion).of

    @property
    def of_total(self) -> Fraction:
        """Return the points at stake in all."""
        return (self.ranked or self.vendors)[0].of

    def vendor(self, vendor: str) -> VendorResult:
        """Return a vendor's result by its id. Raises KeyError for an unknown id."""
        for each in self.vendors:
            if each.vendor.id == vendor:
                return each
        raise KeyError(vendor)
