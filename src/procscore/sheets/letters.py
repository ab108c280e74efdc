"""Letters in place of the vendors, for evaluators who are not to know whose proposal they mark."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from procscore.model.words import GRID, look_up
from procscore.names import key
from procscore.sheets.handout import Handout

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def lettered(handout: Handout) -> Handout:
    """Give every vendor a letter that says nothing of its place in the list.

    The order hangs on the sheet and the ids alone, so that the same order gives the same letters
    again. A letter that is a vendor's own id or name, or that heads another column, is not used.
    """
    taken = {key(word) for each in handout.vendors for word in (each.id, each.name)}
    shuffled = sorted(
        handout.vendors,
        key=lambda each: hashlib.sha256(f"{handout.digest} {key(each.id)}".encode()).digest(),
    )
    free = (each for each in _letters() if key(each) not in taken and look_up(GRID, each) is None)
    labels = {vendor.id: letter for vendor, letter in zip(shuffled, free, strict=False)}
    vendors = tuple(replace(each, label=labels[each.id]) for each in handout.vendors)
    return replace(handout, vendors=vendors)


def _letters() -> Iterator[str]:
    yield from _ALPHABET
    for first in _letters():
        yield from (first + second for second in _ALPHABET)
