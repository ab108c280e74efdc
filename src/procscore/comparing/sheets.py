"""Criteria sheets side by side: by topic, by group, by item."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from procscore.comparing.items import item_key, matched
from procscore.comparing.scales import same_scale
from procscore.comparing.similarity import nearest, overlap
from procscore.comparing.weights import by_id, by_subject, compared, counted
from procscore.model.comparison import (
    Comparison,
    Given,
    GroupRow,
    Item,
    Place,
    TopicRow,
    Weight,
    Weights,
)
from procscore.model.criteria import CriteriaSheet, Criterion
from procscore.model.rounds import rounds
from procscore.model.topics import TOPICS


def compare(given: Sequence[Given], library: Sequence[Given] = ()) -> Comparison:
    """Return the sheets `given` side by side; their labels are all different.

    `library` are the built-in sheets among which the nearest ones are looked for. Another order of
    the sheets gives the same numbers in other columns.
    """
    sheets = tuple(each.sheet for each in given)
    weights = [by_id(sheet) for sheet in sheets]
    subjects = {each.label: by_subject(each.sheet) for each in given}
    return Comparison(
        sheets=tuple(compared(each) for each in given),
        topics=tuple(_topics(sheets, weights)),
        groups=tuple(_groups(sheets, weights)),
        items=tuple(_items(sheets, weights)),
        similarity={(a, b): overlap(subjects[a], subjects[b]) for a in subjects for b in subjects},
        nearest=tuple(
            nearest(each, [other for other in given if other is not each], library)
            for each in given
        ),
    )


def _topics(
    sheets: Sequence[CriteriaSheet], weights: Sequence[dict[str, Weight]]
) -> Iterator[TopicRow]:
    columns: list[dict[str | None, Weight]] = []
    for sheet, of in zip(sheets, weights, strict=True):
        column: dict[str | None, Weight] = {}
        for leaf in counted(sheet):
            column[leaf.topic] = _together([column.get(leaf.topic), of[leaf.id]])
        columns.append(column)
    for topic in (*TOPICS, None):
        row = tuple(column.get(topic) for column in columns)
        if any(row):
            yield TopicRow(topic, row)


def _together(weights: Iterable[Weight | None]) -> Weight:
    there = [each for each in weights if each is not None]
    return Weight(
        sum((each.points for each in there), Fraction(0)),
        sum((each.share for each in there), Fraction(0)),
    )


def _groups(
    sheets: Sequence[CriteriaSheet], weights: Sequence[dict[str, Weight]]
) -> Iterator[GroupRow]:
    tops = [rounds(sheet)[-1].counted for sheet in sheets]
    yield from _outline(tops, weights, 0)


def _outline(
    levels: Sequence[Sequence[Criterion]], weights: Sequence[dict[str, Weight]], depth: int
) -> Iterator[GroupRow]:
    """Give the criteria of one level of each sheet, those of the same name in one row.

    What stands below a sheet's group is told where there is a group among it: then it adds up again.
    """
    rows: dict[str, list[list[Criterion]]] = {}
    for number, level in enumerate(levels):
        for criterion in level:
            row = rows.setdefault(item_key(criterion.name), [[] for _ in levels])
            row[number].append(criterion)
    for row in rows.values():
        name = next(criterion.name for column in row for criterion in column)
        given: Weights = tuple(
            _together(of[each.id] for each in column) if column else None
            for column, of in zip(row, weights, strict=True)
        )
        yield GroupRow(name, depth, given)
        yield from _outline([_below(column) for column in row], weights, depth + 1)


def _below(groups: Iterable[Criterion]) -> list[Criterion]:
    parts = [part for each in groups for part in each.criteria]
    return parts if any(part.criteria for part in parts) else []


def _items(sheets: Sequence[CriteriaSheet], weights: Sequence[dict[str, Weight]]) -> Iterator[Item]:
    columns = matched([counted(sheet) for sheet in sheets])
    keys: dict[Hashable, None] = {}
    for column in columns:
        keys.update(dict.fromkeys(column))
    order = {topic: number for number, topic in enumerate((*TOPICS, None))}
    found: list[Item] = []
    for each in keys:
        places = tuple(
            Place(column[each], of[column[each].id]) if each in column else None
            for column, of in zip(columns, weights, strict=True)
        )
        having = [
            (sheet, place.leaf)
            for sheet, place in zip(sheets, places, strict=True)
            if place is not None
        ]
        topics = [leaf.topic for _, leaf in having]
        other = any(not same_scale(*one, *two) for one, two in combinations(having, 2))
        name = having[0][1].criterion.name
        found.append(Item(name, min(topics, key=lambda topic: order[topic]), places, other))
    yield from sorted(found, key=lambda item: order[item.topic])
