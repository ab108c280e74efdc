"""What a vendor hands in otherwise, except for marks: prices, quantities, standing, lot numbers."""

from collections.abc import Iterator

from procscore.comparing.sides import either, moved, name_of, number, text, vendors
from procscore.language import N_, message
from procscore.model.bids import Vendor
from procscore.model.changes import Change, Side
from procscore.model.result import Evaluation, VendorResult
from procscore.model.told import STATUS_WORDS, vendor_name

_TEXTS = {
    "name": N_("Name of the vendor"),
    "code": N_("Business code"),
    "reading": N_("Reading of the name"),
    "arrival": N_("Number of receipt"),
    "label": N_("Letter on the score sheets"),
    "lot": N_("Lot number"),
    "decision": N_("Place decided in a tie"),
}
"""What a vendor is called, and what decides ties, by the field of `Vendor`."""


def vendor(old: Evaluation, new: Evaluation, vendor_id: str) -> Iterator[Change]:
    """Give what a vendor declares, or what was decided about it, that moved."""
    before, after = vendors(old).get(vendor_id), vendors(new).get(vendor_id)
    if before is None or after is None:
        what = message(N_("Vendor"))
        yield Change("other", what, _entered(before), _entered(after), vendor_id)
        return
    one, other = before.vendor, after.vendor
    yield from _standing(old, new, one, other)
    for field, word in _TEXTS.items():
        was, now = getattr(one, field), getattr(other, field)
        if was != now:
            sides = text(was, one.place(field)), text(now, other.place(field))
            yield Change("other", message(word), *sides, vendor_id)
    for quoted, cost, costs in either(one.quotes, other.quotes):
        if moved(cost, costs):
            kinds = new.criteria.quantities, old.criteria.quantities
            yield Change(
                "quantity" if any(quoted in each for each in kinds) else "amount",
                name_of(old, new, quoted),
                number(cost),
                number(costs),
                vendor_id,
            )
    yield from _own_ranks(old, new, vendor_id)


def _entered(each: VendorResult | None) -> Side | None:
    return Side(vendor_name(each), where=each.vendor.where) if each else None


def _standing(old: Evaluation, new: Evaluation, one: Vendor, other: Vendor) -> Iterator[Change]:
    """Give the standing that was declared, with its reason, and a withdrawal after the ranking."""
    if one.status != other.status:
        yield Change("status", message(N_("Status")), _status(one), _status(other), one.id)
    elif one.reason != other.reason:
        sides = text(one.reason, one.place("reason")), text(other.reason, other.place("reason"))
        yield Change("other", message(N_("Reason of the status")), *sides, one.id)
    withdrawn = [one.id in result.part.withdrawn for result in (old, new)]
    if withdrawn[0] != withdrawn[1]:
        told = Side(message(N_("withdrew")))
        yield Change(
            "status",
            message(N_("Status after the ranking")),
            told if withdrawn[0] else None,
            told if withdrawn[1] else None,
            one.id,
        )


def _status(each: Vendor) -> Side:
    return Side(message(STATUS_WORDS[each.status]), where=each.place("status"), comment=each.reason)


def _own_ranks(old: Evaluation, new: Evaluation, vendor_id: str) -> Iterator[Change]:
    for (evaluator, about), was, now in either(old.own_ranks, new.own_ranks):
        if about == vendor_id and moved(was, now):
            what = message(N_("Own rank"))
            yield Change("other", what, number(was), number(now), vendor_id, evaluator)
