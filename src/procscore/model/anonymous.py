"""A result for publication: who bids and who marks is not named.

The whole result is gone through, whatever it holds: every text in it has the names replaced, and
only what is listed here by type and field is taken for more (an id) or for less (a word of the
criteria sheet, which is public). So a field that is added later is covered, too.
"""

import os
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from numbers import Number
from string import Formatter
from types import MappingProxyType
from typing import Any, NamedTuple

from pydantic import BaseModel

from procscore.diagnostics import CATALOGUE, Diagnostic, Location
from procscore.formula import Derivation, Input
from procscore.language import Listing, Message
from procscore.model.anonymous_labels import labels
from procscore.model.anonymous_places import Places
from procscore.model.bids import Evaluator, InputFile, Mark, Procurement, Vendor
from procscore.model.name_finder import UNCLEAR, NameFinder, Naming
from procscore.model.naming import of_evaluator, of_vendor, public_words
from procscore.model.part import Part
from procscore.model.result import (
    Award,
    Compared,
    Evaluation,
    Exclusion,
    Score,
    StageResult,
    Tie,
    TieStep,
    VendorResult,
)


class Meaning(Enum):
    """What stands in a field."""

    TEXT = "a text in which names may stand"
    VENDOR = "ids of vendors"
    EVALUATOR = "ids of evaluators"
    KEPT = "nothing that names anybody"


class Keyed(NamedTuple):
    """What the keys and the values of a mapping mean."""

    keys: "Meaning | tuple[Meaning, ...]"
    """Of a key that is a tuple, what each part means."""
    values: "Meaning | Keyed"


TEXT, VENDOR, EVALUATOR, KEPT = Meaning.TEXT, Meaning.VENDOR, Meaning.EVALUATOR, Meaning.KEPT
BY_CRITERION = Keyed(KEPT, TEXT)

FIELDS: Mapping[tuple[type, str], Meaning | Keyed] = {
    (Award, "passed_over"): Keyed(VENDOR, TEXT),
    (Award, "reserve"): VENDOR,
    (Award, "undecided"): VENDOR,
    (Award, "winners"): VENDOR,
    (Compared, "names"): KEPT,
    (Compared, "numbers"): Keyed(VENDOR, TEXT),
    (Derivation, "formula"): KEPT,
    (Evaluation, "anonymous"): KEPT,
    (Evaluation, "digest"): KEPT,
    (Evaluation, "document"): KEPT,
    (Evaluation, "own_ranks"): Keyed((EVALUATOR, VENDOR), TEXT),
    (Evaluation, "version"): KEPT,
    (Evaluator, "cells"): BY_CRITERION,
    (Evaluator, "id"): EVALUATOR,
    (Evaluator, "name"): KEPT,  # for `_evaluator`
    (Evaluator, "panels"): KEPT,
    (Evaluator, "recused"): VENDOR,
    (Exclusion, "rule"): KEPT,
    (Input, "name"): KEPT,
    (InputFile, "name"): KEPT,  # for `_input`
    (InputFile, "path"): KEPT,
    (InputFile, "sha256"): KEPT,  # for `_finished`
    (Mark, "comment"): KEPT,  # for `_mark`
    (Mark, "evaluator"): EVALUATOR,
    (Mark, "written"): KEPT,
    (Part, "stage"): KEPT,
    (Part, "technical"): KEPT,  # which no result keeps
    (Part, "withdrawn"): VENDOR,
    (Procurement, "ceilings"): BY_CRITERION,
    (Procurement, "title"): KEPT,
    (Score, "among"): VENDOR,
    (Score, "criterion"): KEPT,
    (Score, "left_out"): EVALUATOR,
    (StageResult, "id"): KEPT,
    (StageResult, "name"): KEPT,
    (StageResult, "passed"): VENDOR,
    (StageResult, "undecided"): VENDOR,
    (Tie, "order"): VENDOR,
    (Tie, "vendors"): VENDOR,
    (TieStep, "awaits"): KEPT,
    (TieStep, "order"): VENDOR,
    (TieStep, "values"): Keyed(VENDOR, TEXT),
    (Vendor, "cells"): BY_CRITERION,
    (Vendor, "id"): VENDOR,
    (Vendor, "lot"): KEPT,
    (Vendor, "name"): KEPT,  # for `_vendor`, as are all that it takes away
    (Vendor, "quotes"): BY_CRITERION,
    (VendorResult, "amounts"): BY_CRITERION,
    (VendorResult, "evaluators"): EVALUATOR,
    (VendorResult, "own"): Keyed(EVALUATOR, BY_CRITERION),
}
"""What stands in a field. Whatever is not here is a text, or holds texts."""

DETAILS: Mapping[str, Meaning] = {
    "vendor": VENDOR,
    "vendors": VENDOR,
    "who": EVALUATOR,
    "evaluator": EVALUATOR,
    "evaluators": EVALUATOR,
}
"""What the details of the sentences in a result mean, by name."""

_CALLED = ("code", "arrival", "reading", "label")
"""The fields of a vendor that tell who it is, beside its id and name."""


def anonymous(result: Evaluation, *, name_winner: bool) -> Evaluation:
    """Return `result` without the names of evaluators and of vendors that were not chosen.

    With `name_winner` false no vendor is named. No number changes, and no order. Comments on marks
    are left out, since anybody may be named in them; of diagnostics the code, the place and the
    general sentence are left, since they quote what stands in cells; of the files that went in no
    digest. The title of the procurement and the criteria sheet, with its digest, stay as they are.
    Labels are in the current language. What was made so already stays what it is.
    """
    mode: Any = "losers" if name_winner else "all"
    if result.anonymous == mode:
        return result
    winners = result.award.winners if name_winner else ()
    walk = _Walk(result, frozenset(winners))
    found: Evaluation = walk.value(result, TEXT)
    told = sorted(found.diagnostics, key=lambda each: (each.where.order, each.code))
    return replace(found, anonymous=mode, diagnostics=tuple(told))


