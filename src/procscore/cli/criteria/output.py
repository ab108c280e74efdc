"""A text that a command makes: printed, or written to the file that `--out` names."""

import sys
from collections.abc import Sequence
from pathlib import Path

from procscore.cli.boundary import WrongCallError
from procscore.language import N_, message


def check_target(
    out: Path | None,
    suffixes: Sequence[str],
    refusal: str,
    inputs: Sequence[Path] = (),
    *,
    force: bool,
) -> None:
    """Raise WrongCallError (by the template `refusal`) or OutputError if `out` may not be written."""
    from procscore import pipeline

    if out is None:
        return
    if out.suffix.lower() not in suffixes:
        raise WrongCallError(message(refusal, path=out))
    pipeline.check_outputs([out], inputs, force=force)


def can_print(text: str) -> bool:
    """Tell whether standard output has all characters of `text`."""
    try:
        text.encode(sys.stdout.encoding)
    except UnicodeEncodeError:
        return False
    return True


def put(text: str, out: Path | None) -> None:
    """Print `text` as it stands, or write it and say so."""
    from procscore.cli.console import standard_output
    from procscore.pipeline import authoring

    if out is None:
        standard_output().print(text, end="", soft_wrap=True)
        return
    authoring.write_text(text, out)
    standard_output().print(str(message(N_("Written: {path}"), path=out)))
