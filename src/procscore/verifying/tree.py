"""The JSON of a ranking held against the one that was computed, key by key."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from procscore.diagnostics import Location
from procscore.language import N_, message
from procscore.model.published import Published
from procscore.model.result import Evaluation
from procscore.verifying import numbers, reasons
from procscore.verifying.places import Place, joined
from procscore.verifying.ranked import Level, Ranked, told
from procscore.verifying.walking import Path, is_cell, text, walked

_SAID_ELSEWHERE = ("inputs", "diagnostics", "version")
"""Files are checked by their SHA-256, remarks are those of a run, the version is a note."""
_LAST = 1_000
"""Deeper than any figure: what is computed of all criteria."""
_NUMBER = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,40})?")
"""What is longer is no figure, and Python reads no number of any length."""


_Known = tuple[Path, str, str]
"""Of whom two values are told, and both."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A place at which the two differ."""

    place: Place
    told: Ranked
    values: tuple[Any, Any]
    """In the ranking and as computed; None where nothing is."""

    @property
    def texts(self) -> tuple[str, str]:
        """Return both in short."""
        found, expected = map(text, self.values)
        return found, expected

    def among(self, known: set[_Known]) -> bool:
        """Tell whether the same two values are told already; what is told in short is not known.

        Of what went into a calculation, they are where all is told that came or is gone.
        """
        found, expected = self.values
        if isinstance(found, list) and isinstance(expected, list) and self._went_in:
            return _all_known(found, expected, known, self._scope)
        whole = not any("…" in each for each in self.texts)
        return whole and (self._scope, *self.texts) in known

    def keys(self) -> Iterator[_Known]:
        """Give what is told with this: of a mark that came or is gone, its value as well."""
        worth = tuple(_worth(each) for each in self.values)
        for scope in ((), self.place.path[:2]):
            yield scope, *self.texts
            yield scope, worth[0], worth[1]

    @property
    def sheet(self) -> str | None:
        """Return the sheet of a cell from which something is read; None for what is no cell."""
        cells = [each for each in reversed(self.values) if is_cell(each)]
        return str(cells[0].get("sheet") or cells[0]["file"]) if cells else None

    @property
    def _went_in(self) -> bool:
        return self.place.path[-1] == "value"

    @property
    def _scope(self) -> Path:
        """Return of whom the same is told: of the vendor, of anybody where others' bids went in."""
        path = self.place.path
        of_vendor = path[0] == "vendors" and {"inputs", "among"}.isdisjoint(path)
        return path[:2] if of_vendor else ()


@dataclass(frozen=True)
class Tree:
    """Compares the JSON of two rankings."""

    found: Published
    expected: Any
    result: Evaluation
    """What `expected` was written from."""

    def differences(self) -> Iterator[Ranked]:
        """Give the differences, each thing once.

        A figure is told by itself. Its calculation, and whatever else says the same thing again, is
        left out where it differs by the very two values that are told; where it differs alone or
        otherwise it is told. So is the number before a rounding, if the rounded one is the same.
        That more than one thing of a sheet was read from another cell is one difference.
        """
        cells: dict[str, list[_Found]] = {}
        for each in self._all():
            if each.sheet is None:
                yield each.told
            else:
                cells.setdefault(each.sheet, []).append(each)
        for sheet, moved in cells.items():
            yield _moved(sheet, moved)

    def _all(self) -> Iterator[_Found]:
        found = [
            self._found(*each)
            for each in walked(self.found.content, self.expected)
            if each[0][0] not in _SAID_ELSEWHERE
        ]
        paths = {each.place.path for each in found}
        known: set[_Known] = set()
        for each in sorted(
            found, key=lambda one: (one.place.repeats, one.told.level, one.told.depth)
        ):
            path = each.place.path
            follows = path[-1] in ("exact", "cells") and (*path[:-1], "value") in paths
            if each.place.repeats and (follows or each.among(known)):
                continue
            known.update(each.keys())
            yield each

    def _found(self, path: Path, found: Any, expected: Any) -> _Found:
        place = Place(path, self.result, cell=is_cell(found) or is_cell(expected))
        level, vendor = place.level, place.vendor
        origin = place.origin if level in (Level.FIGURE, Level.HANDED_IN) else None
        why = reasons.why(self.result, origin) if origin is not None else ()
        if vendor is not None and path[2:] == ("rank",):
            why = reasons.of_rank(self.result, vendor)
        where = Location(self.found.where.name, joined(path))
        shown = _shown(place, found, expected)
        of_it = told(
            level,
            where,
            place.what,
            found=shown[0],
            expected=shown[1],
            why=why,
            depth=_depth(place, origin),
            origin=origin if isinstance(origin, Location) else None,
        )
        return _Found(place, of_it, (found, expected))


def _moved(sheet: str, cells: list[_Found]) -> Ranked:
    """Return that things were read from other cells of a sheet, with the first of them."""
    first = cells[0].told
    if not cells[1:]:
        return first
    what = message(
        N_("where things were read in [{sheet}]: {count} other places"),
        sheet=sheet,
        count=len(cells),
    )
    return replace(first, difference=replace(first.difference, what=what))


def _worth(value: Any) -> str:
    """Return what goes into a calculation of what was handed in."""
    return text(value.get("value") if isinstance(value, dict) else value)


def _all_known(found: list[Any], expected: list[Any], known: set[_Known], scope: Path) -> bool:
    """Tell whether of two lists of numbers all is known that is in one of them alone."""
    if not all(isinstance(each, str) for each in found + expected):
        return False
    gone = _unknown(Counter(found) - Counter(expected), lambda one: (scope, one, ""), known)
    come = _unknown(Counter(expected) - Counter(found), lambda one: (scope, "", one), known)
    for one in gone:
        other = next((each for each in come if (scope, one, each) in known), None)
        if other is None:
            return False
        come.remove(other)
    return not come


def _unknown(
    values: Counter[str], told_as: Callable[[str], _Known], known: set[_Known]
) -> list[str]:
    return [each for each in values.elements() if told_as(each) not in known]


def _depth(place: Place, origin: reasons.Origin | None) -> int:
    match place.path:
        case ("vendors",) | ("vendors", _):
            return -1  # who is there at all comes before what is said of anybody
        case ("criteria", "digest"):
            return 1  # after the rules that it is made of
        case ("vendors", _, "points" | "value" | "points_derivation" | "value_derivation", *_):
            return _LAST
        case _:
            return reasons.depth(origin) if origin is not None else 0


def _shown(place: Place, found: Any, expected: Any) -> tuple[str, str]:
    """Return both values for a reader; two spellings of one number as they are written.

    Of a number and a text that read alike, the text stands in quotation marks, as it does in JSON.
    """
    written = text(found), text(expected)
    if written[0] == written[1] and all(isinstance(each, str | int) for each in (found, expected)):
        return json.dumps(found), json.dumps(expected)
    cells = [each for each in (found, expected) if is_cell(each)]
    if cells[1:] and cells[0]["file"] == cells[1]["file"]:
        return _within(cells[0]), _within(cells[1])
    if place.level in (Level.FIGURE, Level.RANK) or place.path[-1] == "value":
        shown = _grouped(written[0]), _grouped(written[1])
        if shown[0] != shown[1]:
            return shown
    return written


def _within(cell: dict[str, str]) -> str:
    """Return a cell without its file."""
    return text(cell).removeprefix(cell["file"]).strip()


def _grouped(written: str) -> str:
    return numbers.words(Fraction(written)) if _NUMBER.fullmatch(written) else written
