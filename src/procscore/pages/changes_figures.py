"""What became of two results, as tables: ranks, totals, standings, every figure that moved."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from procscore.exact import display, signed
from procscore.language import N_, Message, listing, message
from procscore.model import shown
from procscore.model.changes import Changes
from procscore.model.changes_told import NOTHING
from procscore.model.page import Cell, Column, Table, Words
from procscore.model.result import Evaluation, Exclusion, VendorResult
from procscore.model.told import result_word, status_word, vendor_name

VENDOR = Column(message(N_("Vendor")), keep=True)
BEFORE = Column(message(N_("Before")), align="right")
AFTER = Column(message(N_("After")), align="right")
BY = Column(message(N_("By")), align="right")


def ranking(changes: Changes) -> Table:
    """Return every vendor with rank, total and standing before and after."""
    columns = (
        Column(message(N_("Vendor"))),
        Column(message(N_("Rank before")), align="right"),
        Column(message(N_("Rank after")), align="right"),
        Column(message(N_("Total before")), align="right"),
        Column(message(N_("Total after")), align="right"),
        BY,
        Column(message(N_("Standing"))),
    )
    return Table(message(N_("Ranking")), columns, tuple(_ranked(changes)))


def _ranked(changes: Changes) -> Iterator[tuple[Cell, ...]]:
    """Give a row a vendor: first to last as it is now, then who is out, then who is gone."""
    old, new = _vendors(changes.old), _vendors(changes.new)
    for each in dict.fromkeys((*new, *old)):
        before, after = old.get(each), new.get(each)
        named = after or old[each]
        both = before, after
        ranks = [one.rank if one else None for one in both]
        totals = [one.points_in_all if one else None for one in both]
        yield (
            Cell(vendor_name(named), strong=bool(after and after.rank == 1)),
            *(figure(rank, strong=ranks[0] != ranks[1]) for rank in ranks),
            *map(figure, totals),
            difference(totals[0], totals[1]),
            Cell(_from_to(_standing(changes.old, before), _standing(changes.new, after))),
        )


def _vendors(result: Evaluation) -> dict[str, VendorResult]:
    return {each.vendor.id: each for each in result.ranked_first}


def _standing(result: Evaluation, each: VendorResult | None) -> Words:
    if each is None:
        return message(N_("not among the vendors"))
    return status_word(each) if each.rank is None else result_word(result, each)


def _from_to(old: Words, new: Words) -> Words:
    """Return a standing, or what it was and is."""
    if old == new:
        return new
    was, now = (each if str(each) else NOTHING for each in (old, new))
    return message("{old} → {new}", old=was, new=now)


def figure(value: Fraction | None, *, strong: bool = False) -> Cell:
    """Return a figure, a dash where there is none."""
    return Cell(NOTHING if value is None else display(value), value=value, strong=strong)


def difference(old: Fraction | None, new: Fraction | None) -> Cell:
    """Return by how much a number moved; empty where it did not, or one is not there."""
    if old is None or new is None or old == new:
        return Cell()
    return Cell(signed(new - old), value=new - old)


def standings(changes: Changes) -> Iterator[Message]:
    """Give why a vendor is out, and what is to be looked at, where that is not the same in both.

    In other words it may be: the reason that was declared is told with what was handed in.
    """
    old, new = _vendors(changes.old), _vendors(changes.new)
    for vendor in dict.fromkeys((*new, *old)):
        reasons = [_reasons(result.get(vendor)) for result in (old, new)]
        if _grounds(old.get(vendor), reasons[0]) != _grounds(new.get(vendor), reasons[1]):
            was, now = (listing(one.reason for one in each) for each in reasons)
            yield message(
                _MOVED[bool(reasons[0]), bool(reasons[1])], vendor=vendor, old=was, new=now
            )


_MOVED = {
    (True, True): N_("{vendor}, before {old}; after {new}."),
    (False, True): N_("{vendor}, before nothing; after {new}."),
    (True, False): N_("{vendor}, before {old}; after nothing."),
}
"""By whether there was a reason before, and is one after. A reason may have a colon itself."""


def _reasons(each: VendorResult | None) -> tuple[Exclusion, ...]:
    return (*each.exclusions, *each.flags) if each else ()


def _grounds(each: VendorResult | None, reasons: Iterable[Exclusion]) -> list[object]:
    """Return what the reasons say; of what was declared, which standing."""
    return [each and each.status if one.rule == "status" else str(one.reason) for one in reasons]


def points(changes: Changes) -> Table:
    """Return the figures that moved; of who was not scored in one of the two only where it stands."""
    old, new = _vendors(changes.old), _vendors(changes.new)
    depths = {
        criterion.id: depth
        for result in (changes.old, changes.new)
        for depth, criterion in shown.outline(result.criteria)
    }
    scored = [{each for each, found in one.items() if shown.is_scored(found)} for one in (old, new)]
    unscored = [each for each in (*new, *old) if (each in scored[0]) != (each in scored[1])]
    rows = tuple(
        (
            Cell(each.vendor),
            Cell(
                each.what,
                strong=each.criterion is None,
                indent=depths[each.criterion] if each.criterion else 0,
            ),
            figure(each.old),
            figure(each.new),
            difference(each.old, each.new),
        )
        for each in changes.moved
        if each.figure != "points" or each.vendor not in unscored
    )
    notes = (
        message(
            N_("Not scored in one of the two, and told without single criteria: {who}."),
            who=listing(dict.fromkeys(unscored)),
        ),
    )
    columns = (VENDOR, Column(message(N_("Figure that moved"))), BEFORE, AFTER, BY)
    heading = message(N_("What that did to the figures"))
    return Table(heading, columns, rows, notes if unscored else ())
