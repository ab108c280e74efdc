"""A page that a command makes: printed, and written to the files that `--out` names."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from procscore.cli import options, outputs
from procscore.language import N_

if TYPE_CHECKING:
    from procscore.model.page import Page
    from procscore.pipeline import Outcome

_NOTHING_SHOWN = N_("Nothing can be shown. Errors: {count}")

Out = Annotated[
    list[Path],
    options.out(N_("Also write it to a file (.md, .html or .xlsx); may be given several times.")),
]


def check_targets(out: Sequence[Path], inputs: Sequence[Path], *, force: bool) -> None:
    """Raise WrongCallError or OutputError if one of `out` may not be written."""
    from procscore import pipeline
    from procscore.export.pages import PAGE_FORMATS

    outputs.check_suffixes(out, PAGE_FORMATS)
    pipeline.check_outputs(out, inputs, force=force)


def put(outcome: "Outcome[Page]", out: Sequence[Path], *, quiet: bool) -> int:
    """Write and print a page with what was found on the way; return the exit code."""
    from procscore.cli import paged, report
    from procscore.pipeline import showing

    return paged.put(
        outcome,
        lambda page: showing.write_page(page, out),
        lambda page: page,
        quiet=quiet,
        last=_NOTHING_SHOWN,
        files=report.NAMED_FILE_CODES,
    )
