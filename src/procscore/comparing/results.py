"""Two results of one procurement: what moved between them, and what that did."""

from procscore.comparing import bids_moved, marks_moved, procurement_moved, rules_moved
from procscore.comparing.figures_moved import award_of, figures, passed
from procscore.comparing.sides import either, vendors
from procscore.model.changes import Change, Changes
from procscore.model.result import Evaluation


def compare(old: Evaluation, new: Evaluation) -> Changes:
    """Return what was handed in otherwise, which rules are others, and what followed.

    Two criteria sheets without a criterion in common are not compared: `Changes.comparable`.
    """
    both = either(vendors(old), vendors(new))
    names = {each: one.vendor.name for each, before, after in both if (one := after or before)}
    nothing = Changes(old, new, (), (), award_moved=False, names=names)
    if not nothing.comparable:
        return nothing
    return Changes(
        old,
        new,
        changes=_changes(old, new, tuple(names)),
        moved=tuple(figures(old, new, names)),
        award_moved=award_of(old) != award_of(new),
        names=names,
        passed=tuple(passed(old, new)),
    )


def _changes(old: Evaluation, new: Evaluation, vendor_ids: tuple[str, ...]) -> tuple[Change, ...]:
    """Return everything that moved; a vendor that is in one of the two only is one change."""
    found = [
        *rules_moved.rules(old, new),
        *procurement_moved.procurement(old, new),
        *procurement_moved.panel(old, new),
    ]
    for each in vendor_ids:
        found += bids_moved.vendor(old, new, each)
        found += marks_moved.marks(old, new, each)
    return tuple(found)
