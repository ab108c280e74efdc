"""What stands for who is not named: A社, B社, … for vendors, 委員1, 委員2, … for evaluators."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from procscore.diagnostics.location import column_letters
from procscore.language import current
from procscore.model.bids import Evaluator, Vendor
from procscore.names import key

_WORDS = {
    "vendor": {"ja": "{}社", "en": "Vendor {}"},
    "evaluator": {"ja": "委員{}", "en": "Evaluator {}"},
    "file": {"ja": "入力{}", "en": "input-{}"},
    "sheet": {"ja": "シート{}", "en": "Sheet {}"},
}


def label(what: str, number: int | str) -> str:
    """Return the label of a `vendor`, `evaluator`, `file` or `sheet` in the current language."""
    return _WORDS[what][current()].format(number)


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels by id. A vendor that stays named has none; no evaluator stays named."""

    vendors: Mapping[str, str]
    evaluators: Mapping[str, str]


def labels(
    vendors: Iterable[Vendor], evaluators: Iterable[Evaluator], named: Collection[Vendor]
) -> Labels:
    """Return a label for every evaluator, and for every vendor that is not `named`.

    They follow the order of the workbook, which says nothing of the rank. What a named vendor is
    called stands for nobody else, in no language: beside A社 nobody is called Vendor A.
    """
    kept = {each.id for each in named}
    taken = {key(name) for each in named for name in (each.id, each.name)}
    letters = _free("vendor", map(column_letters, count(1)), taken)
    numbers = _free("evaluator", map(str, count(1)), taken)
    return Labels(
        {each.id: next(letters) for each in vendors if each.id not in kept},
        {each.id: next(numbers) for each in evaluators},
    )


def _free(what: str, numbers: Iterable[str], taken: set[str]) -> Iterator[str]:
    """Give the labels that are not `taken`, in any language; a vendor may be called A alone, too."""
    words = [*_WORDS[what].values(), *(["{}"] if what == "vendor" else [])]
    for number in numbers:
        if taken.isdisjoint(key(each.format(number)) for each in words):
            yield label(what, number)
