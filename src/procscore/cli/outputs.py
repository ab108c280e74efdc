"""What `--out` may name."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from procscore.cli.boundary import WrongCallError
from procscore.language import N_, listing, message


def one_folder(option: str, given: Sequence[str]) -> Path | None:
    """Return the folder that `option` names, None where it is not given.

    Raises WrongCallError where it is given more than once, or names nothing.
    """
    if len(given) > 1:
        raise WrongCallError(
            message(N_("{option} is given more than once; it takes one folder."), option=option)
        )
    if given and not given[0].strip():
        raise WrongCallError(message(N_("{option} names no folder."), option=option))
    return Path(given[0]) if given else None


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
