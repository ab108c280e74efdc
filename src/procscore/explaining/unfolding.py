"""One vendor's figures, unfolded from the total down to the cells.

A history shares its objects: the points that a bonus requires are the same object as the points of that
criterion. The tree follows the criteria, where each stands once; whatever else leads to points that
have a place there only names them. Other figures are unfolded where they are met first.
"""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from procscore.diagnostics import Location
from procscore.explaining.trimming import Extreme, extremes
from procscore.formula import Derivation, Input, parse
from procscore.language import N_, message
from procscore.model.bids import Mark
from procscore.model.explanation import Figure, Given, Kind, Uncounted, Use
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
        self._told: set[int] = set()
        self._cells: set[Location] = set()
        self._home = {
            id(step): score
            for score in each.walk()
            if score.derivation is not None
            for step in steps(score.derivation)
        }
        """The score whose history a derivation is a step of, by the derivation's identity."""
        self._marked: dict[Location, tuple[Mark, str]] = {
            mark.where: (mark, score.criterion)
            for score in each.walk()
            for mark in (*score.marks, *score.originals)
        }

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
        ranks = tuple(self._ranks(derivation, tuple(ranked)))
        parts = ranks or tuple(self._inputs(derivation, None))
        return Figure("value", name, derivation.value, derivation=derivation, parts=parts)

    def untold_amounts(self) -> Iterator[Figure]:
        """Give the amounts and quantities that were not met in any history so far.

        What was computed comes first: its parts are then told with it, and not once more.
        """
        amounts = self._each.amounts.items()
        for amount, derivation in sorted(amounts, key=lambda each: _quoted(each[1]) is not None):
            met = id(derivation) in self._told or _quoted(derivation) in self._cells
            if amount in self._sheet.declared and not met:
                yield self._amount(amount, derivation, "")

    def _scored(
        self, score: Score, derivation: Derivation | None, kind: Kind, symbol: str
    ) -> Figure:
        """Return one step of a score's history; the innermost one holds marks and parts."""
        name = self._sheet.by_id[score.criterion].name
        of = score.of if kind == "criterion" else None
        if derivation is None:
            parts = tuple(map(self.criterion, score.parts))
            return Figure(kind, name, None, of, criterion=score.criterion, parts=parts)
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
            marks=tuple(self._given(score)) if inner else (),
            uncounted=tuple(self._uncounted(score)) if inner else (),
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

    def _given(self, score: Score) -> Iterator[Given]:
        known: Mapping[str, Extreme] = {}
        if score.left_out:
            known = extremes(self._sheet, self._each, self._leaves[score.criterion].panel)
        for mark in score.marks:
            use: Use = "trimmed" if mark.evaluator in score.left_out else "counts"
            name = called(self._result, mark.evaluator)
            yield Given(mark, name, use, known.get(mark.evaluator, ""))
        for mark in score.originals:
            yield Given(mark, called(self._result, mark.evaluator), "replaced")

    def _uncounted(self, score: Score) -> Iterator[Uncounted]:
        """Give the evaluators who have no mark in a criterion that the panel marks."""
        leaf = self._leaves.get(score.criterion)
        if leaf is None or leaf.marked_by != "panel":
            return
        for one in self._result.evaluators:
            name = called(self._result, one.id)
            if leaf.panel not in one.panels:
                yield Uncounted(one.id, name, "another-panel")
            elif not one.present:
                yield Uncounted(one.id, name, "absent")
            elif self._each.vendor.id in one.recused:
                yield Uncounted(one.id, name, "recused")

    def _inputs(self, derivation: Derivation, score: Score | None) -> Iterator[Figure]:
        """Give what went into a formula; the marks of `score` are told beside."""
        for one in derivation.inputs:
            if score is not None and one.name in _STEPS and one.derivation is not None:
                yield self._scored(score, one.derivation, _STEPS[one.name], one.name)
            elif one.name == "totals":
                yield from self._totals(one)
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
            where = one.where[0] if one.where else None
            about = self._quote_of(one.name, where)
            kind: Kind = "amount" if about else "number"
            name = self._sheet.name_of(about or one.name)
            if where is not None:
                self._cells.add(where)
            yield Figure(kind, name, one.value, where=where, symbol=one.name, criterion=about)

    def _quote_of(self, name: str, where: Location | None) -> str:
        """Return the id of what the vendor declared in the cell `where`, which goes in as `name`."""
        for about, quote in self._each.vendor.quotes.items():
            if quote.where == where:
                return about
        return name if name in self._sheet.declared else ""

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
        about = self._amount_of(derivation) or symbol
        return self._amount(about, derivation, symbol)

    def _amount_of(self, derivation: Derivation) -> str:
        """Return the id of the amount that a derivation is the history of, whoever quotes it."""
        for each in self._result.vendors:
            for amount, known in each.amounts.items():
                if known is derivation:
                    return amount
        return ""

    def _amount(
        self, amount: str, derivation: Derivation, symbol: str, vendor: str = "", name: Words = ""
    ) -> Figure:
        """Return an amount down to the cells in which its parts are quoted."""
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
            parts=() if plain else tuple(self._inputs(derivation, None)),
            elsewhere=told,
        )

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
            yield self._amount(leaf.compared, derivation, "", vendor, each.vendor.name)

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

    def _totals(self, one: Input) -> Iterator[Figure]:
        """Give each evaluator's total, mark by mark."""
        for derivation in one.derivations:
            own = tuple(self._own_mark(each) for each in derivation.inputs[0].derivations)
            mark, _ = self._marked[_cell(derivation.inputs[0].derivations[0])]
            yield Figure(
                "evaluator",
                called(self._result, mark.evaluator),
                derivation.value,
                derivation=derivation,
                parts=own,
                adds_up=True,
            )

    def _own_mark(self, derivation: Derivation) -> Figure:
        mark, criterion = self._marked[_cell(derivation)]
        name = self._sheet.by_id[criterion].name
        return Figure(
            "own-mark", name, derivation.value, None, derivation, mark.where, criterion=criterion
        )

    def _ranks(self, derivation: Derivation, ranked: tuple[VendorResult, ...]) -> Iterator[Figure]:
        """Give, where ranks or first places are counted, what each evaluator's total gave."""
        for evaluator, value in ranks_of(self._each, derivation, ranked).items():
            own = self._each.own[evaluator][None]
            parts = (
                Figure("evaluator", called(self._result, evaluator), own.value, derivation=own),
                *(
                    Figure(
                        "compared",
                        each.vendor.name,
                        each.own[evaluator][None].value,
                        vendor=each.vendor.id,
                        elsewhere=True,
                    )
                    for each in ranked
                    if each is not self._each and evaluator in each.own
                ),
            )
            symbol = derivation.inputs[0].name
            name = called(self._result, evaluator)
            yield Figure("rank", name, value, symbol=symbol, parts=parts)


