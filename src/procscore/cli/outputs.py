"""What `--out` may name."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from procscore.cli.boundary import WrongCallError
from procscore.language import N_, listing, message


def check_suffixes(paths: Sequence[Path], known: Iterable[str]) -> None:
    """Raise WrongCallError for a path whose suffix is no format that can be written."""
    suffixes = tuple(known)
    for path in paths:
        if path.suffix.lower() not in suffixes:
            raise WrongCallError(
                message(
                    N_("{path} cannot be written: the suffix must be one of {known}."),
                    path=path,
                    known=listing(suffixes),
                )
            )
