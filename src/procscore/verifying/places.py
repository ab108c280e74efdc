"""What a place in the JSON of a ranking says, and where its value comes from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from procscore.diagnostics import Location
from procscore.language import N_, Message, listing, message
from procscore.model.bids import Mark
from procscore.model.page import Words
from procscore.model.result import Evaluation, Score, Tie, VendorResult
from procscore.verifying.ranked import Level
from procscore.verifying.reasons import Origin
from procscore.verifying.walking import Path

_LEVELS: Mapping[str, Level] = {
    **dict.fromkeys(("part", "criteria", "assumptions"), Level.RULE),
    **dict.fromkeys(("procurement", "evaluators", "own_ranks", "vendors"), Level.HANDED_IN),
    **dict.fromkeys(("stages", "ties"), Level.RANK),
    **dict.fromkeys(("award", "provisional"), Level.WORD),
}
"""What the parts of a record are about; what is not here is a text."""
_VENDOR_LEVELS: Mapping[str, Level] = {
    **dict.fromkeys(("amounts", "amount_derivations"), Level.FIGURE),
    **dict.fromkeys(("scores", "derivations", "before", "own", "of"), Level.FIGURE),
    **dict.fromkeys(("points", "points_derivation"), Level.FIGURE),
    **dict.fromkeys(("value", "value_derivation"), Level.FIGURE),
    **dict.fromkeys(("rank",), Level.RANK),
    **dict.fromkeys(("status", "exclusions", "flags", "evaluators", "among"), Level.WORD),
    **dict.fromkeys(("no_sums", "adds_up"), Level.WORD),
    **dict.fromkeys(("cell", "cells"), Level.TEXT),
}
"""The same of a vendor; what is not here was handed in."""
_CALCULATIONS = ("derivations", "before", "amount_derivations")


@dataclass(frozen=True)
class Place:
    """The keys that lead to a value in the JSON of a result."""

    path: Path
    result: Evaluation
    """The one that was computed."""
    cell: bool = False
    """Whether the value is a cell of an input, from which something was read."""

    @cached_property
    def vendor(self) -> VendorResult | None:
        """Return the vendor of which something is said, None where that is nobody's."""
        match self.path:
            case ("vendors", name, *_):
                found = (each for each in self.result.vendors if each.vendor.id == name)
                return next(found, None)
            case _:
                return None

    @property
    def level(self) -> Level:
        """Return what the value is: a rule, what was handed in, what is computed, words."""
        match self.path:
            case _ if self.cell:
                return Level.TEXT
            case ("vendors", _, key, *_):
                return _VENDOR_LEVELS.get(key, Level.HANDED_IN)
            case _:
                return _LEVELS.get(self.path[0], Level.TEXT)

    @property
    def repeats(self) -> bool:
        """Tell whether the value says again what another key says: as a rule, a figure's calculation."""
        match self.path:
            case ("vendors", _, "marks" | "originals" | "blanks", _, _, "value"):
                return True
            case ("vendors", _, key, *_):
                again = key in (*_CALCULATIONS, "amounts", "value", "own", "among")
                return again or key.endswith("_derivation")
            case ("ties", _, "value" | "steps", *_):
                return True
            case ("stages", _, "ranked", _, key, *_):
                return key in ("points", "value") or key.endswith("_derivation")
            case ("criteria", key, *_):
                return key not in ("document", "digest")
            case _:
                return False

    @property
    def origin(self) -> Origin | None:
        """Return how a value is computed, or the cell that it was read from; None where neither is known."""
        each = self.vendor
        if each is None:
            return self._of_procurement()
        match self.path[2:]:
            case ("scores" | "derivations", criterion, *_):
                score = self._score(criterion)
                return score.derivation if score else None
            case ("before", criterion, *_):
                score = self._score(criterion)
                return score.before if score else None
            case ("amounts" | "amount_derivations", amount, *_):
                return each.amounts.get(amount)
            case ("own", evaluator, "points"):
                return each.own.get(evaluator, {}).get(None)
            case ("own", evaluator, "scores", criterion):
                return each.own.get(evaluator, {}).get(criterion)
            case ("points" | "points_derivation", *_):
                return each.total
            case ("value" | "value_derivation", *_):
                return each.value
            case ("marks" | "originals" | "blanks", criterion, evaluator, *rest):
                mark = self._mark(criterion, evaluator)
                return mark and (mark.said or mark.where if "comment" in rest else mark.where)
            case ("quotes", name, *_):
                quote = each.vendor.quotes.get(name)
                return quote.where if quote else None
            case ("id",):
                return each.vendor.where
            case (key,):
                return each.vendor.cells.get("status" if key == "declared" else key)
            case _:
                return None

    def _of_procurement(self) -> Location | None:
        """Return where a figure of the procurement, or a fact of its panel, was read."""
        procurement = self.result.procurement
        match self.path:
            case ("procurement", "ceilings", amount, *_):
                quote = procurement.ceilings.get(amount)
            case ("procurement", "investigation", *_):
                quote = procurement.investigation
            case ("procurement", "estimate", *_):
                quote = procurement.estimate
            case ("evaluators", called, key, *_):
                found = {each.id: each for each in self.result.evaluators}.get(called)
                return found.place(_COLUMNS.get(key, key)) if found else None
            case _:
                quote = None
        return quote.where if quote else None

    def _score(self, criterion: str) -> Score | None:
        scores = self.vendor.walk() if self.vendor else ()
        return next((each for each in scores if each.criterion == criterion), None)

    def _mark(self, criterion: str, evaluator: str) -> Mark | None:
        score = self._score(criterion)
        marks = (*score.marks, *score.originals, *score.blanks) if score else ()
        return next((each for each in marks if each.evaluator == evaluator), None)

    @property
    def what(self) -> Words:
        """Return what stands there, in words."""
        if self.vendor is None:
            return self._of_all()
        name = self.vendor.vendor.name
        match self.path[2:]:
            case ():
                return message(N_("vendor {vendor}"), vendor=name)
            case _ if self.level is Level.TEXT:
                return message(N_("where something of {vendor} was read"), vendor=name)
            case ("marks" | "originals", criterion, evaluator, "comment"):
                return self._given(
                    N_("the comment of {evaluator} on {vendor} in “{name}”"), criterion, evaluator
                )
            case ("marks" | "originals" | "blanks", criterion, evaluator, *_):
                return self._given(
                    N_("the mark of {evaluator} for {vendor} in “{name}”"), criterion, evaluator
                )
            case ("own", evaluator, "points"):
                return self._given(
                    N_("the total of {vendor} by the marks of {evaluator} alone"), "", evaluator
                )
            case ("own", evaluator, "scores", criterion):
                return self._given(
                    N_("the points of {vendor} in “{name}” by the marks of {evaluator} alone"),
                    criterion,
                    evaluator,
                )
            case (key, about, *_) if key in _OF_NAMED:
                return message(_OF_NAMED[key], name=self._name(about), vendor=name)
            case (key, *_) if key in _OF_VENDOR:
                return message(_OF_VENDOR[key], vendor=name)
            case _:
                return message(N_("“{key}” of {vendor}"), key=self.path[2], vendor=name)

    def _name(self, about: str) -> str:
        """Return the name of a criterion, an amount or a quantity."""
        sheet = self.result.criteria
        named = sheet.by_id.get(about) or sheet.declared.get(about)
        return named.name if named else about

    def _evaluator(self, called: str) -> str:
        names = {each.id: each.name for each in self.result.evaluators}
        return names.get(called) or called

    def _given(self, text: str, criterion: str, evaluator: str) -> Message:
        return message(
            text,
            evaluator=self._evaluator(evaluator),
            vendor=self.vendor.vendor.name if self.vendor else "",
            name=self._name(criterion),
        )

    def _of_all(self) -> Words:
        match self.path:
            case ("criteria", "document", first, *rest):
                rule = joined([first, *rest])
                return message(N_("a rule of the criteria sheet: {path}"), path=rule)
            case ("criteria", "digest"):
                return message(N_("the digest of the criteria sheet"))
            case ("vendors",):
                return message(N_("the order of the vendors"))
            case ("vendors", name):
                return message(N_("vendor {vendor}"), vendor=name)
            case ("evaluators", evaluator, *rest):
                return self._of_evaluator(evaluator, rest)
            case ("stages", stage, *rest):
                return self._of_stage(stage, rest)
            case ("ties", number, *rest):
                return _in_it(_of_tie(self.result.ties, number), rest)
            case (key, *rest) if key in _OF_ALL:
                return _in_it(message(_OF_ALL[key]), rest)
            case _:
                return message(N_("the key {key}"), key=joined(self.path))

    def _of_evaluator(self, evaluator: str, keys: list[str]) -> Words:
        name = self._evaluator(evaluator)
        if len(keys) == 1 and keys[0] in _OF_EVALUATOR:
            return message(_OF_EVALUATOR[keys[0]], evaluator=name)
        return _in_it(message(N_("evaluator {evaluator}"), evaluator=name), keys)

    def _of_stage(self, called: str, keys: list[str]) -> Words:
        stage = next((each for each in self.result.stages if each.id == called), None)
        name = stage.name if stage else called
        match keys:
            case ["ranked", vendor]:
                text = N_("{vendor} in the ranking of “{stage}”")
                return message(text, vendor=self._vendor(vendor), stage=name)
            case ["ranked", vendor, key, *_] if key in _OF_RANKED:
                return message(_OF_RANKED[key], vendor=self._vendor(vendor), stage=name)
            case ["passed"]:
                return message(N_("who goes on after “{stage}”"), stage=name)
            case ["ties", number, *rest] if stage:
                what = _of_tie(stage.ties, number)
                return _in_it(message(N_("{what} in “{stage}”"), what=what, stage=name), rest)
            case _:
                return _in_it(message(N_("the stage “{stage}”"), stage=name), keys)

    def _vendor(self, called: str) -> str:
        names = {each.vendor.id: each.vendor.name for each in self.result.vendors}
        return names.get(called, called)


