"""A comparison of criteria sheets as JSON, `comparison/1`: the same sheets give the same bytes.

Numbers are strings: decimals where they terminate, else fractions (`"1/12"`); shares and similarities
are between 0 and 1. Sentences are in the language of the run; everything else does not depend on it.
"""

from procscore.exact import decimal_text
from procscore.export.json_parts import Json, written
from procscore.model.comparison import (
    Compared,
    Comparison,
    Item,
    Near,
    Nearest,
    Place,
    Weight,
    Weights,
)
from procscore.model.criteria import CriteriaSheet
from procscore.model.rules_told import FACETS
from procscore.model.rules_told.marking import how_scored
from procscore.version import __version__

FORMAT = "comparison/1"


def export(comparison: Comparison) -> bytes:
    """Return the whole comparison as UTF-8 JSON: by topic, by group and by item."""
    labels = [each.label for each in comparison.sheets]
    content = {
        "procscore": FORMAT,
        "version": __version__,
        "sheets": [sheet(each) for each in comparison.sheets],
        "topics": [
            {"topic": row.topic, "sheets": _row(labels, row.weights)} for row in comparison.topics
        ],
        "groups": [
            {"name": row.name, "depth": row.depth, "sheets": _row(labels, row.weights)}
            for row in comparison.groups
        ],
        "items": [_item(comparison, item) for item in comparison.items],
        "rules": [
            {
                "rule": facet_id,
                "sheets": {
                    each.label: [str(told) for told in facet.tell(each.sheet)]
                    for each in comparison.sheets
                },
            }
            for facet_id, facet in FACETS.items()
        ],
        "similarity": {
            one: {other: decimal_text(comparison.similarity[one, other]) for other in labels}
            for one in labels
        },
        "nearest": {
            label: _nearest(each) for label, each in zip(labels, comparison.nearest, strict=True)
        },
    }
    return written(content)


def sheet(each: Compared) -> Json:
    """Return what a compared sheet is, and what its shares are shares of."""
    return {
        "sheet": each.label,
        "id": each.sheet.id,
        "title": each.sheet.title,
        "authority": each.sheet.authority,
        "date": each.sheet.date,
        "digest": each.digest,
        "points": decimal_text(each.sheet.points),
        "counted": decimal_text(each.points),
        "technical": decimal_text(each.technical),
        "price": decimal_text(each.price),
        "cautions": [str(caution) for caution in each.cautions],
    }


def weight(given: Weight) -> Json:
    """Return points and their share."""
    return {"points": decimal_text(given.points), "share": decimal_text(given.share)}


def _row(labels: list[str], weights: Weights) -> Json:
    return {
        label: None if given is None else weight(given)
        for label, given in zip(labels, weights, strict=True)
    }


def _item(comparison: Comparison, item: Item) -> Json:
    labels = [each.label for each in comparison.sheets]
    return {
        "name": item.name,
        "topic": item.topic,
        "only_in": None if item.only_in is None else labels[item.only_in],
        "other_weight": item.other_weight,
        "other_scale": item.other_scale,
        "sheets": {
            each.label: None if place is None else _place(each.sheet, place)
            for each, place in zip(comparison.sheets, item.places, strict=True)
        },
    }


def _place(of: CriteriaSheet, place: Place) -> Json:
    """Return an item as a sheet has it: `of` are its own points, `points` what they give."""
    leaf = place.leaf
    return {
        "id": leaf.id,
        "name": leaf.criterion.name,
        "topic": leaf.topic,
        "of": decimal_text(leaf.points),
        **weight(place.weight),
        "method": leaf.score.method,
        "by": leaf.marked_by,
        "how": str(how_scored(of, leaf)),
    }


def _nearest(each: Nearest) -> Json:
    return {
        "compared": [_near(one) for one in each.compared],
        "library": [_near(one) for one in each.library],
    }


def _near(one: Near) -> Json:
    return {"sheet": one.label, "title": one.title, "similarity": decimal_text(one.similarity)}
