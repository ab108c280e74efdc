"""A criteria sheet as it is named on the command line: a built-in one's id, or a file."""

from pathlib import Path

from procscore.cli.boundary import WrongCallError
from procscore.language import N_, message


def check_known(reference: str) -> None:
    """Raise WrongCallError if `reference` can be neither the id of a built-in sheet nor a file."""
    from procscore.diagnostics import suggest
    from procscore.ingest import library
    from procscore.pipeline.loading import CRITERIA_SUFFIXES

    if library.find(reference) is None and Path(reference).suffix.lower() not in CRITERIA_SUFFIXES:
        raise WrongCallError(
            message(
                N_("There is no built-in criteria sheet “{id}”. {suggestion}"),
                id=reference,
                suggestion=suggest(reference, library.ids()),
            )
        )
