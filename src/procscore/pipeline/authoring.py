"""What helps to write a criteria sheet: its schema, and a sheet to start from."""

from pathlib import Path

from procscore.diagnostics import Location, Problems
from procscore.export import files, result_schema
from procscore.ingest import criteria_file, library
from procscore.ingest.starting import sheet as starting
from procscore.model import schema
from procscore.pipeline.loading import criteria_at
from procscore.pipeline.outcome import Outcome, settled


def criteria_schema(*, ascii_only: bool = False) -> str:
    """Return the JSON Schema of a criteria sheet, as the text of its file or with escapes."""
    return schema.text(ascii_only=ascii_only)


def result_json_schema(*, ascii_only: bool = False) -> str:
    """Return the JSON Schema of a result that was written as JSON."""
    return result_schema.text(ascii_only=ascii_only)


def starting_sheet(like: str, new_id: str) -> Outcome[str]:
    """Return the text of a new sheet `new_id` with the structure and the rules of `like`.

    `like` is the id of a built-in sheet, or the path of a YAML file. The comments are in the current
    language. Raises OSError for a file that is there and cannot be read.
    """
    problems = Problems()
    criteria = criteria_at(like, Path(), Location(like), problems)
    path = file_of(like)
    document = criteria and criteria_file.read(path, str(path), Problems())
    text = criteria and document and starting.starting_sheet(document, criteria.sheet, new_id)
    return settled(text or None, problems)


def file_of(reference: str) -> Path:
    """Return the file of a sheet: a built-in one's, or the one that is named."""
    return library.find(reference) or Path(reference)


def write_text(text: str, path: Path) -> None:
    """Write a text as a file in UTF-8. Raises OutputError."""
    files.write(path, text.encode())
