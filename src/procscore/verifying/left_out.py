"""Whose names a ranking leaves out, also where it does not say so: a table, a workbook without its record."""

from collections.abc import Iterator
from typing import Any

from procscore.model.anonymous_labels import is_label, labels
from procscore.model.published import Published
from procscore.model.result import Evaluation
from procscore.names import key


def left_out(found: Published, result: Evaluation) -> str:
    """Return who is not named in a ranking: nobody (""), the "losers" or "all", as a record says it.

    A ranking that does not say it is made for publication only if a label stands in it, and a
    vendor of `result` is called by nothing that stands there. The labels are those of the current language.
    """
    if found.record is not None:
        return found.record.anonymous
    if found.content is not None and found.anonymous is not None:  # its key can be read
        return str(found.content["anonymous"])
    if found.anonymous is False:
        return ""
    texts = {key(each) for each in _texts(found)}
    vendors = [each.vendor for each in result.vendors]
    own = labels(vendors, result.evaluators, ()).vendors
    called = {each.id: {key(each.id), key(each.name)} for each in vendors}
    # An A社 in the first row stays A社: by that alone it is not named.
    telling = {each: names - {key(own[each])} for each, names in called.items()}
    named = [each for each, names in telling.items() if names & texts]
    unnamed = [each for each, names in telling.items() if names and not names & texts]
    others = texts.difference(*(called[each] for each in named))
    if not found.anonymous and not (unnamed and any(map(is_label, others))):
        return ""
    return "losers" if named else "all"


def _texts(found: Published) -> Iterator[str]:
    """Give all texts of a ranking, each as it stands in its cell or under its key."""
    if found.content is not None:
        yield from _within(found.content)
    for grid in found.grids:
        for row in grid.rows:
            yield from grid.texts(row)


def _within(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _within(each)
