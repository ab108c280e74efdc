"""The whole result as JSON, `result/1`: the same input gives the same bytes.

Numbers are strings: decimals where they terminate, else fractions (`"19/6"`). Every derivation is
there with its inputs and their cells, so that the figures can be recomputed without the workbook.
A list of points that went in holds its values only: how each came about stands at its own
criterion, and would be written again on every floor of the tree. Evaluators' totals, which stand at
none, have their derivations beside them.
Sentences are in the language of the run; everything else does not depend on it.

`result.schema.json` says what every key means. Who adds a key adds it there; who changes or removes
one makes another version of the format.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from procscore.diagnostics import Diagnostic, Location
from procscore.exact import Rounding, decimal_text
from procscore.export.json_parts import Json, place, written
from procscore.formula import Derivation, Input
from procscore.model import shown
from procscore.model.bids import Evaluator, Mark, Procurement, Quote
from procscore.model.result import (
    Compared,
    Evaluation,
    Exclusion,
    Own,
    Score,
    StageResult,
    Tie,
    VendorResult,
)
from procscore.model.words import RESULT_FORMAT

_PLACES = {"inputs", "cell", "cells", "where"}
"""The keys under which files are named."""


def export(result: Evaluation) -> bytes:
    """Return the result as UTF-8 JSON."""
    content = {
        "procscore": RESULT_FORMAT,
        "version": result.version,
        "anonymous": result.anonymous,
        "inputs": [{"file": each.path, "sha256": each.sha256 or None} for each in result.inputs],
        "criteria": _criteria(result),
        "procurement": _procurement(result.procurement),
        "evaluators": [_evaluator(each) for each in result.evaluators],
        "vendors": [_vendor(each) for each in result.vendors],
        "award": {
            "winners": list(result.award.winners),
            "reserve": list(result.award.reserve),
            "undecided": list(result.award.undecided),
            "passed_over": {
                vendor: str(reason) for vendor, reason in result.award.passed_over.items()
            },
        },
        "stages": [_stage(each) for each in result.stages],
        "provisional": result.provisional and str(result.provisional),
        "ties": [_tie(each) for each in result.ties],
        "assumptions": [str(each) for each in result.assumptions],
        "diagnostics": [_diagnostic(shown.named(result, each)) for each in result.diagnostics],
    }
    names = {each.path: each.name for each in result.inputs}
    return written(_named(content, names))


def _named(content: Any, names: Mapping[str, str], key: str = "") -> Any:
    """Return `content` with the name of each file in place of its path, which differs by machine.

    Only where a place can stand: elsewhere `file` may be the id of a criterion or a vendor.
    """
    if isinstance(content, dict):
        if key in _PLACES and "file" in content:
            path = content["file"]
            return {**content, "file": names.get(path, Location(path).name)}
        return {each: _named(value, names, each) for each, value in content.items()}
    if isinstance(content, list):
        return [_named(each, names, key) for each in content]
    return content


def _number(value: Fraction | None) -> str | None:
    return None if value is None else decimal_text(value)


def _criteria(result: Evaluation) -> Json:
    sheet = result.criteria
    parents = {part.id: group.id for _, group in sheet.walk() for part in group.criteria}
    return {
        "id": sheet.id,
        "title": sheet.title,
        "authority": sheet.authority,
        "digest": result.digest,
        "points": decimal_text(sheet.points),
        "amounts": [
            {
                "id": each,
                "name": about.name,
                "formula": about.formula and about.formula.text,
                "tax": about.tax,
                "term": about.term,
            }
            for each, about in sheet.amounts.items()
        ],
        "quantities": [
            {"id": each, "name": about.name, "unit": about.unit}
            for each, about in sheet.quantities.items()
        ],
        "items": [
            {
                "id": each.id,
                "name": each.name,
                "points": decimal_text(each.worth),
                "of": decimal_text(result.of(each.id)),
                "group": parents.get(each.id),
            }
            for _, each in sheet.walk()
        ],
    }


def _procurement(procurement: Procurement) -> Json:
    return {
        "title": procurement.title,
        "currency": procurement.currency,
        "opened": procurement.opened,
        "ceilings": {name: _quote(each) for name, each in procurement.ceilings.items()},
        "investigation": _quote(procurement.investigation),
        "estimate": _quote(procurement.estimate),
    }


def _quote(quote: Quote | None) -> Json | None:
    return quote and {"value": decimal_text(quote.value), "cell": place(quote.where)}


def _evaluator(evaluator: Evaluator) -> Json:
    return {
        "id": evaluator.id,
        "name": evaluator.name,
        "present": evaluator.present,
        "chair": evaluator.chair,
        "panels": sorted(panel for panel in evaluator.panels if panel),
        "recused": sorted(evaluator.recused),
    }


def _stage(stage: StageResult) -> Json:
    return {
        "id": stage.id,
        "name": stage.name,
        "skipped": stage.skipped,
        "of": decimal_text(stage.of),
        "ranked": [
            {
                "id": each.vendor.id,
                "rank": _number(each.rank),
                "value": _number(each.compared),
                "points": _number(each.points_in_all),
                "points_derivation": _derivation(each.total) if each.total else None,
                "value_derivation": _derivation(each.value) if each.value else None,
            }
            for each in stage.ranked
        ],
        "passed": list(stage.passed),
        "undecided": list(stage.undecided),
        "ties": [_tie(each) for each in stage.ties],
    }


def _vendor(each: VendorResult) -> Json:
    return {
        "id": each.vendor.id,
        "name": each.vendor.name,
        "code": each.vendor.code,
        "lot": each.vendor.lot,
        "arrival": each.vendor.arrival,
        "reading": each.vendor.reading,
        "label": each.vendor.label,
        "decision": each.vendor.decision,
        "status": each.status,
        "exclusions": [_exclusion(exclusion) for exclusion in each.exclusions],
        "flags": [_exclusion(flag) for flag in each.flags],
        "rank": _number(each.rank),
        "value": _number(each.compared),
        "points": _number(each.points_in_all),
        "of": decimal_text(each.of),
        "amounts": {name: _number(amount.value) for name, amount in each.amounts.items()},
        "scores": {score.criterion: _number(score.points) for score in each.walk()},
        "among": {score.criterion: list(score.among) for score in each.walk() if score.among},
        "evaluators": list(each.evaluators),
        "marks": {score.criterion: _marks(score) for score in each.walk() if score.marks},
        "originals": {
            score.criterion: [_mark(mark, counted=False) for mark in score.originals]
            for score in each.walk()
            if score.originals
        },
        "own": _own(each.own),
        "derivations": {
            score.criterion: _derivation(score.derivation)
            for score in each.walk()
            if score.derivation
        },
        "amount_derivations": {name: _derivation(one) for name, one in each.amounts.items()},
        "points_derivation": _derivation(each.total) if each.total else None,
        "value_derivation": _derivation(each.value) if each.value else None,
        "no_sums": [score.criterion for score in each.walk() if not score.adds_up],
        "adds_up": each.adds_up,
    }


def _own(own: Own) -> Json:
    return {
        evaluator: {
            "points": decimal_text(found[None].value) if None in found else None,
            "scores": {
                criterion: decimal_text(one.value)
                for criterion, one in found.items()
                if criterion is not None
            },
        }
        for evaluator, found in own.items()
    }


def _exclusion(exclusion: Exclusion) -> Json:
    return {"rule": exclusion.rule, "reason": str(exclusion.reason)}


def _marks(score: Score) -> list[Json]:
    return [_mark(mark, counted=mark.evaluator not in score.left_out) for mark in score.marks]


def _mark(mark: Mark, *, counted: bool) -> Json:
    content: Json = {
        "evaluator": mark.evaluator,
        "mark": mark.written,
        "value": _number(mark.value),
        "cell": place(mark.where),
    }
    if mark.given is not None:
        content["given"] = decimal_text(mark.given)
    if mark.comment:
        content["comment"] = mark.comment
    if not counted:
        content["counted"] = False
    return content


def _derivation(derivation: Derivation) -> Json:
    return {
        "formula": derivation.formula.text,
        "inputs": [_input(each) for each in derivation.inputs],
        "exact": decimal_text(derivation.exact),
        "rounding": _rounding(derivation.rounding),
        "value": decimal_text(derivation.value),
    }


def _input(each: Input) -> Json:
    value = (
        decimal_text(each.value)
        if isinstance(each.value, Fraction)
        else [decimal_text(number) for number in each.value]
    )
    content: Json = {"name": each.name, "value": value}
    if each.where:
        content["cells"] = [place(where) for where in each.where]
    if each.derivation:
        content["derivation"] = _derivation(each.derivation)
    if each.name == "totals":  # evaluators' totals stand at no criterion
        content["derivations"] = [_derivation(one) for one in each.derivations]
    return content


def _rounding(rounding: Rounding | None) -> Json | None:
    if rounding is None:
        return None
    return {"places": rounding.places, "mode": rounding.mode}


def _tie(tie: Tie) -> Json:
    return {
        "vendors": list(tie.vendors),
        "value": decimal_text(tie.value),
        "steps": [
            {
                "rule": str(step.rule),
                "values": dict(step.values),
                "order": [list(group) for group in step.order],
                "awaits": step.awaits,
                "compared": _compared(step.compared),
            }
            for step in tie.steps
        ],
        "order": [list(group) for group in tie.order],
        "resolved": tie.resolved,
    }


def _compared(compared: Compared | None) -> Json | None:
    if compared is None:
        return None
    return {
        "numbers": {vendor: decimal_text(each) for vendor, each in compared.numbers.items()},
        "lowest_first": compared.lowest_first,
        "names": list(compared.names),
    }


def _diagnostic(diagnostic: Diagnostic) -> Json:
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "where": place(diagnostic.where),
        "message": diagnostic.message,
        "hint": diagnostic.hint,
    }
