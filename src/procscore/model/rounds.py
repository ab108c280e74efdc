"""The rounds of a procurement: its stages, or the whole sheet where it has none."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from procscore.formula import names
from procscore.model.bids import Status, Vendor
from procscore.model.criteria import CriteriaSheet, Criterion, Leaf
from procscore.model.formula_names import FIGURE_NAMES
from procscore.model.rules import Gate, Minimum, Ranking, Stage
from procscore.model.scores import ByFormula, Price


@dataclass(frozen=True, slots=True)
class Round:
    """What is judged together."""

    stage: Stage | None
    """None where the sheet has no stages."""
    leaves: tuple[Leaf, ...]
    """The leaves that are scored in this round."""
    counted: tuple[Criterion, ...]
    """The top criteria whose points make up this round's total."""
    ranking: Ranking
    before: frozenset[str] = frozenset()
    """Ids of the leaves that were scored in earlier rounds."""

    @property
    def gate(self) -> Gate | None:
        """Return who goes on from here, None for the last round."""
        return self.stage.gate if self.stage else None


def applicants(vendors: Iterable[Vendor]) -> int:
    """Return how many vendors apply: not withdrawn, disqualified or invalid.

    A bid above the ceiling has applied, too: its price may not be known yet.
    """
    return sum(vendor.status is Status.ELIGIBLE for vendor in vendors)


def skipped(stage: Stage, count: int) -> bool:
    """Tell whether a stage is not held because only `count` vendors stand."""
    return bool(stage.gate and stage.gate.skip_below and count < stage.gate.skip_below)


def rounds(sheet: CriteriaSheet, count: int | None = None) -> tuple[Round, ...]:
    """Return the rounds that are held when `count` vendors stand, in their order; None: all."""
    if not sheet.stages:
        return (Round(None, sheet.leaves, sheet.criteria, sheet.ranking),)
    held: list[Round] = []
    for number, stage in enumerate(sheet.stages):
        if count is not None and skipped(stage, count):
            continue
        tops = tuple(sheet.by_id[each] for each in stage.criteria)
        inside = frozenset().union(*(top.ids for top in tops))
        before = held[-1].counted if held and stage.carry_over else ()
        held.append(
            Round(
                stage,
                tuple(leaf for leaf in sheet.leaves if leaf.id in inside),
                tuple(top for top in sheet.criteria if top in (*before, *tops)),
                stage.ranking or _inherited(sheet, sheet.stages[number + 1 :]),
                frozenset(leaf.id for judged in held for leaf in judged.leaves),
            )
        )
    return tuple(held)


def _inherited(sheet: CriteriaSheet, later: Sequence[Stage]) -> Ranking:
    """Return the sheet's ranking without the tie steps that cannot be asked before `later` stages.

    They are those that name a criterion of them, and, while nothing needed a price yet, those that
    name an amount.
    """
    still_open = frozenset().union(
        *(sheet.by_id[top].ids for each in later for top in each.criteria)
    )
    judged = [leaf for leaf in sheet.leaves if leaf.id not in still_open]
    stages = sheet.stages[: len(sheet.stages) - len(later)]
    if later and not (
        any(hangs_on_prices(sheet, leaf) for leaf in judged)
        or any(asks_for_amounts(sheet, each) for each in stages)
    ):
        still_open |= sheet.amounts.keys()
    ranking = sheet.ranking
    ties = tuple(step for step in ranking.ties if still_open.isdisjoint(step.needs))
    return ranking if ties == ranking.ties else ranking.model_copy(update={"ties": ties})


def due(sheet: CriteriaSheet, judged: Round, last: Round) -> Iterator[Minimum]:
    """Give the minimums that are judged in a round; `last` is the last one of the procedure.

    They are the gate's, and those of the sheet whose points are all known now and were not before.
    """
    if judged.gate is not None:
        yield from judged.gate.minimums
    known = judged.before | {leaf.id for leaf in judged.leaves}
    for minimum in sheet.eligibility.minimums:
        tops = _about(sheet, minimum, last.counted)
        ids = frozenset().union(*(top.ids for top in tops))
        leaves = {leaf.id for leaf in sheet.leaves if leaf.id in ids}
        if leaves <= known and not leaves <= judged.before:
            yield minimum