def called(result: Evaluation, evaluator: str) -> str:
    """Return an evaluator's id and name, once where they are the same or no name is known."""
    names = {one.id: one.name for one in result.evaluators}
    name = names.get(evaluator, evaluator)
    return evaluator if name == evaluator else f"{evaluator} {name}"


def ranks_of(
    each: VendorResult, derivation: Derivation, ranked: Iterable[VendorResult]
) -> dict[str, Fraction]:
    """Return what each evaluator's order gave a vendor (a rank, or a first place), by evaluator id.

    Empty where the ranking compares something else. Orders are counted in the order in which the
    evaluators are met, vendor by vendor.
    """
    first = derivation.inputs[0] if derivation.inputs else None
    if first is None or first.name not in ("ranks", "firsts") or not isinstance(first.value, tuple):
        return {}
    known = dict.fromkeys(evaluator for one in ranked for evaluator in one.own)
    evaluators = [evaluator for evaluator in known if evaluator in each.own]
    return dict(zip(evaluators, first.value, strict=True))


def _quoted(derivation: Derivation) -> Location | None:
    """Return the cell of an amount that was only read, None for one that was computed."""
    first = derivation.inputs[0] if derivation.inputs else None
    if first is None or not first.where or derivation.formula != parse(first.name):
        return None
    return first.where[0]


def _cell(own: Derivation) -> Location:
    """Return the cell of the mark that an evaluator's own points come from."""
    return next(one.where[0] for one in own.inputs if one.name == "mark")
