"""What vendors quote, down to its cells: each amount is unfolded once, where it is met first."""

from collections.abc import Callable, Iterator
from fractions import Fraction

from procscore.diagnostics import Location
from procscore.formula import Derivation, Input, parse
from procscore.model.explanation import Figure, Kind
from procscore.model.page import Words
from procscore.model.result import Evaluation, VendorResult


class Amounts:
    """Makes the figures of amounts, and of other numbers that were only read, for one vendor."""

    def __init__(
        self,
        result: Evaluation,
        each: VendorResult,
        inputs: Callable[[Derivation], Iterator[Figure]],
    ) -> None:
        """Start with nothing told; `inputs` gives what went into a formula."""
        self._result = result
        self._each = each
        self._sheet = result.criteria
        self._inputs = inputs
        self._told: set[int] = set()
        self._cells: set[Location] = set()

    def read(self, one: Input, value: Fraction) -> Figure:
        """Return a number that went into a formula as it was read."""
        where = one.where[0] if one.where else None
        about = self._quote_of(one.name, where)
        kind: Kind = "amount" if about else "number"
        if where is not None:
            self._cells.add(where)
        name = self._sheet.name_of(about or one.name)
        return Figure(kind, name, value, where=where, symbol=one.name, criterion=about)

    def computed(self, derivation: Derivation, symbol: str) -> Figure:
        """Return a number that was computed itself and goes into a formula as `symbol`."""
        return self.amount(self._amount_of(derivation) or symbol, derivation, symbol)

    def amount(
        self, amount: str, derivation: Derivation, symbol: str, vendor: str = "", name: Words = ""
    ) -> Figure:
        """Return an amount down to the cells in which its parts are quoted.

        `vendor` and `name` are of another vendor, whose amount was compared.
        """
        quoted = _quoted(derivation)
        told = quoted is None and id(derivation) in self._told
        self._told.add(id(derivation))
        if quoted is not None:
            self._cells.add(quoted)
        plain = quoted is not None or told
        return Figure(
            "compared" if vendor else "amount",
            name or self._sheet.name_of(amount),
            derivation.value,
            derivation=None if plain else derivation,
            where=quoted,
            symbol=symbol,
            criterion=amount,
            vendor=vendor,
            parts=() if plain else tuple(self._inputs(derivation)),
            elsewhere=told,
        )

    def untold(self) -> Iterator[Figure]:
        """Give the amounts and quantities that were not met in any history so far.

        What was computed comes first: its parts are then told with it, and not once more.
        """
        amounts = self._each.amounts.items()
        for amount, derivation in sorted(amounts, key=lambda each: _quoted(each[1]) is not None):
            met = id(derivation) in self._told or _quoted(derivation) in self._cells
            if amount in self._sheet.declared and not met:
                yield self.amount(amount, derivation, "")

    def _quote_of(self, name: str, where: Location | None) -> str:
        """Return the id of what the vendor declared in the cell `where`, which goes in as `name`."""
        for about, quote in self._each.vendor.quotes.items():
            if quote.where == where:
                return about
        return name if name in self._sheet.declared else ""

    def _amount_of(self, derivation: Derivation) -> str:
        """Return the id of the amount that a derivation is the history of, whoever quotes it."""
        for each in self._result.vendors:
            for amount, known in each.amounts.items():
                if known is derivation:
                    return amount
        return ""


def _quoted(derivation: Derivation) -> Location | None:
    """Return the cell of an amount that was only read, None for one that was computed."""
    first = derivation.inputs[0] if derivation.inputs else None
    if first is None or not first.where or derivation.formula != parse(first.name):
        return None
    return first.where[0]
