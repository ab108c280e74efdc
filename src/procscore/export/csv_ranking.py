"""The ranking as CSV for Excel in Japan: UTF-8 with a byte order mark, every field quoted.

A field that Excel would take for a formula is led by an apostrophe; a number stays a number.
"""

import csv
import re
from collections.abc import Iterator
from fractions import Fraction
from io import StringIO

from procscore.exact import Mode, Rounding, decimal_text, terminates
from procscore.language import _
from procscore.model.result import Evaluation, VendorResult
from procscore.model.told import result_word, status_word

_PLACES = 10
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?…?")


def export(result: Evaluation) -> bytes:
    """Return a row a vendor: ranked first to last, then those who are out."""
    out = StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in _rows(result):
        writer.writerow([safe(field) for field in row])
    return out.getvalue().encode("utf-8-sig")


def safe(field: str) -> str:
    """Return `field` so that no spreadsheet program takes it for a formula."""
    if field == "-" or _NUMBER.fullmatch(field):
        return field
    return f"'{field}" if field.startswith(_DANGEROUS) else field


def _rows(result: Evaluation) -> Iterator[list[str]]:
    criteria = [criterion for _path, criterion in result.criteria.walk()]
    amounts = result.criteria.declared
    by_value = any(each.compared != each.points_in_all for each in result.ranked)
    yield [
        _("Rank"),
        _("ID"),
        _("Vendor"),
        _("Status"),
        _("Result"),
        *(f"{criterion.name} / {decimal_text(result.of(criterion.id))}" for criterion in criteria),
        _("Total"),
        *([_("Value")] if by_value else []),
        *(amount.name for amount in amounts.values()),
        _("Reason"),
    ]
    for each in (*result.ranked, *result.excluded):
        yield [
            number(each.rank),
            each.vendor.id,
            each.vendor.name,
            str(status_word(each)),
            str(result_word(result, each)),
            *(number(each.points(criterion.id)) for criterion in criteria),
            number(each.points_in_all),
            *([number(each.compared)] if by_value else []),
            *(_amount(each, name) for name in amounts),
            "; ".join(str(exclusion.reason) for exclusion in each.exclusions),
        ]


def _amount(each: VendorResult, name: str) -> str:
    return number(each.amounts[name].value) if name in each.amounts else ""


def number(value: Fraction | None) -> str:
    """Return a number that Excel reads; one that does not end is cut, and says so.

    `19/6` would become a date in Excel.
    """
    if value is None:
        return ""
    if terminates(value):
        return decimal_text(value)
    return f"{decimal_text(Rounding(_PLACES, Mode.DOWN)(value))}…"
