"""The JSON of a ranking held against the one that was computed, key by key."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from procscore.diagnostics import Location
from procscore.formula import Derivation
from procscore.language import N_, Message, message
from procscore.model.page import Words
from procscore.model.published import Published
from procscore.model.result import Evaluation, VendorResult
from procscore.model.verification import Difference
from procscore.verifying import reasons
from procscore.verifying.ranked import Level, Ranked

Path = tuple[str, ...]
_IDS = ("id", "evaluator", "name")
"""The keys by which the things of a list are told apart, where each has one of its own."""
_ABSENT = object()
_LEVELS: Mapping[str, Level] = {
    **dict.fromkeys(("part", "criteria", "assumptions"), Level.RULE),
    **dict.fromkeys(("procurement", "evaluators", "own_ranks", "vendors"), Level.HANDED_IN),
    **dict.fromkeys(("stages", "ties"), Level.RANK),
    **dict.fromkeys(("award", "provisional"), Level.WORD),
}
"""What the parts of a record are about; what is not here is a text."""
_VENDOR_LEVELS: Mapping[str, Level] = {
    **dict.fromkeys(
        (
            "amounts",
            "scores",
            "derivations",
            "before",
            "amount_derivations",
            "points",
            "points_derivation",
            "value",
            "value_derivation",
            "own",
            "of",
        ),
        Level.FIGURE,
    ),
    **dict.fromkeys(("rank",), Level.RANK),
    **dict.fromkeys(("status", "exclusions", "flags", "evaluators", "among"), Level.WORD),
}
"""The same of a vendor; what is not here was handed in."""
_SAID_ELSEWHERE = ("inputs", "diagnostics", "version")
"""Files are checked by their SHA-256, remarks are those of a run, the version is a note."""
_LAST = 1_000
"""Deeper than any figure: what is computed of all criteria."""


@dataclass(frozen=True)
class Tree:
    """Compares the JSON of two rankings."""

    found: Published
    expected: Any
    result: Evaluation
    """What `expected` was written from."""

    def differences(self) -> Iterator[Ranked]:
        """Give all differences, in the order of the keys."""
        for path, found, expected in walked(self.found.content, self.expected, ()):
            if path[0] not in _SAID_ELSEWHERE:
                yield self._ranked(path, found, expected)

    def _ranked(self, path: Path, found: Any, expected: Any) -> Ranked:
        where = Location(self.found.where.name, _joined(path))
        level = _level(path)
        origin = self._origin(path) if level in (Level.FIGURE, Level.HANDED_IN) else None
        vendor = self._vendor(path)
        why = reasons.why(self.result, origin) if origin is not None else ()
        if vendor is not None and path[2:] == ("rank",):
            why = reasons.of_rank(vendor)
        depth = reasons.depth(origin) if origin is not None else 0
        if path[0] == "vendors" and len(path) == 2:  # noqa: PLR2004
            depth = -1  # who is there at all comes before what is said of anybody
        if level is Level.FIGURE and (origin is None or path[2] in ("points", "value")):
            depth += _LAST
        if path == ("criteria", "digest"):
            depth = -1  # the one word for all rules
        told = Difference(where, self._what(path), _text(found), _text(expected), why)
        # A figure is told before its calculation, which says the same at length.
        return Ranked(told, level, 2 * depth + int(len(path) > 2 and "deriv" in path[2]))  # noqa: PLR2004

    def _vendor(self, path: Path) -> VendorResult | None:
        if len(path) < 2 or path[0] != "vendors":  # noqa: PLR2004
            return None
        return next((each for each in self.result.vendors if each.vendor.id == path[1]), None)

    def _origin(self, path: Path) -> reasons.Origin | None:
        """Return where a value of a vendor comes from."""
        vendor = self._vendor(path)
        if vendor is None or len(path) < 3:  # noqa: PLR2004
            return None
        key, rest = path[2], path[3:]
        found: Derivation | None = None
        if key in ("scores", "derivations", "before") and rest:
            score = next((each for each in vendor.walk() if each.criterion == rest[0]), None)
            if score is not None:
                found = score.before if key == "before" else score.derivation
        elif key in ("amounts", "amount_derivations") and rest:
            found = vendor.amounts.get(rest[0])
        elif key in ("points", "points_derivation"):
            found = vendor.total
        elif key in ("value", "value_derivation"):
            found = vendor.value
        elif key in ("marks", "originals") and len(rest) > 1:
            return self._mark(vendor, rest)
        elif key == "quotes" and rest:
            quote = vendor.vendor.quotes.get(rest[0])
            return quote and quote.where
        elif key in ("id", "name", "declared", "reason", "code"):
            return vendor.vendor.where
        elif key in vendor.vendor.cells:
            return vendor.vendor.place(key)
        return found

    @staticmethod
    def _mark(vendor: VendorResult, rest: Path) -> Location | None:
        return next(
            (
                mark.where
                for score in vendor.walk()
                if score.criterion == rest[0]
                for mark in (*score.marks, *score.originals)
                if mark.evaluator == rest[1]
            ),
            None,
        )

    def _what(self, path: Path) -> Words:
        vendor = self._vendor(path)
        if vendor is None:
            return self._of_all(path)
        name = vendor.vendor.name
        if len(path) == 2:  # noqa: PLR2004
            return message(N_("vendor {vendor}"), vendor=name)
        key, rest = path[2], path[3:]
        criterion = self.result.criteria.by_id.get(rest[0]) if rest else None
        amount = self.result.criteria.declared.get(rest[0]) if rest else None
        if key in ("marks", "originals") and criterion and len(rest) > 1:
            return self._marked(criterion.name, rest[1], name)
        named = criterion or amount
        if named is not None and key in _OF_NAMED:
            return message(_OF_NAMED[key], name=named.name, vendor=name)
        if key in _OF_VENDOR:
            return message(_OF_VENDOR[key], vendor=name)
        return message(N_("“{key}” of {vendor}"), key=key, vendor=name)

    def _marked(self, criterion: str, evaluator: str, vendor: str) -> Message:
        names = {each.id: each.name for each in self.result.evaluators}
        return message(
            N_("the mark of {evaluator} for {vendor} in “{criterion}”"),
            evaluator=names.get(evaluator, evaluator) or _secretariat(),
            vendor=vendor,
            criterion=criterion,
        )

    @staticmethod
    def _of_all(path: Path) -> Words:
        if path[:2] == ("criteria", "document"):
            return message(N_("a rule of the criteria sheet: {path}"), path=_joined(path[2:]))
        if path[0] == "vendors" and len(path) == 2:  # noqa: PLR2004
            return message(N_("vendor {vendor}"), vendor=path[1])
        if path[0] == "procurement":
            return message(N_("the procurement: {path}"), path=_joined(path[1:]))
        if path[0] == "award":
            return message(N_("the award: {path}"), path=_joined(path[1:]))
        return _joined(path)


def _secretariat() -> Message:
    return message(N_("the secretariat"))


_OF_NAMED: Mapping[str, str] = {
    "scores": N_("the points of {vendor} in “{name}”"),
    "derivations": N_("the calculation of the points of {vendor} in “{name}”"),
    "before": N_("what the evaluators' own marks would have given {vendor} in “{name}”"),
    "amounts": N_("the amount “{name}” of {vendor}"),
    "amount_derivations": N_("the calculation of the amount “{name}” of {vendor}"),
    "quotes": N_("“{name}” as {vendor} declared it"),
    "marks": N_("the marks of {vendor} in “{name}”"),
}
_OF_VENDOR: Mapping[str, str] = {
    "rank": N_("the rank of {vendor}"),
    "points": N_("the total of {vendor}"),
    "points_derivation": N_("the calculation of the total of {vendor}"),
    "value": N_("what the ranking compares of {vendor}"),
    "value_derivation": N_("the calculation of what the ranking compares of {vendor}"),
    "status": N_("the status of {vendor}"),
    "declared": N_("the status that was declared of {vendor}"),
    "lot": N_("the lot number of {vendor}"),
    "name": N_("the name of {vendor}"),
}


def walked(found: Any, expected: Any, path: Path) -> Iterator[tuple[Path, Any, Any]]:
    """Give the places at which two trees differ, with what stands there in each.

    What is not there at all is given as None, as is null; the two are different all the same.
    """
    if isinstance(found, dict) and isinstance(expected, dict):
        yield from _keyed(found, expected, path)
    elif isinstance(found, list) and isinstance(expected, list):
        if path == ("vendors",) and _order(found, expected):
            yield (*path, "order"), _ids(found), _ids(expected)
        yield from _keyed(_by_id(found, expected), _by_id(expected, found), path)
    elif type(found) is not type(expected) or found != expected:
        yield path, found, expected


def _keyed(
    found: Mapping[str, Any], expected: Mapping[str, Any], path: Path
) -> Iterator[tuple[Path, Any, Any]]:
    for key in dict.fromkeys((*expected, *found)):
        here, there = found.get(key, _ABSENT), expected.get(key, _ABSENT)
        if here is _ABSENT or there is _ABSENT:
            yield (*path, key), found.get(key), expected.get(key)
        else:
            yield from walked(here, there, (*path, key))


def _by_id(items: list[Any], others: list[Any]) -> dict[str, Any]:
    """Return a list by what tells its things apart in both lists, else by their places."""
    for name in _IDS:
        if all(_distinct(each, name) for each in (items, others)):
            return {each[name]: each for each in items}
    return {str(place): each for place, each in enumerate(items)}


def _distinct(items: list[Any], name: str) -> bool:
    ids = [each.get(name) for each in items if isinstance(each, dict)]
    whole = len(ids) == len(items) and all(isinstance(each, str) for each in ids)
    return whole and len(set(ids)) == len(ids)


def _ids(items: list[Any]) -> list[str]:
    return [each["id"] for each in items]


def _order(found: list[Any], expected: list[Any]) -> bool:
    """Tell whether two lists hold the same in another order."""
    if not (_distinct(found, "id") and _distinct(expected, "id")):
        return False
    return _ids(found) != _ids(expected) and sorted(_ids(found)) == sorted(_ids(expected))


def _level(path: Path) -> Level:
    if not {"cell", "cells"}.isdisjoint(path):
        return Level.TEXT  # where something stands, when other rows were put in or taken out
    if path[0] == "vendors" and len(path) > 2:  # noqa: PLR2004
        return _VENDOR_LEVELS.get(path[2], Level.HANDED_IN)
    return _LEVELS.get(path[0], Level.TEXT)


def _joined(path: Path) -> str:
    return ".".join(path)


def _text(value: Any) -> str:
    """Return what stands under a key, in short: what is nested deeper is not gone into."""
    if value is None:
        return ""
    if isinstance(value, dict):
        named = value.get("name") or value.get("mark") or value.get("value")
        return str(named) if isinstance(named, str) and named else "{…}"
    if isinstance(value, list):
        return ", ".join("[…]" if isinstance(each, list) else _text(each) for each in value) or "[]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
