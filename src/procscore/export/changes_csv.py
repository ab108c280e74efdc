"""What moved between two results as CSV for Excel: a row a change.

Encoding, quoting and numbers are those of the ranking (`csv_table`).
"""

from collections.abc import Iterator

from procscore.export.csv_table import number, table
from procscore.language import _
from procscore.model.changes import Change, Changes, Side
from procscore.model.changes_told import KIND_WORDS, cell_words, side_words


def export(changes: Changes) -> bytes:
    """Return everything that was handed in otherwise, and every rule that moved."""
    return table(_rows(changes))


def _rows(changes: Changes) -> Iterator[list[str]]:
    yield [
        _("Kind"),
        _("Vendor"),
        _("What"),
        _("Evaluator"),
        _("Before"),
        _("After"),
        _("By"),
        _("Points by the own marks"),
        _("Reason"),
        _("Cell"),
    ]
    for each in changes.changes:
        yield [_(KIND_WORDS[each.kind]), *_row(changes, each), cell_words(changes, each)]


def _row(changes: Changes, each: Change) -> list[str]:
    sides = [_text(each.old), _text(each.new)]
    numbers = [number(each.by), number(changes.own_points(each))]
    return [each.vendor, str(each.what), each.evaluator, *sides, *numbers, each.reason]


def _text(side: Side | None) -> str:
    return "" if side is None else number(side.value) or str(side_words(side))
