"""What stood in either of two results, as the two sides of a change."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from procscore.diagnostics import Location
from procscore.exact import display
from procscore.model.bids import Quote
from procscore.model.changes import Side
from procscore.model.page import Words
from procscore.model.result import Evaluation, VendorResult

Key = TypeVar("Key")
Value = TypeVar("Value")


def either(
    old: Mapping[Key, Value], new: Mapping[Key, Value]
) -> Iterator[tuple[Key, Value | None, Value | None]]:
    """Give what stands in either by its key, with both values; the new one's order goes first."""
    for key in dict.fromkeys((*new, *old)):
        yield key, old.get(key), new.get(key)


def vendors(result: Evaluation) -> dict[str, VendorResult]:
    """Return the vendors of a result by id."""
    return {each.vendor.id: each for each in result.vendors}


def number(quote: Quote | None) -> Side | None:
    """Return a number that was read from a cell."""
    return quote and Side(display(quote.value), quote.value, quote.where)


def text(written: Words | None, where: Location) -> Side | None:
    """Return a text, None where nothing is written."""
    return Side(written, where=where) if written else None


def moved(old: Quote | None, new: Quote | None) -> bool:
    """Tell whether two numbers are not the same, wherever they stand."""
    return (old and old.value) != (new and new.value)


def name_of(old: Evaluation, new: Evaluation, named: str) -> str:
    """Return what an amount or quantity is called, by the new sheet where it has it."""
    sheet = new.criteria if named in new.criteria.declared else old.criteria
    return sheet.declared[named].name if named in sheet.declared else named
