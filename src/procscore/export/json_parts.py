"""What all JSON of procscore has in common: how it is written, and how a place stands in it."""

import json
from fractions import Fraction
from typing import Any

from procscore.diagnostics import Location
from procscore.exact import decimal_text

Json = dict[str, Any]


def written(content: Json) -> bytes:
    """Return `content` as it is written to a file."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def number(value: Fraction | None) -> str | None:
    """Return a number as it stands in JSON: a decimal where it terminates, else a fraction."""
    return None if value is None else decimal_text(value)


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
