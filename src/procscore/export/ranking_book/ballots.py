"""What single evaluators found: their totals, and the ranks and first places that follow."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import partial

from procscore.export.ranking_book import looks
from procscore.export.ranking_book.draft import Draft
from procscore.export.ranking_book.frame import Contest, Frame
from procscore.export.ranking_book.ledger import Held
from procscore.export.ranking_book.ranks import Order
from procscore.formula import Derivation
from procscore.language import _
from procscore.model.result import VendorResult
from procscore.model.told import vendor_name
from procscore.xlsx import Content, Formula

Totals = Mapping[str, Mapping[str, Derivation]]
"""By evaluator id, then vendor id."""
Grid = dict[str, dict[str, Held]]
"""Where numbers stand, by evaluator id, then vendor id."""


class Ballots:
    """Tables with a row an evaluator and a column a vendor, one below the other.

    The evaluators' ids stand in the first column, their names, where they have some, in the next.
    """

    def __init__(self, frame: Frame, sheet: Draft, totals: Totals, title: str) -> None:
        """Start with the evaluators' totals; `title` stands before what each table is called."""
        self._frame = frame
        self._sheet = sheet
        self._totals = totals
        self._title = title
        self.first = 3 if frame.named else 2
        """The column of the first vendor."""
        self.head = self.last = 0
        """The rows of the headings and of the last evaluator in the table of the totals."""

    def totals(self) -> Grid:
        """Write the totals."""
        ledger = self._frame.ledger
        decimals = looks.places(
            each.value for own in self._totals.values() for each in own.values()
        )

        def total(evaluator: str, vendor: str, held: Held) -> Content:
            return ledger.copy(self._totals[evaluator][vendor], held.spot)

        values = {
            evaluator: {vendor: each.value for vendor, each in own.items()}
            for evaluator, own in self._totals.items()
        }
        grid = self._table(_("Totals"), values, total, decimals)
        for evaluator, own in grid.items():
            for vendor, held in own.items():
                ledger.compute(self._totals[evaluator][vendor], held.spot)
        self.head = self._sheet.row - len(grid) - 1
        self.last = self._sheet.row - 1
        return grid

    def ranks(
        self,
        title: str,
        grid: Grid,
        ranked: Sequence[VendorResult],
        convention: str,
        stated: Mapping[tuple[str, str], Fraction] | None = None,
    ) -> Grid:
        """Write the ranks that the totals in `grid` give those who are ranked.

        `stated` are ranks that went into a vendor's value, by evaluator and vendor.
        """
        vendors = [each.vendor.id for each in ranked]
        values: dict[str, dict[str, Fraction]] = {}
        orders: dict[str, tuple[Order, list[str]]] = {}
        for evaluator, own in grid.items():
            inside = [vendor for vendor in vendors if vendor in own]
            order = Order(self._frame.ledger, [own[vendor] for vendor in inside])
            orders[evaluator] = order, inside
            values[evaluator] = {
                vendor: (stated or {}).get((evaluator, vendor), order.found(at, convention))
                for at, vendor in enumerate(inside)
            }

        def rank(evaluator: str, vendor: str, held: Held) -> Content:
            order, inside = orders[evaluator]
            return order.rank(inside.index(vendor), held.spot, held.value, convention)

        decimals = looks.places(each for own in values.values() for each in own.values())
        return self._table(title, values, rank, decimals)

    def firsts(self, places: Grid) -> Grid:
        """Write who put whom first: 1, else 0."""
        values = {
            evaluator: {vendor: Fraction(int(each.value == 1)) for vendor, each in own.items()}
            for evaluator, own in places.items()
        }

        def first(evaluator: str, vendor: str, held: Held) -> Content:
            cell = places[evaluator][vendor].spot.seen_from(self._sheet.name)
            return Formula(f"=IF({cell}=1,1,0)", held.value)

        return self._table(_("First places"), values, first, 0)

    def _table(
        self,
        title: str,
        values: Mapping[str, Mapping[str, Fraction]],
        content: Callable[[str, str, Held], Content],
        decimals: int,
    ) -> Grid:
        sheet, start, grid = self._sheet, self._sheet.row, Grid()
        sheet.line(" ".join(filter(None, (self._title, title))), looks.SUBTITLE)
        names = [_("Name")] if self._frame.named else []
        vendors = map(vendor_name, self._frame.vendors)
        sheet.texts(1, [_("Evaluator"), *names, *vendors], looks.HEADING)
        sheet.row += 1
        for evaluator, own in values.items():
            names = [self._frame.name(evaluator)] if self._frame.named else []
            sheet.texts(1, [evaluator, *names], looks.TEXT)
            grid[evaluator] = {}
            for column, vendor in enumerate(
                (each.vendor.id for each in self._frame.vendors), start=self.first
            ):
                if vendor not in own:
                    sheet.put(column, self._frame.silent(evaluator, vendor), looks.NONE)
                    continue
                held = Held(sheet.spot(column), own[vendor])
                grid[evaluator][vendor] = held
                look = looks.number(looks.CENTRED, held.value, decimals)
                sheet.put(column, partial(content, evaluator, vendor, held), look)
            sheet.row += 1
        sheet.together(start)
        return grid


def stated_ranks(contest: Contest, totals: Totals) -> dict[tuple[str, str], Fraction]:
    """Return the ranks that went into what a contest compares, by evaluator id and vendor id."""
    found: dict[tuple[str, str], Fraction] = {}
    for each in contest.ranked:
        given = [who for who, own in totals.items() if each.vendor.id in own]
        for one in each.value.inputs if each.value else ():
            if one.name == "ranks" and isinstance(one.value, tuple):
                keys = ((who, each.vendor.id) for who in given)
                found.update(zip(keys, one.value, strict=True))
    return found
