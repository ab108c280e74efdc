"""The 案件 / Procurement sheet: a key and a value in each row."""

from procscore.diagnostics import Location, Problems, suggest
from procscore.ingest import cell_values
from procscore.ingest.cell_values import Nothing
from procscore.ingest.layouts.words import PROCUREMENT, look_up
from procscore.ingest.workbook import Cell, Sheet
from procscore.language import listing
from procscore.model.bids import Procurement, Quote
from procscore.model.criteria import CriteriaSheet
from procscore.names import key

_PAIR = 2


def entries(sheet: Sheet, problems: Problems) -> dict[str, tuple[Cell, Cell]]:
    """Return key cell and value cell of every row, by the key as written.

    The key is the first cell of a row and the value the second; rows with one cell are titles.
    """
    found: dict[str, tuple[Cell, Cell]] = {}
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
        if label in found:
            problems.add(
                "procurement-key-doubled",
                cells[0].where,
                key=label,
                first=found[label][0].where.cell,
            )
        found.setdefault(label, (cells[0], cells[1]))
    return found


def criteria_cell(sheet: Sheet) -> Cell | None:
    """Return the cell that names the criteria sheet, needed before anything else can be read."""
    for label, (_, value) in entries(sheet, Problems()).items():
        if look_up(PROCUREMENT, label) == "criteria":
            return value
    return None


def read(sheet: Sheet, criteria: CriteriaSheet, problems: Problems) -> Procurement:
    """Read the procurement. Keys that are not known are reported."""
    words: dict[str, str] = {}
    quotes: dict[str, Quote] = {}
    ceilings: dict[str, Quote] = {}
    first: dict[str, str | None] = {}
    for label, (key_cell, cell) in entries(sheet, problems).items():
        meaning = look_up(PROCUREMENT, label)
        if (
            meaning is not None
            and meaning != "ceiling"
            and _twice(meaning, label, key_cell, first, problems)
        ):
            continue
        if meaning in ("investigation", "estimate"):
            _keep(quotes, meaning, cell, problems)
        elif meaning is not None and meaning != "ceiling":
            words[meaning] = cell_values.text(cell)
        elif amount := _ceiling_amount(label, meaning, criteria, key_cell.where, problems):
            if _twice(f"ceiling {amount}", label, key_cell, first, problems):
                continue
            _keep(ceilings, amount, cell, problems)
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
    what: str, label: str, cell: Cell, first: dict[str, str | None], problems: Problems
) -> bool:
    """Report an entry that stands there already, be it in other words."""
    if what in first:
        problems.add("procurement-key-doubled", cell.where, key=label, first=first[what])
        return True
    first[what] = cell.where.cell
    return False


def _keep(quotes: dict[str, Quote], name: str, cell: Cell, problems: Problems) -> None:
    number = cell_values.number(cell, problems, money=True)
    if isinstance(number, Nothing):
        return
    if number <= 0:
        problems.add("figure-not-positive", cell.where, text=cell_values.written(cell))
        return
    quotes[name] = Quote(number, cell.where)


def _ceiling_amount(
    label: str, meaning: str | None, criteria: CriteriaSheet, where: Location, problems: Problems
) -> str | None:
    """Return the amount that a ceiling is for: `予定価格` alone, or `予定価格 initial`."""
    if meaning == "ceiling":
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
