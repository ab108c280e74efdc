"""Where each number of a result stands in the workbook, and the formulas between them.

A number is computed where it stands: from the same derivation that computed it, over the cells of
what went into it. What went in and has no cell of its own is written into the formula itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from procscore.diagnostics import Location
from procscore.formula import Derivation, Input
from procscore.formula.binary import Found
from procscore.formula.excel import NotLiveError, Reference, literal, live
from procscore.formula.terms import Name
from procscore.language import Message
from procscore.xlsx import Formula, address, quoted_sheet


class Spot(NamedTuple):
    """A cell of the workbook; rows and columns are counted from 1."""

    sheet: str
    row: int
    column: int

    def seen_from(self, sheet: str, *, fixed: bool = False) -> str:
        """Return its address in a formula on `sheet`."""
        there = address(self.row, self.column, fixed_row=fixed, fixed_column=fixed)
        return there if sheet == self.sheet else f"{quoted_sheet(self.sheet)}!{there}"


@dataclass(frozen=True, slots=True)
class Held:
    """A number and the cell that holds it."""

    spot: Spot
    value: Fraction
    plain: bool = False
    """Whether the cell holds it as it was typed, not computed."""


@dataclass(frozen=True, slots=True)
class Entered:
    """A number that stands in a cell instead of a formula, and why."""

    spot: Spot
    reason: Message


Named = Mapping[str, Held | tuple[Held, ...]]
"""Cells by the names of a formula, for what has neither a place in the inputs nor a derivation."""


class Ledger:
    """The numbers of a workbook by what they are."""

    def __init__(self) -> None:
        """Start without any."""
        self._derived: dict[int, tuple[Derivation, Held]] = {}
        """By identity; the derivation is kept as well, so that no other object gets its number."""
        self._errors: Found = {}
        self._read: dict[Location, Held] = {}
        self._numbers: set[Spot] = set()
        self.entered: list[Entered] = []
        """Numbers that could not be written as formulas."""
        self.severed: list[tuple[Spot, str]] = []
        """Cells whose formulas hold a number that was read or computed elsewhere, and its name."""
        self.shortened: list[Spot] = []
        """Cells that hold only the beginning of a text."""
        self.origins: dict[tuple[str, int, int], Derivation | Location] = {}
        """How the numbers in the cells are computed, or where they were read: by sheet, row and column."""

    def compute(self, derivation: Derivation, spot: Spot) -> Held:
        """Say that `derivation` is computed at `spot`; the first place is the one that is named."""
        self.hold(spot)
        self.origins[spot] = derivation
        held = Held(spot, derivation.value)
        return self._derived.setdefault(id(derivation), (derivation, held))[1]

    def equate(self, derivation: Derivation, held: Held) -> None:
        """Say that a derivation gives the same number that stands in another's cell."""
        if derivation.value == held.value:
            self._derived.setdefault(id(derivation), (derivation, held))

    def read(self, where: Location, value: Fraction, spot: Spot) -> Held:
        """Say that what was read at `where` stands at `spot`."""
        self.hold(spot)
        self.show(where, spot)
        return self._read.setdefault(where, Held(spot, value, plain=True))

    def show(self, where: Location, spot: Spot) -> None:
        """Say that what was read at `where` is written at `spot` as it stood there."""
        self.origins.setdefault(spot, where)

    def hold(self, spot: Spot) -> None:
        """Say that a number stands at `spot`."""
        self._numbers.add(spot)

    def at(self, derivation: Derivation) -> Held | None:
        """Return the cell in which a derivation is computed.

        What only takes over one number stands where that stands.
        """
        known = self._derived.get(id(derivation))
        if known is not None:
            return known[1]
        taken = derivation.inputs[0] if len(derivation.inputs) == 1 else None
        if taken is None or derivation.rounding or not isinstance(derivation.formula.term, Name):
            return None
        return self.at(taken.derivation) if taken.derivation else self._read_at(taken)

    def _read_at(self, each: Input) -> Held | None:
        """Return the cell that holds what was read, if it holds that number."""
        held = self._read.get(each.where[0]) if len(each.where) == 1 else None
        return held if held is not None and held.value == each.value else None

    def copy(
        self, derivation: Derivation, spot: Spot, named: Named | None = None
    ) -> Formula | Fraction:
        """Return what `spot` holds: the formula, or a reference to where it is computed."""
        self.origins[spot] = derivation
        held = self.at(derivation)
        if held is None or held.spot == spot:
            return self.formula(derivation, spot, named)
        return Formula(f"={held.spot.seen_from(spot.sheet)}", derivation.value)

    def formula(
        self, derivation: Derivation, spot: Spot, named: Named | None = None
    ) -> Formula | Fraction:
        """Return the live formula of a derivation at `spot`, or its value where there is none."""
        try:
            text = self._live(derivation, spot, named or {}).text
        except NotLiveError as fault:
            return self.enter(derivation.value, spot, fault.reason)
        return Formula(f"={text}", derivation.value)

    def enter(self, value: Fraction, spot: Spot, reason: Message) -> Fraction:
        """Return a number that stands for a formula, and remember that it does."""
        self.entered.append(Entered(spot, reason))
        return value

    def area(self, held: Sequence[Held], sheet: str) -> list[str]:
        """Return the ranges, seen from `sheet`, that hold exactly these numbers."""
        return [each.text for each in self._ranges(held, sheet)]

    def _refer(self, each: Input, spot: Spot, named: Named) -> Reference | Sequence[Reference]:
        if isinstance(each.value, Fraction):
            return self._number(each, each.value, spot, named)
        known = named.get(each.name)
        if isinstance(known, tuple) and tuple(one.value for one in known) == each.value:
            return self._ranges(known, spot.sheet)
        found = self._list(each, each.value)
        if found is not None:
            return self._ranges(found, spot.sheet)
        if each.derivations:
            return [self._derivation(one, spot) for one in each.derivations]
        self.severed.append((spot, each.name))
        return [literal(value) for value in each.value]

    def _number(self, each: Input, value: Fraction, spot: Spot, named: Named) -> Reference:
        known = named.get(each.name)
        if isinstance(known, Held) and known.value == value:
            return _reference(known, spot.sheet)
        if each.derivation is not None:
            return self._derivation(each.derivation, spot)
        held = self._read_at(each)
        if held is not None:
            return _reference(held, spot.sheet)
        if each.where:
            self.severed.append((spot, each.name))
        return literal(value)

    def _derivation(self, derivation: Derivation, spot: Spot) -> Reference:
        held = self.at(derivation)
        if held is not None:
            return _reference(held, spot.sheet)
        return self._live(derivation, spot, {})

    def _live(self, derivation: Derivation, spot: Spot, named: Named) -> Reference:
        return live(derivation, lambda each: self._refer(each, spot, named), self._errors)

    def _list(self, each: Input, values: tuple[Fraction, ...]) -> list[Held] | None:
        """Return the cells of a list, None where one of its numbers has none."""
        found: list[Held | None] = [self.at(one) for one in each.derivations]
        if not found and len(each.where) == len(values):
            found = [self._read.get(where) for where in each.where]
        held = [one for one in found if one is not None]
        return held if held and tuple(one.value for one in held) == values else None

    def _ranges(self, held: Sequence[Held], sheet: str) -> list[Reference]:
        """Return as few ranges as hold these numbers and no others.

        Every function over a list gives the same in whatever order it stands.
        """
        groups: list[list[Spot]] = []
        for spot in sorted(each.spot for each in held):
            if groups and self._joins(groups[-1], spot):
                groups[-1].append(spot)
            else:
                groups.append([spot])
        return [Reference(_range(group, sheet), plain=False) for group in groups]

    def _joins(self, group: Sequence[Spot], spot: Spot) -> bool:
        """Tell whether a range may go on to `spot`: in a line, with no other number between."""
        first, last = group[0], group[-1]
        if last.sheet != spot.sheet:
            return False
        if first.row == last.row == spot.row and spot.column > last.column:
            between = [last._replace(column=at) for at in range(last.column + 1, spot.column)]
        elif first.column == last.column == spot.column and spot.row > last.row:
            between = [last._replace(row=at) for at in range(last.row + 1, spot.row)]
        else:
            return False
        return self._numbers.isdisjoint(between)


def _reference(held: Held, sheet: str) -> Reference:
    return Reference(held.spot.seen_from(sheet), held.plain)


def _range(group: Sequence[Spot], sheet: str) -> str:
    first, last = group[0], group[-1]
    start = first.seen_from(sheet)
    return start if first == last else f"{start}:{address(last.row, last.column)}"
