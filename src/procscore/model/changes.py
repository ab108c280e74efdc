"""What moved between two results of one procurement, and what that did."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from procscore.diagnostics import Location
from procscore.model.bids import InputFile
from procscore.model.page import Words
from procscore.model.result import Evaluation

Kind = Literal["mark", "agreed", "amount", "quantity", "status", "figure", "panel", "rule", "other"]
"""What moved: an evaluator's or the secretariat's mark, one that the panel agreed on (合議), what a
vendor quotes or declares, its standing, a ceiling or other figure of the procurement, who marks, a
rule of the criteria sheet, or something else that was handed in (a lot number, own ranks)."""


@dataclass(frozen=True, slots=True)
class Side:
    """What stood in one of the two."""

    text: Words
    """As it was written, or in words; empty for a blank."""
    value: Fraction | None = None
    """The number, where it is one; None for a grade and for a check."""
    where: Location | None = None
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was handed in, or one rule, that is not the same in both."""

    kind: Kind
    what: Words
    """The criterion, amount, rule, … by its name."""
    old: Side | None
    """None where it was not there."""
    new: Side | None
    vendor: str = ""
    """Id of the vendor that it concerns, if it concerns one."""
    evaluator: str = ""
    """Id of who gave it, if somebody did."""
    criterion: str = ""
    """Id of the criterion, where it is a mark."""

    @property
    def by(self) -> Fraction | None:
        """Return by how much a number moved, None where there are no two numbers."""
        if self.old is None or self.new is None:
            return None
        if self.old.value is None or self.new.value is None:
            return None
        return self.new.value - self.old.value

    @property
    def _is_mark(self) -> bool:
        return self.kind in ("mark", "agreed")

    @property
    def reason(self) -> str:
        """Return the comment that stands with the new value and justifies it.

        A comment that stood beside the old mark already is about that one.
        """
        if self.new is None or (
            self._is_mark and self.old and self.old.comment == self.new.comment
        ):
            return ""
        return self.new.comment

    @property
    def unexplained(self) -> bool:
        """Tell whether a mark moved and nothing says why."""
        return self._is_mark and not self.reason


Figure = Literal["amount", "points", "total", "value", "rank"]
"""What was computed: an amount by its formula, points of a criterion, the total, what the ranking
compares, the rank."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure of one vendor that is not the same in both."""

    figure: Figure
    vendor: str
    what: Words
    criterion: str | None
    """Id of the criterion; None for all but points."""
    old: Fraction | None
    """None where there was none: not scored, not ranked, or no such vendor."""
    new: Fraction | None
    stage: str = ""
    """Id of the stage before the last whose total or rank it is; empty for the whole result's."""

    @property
    def by(self) -> Fraction | None:
        """Return by how much it moved, None where there are no two numbers."""
        return None if self.old is None or self.new is None else self.new - self.old


@dataclass(frozen=True, slots=True)
class Passed:
    """A stage before the last from which others go on now."""

    stage: str
    """Its id."""
    name: str
    old: tuple[str, ...]
    """Ids of the vendors that went on, first to last."""
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """How one of the two was handed over."""

    name: str
    """Of the file or folder, without the folders above it."""
    kind: Literal["workbook", "folder", "result"]
    inputs: tuple[InputFile, ...]
    """What it is of, as handed over: the results are held against each other without names where
    one of them was published without."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Two results and what lies between them."""

    old: Evaluation
    new: Evaluation
    changes: tuple[Change, ...]
    """Everything handed in, and every rule, that moved: rules first, then by vendor and criterion."""
    moved: tuple[Moved, ...]
    """The figures that followed, by vendor: those of earlier stages, amounts, a group before its
    parts, the rank last. Of a vendor that is in one of the two only, no amounts and no points of
    single criteria."""
    award_moved: bool
    names: Mapping[str, str]
    """Of the vendors of both, by id."""
    passed: tuple[Passed, ...] = ()
    given: tuple[Given, Given] | None = None
    """How old and new were handed over, where they come from files."""

    @property
    def comparable(self) -> bool:
        """Tell whether both are of one criteria sheet; if not, nothing was compared."""
        return not set(self.old.criteria.by_id).isdisjoint(self.new.criteria.by_id)

    @property
    def inputs(self) -> tuple[tuple[InputFile, ...], tuple[InputFile, ...]]:
        """Return the files that went into both, as they were handed over."""
        if self.given is None:
            return self.old.inputs, self.new.inputs
        return self.given[0].inputs, self.given[1].inputs

    def own_points(self, change: Change) -> Fraction | None:
        """Return the points that the evaluators' own marks would have given instead of an agreed one.

        None for what is no agreed mark, and where the own marks alone would give none.
        """
        if change.kind != "agreed":
            return None
        old, new = (
            each.vendor(change.vendor).score(change.criterion) for each in (self.old, self.new)
        )
        # Of an agreed mark that is gone, the own ones of then: those of now count themselves.
        before = (new if new.agreed else old).before
        return before.value if before else None

    @property
    def unexplained(self) -> tuple[Change, ...]:
        """Return the changed marks that nothing justifies."""
        return tuple(each for each in self.changes if each.unexplained)
