"""One vendor on its way through the order of work: its marks, its points, why it is out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property

from procscore.exact import display
from procscore.formula import Derivation, Input, derive, parse
from procscore.language import listing
from procscore.model.bids import Mark, Status, Vendor
from procscore.model.criteria import Criterion, Leaf
from procscore.model.own_points import own_derivation
from procscore.model.result import Exclusion, Own, Score, VendorResult
from procscore.model.rounds import Round
from procscore.scoring import panel, price
from procscore.scoring.context import Context, own_place
from procscore.scoring.tree import Best, PanelTotal, Tree, evaluator_totals

_TIMES = parse("evaluators * once")
_ONCE = parse("all / evaluators")


@dataclass(eq=False)
class Progress:
    """A vendor, and what was found of it so far."""

    context: Context
    vendor: Vendor
    exclusions: list[Exclusion] = field(default_factory=list)
    flags: list[Exclusion] = field(default_factory=list)
    vetoes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By criterion, the evaluators whose veto stands."""
    leaves: dict[str, Score] = field(default_factory=dict)
    best: dict[str, Best] = field(default_factory=dict)
    panel_totals: list[PanelTotal] = field(default_factory=list)

    @property
    def in_play(self) -> bool:
        """Tell whether nothing excludes the vendor so far."""
        return not self.exclusions

    @cached_property
    def marks(self) -> dict[str, tuple[Mark, ...]]:
        """Return the marks that count, by criterion, after vetoes that do not stand."""
        counted = {}
        for leaf in self.context.sheet.leaves:
            counted[leaf.id], said = panel.after_veto(self.context.sheet, leaf, self._marks(leaf))
            if said:
                self.vetoes[leaf.id] = said
        return counted

    def _marks(self, leaf: Leaf) -> tuple[Mark, ...]:
        bids = self.context.bids
        if leaf.marked_by == "secretariat":
            return bids.secretariat.get((self.vendor.id, leaf.id), ())
        if self.context.sheet.agreed(leaf):
            return self._agreed(leaf)
        return self._agreed(leaf) or bids.given(self.vendor, leaf.id, leaf.panel)

    def _agreed(self, leaf: Leaf) -> tuple[Mark, ...]:
        return self.context.bids.agreed.get((self.vendor.id, leaf.id), ())

    @property
    def tree(self) -> Tree:
        """Return the scores as far as they are known; what is not scored yet has no points."""
        return Tree(self.context, self.vendor, self._known(), self.best, self.panel_totals)

    def _known(self) -> dict[str, Score]:
        return {
            leaf.id: self.leaves.get(
                leaf.id, Score(leaf.id, leaf.points * self.context.times(self.vendor, leaf), None)
            )
            for leaf in self.context.sheet.leaves
        }

    def score_marks(self, leaves: Sequence[Leaf]) -> None:
        """Score the leaves of a round that hang on no other bid (order of work, step 3)."""
        dropped = {
            marking: self._dropped(by_panel) for marking, by_panel in self._totalled(leaves).items()
        }
        scored = [leaf for leaf in leaves if leaf.compared is None]
        for leaf in scored:
            self.leaves[leaf.id] = self._score(leaf, dropped.get(leaf.panel))
        self.check_range(scored)

    def _totalled(self, leaves: Iterable[Leaf]) -> dict[str | None, list[Leaf]]:
        """Return the leaves of each panel that is aggregated over totals."""
        found: dict[str | None, list[Leaf]] = {}
        for leaf in leaves:
            if leaf.totalled and self.context.sheet.rules_of(leaf.panel).over == "totals":
                found.setdefault(leaf.panel, []).append(leaf)
        return found

    def _dropped(self, leaves: Sequence[Leaf]) -> frozenset[str] | None:
        """Return whom trimming by totals leaves out, and note where the totals decide."""
        rules = self.context.sheet.rules_of(leaves[0].panel)
        if self.context.sheet.totals_decide(leaves[0].panel):
            self.panel_totals.append(PanelTotal(self.context, leaves, self.marks))
        if rules.aggregate != "trimmed-mean":
            return None
        totals = evaluator_totals(leaves, self.marks)
        marked = {leaf.id: self.marks[leaf.id] for leaf in leaves}
        dropped = panel.dropped_evaluators(totals, marked, rules)
        if equals := panel.equals_at_the_cut(totals, marked, dropped):
            self.context.problems.add(
                "trim-among-equals",
                self.vendor.where,
                vendor=self.vendor.name,
                who=listing(equals),
            )
        return dropped

    def _score(self, leaf: Leaf, dropped: frozenset[str] | None) -> Score:
        marks = self.marks[leaf.id]
        if leaf.totalled:
            if dropped is not None:
                return panel.from_kept_marks(leaf, marks, dropped)
            of = leaf.points * self.context.times(self.vendor, leaf)
            return self._by_panel(leaf, marks, of)
        if leaf.marked_by == "panel":
            return self._each(leaf, self._by_panel(leaf, marks, leaf.points))
        if leaf.marked_by == "secretariat":
            return self._each(leaf, panel.from_secretariat(leaf, marks[0]))
        return self._each(leaf, price.formula_score(self.context, leaf, self.vendor))

    def _by_panel(self, leaf: Leaf, marks: Sequence[Mark], of: Fraction) -> Score:
        """Score a leaf by the panel's marks, or by the one that it agreed on."""
        sheet, chair = self.context.sheet, self.context.chair(self.vendor, leaf)
        bids = self.context.bids
        if not self._agreed(leaf):
            score = panel.from_marks(sheet, leaf, marks, of, chair)
            return replace(score, blanks=bids.not_agreed.get((self.vendor.id, leaf.id), ()))
        given = bids.given(self.vendor, leaf.id, leaf.panel)
        own, _ = panel.after_veto(sheet, leaf, [mark for mark in given if mark.value is not None])
        score = panel.from_agreed(sheet, leaf, marks[0], of, own, chair)
        return replace(score, blanks=tuple(mark for mark in given if mark.value is None))

    def _each(self, leaf: Leaf, score: Score) -> Score:
        """With `sum`, points that are given once count for every evaluator, as on their sheets."""
        times = self.context.times(self.vendor, leaf)
        if times == 1 or score.derivation is None:
            return replace(score, of=leaf.points * times)
        inputs = (
            Input("evaluators", times),
            Input("once", score.derivation.value, derivation=score.derivation),
        )
        return replace(score, of=leaf.points * times, derivation=derive(_TIMES, inputs))

    def score_price(self, leaf: Leaf, counted: Sequence[Vendor]) -> None:
        """Score a leaf that is compared with the bids of `counted` (order of work, step 5)."""
        score = price.price_score(self.context, leaf, self.vendor, counted)
        self.leaves[leaf.id] = self._each(leaf, score)
        self.check_range([leaf])

    def check_range(self, leaves: Iterable[Leaf]) -> None:
        """Report points above a criterion's points or below its least; they are never clipped."""
        for leaf in leaves:
            score = self.leaves[leaf.id]
            least, most = self.context.sheet.point_range(leaf)
            share = score.of / leaf.points if leaf.points else Fraction(1)
            self._check(score, least * share, most * share)

    def check_groups(self, counted: Iterable[Criterion]) -> None:
        """Report groups above their points: rescaled ones, and those that totals decide."""
        tree = self.tree
        for top in counted:
            for score in tree.score(top).walk():
                criterion = self.context.sheet.by_id[score.criterion]
                if criterion.rescale is not None:
                    self._check(score, None if self._may_be_negative(criterion) else 0, score.of)
                elif not score.adds_up:
                    parts = sum((part.points or Fraction(0) for part in score.parts), Fraction(0))
                    # A rounded total of totals can come out above the points; a sum cannot.
                    self._check(score, min(parts, Fraction(0)), score.of)

    def _may_be_negative(self, criterion: Criterion) -> bool:
        sheet = self.context.sheet
        return any(sheet.point_range(leaf)[0] < 0 for leaf in sheet.leaves_of(criterion))

    def _check(self, score: Score, least: Fraction | int | None, most: Fraction) -> None:
        if score.derivation is None:
            return
        points = score.derivation.value
        if points <= most and (least is None or points >= least):
            return
        self.context.problems.add(
            "points-out-of-range",
            own_place(self.vendor, score.derivation.inputs),
            vendor=self.vendor.name,
            criterion=self.context.sheet.by_id[score.criterion].name,
            points=display(points),
            least="-" if least is None else display(Fraction(least)),
            most=display(most),
            formula=score.derivation.formula.text,
        )

    def own(self, counted: Sequence[Criterion], asked: str | None = None) -> Own:
        """Return what each evaluator found, for every criterion and the total over `counted`.

        It is the tree with that evaluator's own marks in place of the panel's, together with what
        all share: the points of price, secretariat and other panels, counted once. The evaluators
        are those who mark the criterion `asked` (None: the total), of several panels the sheet's
        own.
        """
        sheet = self.context.sheet
        about = counted if asked is None else (sheet.by_id[asked],)
        tops = (*counted, *(about if asked is not None else ()))
        inside = {leaf.id for leaf in sheet.leaves if any(leaf.id in top.ids for top in about)}
        own: dict[str, dict[str | None, Derivation]] = {}
        voting = [leaf for leaf in sheet.totalled if leaf.id in inside and leaf.panel is None]
        voting = voting or [leaf for leaf in sheet.totalled if leaf.id in inside]
        whole, best = self.tree, self._own_best()
        for evaluator in dict.fromkeys(m.evaluator for each in voting for m in self.marks[each.id]):
            leaves = self._own_leaves(evaluator)
            tree = Tree(self.context, self.vendor, leaves, best, required=whole)
            total, _ = tree.total(counted)
            own[evaluator] = {
                score.criterion: score.derivation
                for top in tops
                for score in tree.score(top).walk()
                if score.derivation is not None
            }
            if total is not None:
                own[evaluator][None] = total
        return own

    def _own_best(self) -> dict[str, Best]:
        """Return `best` as one evaluator's sheet counts, not with `sum` for all of them."""
        tree = self.tree
        by_id = self.context.sheet.by_id
        times = {each: tree.score(by_id[each]).of / by_id[each].worth for each in self.best}
        return {
            each: best._replace(derivation=_once(best.derivation, times[each]))
            for each, best in self.best.items()
        }

    def _own_leaves(self, evaluator: str) -> dict[str, Score]:
        leaves = {}
        known = self._known()
        for leaf in self.context.sheet.leaves:
            score = known[leaf.id]
            given = [mark for mark in self.marks[leaf.id] if mark.evaluator == evaluator]
            times = self.context.times(self.vendor, leaf)
            if leaf.totalled and given:
                derivation: Derivation | None = own_derivation(leaf, given[0])
            elif score.derivation is not None:
                derivation = _once(score.derivation, times)
            else:
                derivation = None
            leaves[leaf.id] = Score(leaf.id, leaf.points, derivation)
        return leaves

    def result(self, judged: Round, *, own: bool) -> VendorResult:
        """Return the vendor as a result; value and rank are still open."""
        tree = self.tree
        scores = {top.id: tree.score(top) for top in self.context.sheet.criteria}
        counted = [scores[top.id] for top in judged.counted]
        total, adds_up = None, True
        if self.in_play or all(score.points is not None for score in counted):
            total, adds_up = tree.add_up(counted, None)
        status = self.vendor.status
        if status is Status.ELIGIBLE and self.exclusions:
            status = Status.EXCLUDED
        return VendorResult(
            vendor=self.vendor,
            status=status,
            exclusions=tuple(self.exclusions),
            flags=tuple(self.flags),
            evaluators=self._evaluators() if self.leaves else (),
            amounts=self.context.amounts[self.vendor.id],
            scores=tuple(scores.values()),
            of=sum((score.of for score in counted), Fraction(0)),
            total=total,
            value=None,
            own=self.own(judged.counted) if own and self.in_play else {},
            adds_up=adds_up,
        )

    def _evaluators(self) -> tuple[str, ...]:
        bids, panels = self.context.bids, self.context.sheet.marking_panels
        counted = {each.id for one in panels for each in bids.scoring(self.vendor, one)}
        return tuple(each.id for each in bids.evaluators if each.id in counted)


def _once(points: Derivation, times: Fraction) -> Derivation:
    """Return points that count once for each evaluator as they count for one of them."""
    if times == 1:
        return points
    inputs = (Input("all", points.value, derivation=points), Input("evaluators", times))
    return derive(_ONCE, inputs)
