"""What a use case gave."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from procscore.diagnostics import Diagnostic, Problems

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T_co]):
    """What a use case gave: a result, or None while an error stands among the diagnostics."""

    result: T_co | None
    diagnostics: tuple[Diagnostic, ...]


def settled(result: T | None, problems: Problems) -> Outcome[T]:
    """Return the outcome of a result, which is withheld while an error stands."""
    return Outcome(None if problems.fatal else result, tuple(problems))
