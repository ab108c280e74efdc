"""The whole result as JSON, `result/1`: the same input gives the same bytes.

Numbers are strings: decimals where they terminate, else fractions (`"19/6"`). Every derivation is
there with its inputs and their cells, and `json_record` adds all that went in with the criteria
sheet itself: the JSON alone is enough to compute everything again (`pipeline/results.py` does).
A list of points that went in holds its values only: how each came about stands at its own
criterion, and would be written again on every floor of the tree. Evaluators' totals, which stand at
none, have their derivations beside them.
Sentences are in the language of the run; everything else does not depend on it.

`result.schema.json` says what every key means. Who adds a key adds it there; who changes or removes
one makes another version of the format.
"""

from fractions import Fraction

from procscore.diagnostics import Diagnostic
from procscore.exact import Rounding, decimal_text
from procscore.export import json_record
from procscore.export.json_parts import Json, number, place, written
from procscore.formula import Derivation, Input
from procscore.model import shown
from procscore.model.result import (
    Compared,
    Evaluation,
    Exclusion,
    Own,
    StageResult,
    Tie,
    VendorResult,
)


def export(result: Evaluation) -> bytes:
    """Return the result as UTF-8 JSON."""
    went_in = json_record.record(result)
    vendors = zip(went_in["vendors"], result.vendors, strict=True)
    content = {
        **went_in,
        "criteria": {**went_in["criteria"], **_criteria(result)},
        "vendors": [{**given, **_found(each)} for given, each in vendors],
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
    return written(json_record.named(content, result.inputs))


def _criteria(result: Evaluation) -> Json:
    sheet = result.criteria
    parents = {part.id: group.id for _, group in sheet.walk() for part in group.criteria}
    return {
        "title": sheet.title,
        "authority": sheet.authority,
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


def _stage(stage: StageResult) -> Json:
    return {
        "id": stage.id,
        "name": stage.name,
        "skipped": stage.skipped,
        "of": decimal_text(stage.of),
        "ranked": [
            {
                "id": each.vendor.id,
                "rank": number(each.rank),
                "value": number(each.compared),
                "points": number(each.points_in_all),
                "points_derivation": _derivation(each.total) if each.total else None,
                "value_derivation": _derivation(each.value) if each.value else None,
            }
            for each in stage.ranked
        ],
        "passed": list(stage.passed),
        "undecided": list(stage.undecided),
        "ties": [_tie(each) for each in stage.ties],
    }


def _found(each: VendorResult) -> Json:
    return {
        "status": each.status,
        "exclusions": [_exclusion(exclusion) for exclusion in each.exclusions],
        "flags": [_exclusion(flag) for flag in each.flags],
        "rank": number(each.rank),
        "value": number(each.compared),
        "points": number(each.points_in_all),
        "of": decimal_text(each.of),
        "amounts": {name: number(amount.value) for name, amount in each.amounts.items()},
        "scores": {score.criterion: number(score.points) for score in each.walk()},
        "among": {score.criterion: list(score.among) for score in each.walk() if score.among},
        "evaluators": list(each.evaluators),
        "own": _own(each.own),
        "derivations": {
            score.criterion: _derivation(score.derivation)
            for score in each.walk()
            if score.derivation
        },
        "before": {
            score.criterion: _derivation(score.before) for score in each.walk() if score.before
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
        else [decimal_text(one) for one in each.value]
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
