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
    quotes: Mapping[str, Quote] = field(default_factory=dict)
    """Amounts and quantities by id."""


@dataclass(frozen=True, slots=True)
class Evaluator:
    """A member of the panel (審査委員)."""

    id: str
    name: str
    where: Location
    present: bool = True
    recused: frozenset[str] = frozenset()
    """Ids of the vendors that this member does not mark (除斥)."""


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
    """What the panel agreed on (合議): one mark each, for `aggregate: consensus`."""
    inputs: tuple[InputFile, ...] = ()

    def scoring(self, vendor: Vendor) -> tuple[Evaluator, ...]:
        """Return the evaluators who mark `vendor`: present and not recused."""
        return tuple(e for e in self.evaluators if e.present and vendor.id not in e.recused)

    def given(self, vendor: Vendor, criterion: str) -> tuple[Mark, ...]:
        """Return the panel's marks that count: of the evaluators who mark `vendor`."""
        marks = self.marks.get((vendor.id, criterion), ())
        scoring = self._scoring_ids[vendor.id]
        return tuple(mark for mark in marks if mark.evaluator in scoring)

    @cached_property
    def _scoring_ids(self) -> dict[str, frozenset[str]]:
        return {v.id: frozenset(e.id for e in self.scoring(v)) for v in self.vendors}
