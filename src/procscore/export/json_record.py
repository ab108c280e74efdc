"""What went into a result, as JSON: enough to compute all of it again without the workbook.

The criteria sheet stands there as it is written, so that anyone can make its digest and read its
rules; of the bids all that hangs in a figure, each with its cell. `ingest/recorded.py` reads it back.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from procscore.diagnostics import Location
from procscore.exact import decimal_text
from procscore.export.json_parts import Json, number, place
from procscore.language import current
from procscore.model.bids import Evaluator, InputFile, Mark, Procurement, Quote, Vendor
from procscore.model.result import Evaluation, Score, VendorResult
from procscore.model.words import RESULT_FORMAT

_PLACES = {"inputs", "cell", "cells", "comment_cell", "where"}
"""The keys under which files are named."""


def record(result: Evaluation) -> Json:
    """Return what went into `result`; places name files as they were named in the run."""
    return {
        "procscore": RESULT_FORMAT,
        "version": result.version,
        "language": current(),
        "anonymous": result.anonymous,
        "part": {
            "stage": result.part.stage,
            "technical_only": result.part.technical_only,
            "withdrawn": list(result.part.withdrawn),
        },
        "inputs": [{"file": each.path, "sha256": each.sha256 or None} for each in result.inputs],
        "criteria": {
            "id": result.criteria.id,
            "digest": result.digest,
            "document": result.document,
        },
        "procurement": _procurement(result.procurement),
        "evaluators": [_evaluator(each) for each in result.evaluators],
        "own_ranks": [
            {"evaluator": evaluator, "vendor": vendor, **_quoted(rank)}
            for (evaluator, vendor), rank in result.own_ranks.items()
        ],
        "vendors": [vendor(each) for each in result.vendors],
    }


def vendor(each: VendorResult) -> Json:
    """Return what was handed in of a vendor and for it."""
    scores = list(each.walk())
    return {
        **_declared(each.vendor),
        "marks": {score.criterion: _marks(score) for score in scores if score.marks},
        "originals": {
            score.criterion: [_mark(mark, counted=False) for mark in score.originals]
            for score in scores
            if score.originals
        },
        "blanks": {
            score.criterion: [_mark(mark) for mark in score.blanks]
            for score in scores
            if score.blanks
        },
        "agreed": [score.criterion for score in scores if score.agreed],
    }


def _declared(vendor: Vendor) -> Json:
    return {
        "id": vendor.id,
        "name": vendor.name,
        "code": vendor.code,
        "lot": vendor.lot,
        "arrival": vendor.arrival,
        "reading": vendor.reading,
        "label": vendor.label,
        "decision": vendor.decision,
        "declared": vendor.status,
        "reason": vendor.reason,
        "cell": place(vendor.where),
        "cells": {what: place(where) for what, where in vendor.cells.items()},
        "quotes": {name: quoted(quote) for name, quote in vendor.quotes.items()},
    }


def _procurement(procurement: Procurement) -> Json:
    return {
        "title": procurement.title,
        "currency": procurement.currency,
        "opened": procurement.opened,
        "cell": place(procurement.where),
        "ceilings": {name: quoted(each) for name, each in procurement.ceilings.items()},
        "investigation": quoted(procurement.investigation),
        "estimate": quoted(procurement.estimate),
    }


def _evaluator(evaluator: Evaluator) -> Json:
    return {
        "id": evaluator.id,
        "name": evaluator.name,
        "cell": place(evaluator.where),
        "cells": {what: place(where) for what, where in evaluator.cells.items()},
        "present": evaluator.present,
        "chair": evaluator.chair,
        "panels": _panels(evaluator.panels),
        "recused": sorted(evaluator.recused),
    }


def _panels(panels: Iterable[str | None]) -> list[str | None]:
    """Return the panels in one order; null, the sheet's own, is the first."""
    return sorted(panels, key=lambda panel: panel or "")


def quoted(quote: Quote | None) -> Json | None:
    """Return a number that was read, with its cell."""
    return quote and _quoted(quote)


def _quoted(quote: Quote) -> Json:
    return {"value": decimal_text(quote.value), "cell": place(quote.where)}


def _marks(score: Score) -> list[Json]:
    return [_mark(mark, counted=mark.evaluator not in score.left_out) for mark in score.marks]


def _mark(mark: Mark, *, counted: bool = True) -> Json:
    content: Json = {
        "evaluator": mark.evaluator,
        "mark": mark.written,
        "value": number(mark.value),
        "cell": place(mark.where),
    }
    if mark.given is not None:
        content["given"] = decimal_text(mark.given)
    if mark.comment:
        content["comment"] = mark.comment
    if mark.said is not None:
        content["comment_cell"] = place(mark.said)
    if not counted:
        content["counted"] = False
    return content


def named(content: Any, inputs: Iterable[InputFile]) -> Any:
    """Return `content` with the name of each file in place of its path, which differs by machine."""
    return _named(content, {each.path: each.name for each in inputs})


def in_cells(content: Json) -> str:
    """Return `content` on one line, of signs that every program that saves workbooks leaves alone.

    Blanks at the ends of a cell, `_x0041_` and tags are what they read or write otherwise.
    """
    text = json.dumps(content, separators=(",", ":"))
    for sign in " _<":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _named(content: Any, names: Mapping[str, str], key: str = "") -> Any:
    """Go through what stands under `key`.

    Only where a place can stand: elsewhere `file` may be the id of a criterion or a vendor.
    """
    if isinstance(content, list):
        return [_named(each, names, key) for each in content]
    if not isinstance(content, dict) or key == "document":
        return content
    if key in _PLACES and "file" in content:
        path = content["file"]
        return {**content, "file": names.get(path, Location(path).name)}
    # The cells of a vendor or an evaluator are places by what stands there.
    return {
        each: _named(value, names, "cell" if key == "cells" else each)
        for each, value in content.items()
    }
