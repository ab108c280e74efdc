"""Which of the files that were given is which of those that a ranking records."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from procscore.model.bids import InputFile
from procscore.model.verification import InputCheck

_Alike = Callable[[InputFile, InputFile], bool]
_ALIKE: tuple[_Alike, ...] = (
    lambda one, other: one.sha256 == other.sha256,
    lambda one, other: one.name == other.name,
    lambda _one, _other: True,
)
"""By what files are matched, the surest first; at last by their order."""


def matched(
    recorded: Sequence[InputFile], given: Sequence[InputFile]
) -> tuple[tuple[InputCheck, ...], tuple[InputFile, ...], tuple[InputFile, ...]]:
    """Return the recorded files with those given for them, those given beyond, and the inputs.

    The inputs are those of the result as it was recorded: a place in a file that was given is named
    by the recorded name, and the SHA-256 is the recorded one, since another is told by the check.
    """
    left = list(given)
    found: dict[int, InputFile] = {}
    for alike in _ALIKE:
        for place, each in enumerate(recorded):
            fitting = next((one for one in left if place not in found and alike(each, one)), None)
            if fitting is not None:
                found[place] = fitting
                left.remove(fitting)
    checks = tuple(InputCheck(each, found.get(place)) for place, each in enumerate(recorded))
    inputs = tuple(
        replace(each.recorded, path=each.given.path) if each.given else each.recorded
        for each in checks
    )
    if not recorded:
        return (), (), tuple(given)
    return checks, tuple(left), (*inputs,)
