"""What part of a procedure is evaluated, and what came after the ranking."""

from dataclasses import dataclass
from os import PathLike


@dataclass(frozen=True, slots=True)
class Part:
    """What a run is asked for; a result keeps it, so that it can be computed again."""

    stage: str | None = None
    """Up to this stage, by its id."""
    technical_only: bool = False
    """Before the prices are opened."""
    withdrawn: tuple[str, ...] = ()
    """Vendors that withdrew after the ranking: the award falls to the next. As they were named in a
    run (id or name); in a result by id."""
    technical: str | PathLike[str] | None = None
    """The JSON of the evaluation before the prices were opened, to be held against this one. No
    figure hangs on it: a result does not keep it, except among the files that went in."""


WHOLE = Part()
"""The whole procedure."""
