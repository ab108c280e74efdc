"""Who or what is meant by a name in a cell: a vendor, an evaluator, a criterion, in any spelling."""

from collections.abc import Sequence
from typing import TypeVar

from procscore.diagnostics import Location, Problems, suggest
from procscore.model.bids import Evaluator, Vendor
from procscore.model.criteria import Leaf
from procscore.names import display, key

T = TypeVar("T")


def find_vendor(written: str, vendors: Sequence[Vendor]) -> Vendor | None:
    """Return the vendor whose id, name or letter is `written`, or None."""
    wanted = key(written)
    for vendor in vendors:
        if wanted in (key(vendor.id), key(vendor.name), key(vendor.label or vendor.id)):
            return vendor
    return None


def find_evaluator(written: str, evaluators: Sequence[Evaluator]) -> Evaluator | None:
    """Return the evaluator whose id is `written`, or the only one whose name it is, or None."""
    return _by_id_or_only_name(written, [(each.id, each.name, each) for each in evaluators])


def find_leaf(written: str, leaves: Sequence[Leaf]) -> Leaf | None:
    """Return the criterion whose id is `written`, or the only one whose name it is, or None."""
    return _by_id_or_only_name(written, [(leaf.id, leaf.criterion.name, leaf) for leaf in leaves])


def _by_id_or_only_name(written: str, known: Sequence[tuple[str, str, T]]) -> T | None:
    wanted = key(written)
    for identity, _name, each in known:
        if wanted == key(identity):
            return each
    named = [each for _identity, name, each in known if wanted == key(name)]
    return named[0] if len(named) == 1 else None


def note_spelling(written: str, vendor: Vendor, where: Location, problems: Problems) -> None:
    """Note that a vendor is spelt otherwise here than in the vendors' sheet."""
    if display(written) not in (vendor.id, vendor.name, vendor.label):
        problems.add("name-spelt-otherwise", where, text=display(written), name=vendor.name)


def unknown_vendor(
    written: str, vendors: Sequence[Vendor], where: Location, problems: Problems
) -> None:
    """Report a name that is no vendor's, with the one it may have been meant for."""
    known = [vendor.name for vendor in vendors]
    problems.add("vendor-unknown", where, text=written, suggestion=suggest(written, known))


def unknown_criterion(
    written: str, leaves: Sequence[Leaf], where: Location, problems: Problems
) -> None:
    """Report a criterion that the sheet does not have, with the one it may have been meant for."""
    known = [leaf.id for leaf in leaves]
    problems.add("criterion-unknown", where, text=written, suggestion=suggest(written, known))