def _of_tie(ties: Sequence[Tie], number: str) -> Message:
    if not number.isdecimal() or int(number) >= len(ties):
        return message(N_("a tie"))
    return message(N_("the tie of {vendors}"), vendors=listing(ties[int(number)].vendors))


def _in_it(what: Words, keys: list[str]) -> Words:
    """Return what stands under keys within a thing."""
    return message(N_("{where}: {what}"), where=what, what=joined(keys)) if keys else what


_COLUMNS = {"present": "attendance", "panels": "panel", "chair": "role"}
"""The column in which a fact of an evaluator stands, where it is called otherwise than its key."""
_OF_ALL: Mapping[str, str] = {
    "procurement": N_("the procurement"),
    "award": N_("the award"),
    "criteria": N_("the criteria sheet"),
    "evaluators": N_("the evaluators"),
    "stages": N_("the stages"),
    "ties": N_("the ties"),
    "assumptions": N_("what the criteria sheet does not say and the result supplied"),
    "part": N_("what part of the procedure was evaluated"),
    "own_ranks": N_("the ranks that evaluators wrote down"),
    "provisional": N_("why nobody is chosen yet"),
    "language": N_("the language of the ranking"),
    "anonymous": N_("whose names are left out"),
    "procscore": N_("the format of the ranking"),
}
_OF_EVALUATOR: Mapping[str, str] = {
    "present": N_("whether {evaluator} was present"),
    "recused": N_("for whom {evaluator} is recused"),
    "panels": N_("the panels of {evaluator}"),
    "chair": N_("whether {evaluator} is the chair"),
}
_OF_RANKED: Mapping[str, str] = {
    "rank": N_("the rank of {vendor} in “{stage}”"),
    "points": N_("the total of {vendor} in “{stage}”"),
    "points_derivation": N_("the calculation of the total of {vendor} in “{stage}”"),
    "value": N_("what the ranking of “{stage}” compares of {vendor}"),
    "value_derivation": N_("the calculation of what the ranking of “{stage}” compares of {vendor}"),
}
_OF_NAMED: Mapping[str, str] = {
    "scores": N_("the points of {vendor} in “{name}”"),
    "derivations": N_("the calculation of the points of {vendor} in “{name}”"),
    "before": N_("what the evaluators' own marks would have given {vendor} in “{name}”"),
    "among": N_("the bids that the points of {vendor} in “{name}” were compared with"),
    "amounts": N_("the amount “{name}” of {vendor}"),
    "amount_derivations": N_("the calculation of the amount “{name}” of {vendor}"),
    "quotes": N_("“{name}” as {vendor} declared it"),
    "marks": N_("the marks of {vendor} in “{name}”"),
    "originals": N_("the evaluators' own marks of {vendor} in “{name}”"),
    "blanks": N_("the blank cells beside the marks of {vendor} in “{name}”"),
}
_OF_VENDOR: Mapping[str, str] = {
    "rank": N_("the rank of {vendor}"),
    "points": N_("the total of {vendor}"),
    "points_derivation": N_("the calculation of the total of {vendor}"),
    "value": N_("what the ranking compares of {vendor}"),
    "value_derivation": N_("the calculation of what the ranking compares of {vendor}"),
    "status": N_("the status of {vendor}"),
    "declared": N_("the status that was declared of {vendor}"),
    "reason": N_("the reason that was given for the status of {vendor}"),
    "evaluators": N_("the evaluators whose marks of {vendor} were taken"),
    "exclusions": N_("why {vendor} is out"),
    "agreed": N_("the criteria in which a mark of {vendor} was agreed on"),
    "flags": N_("what should be looked at of {vendor}"),
    "of": N_("the points at stake of {vendor}"),
    "no_sums": N_("the groups whose points of {vendor} are not the sum of their parts"),
    "adds_up": N_("whether the total of {vendor} is the sum of its parts"),
    "lot": N_("the lot number of {vendor}"),
    "code": N_("the code of {vendor}"),
    "arrival": N_("the arrival number of {vendor}"),
    "label": N_("the letter of {vendor} on score sheets"),
    "decision": N_("the place that was decided for {vendor} in a tie"),
    "name": N_("the name of {vendor}"),
}


def joined(path: Path | list[str]) -> str:
    """Return keys as they are told."""
    return ".".join(path)
