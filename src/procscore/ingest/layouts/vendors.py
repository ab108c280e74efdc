"""The 提案者 / Vendors sheet: a row a vendor, a column for each amount and quantity."""

import re
from collections.abc import Mapping
from itertools import combinations

from procscore.diagnostics import Problems, suggest
from procscore.ingest import cell_values
from procscore.ingest.cell_values import Nothing
from procscore.ingest.layouts import table
from procscore.ingest.layouts.table import Table
from procscore.ingest.sheet import Cell, Sheet
from procscore.language import listing
from procscore.model.bids import Quote, Status, Vendor
from procscore.model.criteria import CriteriaSheet
from procscore.model.rounds import needs_amounts_first
from procscore.model.words import STATUSES, VENDORS, find_word
from procscore.names import key, look_alike

_DIGITS = re.compile(r"[0-9０-９]{1,50}")
_KEPT_CELLS = ("name", "status", "reason", "lot", "code", "arrival", "reading", "decision")
"""Columns whose places are kept: for what only shows when a tie has to be settled, or has moved."""


def read(sheet: Sheet, criteria: CriteriaSheet, problems: Problems) -> tuple[Vendor, ...]:
    """Read the vendors in the order of the sheet."""
    found = _find(sheet, problems)
    if found is None:
        return ()
    quoted = _quoted_columns(found, criteria, problems)
    found.report_unheaded(found.rows(), problems)
    vendors: list[Vendor] = []
    for row in found.rows():
        vendor = _vendor(found, row, quoted, problems)
        if vendor is not None and not _doubled(vendor, vendors, problems):
            vendors.append(vendor)
    if not vendors:
        problems.add("vendors-none", sheet.where)
    _check_amounts(vendors, criteria, quoted, found, problems)
    for one, other in combinations(vendors, 2):
        if look_alike(one.name, other.name):
            problems.add(
                "names-look-alike",
                other.where,
                name=other.name,
                other=one.name,
                where=one.where.cell,
            )
    return tuple(vendors)


def _find(sheet: Sheet, problems: Problems) -> Table | None:
    """Find the table by its id column, or by the names where nobody gave ids."""
    trial = Problems()
    found = table.find(sheet, VENDORS, ("id",), trial)
    if found is None:
        return table.find(sheet, VENDORS, ("name",), problems)
    problems.extend(trial)
    return found


def _quoted_columns(found: Table, criteria: CriteriaSheet, problems: Problems) -> dict[str, int]:
    """Return the columns of amounts and quantities by id; report what is missing or unknown."""
    known = criteria.declared
    ids = {key(word): each for each, about in known.items() for word in (each, about.name)}
    columns: dict[str, int] = {}
    for heading in found.others:
        written = cell_values.text(heading)
        each = ids.get(key(written))
        if each is None:
            suggestion = suggest(written, [about.name for about in known.values()])
            problems.add("column-not-read", heading.where, heading=written, suggestion=suggestion)
        elif each in criteria.amounts and criteria.prices == "sealed":
            continue  # not to be known yet, whether it stands there or not
        elif each in columns:
            problems.add("heading-doubled", heading.where, heading=written)
        elif each in criteria.amounts and criteria.amounts[each].formula is not None:
            problems.add("column-derived", heading.where, heading=written)
        else:
            columns[each] = heading.where.column or 0
    for each in _needed(criteria):
        if each not in columns:
            problems.add("column-missing", found.sheet.where, heading=known[each].name, id=each)
    return columns


def _vendor(found: Table, row: int, quoted: Mapping[str, int], problems: Problems) -> Vendor | None:
    vendor_id, name = found.text(row, "id", problems), found.text(row, "name", problems)
    first = next(found.sheet.cells(row))
    if not vendor_id and not name:
        found.report_no_entry(row, problems)
        return None
    where = (found.cell(row, "id") or first).where
    quotes = {
        each: quote
        for each, column in quoted.items()
        if (quote := _quote(found.sheet.cell(row, column), problems)) is not None
    }
    return Vendor(
        id=vendor_id or name,
        name=name or vendor_id,
        where=where,
        status=_status(found.cell(row, "status"), problems),
        reason=found.text(row, "reason", problems),
        lot=_digits(found.cell(row, "lot"), "lot-not-a-number", problems),
        code=found.text(row, "code", problems) or None,
        arrival=_digits(found.cell(row, "arrival"), "arrival-not-a-number", problems),
        reading=found.text(row, "reading", problems) or None,
        decision=_digits(found.cell(row, "decision"), "decision-not-a-number", problems),
        cells={
            each: cell.where for each in _KEPT_CELLS if (cell := found.cell(row, each)) is not None
        },
        quotes=quotes,
    )


def _quote(cell: Cell, problems: Problems) -> Quote | None:
    number = cell_values.number(cell, problems, money=True)
    if isinstance(number, Nothing):
        return None
    if number < 0:
        problems.add("amount-negative", cell.where, text=cell_values.written(cell))
        return None
    return Quote(number, cell.where)


def _status(cell: Cell | None, problems: Problems) -> Status:
    written = Nothing.BLANK if cell is None else cell_values.word(cell, problems)
    if cell is None or isinstance(written, Nothing):
        return Status.ELIGIBLE
    status = find_word(STATUSES, written)
    if status is None:
        known = listing(filter(None, STATUSES))
        problems.add("status-unknown", cell.where, text=written, known=known)
    return status or Status.ELIGIBLE


def _digits(cell: Cell | None, code: str, problems: Problems) -> str | None:
    """Return a number of plain digits as text: 078 stays 078. Anything else is reported as `code`."""
    written = Nothing.BLANK if cell is None else cell_values.word(cell, problems)
    if cell is None or isinstance(written, Nothing):
        return None
    if not _DIGITS.fullmatch(written):
        problems.add(code, cell.where, text=written)
        return None
    return written


def _doubled(vendor: Vendor, before: list[Vendor], problems: Problems) -> bool:
    """Report a vendor that stands in the sheet twice, under its id or its name."""
    keys = {key(vendor.id), key(vendor.name)}
    for other in before:
        if keys & {key(other.id), key(other.name)}:
            problems.add(
                "vendor-doubled",
                vendor.where,
                name=vendor.name,
                other=other.name,
                where=other.where.cell,
            )
            return True
    return False


def _needed(criteria: CriteriaSheet) -> tuple[str, ...]:
    """Return the amounts and quantities that every vendor must have."""
    amounts = criteria.quoted if criteria.prices == "open" else ()
    return (*amounts, *criteria.quantities)


def _check_amounts(
    vendors: list[Vendor],
    criteria: CriteriaSheet,
    quoted: Mapping[str, int],
    found: Table,
    problems: Problems,
) -> None:
    """Report blank amounts of the vendors that are in; one report when nobody quoted any."""
    standing = [vendor for vendor in vendors if vendor.status is Status.ELIGIBLE]
    later = not needs_amounts_first(criteria)  # who does not get that far may owe no price
    for each in _needed(criteria):
        if each not in quoted or (later and each in criteria.amounts):
            continue
        column = quoted[each]
        rows = [vendor.where.row or 0 for vendor in standing]
        blank = [row for row in rows if found.sheet.cell(row, column).blank]
        about = criteria.declared[each]
        if rows and blank == rows and each in criteria.amounts:
            where = found.sheet.cell(found.heading_row, column).where
            problems.add("no-vendor-with-price", where, amount=about.name)
            continue
        for vendor, row in zip(standing, rows, strict=True):
            if row in blank:
                where = found.sheet.cell(row, column).where
                problems.add("amount-blank", where, vendor=vendor.name, amount=about.name)
