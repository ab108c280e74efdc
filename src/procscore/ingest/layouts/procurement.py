"""The 案件 / Procurement sheet: a key and a value in each row."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from procscore.diagnostics import Problems, suggest
from procscore.ingest import cell_values
from procscore.ingest.cell_values import Nothing
from procscore.ingest.layouts import leftover
from procscore.ingest.sheet import Cell, Sheet
from procscore.language import listing
from procscore.model.bids import Procurement, Quote
from procscore.model.criteria import CriteriaSheet
from procscore.model.words import EXAMPLE_HEADINGS, PROCUREMENT, look_up
from procscore.names import key

_PAIR = 2


class _Entry(NamedTuple):
    """A row of the sheet."""

    label: str
    key: Cell
    value: Cell

    @property
    def meaning(self) -> str | None:
        """Return what the entry is, None for a ceiling of one amount and for unknown words."""
        return look_up(PROCUREMENT, self.label)


def _entries(sheet: Sheet, problems: Problems) -> Iterator[_Entry]:
    """Give the entry of every row: the first cell is the key, the second the value.

    Rows with one cell are titles above the entries and notes below them, unless the cell is a key
    whose value was left blank. A column that is headed as examples is for people.
    """
    examples = _example_columns(sheet)
    begun = False
    outside: list[Cell] = []
    for row in sheet.rows:
        cells = [
            cell
            for cell in sheet.cells(row)
            if not cell.blank and cell.where.column not in examples
        ]
        if not cells:
            continue
        label = cell_values.text(cells[0])
        if len(cells) < _PAIR:
            if look_up(PROCUREMENT, label) or _is_ceiling(label):
                problems.add("procurement-value-blank", cells[0].where, key=label)
                begun = True
            elif begun or leftover.may_count(cells[0]):
                outside.append(cells[0])
            continue
        begun = True
        for extra in cells[_PAIR:]:
            problems.add("procurement-cell-extra", extra.where, text=cell_values.written(extra))
        yield _Entry(label, cells[0], cells[1])
    leftover.report(outside, problems)


def _is_ceiling(label: str) -> bool:
    """Tell whether a label names the ceiling of an amount: `予定価格 initial`."""
    words = {key(word) for word in PROCUREMENT["ceiling"]}
    return key(re.split(r"[\s:(（：]", label.strip(), maxsplit=1)[0]) in words


def _example_columns(sheet: Sheet) -> frozenset[int | None]:
    """Return the columns that are headed as examples: no entry stands in the row of a heading."""
    words = {key(word) for word in EXAMPLE_HEADINGS}
    return frozenset(
        cell.where.column
        for row in sheet.rows
        for cell in sheet.cells(row)
        if key(cell_values.text(cell)) in words
        and look_up(PROCUREMENT, cell_values.text(next(sheet.cells(row)))) is None
    )


def criteria_cell(sheet: Sheet) -> Cell | None:
    """Return the cell that names the criteria sheet, needed before anything else can be read."""
    named = (entry.value for entry in _entries(sheet, Problems()) if entry.meaning == "criteria")
    return next(named, None)


def read(sheet: Sheet, criteria: CriteriaSheet, problems: Problems) -> Procurement:
    """Read the procurement. Keys that are not known are reported."""
    words: dict[str, str] = {}
    quotes: dict[str, Quote] = {}
    ceilings: dict[str, Quote] = {}
    first: dict[tuple[str, str], str | None] = {}
    for entry in _entries(sheet, problems):
        word = None if entry.meaning == "ceiling" else entry.meaning
        identity = ("meaning", word) if word else ("label", entry.label)
        if _twice(identity, entry, first, problems):
            continue
        if word in ("investigation", "estimate"):
            _keep(quotes, word, entry.value, problems)
        elif word is not None:
            words[word] = cell_values.label(entry.value, problems)
        else:
            amount = _ceiling_amount(entry, criteria, problems)
            if amount and not _twice(("amount", amount), entry, first, problems):
                _keep(ceilings, amount, entry.value, problems)
    return Procurement(
        where=sheet.where,
        title=words.get("title", ""),
        ceilings=ceilings,
        investigation=quotes.get("investigation"),
        estimate=quotes.get("estimate"),
        currency=words.get("currency", ""),
        opened=words.get("opened", ""),
    )


def _twice(
    identity: tuple[str, str],
    entry: _Entry,
    first: dict[tuple[str, str], str | None],
    problems: Problems,
) -> bool:
    """Report an entry that stands there already, be it in other words."""
    if identity in first:
        where = entry.key.where
        problems.add("procurement-key-doubled", where, key=entry.label, first=first[identity])
        return True
    first[identity] = entry.key.where.cell
    return False


def _keep(quotes: dict[str, Quote], name: str, cell: Cell, problems: Problems) -> None:
    number = cell_values.number(cell, problems, money=True)
    if isinstance(number, Nothing):
        return
    if number <= 0:
        problems.add("figure-not-positive", cell.where, text=cell_values.written(cell))
        return
    quotes[name] = Quote(number, cell.where)


def _ceiling_amount(entry: _Entry, criteria: CriteriaSheet, problems: Problems) -> str | None:
    """Return the amount that a ceiling is for: `予定価格` alone, or `予定価格 initial`."""
    label, where = entry.label, entry.key.where
    if entry.meaning == "ceiling":
        if criteria.main_amount is None:
            problems.add(
                "ceiling-amount-unclear",
                where,
                amounts=listing(criteria.amounts),
                example=next(iter(criteria.amounts), "…"),
            )
        return criteria.main_amount
    for word in PROCUREMENT["ceiling"]:
        if not key(label).startswith(key(word)):
            continue
        wanted = key(label).removeprefix(key(word))
        for amount, about in criteria.amounts.items():
            if wanted in (key(amount), key(about.name)):
                return amount
        suggestion = suggest(wanted, tuple(criteria.amounts))
        problems.add("ceiling-amount-unknown", where, key=label, suggestion=suggestion)
        return None
    known = [word for spellings in PROCUREMENT.values() for word in spellings]
    problems.add("procurement-key-unknown", where, key=label, suggestion=suggest(label, known))
    return None
