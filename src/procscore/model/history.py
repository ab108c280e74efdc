"""What a score was before it was counted, converted or withheld."""

from collections.abc import Iterator

from procscore.formula import Derivation

_BEFORE = ("earned", "raw", "once")
"""Names under which a score is made of what was computed before: withheld, converted, counted."""


def steps(derivation: Derivation) -> Iterator[Derivation]:
    """Give how points came about: as they count, then what they were made of, down to the first."""
    yield derivation
    for each in derivation.inputs:
        if each.derivation is not None and each.name in _BEFORE:
            yield from steps(each.derivation)


def inner(derivation: Derivation, name: str) -> Derivation | None:
    """Return what goes by `name` into one of the steps; None where nothing does."""
    for step in steps(derivation):
        for each in step.inputs:
            if each.name == name and each.derivation is not None:
                return each.derivation
    return None


def innermost(derivation: Derivation) -> Derivation:
    """Return how points came about before they were counted, converted or withheld."""
    return list(steps(derivation))[-1]
