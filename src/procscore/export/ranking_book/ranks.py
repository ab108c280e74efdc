"""Ranks as live formulas: how many are better, and among equals what the chain of ties gave.

Numbers that are equal may differ by a trace in a spreadsheet, which computes in binary. So what is
counted lies above a number by half of the last digit that binary arithmetic keeps, or more.
COUNTIF passes over texts and empty cells between the numbers.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from procscore.export.ranking_book.ledger import Held, Ledger, Spot
from procscore.formula.excel import GUARD, LONGEST, MISSED, NOT_HELD, TOO_LONG
from procscore.language import N_, message
from procscore.xlsx import Formula, number

APART = message(N_("an evaluator put vendors with equal totals in an order of its own"))


def trace(values: Sequence[Fraction]) -> Fraction | None:
    """Return how far apart numbers must be to be told apart; None where some are nearer than that."""
    most = max((abs(each) for each in values), default=Fraction(0)) or Fraction(1)
    half = Fraction(5) * Fraction(10) ** (_magnitude(most) - GUARD - 1)
    least = min((b - a for a, b in pairwise(sorted(set(values)))), default=None)
    return half if least is None or least > half + most * MISSED else None


def _magnitude(value: Fraction) -> int:
    """Return how many digits stand before the point; for 0.05 that is -1."""
    digits = 0
    while value >= Fraction(10) ** digits:
        digits += 1
    while value < Fraction(10) ** (digits - 1):
        digits -= 1
    return digits


def better(area: str, own: str, half: Fraction, *, lowest_first: bool, among: str = "") -> str:
    """Return the formula that counts the numbers in `area` that are better than the one in `own`.

    `among` are further arguments of COUNTIFS: what else has to hold for those that are counted.
    """
    limit = f'"<"&{own}-{number(half)}' if lowest_first else f'">"&{own}+{number(half)}'
    return f"COUNTIFS({among},{area},{limit})" if among else f"COUNTIF({area},{limit})"


class Order:
    """Cells side by side or one below the other, whose numbers are ranked."""

    def __init__(
        self,
        ledger: Ledger,
        held: Sequence[Held],
        *,
        lowest_first: bool = False,
        places: Sequence[Held] = (),
    ) -> None:
        """Start from the cells of all that are ranked together.

        `places` are the cells of their places among equals, in the same order; empty where nothing
        tells equals apart.
        """
        self._ledger = ledger
        self._held = held
        self._places = places
        self._lowest_first = lowest_first
        self._half = trace([each.value for each in held])

    def rank(self, at: int, spot: Spot, rank: Fraction, convention: str) -> Formula | Fraction:
        """Return what `spot` holds: the rank of the number `at`, which is known to be `rank`.

        `convention` is `competition`, `dense` or `average`, as in the criteria sheet.
        """
        if self._half is None:
            return self._ledger.enter(rank, spot, NOT_HELD)
        if self.found(at, convention) != rank:
            return self._ledger.enter(rank, spot, APART)
        text = self._text(at, spot.sheet, self._half, convention)
        if len(text) > LONGEST:
            return self._ledger.enter(rank, spot, TOO_LONG)
        return Formula(text, rank)

    def found(self, at: int, convention: str) -> Fraction:
        """Return the rank that the formula gives."""
        sign = 1 if self._lowest_first else -1
        place = [each.value for each in self._places] or [Fraction(0)] * len(self._held)
        keys = [(sign * each.value, own) for each, own in zip(self._held, place, strict=True)]
        ahead = [each for each in keys if each < keys[at]]
        if convention == "dense":
            return Fraction(1 + len(set(ahead)))
        shared = keys.count(keys[at]) - 1 if convention == "average" else 0
        return 1 + len(ahead) + Fraction(shared, 2)

    def _text(self, at: int, sheet: str, half: Fraction, convention: str) -> str:
        if convention == "dense":
            return "=1+" + "+".join(self._parts_ahead(at, sheet, half))
        area, own = self._area(self._held, sheet), self._held[at].spot.seen_from(sheet)
        ahead = better(area, own, half, lowest_first=self._lowest_first)
        equal = _equal(area, own, half)
        if self._places:
            order, place = self._area(self._places, sheet), self._places[at].spot.seen_from(sheet)
            ahead += f'+COUNTIFS({equal},{order},"<"&{place})'
            equal += f",{order},{place}"
        shared = f"+(COUNTIFS({equal})-1)/2" if convention == "average" else ""
        return f"=1+{ahead}{shared}"

    def _parts_ahead(self, at: int, sheet: str, half: Fraction) -> list[str]:
        """Return what each other number adds if it is ahead: with those it is equal to, 1."""
        area, own = self._area(self._held, sheet), self._held[at].spot.seen_from(sheet)
        sign = f"<{own}-" if self._lowest_first else f">{own}+"
        found = []
        for other, each in enumerate(self._held):
            cell = each.spot.seen_from(sheet)
            ahead, equal = f"({cell}{sign}{number(half)})", _equal(area, cell, half)
            if self._places:
                order = self._area(self._places, sheet)
                place, before = (self._places[k].spot.seen_from(sheet) for k in (at, other))
                ahead = f"({ahead}+(ABS({cell}-{own})<={number(half)})*({before}<{place}))"
                equal += f",{order},{before}"
            if other != at:
                found.append(f"{ahead}/COUNTIFS({equal})")
        return found or ["0"]

    def _area(self, held: Sequence[Held], sheet: str) -> str:
        (area,) = self._ledger.area(held, sheet)
        return area


def _equal(area: str, own: str, half: Fraction) -> str:
    """Return the arguments of COUNTIFS by which the numbers in `area` equal the one in `own`."""
    return f'{area},">="&{own}-{number(half)},{area},"<="&{own}+{number(half)}'
