"""In which order tied vendors are numbered for a lot by arithmetic. Never that of the workbook."""

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from procscore.language import N_, Message, message
from procscore.model.bids import Vendor
from procscore.model.rules_told.ranking import ORDER_WORDS
from procscore.scoring import gojuon
from procscore.scoring.context import Context

_DIGITS = re.compile(r"[0-9０-９]{1,50}")
Key = int | gojuon.Key


class Order(NamedTuple):
    """A column by which vendors are numbered, in ascending order."""

    name: str
    """As it is told."""
    key: Callable[[str], Key | None]
    """What is compared, or None for a text that cannot be."""
    unreadable: str
    """Why such a text cannot be compared."""


def whole(text: str) -> int | None:
    """Return the number of plain digits (`00109` is 109), None for any other text."""
    return int(text) if _DIGITS.fullmatch(text) else None


_NO_DIGITS = N_("“{text}” is not written in plain digits")
ORDERS: dict[str, Order] = {
    "code": Order(ORDER_WORDS["code"], whole, _NO_DIGITS),
    "arrival": Order(ORDER_WORDS["arrival"], whole, _NO_DIGITS),
    "reading": Order(
        ORDER_WORDS["reading"], gojuon.order_key, N_("“{text}” is not written in kana")
    ),
    "lot": Order(ORDER_WORDS["lot"], whole, _NO_DIGITS),
}


def ascending(
    context: Context, order: str, tied: Sequence[Vendor], written: Mapping[str, str]
) -> tuple[Vendor, ...] | None:
    """Return the tied vendors in ascending `order`, or None where that is not clear.

    `written` is what stands in the column, by vendor id. A blank, a text that cannot be compared,
    and equals are reported.
    """
    rule = ORDERS[order]
    keys = {vendor.id: rule.key(written[vendor.id]) for vendor in tied}
    unknown = [vendor for vendor in tied if keys[vendor.id] is None]
    for vendor in unknown:
        context.problems.add(
            "lot-order-unknown",
            vendor.place(order),
            vendor=vendor.name,
            reason=_reason(rule, written[vendor.id]),
        )
    if unknown:
        return None
    ordered = sorted(tied, key=lambda vendor: (keys[vendor.id], vendor.place(order).order))
    equal = [pair for pair in pairwise(ordered) if keys[pair[0].id] == keys[pair[1].id]]
    for one, other in equal:
        context.problems.add(
            "lot-order-equal",
            other.place(order),
            vendor=other.name,
            other=one.name,
            what=message(rule.name),
            text=written[one.id],
            cell=one.place(order).cell,
        )
    return None if equal else tuple(ordered)


def _reason(rule: Order, text: str) -> Message:
    if text:
        return message(rule.unreadable, text=text)
    return message(N_("it has no {what}"), what=message(rule.name))
