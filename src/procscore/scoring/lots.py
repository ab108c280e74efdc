"""Lots (くじ): numbers that were drawn, or arithmetic with numbers that were declared.

The program never draws. It compares, or computes, what stands on the vendors' sheet, and the record
holds all the numbers, so that anybody can compute it again.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from procscore import exact
from procscore.exact import display
from procscore.language import N_, Message, listing, message
from procscore.model.bids import Vendor
from procscore.model.result import Compared, TieStep, VendorResult
from procscore.model.rules_told.ranking import LOT_WORDS
from procscore.model.tie_steps import Lot
from procscore.scoring.context import Context
from procscore.scoring.lot_order import ORDERS, ascending
from procscore.scoring.ranking import in_order, measured

Groups = tuple[tuple[str, ...], ...]
_WAITS = "lot"


def lots(context: Context, lot: Lot, tied: Sequence[VendorResult]) -> Iterator[TieStep]:
    """Give what a lot makes of `tied`: a record for each time it is used, best first.

    Where a number is missing the vendors stay tied and are told to wait for it; where the lot is
    only for vendors that are equal in something (`if_equal`), and they are not, nothing is decided.
    """
    group = tuple(each.vendor.id for each in tied)
    values = {each.vendor.id: [measured(each, name) for name in lot.if_equal] for each in tied}
    if any(values[vendor] != values[group[0]] for vendor in group):
        names = listing(context.sheet.name_of(name) for name in lot.if_equal)
        shown = {vendor: " / ".join(map(display, own)) for vendor, own in values.items()}
        yield TieStep(
            message(N_("a lot is drawn only where {names} are equal; they are not"), names=names),
            shown,
            (group,),
        )
        return
    vendors = [each.vendor for each in tied]
    numbers = {each.id: each.lot or lot.blank or "" for each in vendors}
    missing = [each for each in vendors if not numbers[each.id]]
    for vendor in missing:
        context.problems.add("lot-not-drawn", vendor.where, vendor=vendor.name)
    if missing:
        yield TieStep(message(_TOLD[lot.rule]), numbers, (group,), _WAITS)
        return
    without = [each.id for each in vendors if each.lot is None]
    for record in RULES[lot.rule](context, lot, vendors, numbers):
        yield _with_blanks(record, lot, [each for each in without if each in record.values])


def _with_blanks(record: TieStep, lot: Lot, without: Sequence[str]) -> TieStep:
    """Return a record that says whose number is not a number of its own."""
    if not without:
        return record
    told = message(
        N_("{rule}; without a number and counted as {blank}: {vendors}"),
        rule=record.rule,
        blank=lot.blank,
        vendors=listing(without),
    )
    return replace(record, rule=told)


_TOLD = {
    "drawn": N_("lot, smallest number first"),
    "remainder": LOT_WORDS["remainder"],
}


def _drawn(
    context: Context, lot: Lot, vendors: Sequence[Vendor], numbers: Mapping[str, str]
) -> Iterator[TieStep]:
    """Compare the numbers that were drawn: the smallest is first."""
    del context
    values = {each.id: exact.parse(numbers[each.id]).value for each in vendors}
    compared = Compared(values, lowest_first=True)
    order = in_order(values, lowest_first=True)
    yield TieStep(message(_TOLD[lot.rule]), numbers, order, _WAITS, compared)


def _remainder(
    context: Context, lot: Lot, vendors: Sequence[Vendor], numbers: Mapping[str, str]
) -> Iterator[TieStep]:
    """Number the vendors in ascending order and let the remainder of the sum name the first."""
    order = lot.order or "lot"
    keys = {
        each.id: numbers[each.id] if order == "lot" else getattr(each, order) or ""
        for each in vendors
    }
    ordered = ascending(context, order, vendors, keys)
    if ordered is None:
        group = tuple(each.id for each in vendors)
        yield TieStep(message(_TOLD[lot.rule]), numbers, (group,), _WAITS)
        return
    ids = [each.id for each in ordered]
    groups: Groups = (tuple(ids),)
    while len(ids) > 1:
        total = sum(int(numbers[vendor]) for vendor in ids)
        position = (total + int(lot.add) - int(lot.first)) % len(ids)
        groups = FOLLOWING[lot.following](ids, position)
        shown = {vendor: numbers[vendor] for vendor in ids}
        yield TieStep(_told(lot, ids, position, shown, keys), shown, groups)
        ids = [each for each in ids if lot.following == "repeat" and each != ids[position]]


def _told(
    lot: Lot, ids: Sequence[str], position: int, numbers: Mapping[str, str], keys: Mapping[str, str]
) -> Message:
    total = sum(int(number) for number in numbers.values())
    first = int(lot.first)
    numbered = listing(
        message(N_("{number} {vendor} ({key})"), number=number, vendor=vendor, key=keys[vendor])
        for number, vendor in enumerate(ids, start=first)
    )
    return message(
        N_(
            "lot: {numbers} = {total}, divided by {count} leaves {remainder}{plus}; numbered by {order} ({numbered}); number {winner} is first"
        ),
        numbers=" + ".join(numbers[vendor] for vendor in ids),
        total=total,
        count=len(ids),
        remainder=total % len(ids),
        plus=message(N_(", plus 1")) if lot.add == "1" else "",
        order=message(ORDERS[lot.order or "lot"].name),
        numbered=numbered,
        winner=first + position,
    )


def _cyclic(ids: Sequence[str], position: int) -> Groups:
    """Let the next number follow, and after the last the first."""
    return tuple((vendor,) for vendor in chain(ids[position:], ids[:position]))


def _first_alone(ids: Sequence[str], position: int) -> Groups:
    """Leave the others tied: they draw again, or nobody says in which order they stand."""
    return ((ids[position],), tuple(vendor for vendor in ids if vendor != ids[position]))


FOLLOWING: dict[str, Callable[[Sequence[str], int], Groups]] = {
    "cyclic": _cyclic,
    "repeat": _first_alone,
    "open": _first_alone,
}
"""Who follows the first, from the vendors in their order and the first one's position."""

RULES: dict[
    str, Callable[[Context, Lot, Sequence[Vendor], Mapping[str, str]], Iterator[TieStep]]
] = {
    "drawn": _drawn,
    "remainder": _remainder,
}
