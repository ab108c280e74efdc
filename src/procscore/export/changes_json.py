"""What moved between two results as JSON, `changes/1`: the same input gives the same bytes.

Numbers are strings: decimals where they terminate, else fractions. `what` and words of a status are
in the language of the run; everything else does not depend on it.
"""

from collections.abc import Iterable

from procscore.export.json_parts import Json, number, place, written
from procscore.model import shown
from procscore.model.bids import InputFile
from procscore.model.changes import Change, Changes, Given, Moved, Side
from procscore.model.result import Evaluation
from procscore.version import __version__

FORMAT = "changes/1"


def export(changes: Changes) -> bytes:
    """Return everything that moved as UTF-8 JSON."""
    given = changes.given or (None, None)
    inputs = changes.inputs
    content = {
        "procscore": FORMAT,
        "version": __version__,
        "old": _result(changes.old, given[0], inputs[0]),
        "new": _result(changes.new, given[1], inputs[1]),
        "comparable": changes.comparable,
        "changes": [_change(changes, each) for each in changes.changes],
        "moved": [_moved(each) for each in changes.moved],
        "award_moved": changes.award_moved,
        "passed_moved": [
            {"stage": each.stage, "old": list(each.old), "new": list(each.new)}
            for each in changes.passed
        ],
    }
    return written(content)


def _result(result: Evaluation, given: Given | None, inputs: Iterable[InputFile]) -> Json:
    return {
        "given": given and {"name": given.name, "kind": given.kind},
        "title": result.procurement.title,
        "criteria": result.criteria.id,
        "digest": result.digest,
        "version": result.version,
        "inputs": [{"file": each.name, "sha256": each.sha256 or None} for each in inputs],
        "award": {
            "winners": list(result.award.winners),
            "reserve": list(result.award.reserve),
            "undecided": list(result.award.undecided),
            "passed_over": list(result.award.passed_over),
        },
    }


def _change(changes: Changes, each: Change) -> Json:
    return {
        "kind": each.kind,
        "what": str(each.what),
        "vendor": each.vendor or None,
        "evaluator": each.evaluator or None,
        "criterion": each.criterion or None,
        "old": _side(changes.old, each.old),
        "new": _side(changes.new, each.new),
        "by": number(each.by),
        "own_points": number(changes.own_points(each)),
        "reason": each.reason,
        "unexplained": each.unexplained,
    }


def _side(result: Evaluation, side: Side | None) -> Json | None:
    if side is None:
        return None
    return {
        "text": str(side.text),
        "value": number(side.value),
        "comment": side.comment,
        "cell": side.where and place(shown.place(result, side.where)),
    }


def _moved(each: Moved) -> Json:
    return {
        "figure": each.figure,
        "vendor": each.vendor,
        "criterion": each.criterion,
        "stage": each.stage or None,
        "what": str(each.what),
        "old": number(each.old),
        "new": number(each.new),
        "by": number(each.by),
    }
