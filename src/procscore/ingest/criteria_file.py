"""From a YAML document to a criteria sheet: every mistake at its line and column."""

from pathlib import Path

from procscore.diagnostics import Location, Problems
from procscore.ingest import yaml_model
from procscore.ingest.yaml_file import Document
from procscore.model.criteria import FORMAT_VERSION, CriteriaSheet


def read(path: Path, shown: str, problems: Problems) -> Document | None:
    """Read a criteria file as a document, not yet as a sheet. `shown` names it in messages.

    Raises OSError for a file that cannot be read.
    """
    try:
        return yaml_model.read(path.read_bytes(), shown, problems)
    except IsADirectoryError:
        problems.add("file-is-a-folder", Location(shown))
    return None


def parse(document: Document, problems: Problems) -> CriteriaSheet | None:
    """Turn a document into a sheet, or add everything that is wrong with it to `problems`."""
    sheet = yaml_model.parse(document, CriteriaSheet, problems)
    if sheet is not None and sheet.procscore != FORMAT_VERSION:
        yaml_model.report_version(document, "procscore", FORMAT_VERSION, problems)
        return None
    return sheet
