"""What procscore wrote itself: a ranking or a page as a workbook, a ranking as CSV. No input.

It is known by a mark and not by its name, also after Excel or LibreOffice has saved it again.
"""

import re
from pathlib import Path
from zipfile import ZipFile

from procscore.diagnostics import Problems
from procscore.ingest import cell_values, csv_file
from procscore.ingest.gate import DAMAGE
from procscore.model.words import RESULT_HEADINGS, RESULT_MARK
from procscore.names import key

_PROPERTIES = "docProps/core.xml"
_LARGEST_PROPERTIES = 1024 * 1024
_KEYWORDS = re.compile(rb"<(?:\w+:)?keywords[^>]*>([^<]*)<")


def is_result(path: Path) -> bool:
    """Tell whether a file is a result. One that cannot be opened is none: its reader says why."""
    try:
        return _is_ranking(path) if csv_file.is_csv(path) else _is_marked(path)
    except OSError:
        return False


def _is_marked(path: Path) -> bool:
    try:
        with ZipFile(path) as archive:
            part = archive.getinfo(_PROPERTIES)
            content = archive.read(part) if part.file_size < _LARGEST_PROPERTIES else b""
    except (*DAMAGE, KeyError):
        return False
    keywords = _KEYWORDS.search(content)
    return keywords is not None and RESULT_MARK.encode() in keywords.group(1)


def _is_ranking(path: Path) -> bool:
    unseen = Problems()  # told where the file is read as an input
    content = csv_file.open_csv(path, str(path), unseen)
    sheets = csv_file.read(content, str(path), unseen) if content else None
    if not sheets:
        return False
    return all(
        key(cell_values.text(sheets[0].cell(1, column))) in map(key, spellings)
        for column, spellings in enumerate(RESULT_HEADINGS, start=1)
    )
