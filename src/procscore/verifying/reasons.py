"""Why a number is what it should be: how it is computed, or the cell that holds it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from procscore.diagnostics import Location
from procscore.exact import display
from procscore.formula import Derivation
from procscore.formula.prose import prose
from procscore.formula.terms import Name
from procscore.language import N_, Listing, Message, listing, message
from procscore.model import shown
from procscore.model.page import Words
from procscore.model.result import Evaluation, VendorResult
from procscore.model.told import tie_sentences, vendor_name

Origin = Derivation | Location
Origins = Mapping[tuple[str, int, int], Origin]
"""By sheet, row and column of the ranking that was computed."""
_MOST_NAMED = 2


def of_rank(result: Evaluation, vendor: VendorResult) -> tuple[Words, ...]:
    """Return why a vendor has its rank: the figure that the ranking compares, and what ended a tie."""
    if vendor.rank is None or vendor.value is None:
        return ()
    text = N_("{vendor} is ranked by {value}, which gives rank {rank}.")
    name, value = vendor_name(vendor), display(vendor.value.value)
    ties = (each for each in result.ties if vendor.vendor.id in each.vendors)
    told = (sentence for tie in ties for sentence in tie_sentences(tie))
    return (message(text, vendor=name, value=value, rank=display(vendor.rank)), *told)


def why(result: Evaluation, origin: Origin) -> tuple[Words, ...]:
    """Return the sentences that tell how a number comes about."""
    origin = source(origin)
    if isinstance(origin, Location):
        return (message(N_("It was read from {cell}."), cell=_place(result, origin)),)
    read = tuple(dict.fromkeys(str(_place(result, each)) for each in _cells(origin)))
    if not read:
        return (message(N_("It is computed: {calculation}"), calculation=prose(origin)),)
    text = N_("It is computed from {cells}: {calculation}")
    return (message(text, cells=_named(read), calculation=prose(origin)),)


def _named(cells: tuple[str, ...]) -> Listing | Message:
    """Return cells by name, of many the first."""
    if len(cells) <= _MOST_NAMED:
        return listing(cells)
    return message(N_("{cell} and {count} more cells"), cell=cells[0], count=len(cells) - 1)


def _place(result: Evaluation, where: Location) -> Location:
    """Return a place in the file that was read, which may have been given for one of another name."""
    recorded = shown.place(result, where)
    return recorded if recorded.name == where.name else replace(where, file=where.name)


def _cells(derivation: Derivation) -> Iterator[Location]:
    for each in derivation.inputs:
        yield from each.where


def source(origin: Origin) -> Origin:
    """Return the cell of a number that only takes over what was read there, else its origin."""
    if isinstance(origin, Location) or origin.rounding or not isinstance(origin.formula.term, Name):
        return origin
    inputs = origin.inputs
    read = len(inputs) == 1 and len(inputs[0].where) == 1
    return inputs[0].where[0] if read and inputs[0].derivation is None else origin


def depth(origin: Origin) -> int:
    """Return how many calculations lie below a number: none for what was read."""
    found = source(origin)
    return 0 if isinstance(found, Location) else _depth(found, {})


def _depth(derivation: Derivation, known: dict[int, int]) -> int:
    found = known.get(id(derivation))
    if found is None:
        below = [
            one
            for each in derivation.inputs
            for one in (*([each.derivation] if each.derivation else []), *each.derivations)
        ]
        found = known[id(derivation)] = 1 + max((_depth(one, known) for one in below), default=0)
    return found