class _Walk:
    """Goes through a result. What is one object in it stays one object, however often it is met."""

    def __init__(self, result: Evaluation, named: frozenset[str]) -> None:
        vendors = [each.vendor for each in result.vendors]
        kept = [each for each in vendors if each.id in named]
        self._labels = labels(vendors, result.evaluators, kept)
        self._named = named
        self._vendors = {each.id: each for each in vendors}
        self._places = Places(result.inputs, result.evaluators, self._labels.evaluators)
        namings = [
            *(of_vendor(each, self._labels.vendors.get(each.id)) for each in vendors),
            *(
                # Too much is replaced rather than too little: what is published is not called back.
                of_evaluator(each, self._labels.evaluators[each.id], alone=True)
                for each in result.evaluators
            ),
            *(
                Naming(self._places.file(each.path), (each.path, each.name))
                for each in result.inputs
            ),
        ]
        self._finder = NameFinder(namings, public_words(result))
        self._done: dict[int, tuple[object, Any]] = {}
        """By identity; the original is kept as well, so that no other object gets its number."""

    def value(self, value: Any, meaning: Meaning | Keyed) -> Any:
        """Return what stands for a value: of the same type, and of the same shape."""
        match value:
            case None | Number() | Enum() | BaseModel():
                return value
            case _ if meaning is KEPT:
                return value
            case str():
                return self._string(value, meaning)
            case os.PathLike():
                return self._places.file(os.fspath(value))
            case Location():
                return self._places(value)
            case Message():
                return Message(value.text, MappingProxyType(self._details(value.details)))
            case Mapping():
                keys, values = meaning if isinstance(meaning, Keyed) else (meaning, meaning)
                return {self._key(k, keys): self.value(v, values) for k, v in value.items()}
            case _ if is_dataclass(value) or hasattr(value, "_fields"):
                return self._once(value)
            case tuple() | list() | frozenset() | set():
                return type(value)(self.value(each, meaning) for each in value)
            case _:
                raise TypeError(f"nothing is known of {type(value).__name__}, which may hold names")

    def _key(self, key: Any, meaning: Meaning | tuple[Meaning, ...] | Keyed) -> Any:
        if isinstance(meaning, tuple) and not isinstance(meaning, Keyed):
            return tuple(self.value(*each) for each in zip(key, meaning, strict=True))
        return self.value(key, meaning)

    def _once(self, value: Any) -> Any:
        if id(value) not in self._done:
            names = getattr(value, "_fields", None) or [each.name for each in fields(value)]
            made = {
                name: self.value(getattr(value, name), FIELDS.get((type(value), name), TEXT))
                for name in names
            }
            self._done[id(value)] = (value, self._finished(value, type(value)(**made)))
        return self._done[id(value)][1]

    def _finished(self, value: Any, made: Any) -> Any:
        """Return what was `made` of a value, without what its type holds beyond ids and texts."""
        match value:
            case Vendor():
                return self._vendor(value, made)
            case Evaluator():
                return replace(made, name=self._labels.evaluators[value.id])
            case Mark():
                return made._replace(comment="", said=None)
            case InputFile():
                name = self._places.file(value.path)
                # Who guesses the names in a small file can confirm them by its digest.
                return replace(made, path=name, name=name, sha256="")
            case Diagnostic():
                return replace(made, details=_nothing(value.code))
            case _:
                return made

    def _vendor(self, vendor: Vendor, made: Vendor) -> Vendor:
        named = vendor.id in self._named
        called: Any = {each: getattr(vendor, each) if named else None for each in _CALLED}
        return replace(made, name=self._labels.vendors.get(vendor.id, vendor.name), **called)

    def _string(self, value: str, meaning: Meaning | Keyed) -> str:
        if meaning is VENDOR and value in self._vendors:
            return self._labels.vendors.get(value, value)
        if meaning is EVALUATOR and value in self._labels.evaluators:
            return self._labels.evaluators[value]
        return self._finder.replaced(value)

    def _details(self, details: Mapping[str, object]) -> dict[str, object]:
        """Return the details of a sentence; by what a vendor is numbered may tell who it is."""
        made = {name: self._detail(value, name) for name, value in details.items()}
        vendor = self._vendors.get(str(details.get("vendor")))
        if "key" in made and vendor is not None:
            shown = vendor.id in self._named or details["key"] == vendor.lot
            made["key"] = details["key"] if shown else UNCLEAR
        return made

    def _detail(self, value: Any, name: str) -> Any:
        """Return a detail of a sentence. A whole one that stands in the sheet is the sheet's word."""
        meaning = DETAILS.get(name, TEXT)
        if isinstance(value, str):
            public = meaning is TEXT and value in self._finder.public
            return value if public else self._string(value, meaning)
        if isinstance(value, Listing):
            return Listing(tuple(self._detail(each, name) for each in value.words))
        return self.value(value, meaning)


def _nothing(code: str) -> Mapping[str, object]:
    """Return the details of a diagnostic that quotes nothing."""
    texts = (CATALOGUE[code].message, CATALOGUE[code].hint)
    names = (name for text in texts for _, name, _, _ in Formatter().parse(text) if name)
    return MappingProxyType(dict.fromkeys(names, UNCLEAR))
