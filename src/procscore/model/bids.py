"""What a workbook says: the procurement, the vendors, the evaluators and every mark with its cell."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from procscore.diagnostics import Location


class Status(StrEnum):
    """A vendor's standing before anything is scored, and after."""

    ELIGIBLE = "eligible"
    EXCLUDED = "excluded"
    WITHDRAWN = "withdrawn"
    DISQUALIFIED = "disqualified"
    INVALID = "invalid"


class Quote(NamedTuple):
    """A number that was read from a cell: an amount, a quantity, a ceiling."""

    value: Fraction
    where: Location


class Mark(NamedTuple):
    """One mark: a number, a grade's share of the points, or 1 and 0 for a check."""

    evaluator: str
    value: Fraction | None
    """None for a cell that was left blank: never a zero."""
    where: Location
    written: str = ""
    """As it stands in the cell, for the reader."""
    comment: str = ""
    given: Fraction | None = None
    """The value that was given, where a rule of the sheet made it count as another."""
    said: Location | None = None
    """Where the comment stands; None where there is none, or where a record does not tell."""


class Stated(NamedTuple):
    """A sum that somebody wrote into a score sheet; it is compared, never used."""

    evaluator: str
    vendor: str
    criterion: str | None
    """The group whose sum it is; None for the sum of the whole sheet."""
    value: Fraction
    where: Location


@dataclass(frozen=True, slots=True)
class Vendor:
    """A bidder. `status` is what the secretariat declared: eligible unless it says otherwise."""

    id: str
    name: str
    where: Location
    status: Status = Status.ELIGIBLE
    reason: str = ""
    lot: str | None = None
    """くじ番号 as text: 078 stays 078."""
    code: str | None = None
    """業者コード as text."""
    arrival: str | None = None
    """受付番号 as text."""
    reading: str | None = None
    """フリガナ of the name."""
    label: str | None = None
    """The letter under which evaluators know it, where score sheets are anonymous."""
    decision: str | None = None
    """決定順位 as text: the place that the committee, its chair or a vote gave in a tie."""
    cells: Mapping[str, Location] = field(default_factory=dict)
    """Where `name`, `status`, `reason`, `lot`, `code`, `arrival`, `reading` and `decision` stand,
    as far as there are columns."""
    quotes: Mapping[str, Quote] = field(default_factory=dict)
    """Amounts and quantities by id."""

    def place(self, what: str) -> Location:
        """Return the cell of `name`, `lot`, …; the vendor's row where there is no such column."""
        return self.cells.get(what, self.where)


@dataclass(frozen=True, slots=True)
class Evaluator:
    """A member of the panel (審査委員)."""

    id: str
    name: str
    where: Location
    present: bool = True
    recused: frozenset[str] = frozenset()
    """Ids of the vendors that this member does not mark (除斥)."""
    panels: frozenset[str | None] = frozenset({None})
    """The panels that this member sits on; None is the sheet's own."""
    chair: bool = False
    cells: Mapping[str, Location] = field(default_factory=dict)
    """Where `name`, `attendance`, `recused`, `panel` and `role` stand, as far as there are columns."""

    def place(self, what: str) -> Location:
        """Return the cell of `name`, `attendance`, …; `where` if there is no such column."""
        return self.cells.get(what, self.where)


@dataclass(frozen=True, slots=True)
class Procurement:
    """The 案件 sheet."""

    where: Location
    title: str = ""
    ceilings: Mapping[str, Quote] = field(default_factory=dict)
    """By id of the amount."""
    investigation: Quote | None = None
    estimate: Quote | None = None
    currency: str = ""
    opened: str = ""


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file that went in, so that a result can be matched with it later."""

    path: str
    """As it was named, and as the places of this run name it."""
    name: str
    """Without the folders that differ from machine to machine, but distinct among the inputs."""
    sha256: str
    """Empty in a result for publication: who guesses what is in a file could confirm it."""


Marks = Mapping[tuple[str, str], tuple[Mark, ...]]
"""Marks by (vendor id, criterion id), in the order of the evaluators."""


@dataclass(frozen=True)
class Bids:
    """Everything that was handed in for one procurement."""

    procurement: Procurement
    vendors: tuple[Vendor, ...]
    evaluators: tuple[Evaluator, ...]
    marks: Marks
    """The panel's."""
    secretariat: Marks
    """The secretariat's: one mark each."""
    agreed: Marks = field(default_factory=dict)
    """What the panel agreed on (合議): one mark each, for `aggregate: consensus`; without blanks, for
    `consensus: overrides`."""
    not_agreed: Marks = field(default_factory=dict)
    """The blanks on the sheet of agreed marks: the evaluators' own count there."""
    stated: tuple[Stated, ...] = ()
    own_ranks: Mapping[tuple[str, str], Quote] = field(default_factory=dict)
    """The ranks that evaluators gave themselves, by (evaluator id, vendor id)."""
    inputs: tuple[InputFile, ...] = ()

    def scoring(self, vendor: Vendor, panel: str | None = None) -> tuple[Evaluator, ...]:
        """Return the evaluators of `panel` who mark `vendor`: present and not recused."""
        return tuple(
            each
            for each in self.evaluators
            if each.present and panel in each.panels and vendor.id not in each.recused
        )

    def given(self, vendor: Vendor, criterion: str, panel: str | None = None) -> tuple[Mark, ...]:
        """Return the panel's marks that count: of its evaluators who mark `vendor`."""
        marks = self.marks.get((vendor.id, criterion), ())
        scoring = self._scoring_ids(vendor, panel)
        return tuple(mark for mark in marks if mark.evaluator in scoring)

    def owed(self, vendor: Vendor, criterion: str, panel: str | None) -> tuple[Mark, ...]:
        """Return the marks that the points of a criterion rest on; a blank has no value.

        An agreed mark stands for the panel's: the evaluators' own may then be left blank.
        """
        place = (vendor.id, criterion)
        panel_marks = self.agreed.get(place) or self.given(vendor, criterion, panel)
        return (*self.secretariat.get(place, ()), *panel_marks)

    def _scoring_ids(self, vendor: Vendor, panel: str | None) -> frozenset[str]:
        place = (vendor.id, panel)
        if place not in self._known_scoring:
            self._known_scoring[place] = frozenset(e.id for e in self.scoring(vendor, panel))
        return self._known_scoring[place]

    @cached_property
    def _known_scoring(self) -> dict[tuple[str, str | None], frozenset[str]]:
        return {}
