"""How one vendor's points came about as JSON, `explanation/1`: the same input gives the same bytes.

Numbers are strings: decimals where they terminate, else fractions. `name` and reasons are in the
language of the run; everything else does not depend on it.
"""

from procscore.export.json_parts import Json, number, place, written
from procscore.formula import Derivation
from procscore.formula.prose import substituted
from procscore.model import shown
from procscore.model.explanation import Against, Explanation, Figure, Gap, GapItem, Given
from procscore.model.result import Evaluation, VendorResult
from procscore.model.told import staged_ties, tie_sentences
from procscore.version import __version__

FORMAT = "explanation/1"


def export(explanation: Explanation) -> bytes:
    """Return an explanation as UTF-8 JSON."""
    result, each = explanation.result, explanation.vendor
    figure = _Figures(result)
    award = result.award
    content = {
        "procscore": FORMAT,
        "version": __version__,
        "title": result.procurement.title,
        "criteria": {"id": result.criteria.id, "digest": result.digest},
        "inputs": [{"file": one.name, "sha256": one.sha256 or None} for one in result.inputs],
        "record": explanation.record or None,
        "vendor": _vendor(each),
        "criterion": explanation.criterion,
        "points": figure(explanation.points),
        "beside": [figure(one) for one in explanation.beside],
        "value": explanation.value and figure(explanation.value),
        "amounts": [figure(one) for one in explanation.amounts],
        "ranking": [_vendor(one) for one in result.ranked],
        "ties": [
            {
                "stage": stage or None,
                "vendors": list(tie.vendors),
                "steps": [str(one) for one in tie_sentences(tie)],
            }
            for stage, tie in staged_ties(result)
            if each.vendor.id in tie.vendors
        ],
        "award": {
            "winner": each.vendor.id in award.winners,
            "reserve": each.vendor.id in award.reserve,
            "undecided": each.vendor.id in award.undecided,
            "passed_over": each.vendor.id in award.passed_over,
            "provisional": result.provisional and str(result.provisional),
        },
        "against": explanation.against and _against(explanation.against, figure),
    }
    return written(content)


def _vendor(each: VendorResult) -> Json:
    return {
        "id": each.vendor.id,
        "name": each.vendor.name,
        "status": str(each.status),
        "exclusions": [{"rule": one.rule, "reason": str(one.reason)} for one in each.exclusions],
        "flags": [{"rule": one.rule, "reason": str(one.reason)} for one in each.flags],
        "rank": number(each.rank),
        "value": number(each.compared),
        "points": number(each.points_in_all),
        "of": number(each.of),
    }


class _Figures:
    """Writes figures with the places of one result."""

    def __init__(self, result: Evaluation) -> None:
        self._result = result

    def __call__(self, figure: Figure) -> Json:
        """Return a figure with everything below it."""
        where = figure.where and place(shown.place(self._result, figure.where))
        return {
            "kind": figure.kind,
            "name": str(figure.name),
            "criterion": figure.criterion or None,
            "vendor": figure.vendor or None,
            "symbol": figure.symbol or None,
            "value": number(figure.value),
            "of": number(figure.of),
            "calculation": figure.derivation and _calculation(figure.derivation),
            "cell": where,
            "told_elsewhere": figure.elsewhere,
            "adds_up": figure.adds_up,
            "marks": [self._mark(one) for one in figure.marks],
            "not_counted": [
                {"evaluator": one.evaluator, "why": one.why} for one in figure.uncounted
            ],
            "parts": [self(part) for part in figure.parts],
        }

    def _mark(self, given: Given) -> Json:
        mark = given.mark
        return {
            "evaluator": mark.evaluator,
            "written": mark.written,
            "value": number(mark.value),
            "use": given.use,
            "left_out_as": given.extreme or None,
            "equal": {"left_out": given.out, "of": given.alike} if given.alike else None,
            "comment": mark.comment,
            "cell": place(shown.place(self._result, mark.where)),
        }


def _calculation(derivation: Derivation) -> Json:
    rounding = derivation.rounding
    return {
        "formula": derivation.formula.text,
        "numbers": substituted(derivation.formula, derivation.inputs),
        "exact": number(derivation.exact),
        "rounding": rounding and {"places": rounding.places, "mode": str(rounding.mode)},
    }


def _against(against: Against, figure: _Figures) -> Json:
    return {
        "vendor": _vendor(against.other),
        "points_of": figure(against.points_of),
        "value_of": against.value_of and figure(against.value_of),
        "points": _gap(against.points),
        "value": against.value and _gap(against.value),
    }


def _gap(gap: Gap) -> Json:
    return {
        "one": number(gap.one),
        "other": number(gap.other),
        "by": number(gap.by),
        "items": [_item(item) for item in gap.items],
    }


def _item(item: GapItem) -> Json:
    return {
        "name": str(item.name),
        "criterion": item.criterion or None,
        "one": number(item.one),
        "other": number(item.other),
        "by": number(item.by) if item.scored else None,
    }
