"""What all JSON of procscore has in common: how it is written, and how a place stands in it."""

import json
from typing import Any

from procscore.diagnostics import Location

Json = dict[str, Any]


def written(content: Json) -> bytes:
    """Return `content` as it is written to a file."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def place(where: Location) -> Json:
    """Return a place by its parts: line and column in a text file, sheet and cell in a workbook."""
    content: Json = {"file": where.file}
    if where.sheet is not None:
        content["sheet"] = where.sheet
        if where.cell is not None:
            content["cell"] = where.cell
    elif where.row is not None:
        content["line"] = where.row
        content["column"] = where.column
    return content