def _about(
    sheet: CriteriaSheet, minimum: Minimum, counted: tuple[Criterion, ...]
) -> Iterable[Criterion]:
    """Return the criteria whose points a minimum is about; `counted` make up the total."""
    if minimum.criterion is not None:
        return (sheet.by_id[minimum.criterion],)
    if minimum.each_of is not None:
        return sheet.by_id[minimum.each_of].criteria
    if minimum.excluding is not None:
        return outside(counted, minimum.excluding)
    return counted


def involved(
    sheet: CriteriaSheet, minimum: Minimum, counted: tuple[Criterion, ...]
) -> frozenset[str]:
    """Return the ids of the criteria that a minimum hangs on; `counted` make up the total.

    They are those whose points it is about, what is below them, and what they require.
    """
    tops = _about(sheet, minimum, counted)
    ids = frozenset().union(*(top.ids for top in tops))
    needed = (each.requires for _, each in sheet.walk() if each.id in ids)
    required = (sheet.by_id.get(each.criterion) for each in needed if each)
    return ids.union(*(each.ids for each in required if each))


def outside(criteria: Iterable[Criterion], without: str) -> Iterator[Criterion]:
    """Give the largest criteria that do not hold the criterion `without`."""
    for each in criteria:
        if without not in each.ids:
            yield each
        elif each.id != without:
            yield from outside(each.criteria, without)


def hangs_on_prices(sheet: CriteriaSheet, leaf: Leaf) -> bool:
    """Tell whether the points of a leaf need a vendor's amounts, its own or the others'."""
    formula = leaf.score.formula if isinstance(leaf.score, ByFormula) else None
    uses = {leaf.compared, *(names(formula) if formula else ())}
    return isinstance(leaf.score, Price) or not uses.isdisjoint(sheet.amounts)


def known_late(sheet: CriteriaSheet, criteria: frozenset[str]) -> bool:
    """Tell whether points of `criteria` are known only when bids are compared (order of work, 5).

    They are where a price counts, where bids are compared, and where one of them is scaled to the
    best of the vendors that count. What is scaled only further up is known before: at a technical
    minimum nobody's price is opened yet.
    """
    return any(
        leaf.compared is not None or hangs_on_prices(sheet, leaf)
        for leaf in sheet.leaves
        if leaf.id in criteria
    ) or any(
        each.rescale is not None and each.rescale.relative
        for _, each in sheet.walk()
        if each.id in criteria
    )


def asks_for_amounts(sheet: CriteriaSheet, stage: Stage) -> bool:
    """Tell whether a stage ranks by an amount: by a formula, or to tell ties apart.

    A tie step that it only inherits does not open the prices before a criterion needs them.
    """
    ranking = stage.ranking or sheet.ranking
    steps = ranking.ties if stage.ranking else ()
    named = ranking.in_formulas.union(*(step.needs for step in steps))
    return not named.isdisjoint({*sheet.amounts, *FIGURE_NAMES})


def needs_amounts(sheet: CriteriaSheet, judged: Round) -> bool:
    """Tell whether a round needs the vendors' amounts, for points or to rank by."""
    return (
        judged.stage is None
        or asks_for_amounts(sheet, judged.stage)
        or any(hangs_on_prices(sheet, leaf) for leaf in judged.leaves)
    )


def needs_amounts_first(sheet: CriteriaSheet) -> bool:
    """Tell whether the first round needs the vendors' amounts; a later one asks who gets there."""
    return needs_amounts(sheet, rounds(sheet)[0])


def opening(sheet: CriteriaSheet, held: Sequence[Round]) -> Round | None:
    """Return the round that begins with holding the amounts against their ceilings.

    It is the first that needs amounts, for before it they may be sealed; where none does, the last
    one of the procedure. None: what is evaluated ends before, or nothing is held.
    """
    if not sheet.stages:
        return held[0] if held else None
    if sheet.prices == "sealed":
        return None
    last = held[-1] if held and not sheet.set_aside else None
    return next((each for each in held if needs_amounts(sheet, each)), last)
