"""What stands for who is not named: A社, B社, … for vendors, 委員1, 委員2, … for evaluators.

A label tells the row of the workbook and nothing else: not the rank, nor who else is named. So it is
the same in every publication of one procurement, before and after the prices are opened.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from procscore.diagnostics.location import column_letters
from procscore.language import current
from procscore.model.bids import Evaluator, Vendor
from procscore.names import key

_WORDS = {
    "vendor": {"ja": "{}社", "en": "Vendor {}"},
    "bidder": {"ja": "応募者{}", "en": "Bidder {}"},
    "evaluator": {"ja": "委員{}", "en": "Evaluator {}"},
    "member": {"ja": "審査員{}", "en": "Member {}"},
    "file": {"ja": "入力{}", "en": "input-{}"},
    "sheet": {"ja": "シート{}", "en": "Sheet {}"},
}
_FURTHER = 100
"""How far the numbers are moved on where those before are taken: 101, 102, … behind 1, 2, …"""


def label(what: str, number: int | str) -> str:
    """Return the label of a `vendor`, `evaluator`, `file` or `sheet` in the current language.

    A `bidder` is a vendor and a `member` an evaluator where the usual labels would be misread.
    """
    return _WORDS[what][current()].format(number)


def is_label(text: str) -> bool:
    """Tell whether a text is written as the label of a vendor is in the current language."""
    kinds = (
        key(_WORDS[each][current()]).format("([a-z]+|[0-9]+)") for each in ("vendor", "bidder")
    )
    return any(re.fullmatch(each, key(text)) for each in kinds)


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels by id. A vendor that stays named has none; no evaluator stays named."""

    vendors: Mapping[str, str]
    evaluators: Mapping[str, str]


def labels(
    vendors: Iterable[Vendor], evaluators: Iterable[Evaluator], named: Collection[Vendor]
) -> Labels:
    """Return a label for every evaluator, and for every vendor that is not `named`.

    All are given in the order of the workbook; the label of a vendor that stays named is left
    unused. Where one would be read as another row's own id, name or letter on score sheets, in any
    language, all vendors (or all evaluators) are numbered in other words: beside the B社 of the
    first row nobody is called Vendor B.
    """
    bidders, members = tuple(vendors), tuple(evaluators)
    kept = {each.id for each in named}
    called = [_keys(each.id, each.name, each.label) for each in bidders]
    of_vendors = _by_row("vendor", "bidder", called, frozenset())
    people = [_keys(each.id, each.name) for each in members]
    of_evaluators = _by_row("evaluator", "member", people, frozenset().union(*called))
    return Labels(
        {
            each.id: own
            for each, own in zip(bidders, of_vendors, strict=True)
            if each.id not in kept
        },
        {each.id: own for each, own in zip(members, of_evaluators, strict=True)},
    )


def _by_row(
    usual: str, other: str, called: Sequence[frozenset[str]], elsewhere: frozenset[str]
) -> list[str]:
    """Return a label for each row, by what each row is `called`, and people who are in no row.

    A label may be what its own row is called: who reads it so is right.
    """
    rows_of: dict[str, set[int]] = {}
    for row, keys in enumerate(called):
        for each in keys:
            rows_of.setdefault(each, set()).add(row)
    return next(
        [label(what, number) for number in numbers]
        for what, numbers in _schemes(usual, other, len(called))
        if not any(
            _misread(what, each, row, rows_of, elsewhere) for row, each in enumerate(numbers)
        )
    )


def _misread(
    what: str,
    number: str,
    row: int,
    rows_of: Mapping[str, Collection[int]],
    elsewhere: frozenset[str],
) -> bool:
    """Tell whether the label of a row, or its number alone, is what others are called, too."""
    readings = _keys(*(each.format(number) for each in _WORDS[what].values()))
    another = any(rows_of.get(each, {row}) != {row} for each in readings | _keys(number))
    return another or not elsewhere.isdisjoint(readings)


def _schemes(usual: str, other: str, rows: int) -> Iterator[tuple[str, list[str]]]:
    """Give kinds of labels, with what is counted by in each."""
    counted = column_letters if usual == "vendor" else str
    yield usual, [counted(row) for row in range(1, rows + 1)]
    for start in count(1, _FURTHER):
        yield other, [str(number) for number in range(start, start + rows)]


def _keys(*names: str | None) -> frozenset[str]:
    return frozenset(key(name) for name in names if name)
