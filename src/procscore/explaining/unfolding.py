"""One vendor's figures, unfolded from the total down to the cells.

A history shares its objects: the points that a bonus requires are the same object as the points of that
criterion. The tree follows the criteria, where each stands once; whatever else leads to points that
have a place there only names them. Other figures are unfolded where they are met first.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from procscore.explaining.amounts import Amounts
from procscore.explaining.evaluators import ranks, totals
from procscore.explaining.marks import given, uncounted
from procscore.formula import Derivation, Input, parse
from procscore.language import N_, message
from procscore.model.explanation import Figure, Kind
from procscore.model.history import steps
from procscore.model.page import Words
from procscore.model.result import Evaluation, Score, VendorResult

TOTAL = message(N_("Total"))
_STEPS: dict[str, Kind] = {"earned": "withheld", "raw": "converted", "once": "counted-once"}
"""What a score was before, by its name in the formula of what it became."""
_MARKET = ("lowest", "highest", "average", "count")
"""What a price formula takes from all bids that count."""
_SUM = parse("sum(parts)")


class Unfolding:
    """Makes the figures of one vendor."""

    def __init__(self, result: Evaluation, each: VendorResult) -> None:
        """Start with nothing told."""
        self._result = result
        self._each = each
        self._sheet = result.criteria
        self._leaves = {leaf.id: leaf for leaf in result.criteria.leaves}
        self._amounts = Amounts(result, each, lambda derivation: self._inputs(derivation, None))
        self._home = {
            id(step): score
            for score in each.walk()
            if score.derivation is not None
            for step in steps(score.derivation)
        }
        """The score whose history a derivation is a step of, by the derivation's identity."""

    def total(self, counted: Iterable[str]) -> Figure:
        """Return the total with everything below it; `counted` are the top criteria that it is of."""
        total, tops = self._each.total, [self._each.score(top) for top in counted]
        parts = tuple(map(self.criterion, tops))
        if total is None:
            return Figure("total", TOTAL, None, self._each.of, parts=parts)
        adds_up = total.formula == _SUM
        inputs = () if adds_up else tuple(self._inputs(total, None))
        return Figure(
            "total",
            TOTAL,
            total.value,
            self._each.of,
            total,
            parts=(*inputs, *parts),
            adds_up=adds_up,
        )

    def criterion(self, score: Score) -> Figure:
        """Return the points of a criterion with everything below them."""
        return self._scored(score, score.derivation, "criterion", "")

    def value(self, derivation: Derivation, name: Words, ranked: Iterable[VendorResult]) -> Figure:
        """Return what the ranking compares; `ranked` are all whose evaluators put them in order."""
        orders = tuple(ranks(self._result, self._each, derivation, tuple(ranked)))
        parts = orders or tuple(self._inputs(derivation, None))
        return Figure("value", name, derivation.value, derivation=derivation, parts=parts)

    def untold_amounts(self) -> Iterator[Figure]:
        """Give the amounts and quantities that were not met in any history so far."""
        return self._amounts.untold()

    def _scored(
        self, score: Score, derivation: Derivation | None, kind: Kind, symbol: str
    ) -> Figure:
        """Return one step of a score's history; the innermost one holds marks and parts."""
        name = self._sheet.by_id[score.criterion].name
        of = score.of if kind == "criterion" else None
        if derivation is None:
            parts = tuple(map(self.criterion, score.parts))
            return Figure(kind, name, None, of, criterion=score.criterion, parts=parts)
        leaf = self._leaves.get(score.criterion)
        inner = not any(one.name in _STEPS and one.derivation for one in derivation.inputs)
        adds_up = inner and bool(score.parts) and derivation.formula == _SUM
        parts = () if adds_up else tuple(self._inputs(derivation, score))
        if inner:
            parts = (*parts, *map(self.criterion, score.parts), *self._before(score))
        return Figure(
            kind,
            name,
            derivation.value,
            of,
            derivation,
            symbol=symbol,
            criterion=score.criterion,
            parts=parts,
            adds_up=adds_up,
            marks=tuple(given(self._result, self._each, score, leaf)) if inner else (),
            uncounted=tuple(uncounted(self._result, self._each, leaf)) if inner else (),
        )

    def _before(self, score: Score) -> Iterator[Figure]:
        """Give what the evaluators' own marks would have given, where an agreed one counts instead."""
        if score.before is not None:
            yield Figure(
                "before-agreement",
                self._sheet.by_id[score.criterion].name,
                score.before.value,
                derivation=score.before,
                criterion=score.criterion,
            )

    def _inputs(self, derivation: Derivation, score: Score | None) -> Iterator[Figure]:
        """Give what went into a formula; the marks of `score` are told beside."""
        for one in derivation.inputs:
            if score is not None and one.name in _STEPS and one.derivation is not None:
                yield self._scored(score, one.derivation, _STEPS[one.name], one.name)
            elif one.name == "totals":
                yield from totals(self._result, self._each, one)
            elif one.name == "best" and one.derivation is not None and score is not None:
                yield self._best(one, one.derivation, score)
            elif one.name in _MARKET and self._compares(score):
                yield self._market(one)
            elif one.name not in ("marks", "parts"):
                yield from self._input(one)
        if any(one.name in _MARKET for one in derivation.inputs) and score is not None:
            yield from self._compared(score)

    def _compares(self, score: Score | None) -> bool:
        """Tell whether a score is one of bids compared: elsewhere `count` is how many marks there are."""
        leaf = None if score is None else self._leaves.get(score.criterion)
        return leaf is not None and leaf.compared is not None

    def _input(self, one: Input) -> Iterator[Figure]:
        for derivation in one.derivations:
            yield self._computed(one.name, derivation)
        if one.derivation is not None:
            yield self._computed(one.name, one.derivation)
        elif isinstance(one.value, Fraction):
            yield self._amounts.read(one, one.value)

    def _computed(self, symbol: str, derivation: Derivation) -> Figure:
        """Return a number that was computed itself: named where it has its place elsewhere."""
        if derivation is self._each.total:
            return Figure(
                "total", TOTAL, derivation.value, self._each.of, symbol=symbol, elsewhere=True
            )
        if id(derivation) in self._home:
            score = self._home[id(derivation)]
            kind: Kind = "required" if symbol == "reached" else "criterion"
            name = self._sheet.by_id[score.criterion].name
            return Figure(
                kind,
                name,
                derivation.value,
                score.of,
                symbol=symbol,
                criterion=score.criterion,
                elsewhere=True,
            )
        if symbol.startswith("panel"):
            parts = tuple(self._inputs(derivation, None))
            return Figure(
                "panel",
                message(N_("What the evaluators' totals give")),
                derivation.value,
                derivation=derivation,
                symbol=symbol,
                parts=parts,
            )
        return self._amounts.computed(derivation, symbol)

    def _market(self, one: Input) -> Figure:
        """Return what all bids that count say together; they themselves are told one by one."""
        value = one.value if isinstance(one.value, Fraction) else None
        where = one.where[0] if one.where else None
        return Figure("market", one.name, value, where=where, symbol=one.name)

    def _compared(self, score: Score) -> Iterator[Figure]:
        """Give the amount of each vendor that was compared, where the history still knows whose."""
        leaf = self._leaves.get(score.criterion)
        rule = self._sheet.by_id[score.criterion].rescale
        if leaf is None or leaf.compared is None or (rule is not None and rule.relative):
            return
        for vendor in score.among:
            each = self._result.vendor(vendor)
            derivation = each.amounts[leaf.compared]
            yield self._amounts.amount(leaf.compared, derivation, "", vendor, each.vendor.name)

    def _best(self, one: Input, derivation: Derivation, score: Score) -> Figure:
        """Return the best before conversion; the points of the others are named, not unfolded."""
        raws = derivation.inputs[0].derivations
        parts = tuple(
            Figure(
                "compared",
                self._result.vendor(vendor).vendor.name,
                raw.value,
                vendor=vendor,
                criterion=score.criterion,
                elsewhere=True,
            )
            for vendor, raw in zip(score.among, raws, strict=True)
        )
        return Figure(
            "best",
            message(N_("Highest points before conversion")),
            derivation.value,
            derivation=derivation,
            symbol=one.name,
            parts=parts,
        )
