"""The 案件 / Procurement sheet: a key and a value in each row."""

from collections.abc import Iterator
from typing import NamedTuple

from procscore.diagnostics import Problems, suggest
from procscore.ingest import cell_values
from procscore.ingest.cell_values import Nothing
from procscore.ingest.layouts.words import PROCUREMENT, look_up
from procscore.ingest.sheet import Cell, Sheet
from procscore.language import listing
from procscore.model.bids import Procurement, Quote
from procscore.model.criteria import CriteriaSheet
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

    Rows with one cell are titles, unless the cell is a key whose value was left blank.
    """
    for row in sheet.rows:
        cells = [cell for cell in sheet.cells(row) if not cell.blank]
        if not cells:
            continue
        label = cell_values.text(cells[0])
        if len(cells) < _PAIR:
            if look_up(PROCUREMENT, label):
                problems.add("procurement-value-blank", cells[0].where, key=label)
            continue
        for extra in cells[_PAIR:]:
            problems.add("procurement-cell-extra", extra.where, text=cell_values.written(extra))
        yield _Entry(label, cells[0], cells[1])


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
            words[word] = cell_values.text(entry.value)
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
