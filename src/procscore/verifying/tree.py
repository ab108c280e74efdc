"""The JSON of a ranking held against the one that was computed, key by key."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from procscore.diagnostics import Location
from procscore.model.published import Published
from procscore.model.result import Evaluation
from procscore.verifying import numbers, reasons
from procscore.verifying.places import Place, joined
from procscore.verifying.ranked import Level, Ranked, told
from procscore.verifying.walking import Path, text, walked

_SAID_ELSEWHERE = ("inputs", "diagnostics", "version")
"""Files are checked by their SHA-256, remarks are those of a run, the version is a note."""
_LAST = 1_000
"""Deeper than any figure: what is computed of all criteria."""
_NUMBER = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,40})?")
"""What is longer is no figure, and Python reads no number of any length."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A place at which the two differ."""

    place: Place
    told: Ranked
    texts: tuple[str, str]

    def among(self, known: set[tuple[Path, str, str]]) -> bool:
        """Tell whether the same two values are told already; what is told in short is not known."""
        whole = not any("…" in each for each in self.texts)
        return whole and (self._scope, *self.texts) in known

    def keys(self) -> Iterator[tuple[Path, str, str]]:
        """Give what is told with this."""
        yield from ((scope, *self.texts) for scope in ((), self.place.path[:2]))

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
        """
        found = [
            self._found(*each)
            for each in walked(self.found.content, self.expected)
            if each[0][0] not in _SAID_ELSEWHERE
        ]
        paths = {each.place.path for each in found}
        known: set[tuple[Path, str, str]] = set()
        for each in sorted(
            found, key=lambda one: (one.place.repeats, one.told.level, one.told.depth)
        ):
            path = each.place.path
            unrounded = path[-1] == "exact" and (*path[:-1], "value") in paths
            if each.place.repeats and (unrounded or each.among(known)):
                continue
            known.update(each.keys())
            yield each.told

    def _found(self, path: Path, found: Any, expected: Any) -> _Found:
        place = Place(path, self.result)
        level, vendor = place.level, place.vendor
        origin = place.origin if level in (Level.FIGURE, Level.HANDED_IN) else None
        why = reasons.why(self.result, origin) if origin is not None else ()
        if vendor is not None and path[2:] == ("rank",):
            why = reasons.of_rank(vendor)
        where = Location(self.found.where.name, joined(path))
        texts = text(found), text(expected)
        shown = _shown(place, *texts)
        depth = _depth(place, origin)
        of_it = told(
            level, where, place.what, found=shown[0], expected=shown[1], why=why, depth=depth
        )
        return _Found(place, of_it, texts)


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


def _shown(place: Place, found: str, expected: str) -> tuple[str, str]:
    """Return both values for a reader; two spellings of one number as they are written."""
    if place.level in (Level.FIGURE, Level.RANK) or place.path[-1] == "value":
        shown = _grouped(found), _grouped(expected)
        if shown[0] != shown[1]:
            return shown
    return found, expected


def _grouped(written: str) -> str:
    return numbers.words(Fraction(written)) if _NUMBER.fullmatch(written) else written
