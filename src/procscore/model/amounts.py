"""A vendor's amounts, quoted and derived, and the ceilings they are held against."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from procscore.formula import (
    Derivation,
    Formula,
    Input,
    UndefinedValueError,
    derive,
    names,
    parse,
)
from procscore.language import Message
from procscore.model.bids import Procurement, Status, Vendor
from procscore.model.criteria import CriteriaSheet, Leaf
from procscore.model.rounds import applicants, opening, rounds


def amounts(sheet: CriteriaSheet, vendor: Vendor) -> dict[str, Derivation]:
    """Return every amount and quantity that is known of `vendor`, by id.

    A quoted one is its own derivation, with its cell. A derived one whose parts are not all there
    or that has no value is left out.
    """
    return _compute(sheet, vendor)[0]


class Undefined(NamedTuple):
    """A derived amount that has no value for what a vendor quoted, such as a division by zero."""

    amount: str
    formula: Formula
    inputs: tuple[Input, ...]
    reason: Message


def undefined(sheet: CriteriaSheet, vendor: Vendor) -> tuple[Undefined, ...]:
    """Return the derived amounts of `vendor` that have no value."""
    return tuple(_compute(sheet, vendor)[1])


def _compute(sheet: CriteriaSheet, vendor: Vendor) -> tuple[dict[str, Derivation], list[Undefined]]:
    known: dict[str, Derivation] = {}
    faults: list[Undefined] = []
    for key, quote in vendor.quotes.items():
        known[key] = derive(parse(key), (Input(key, quote.value, (quote.where,)),))
    pending = {key: each.formula for key, each in sheet.amounts.items() if each.formula}
    while ready := [key for key, formula in pending.items() if known.keys() >= set(names(formula))]:
        for key in ready:
            formula = pending.pop(key)
            inputs = tuple(as_input(name, known[name]) for name in names(formula))
            try:
                known[key] = derive(formula, inputs)
            except UndefinedValueError as fault:
                faults.append(Undefined(key, formula, inputs, fault.reason))
    return known, faults


def as_input(name: str, derivation: Derivation) -> Input:
    """Return a computed number as an input of the next formula.

    A number that was only read keeps its cell, one that was computed keeps its derivation.
    """
    (first, *rest) = derivation.inputs or (None,)
    if first and not rest and first.name == derivation.formula.text and first.derivation is None:
        return Input(name, derivation.value, first.where)
    return Input(name, derivation.value, derivation=derivation)


def above_ceiling(sheet: CriteriaSheet, procurement: Procurement, vendor: Vendor) -> Iterator[str]:
    """Give the ids of the amounts of `vendor` that are above their ceilings. Equal is within."""
    known = amounts(sheet, vendor)
    for key, ceiling in procurement.ceilings.items():
        if key in known and known[key].value > ceiling.value:
            yield key


def ceiling_rule(sheet: CriteriaSheet, amount: str) -> str:
    """Return what a bid above the ceiling of `amount` means: exclude, flag or ignore."""
    rule = sheet.eligibility.ceiling
    return rule if isinstance(rule, str) else rule.get(amount, "exclude")


def in_play(sheet: CriteriaSheet, procurement: Procurement, vendor: Vendor) -> bool:
    """Tell whether `vendor` is neither out by status nor by a ceiling, once prices are opened."""
    return vendor.status is Status.ELIGIBLE and not any(
        ceiling_rule(sheet, amount) == "exclude"
        for amount in above_ceiling(sheet, procurement, vendor)
    )


def to_mark(
    sheet: CriteriaSheet,
    procurement: Procurement,
    vendors: Sequence[Vendor],
    leaves: Iterable[Leaf],
) -> tuple[Vendor, ...]:
    """Return the `vendors` that may have to be marked on one of `leaves`, before anything is scored.

    They are those in play. What is marked before the prices are opened is marked whatever they
    are: who is above a ceiling is only out from the round on that begins with the ceilings.
    """
    opened = opening(sheet, rounds(sheet, applicants(vendors)))
    if opened is None or any(leaf.id in opened.before for leaf in leaves):
        return tuple(vendor for vendor in vendors if vendor.status is Status.ELIGIBLE)
    return tuple(vendor for vendor in vendors if in_play(sheet, procurement, vendor))
