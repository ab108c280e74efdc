"""Bids under the weights of other sheets as JSON, `crossing/1`: a comparison and not an award.

Numbers are strings, as in `comparison/1`.
"""

from procscore.exact import decimal_text
from procscore.export.comparison_json import sheet, weight
from procscore.export.json_parts import Json, written
from procscore.model.bids import InputFile
from procscore.model.comparison import Subject
from procscore.model.comparison_told import NO_AWARD
from procscore.model.crossing import Crossing, Weighed, Weighing
from procscore.model.result import VendorResult
from procscore.version import __version__

FORMAT = "crossing/1"


def export(crossing: Crossing) -> bytes:
    """Return a crossing as UTF-8 JSON."""
    result = crossing.result
    content = {
        "procscore": FORMAT,
        "version": __version__,
        "award": None,
        "notice": str(NO_AWARD),
        "inputs": [_input(each) for each in result.inputs],
        "procurement": result.procurement.title,
        "evaluated": {
            "criteria": {
                "id": result.criteria.id,
                "title": result.criteria.title,
                "digest": result.digest,
            },
            "by": result.ranking.by,
            "of": decimal_text(result.of_total),
            "vendors": [_evaluated(each) for each in result.ranked],
            "not_ranked": [_out(each) for each in result.excluded],
        },
        "reached": [
            {
                **_subject(about),
                "vendors": {vendor: decimal_text(share) for vendor, share in shares.items()},
            }
            for about, shares in crossing.reached.items()
        ],
        "weighed": [_weighing(each) for each in crossing.weighings],
    }
    return written(content)


def _input(each: InputFile) -> Json:
    return {"file": each.name, "sha256": each.sha256}


def _evaluated(each: VendorResult) -> Json:
    return {
        "id": each.vendor.id,
        "name": each.vendor.name,
        "rank": None if each.rank is None else decimal_text(each.rank),
        "points": None if each.points_in_all is None else decimal_text(each.points_in_all),
    }


def _out(each: VendorResult) -> Json:
    return {
        "id": each.vendor.id,
        "name": each.vendor.name,
        "status": each.status,
        "exclusions": [
            {"rule": exclusion.rule, "reason": str(exclusion.reason)}
            for exclusion in each.exclusions
        ],
    }


def _subject(about: Subject) -> Json:
    """Return what points are given for: a topic, else an item by its name."""
    return {"topic": about.topic, "item": about.name or None}


def _weighing(each: Weighing) -> Json:
    return {
        **sheet(each.compared),
        "of": decimal_text(each.of),
        "covered": [{**_subject(about), **weight(of)} for about, of in each.covered.items()],
        "without_marks": [
            {**_subject(about), **weight(of)} for about, of in each.uncovered.items()
        ],
        "vendors": {vendor: _weighed(found) for vendor, found in each.vendors.items()},
    }


def _weighed(found: Weighed) -> Json:
    return {
        "points": decimal_text(found.points),
        "rank": decimal_text(found.rank),
        "moved": found.moved,
    }
