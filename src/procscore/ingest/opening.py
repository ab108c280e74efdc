"""One file opened, whatever kind it is: a workbook through the gate, or a CSV file."""

from pathlib import Path

from procscore.diagnostics import Location, Problems
from procscore.ingest import csv_file, gate, own_results, workbook
from procscore.ingest.gate import Opened
from procscore.ingest.sheet import Sheet


def opened(path: Path, problems: Problems) -> Opened | None:
    """Return the bytes of a file that can be read, or add the reason why not to `problems`.

    Raises OSError when the file is there and cannot be read.
    """
    if own_results.is_result(path):
        problems.add("result-not-an-input", Location(str(path)))
        return None
    take = csv_file.open_csv if csv_file.is_csv(path) else gate.open_workbook
    return take(path, str(path), problems)


def sheets(content: Opened, path: Path, problems: Problems) -> tuple[Sheet, ...] | None:
    """Return the sheets of a file that was opened; None if it cannot be read, which is reported."""
    read = csv_file.read if csv_file.is_csv(path) else workbook.read
    return read(content, str(path), problems)
