"""A table as CSV for Excel in Japan: UTF-8 with a byte order mark, every field quoted.

A field that Excel would take for a formula is led by an apostrophe; a number stays a number.
"""

import csv
import re
from collections.abc import Iterable
from fractions import Fraction
from io import StringIO

from procscore.exact import Mode, Rounding, decimal_text, terminates

_PLACES = 10
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?…?")


def table(rows: Iterable[Iterable[str]]) -> bytes:
    """Return rows as CSV with a byte order mark, every field quoted and none a formula."""
    out = StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in rows:
        writer.writerow([safe(field) for field in row])
    return out.getvalue().encode("utf-8-sig")


def safe(field: str) -> str:
    """Return `field` so that no spreadsheet program takes it for a formula."""
    if field == "-" or _NUMBER.fullmatch(field):
        return field
    return f"'{field}" if field.startswith(_DANGEROUS) else field


def number(value: Fraction | None) -> str:
    """Return a number that Excel reads; one that does not end is cut, and says so.

    `19/6` would become a date in Excel.
    """
    if value is None:
        return ""
    if terminates(value):
        return decimal_text(value)
    return f"{decimal_text(Rounding(_PLACES, Mode.DOWN)(value))}…"
