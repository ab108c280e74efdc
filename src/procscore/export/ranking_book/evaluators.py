"""The sheet 委員別: each evaluator's total for each vendor, and the order in which it puts them."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain

from procscore.diagnostics import Location
from procscore.export.ranking_book import looks
from procscore.export.ranking_book.ballots import Ballots, Grid, Totals, stated_ranks
from procscore.export.ranking_book.ballots_drawn import draw
from procscore.export.ranking_book.draft import Draft
from procscore.export.ranking_book.frame import Contest, Frame
from procscore.formula import Derivation, Input, derive, parse
from procscore.language import N_, _
from procscore.model.bids import Mark
from procscore.model.criteria import Leaf
from procscore.model.own_points import own_derivation
from procscore.model.result import Score, VendorResult

_SUM = parse("sum(parts)")
_WHOLE = N_("With everything that all share: price points, the secretariat's marks.")
_MARKED = N_(
    "The points that the evaluator's own marks are worth; price points are not among them."
)
_ALONE, _ID, _NAME, _VENDOR, _WIDEST_VENDOR = 32, 16, 30, 16, 26
"""Widths of the columns: of ids alone, of ids with names beside them, of the names, of the vendors."""
_LEAST = 136
"""Narrow characters across the sheet, where there are enough vendors to fill them."""


class Evaluators:
    """Lays out the sheet."""

    def __init__(self, frame: Frame) -> None:
        """Start with the result."""
        self._frame = frame
        self._asked = [(each, totals) for each in frame.contests if (totals := _whole_totals(each))]
        whole = [_values(totals) for _contest, totals in self._asked]
        marked = [(title, ranked, self._own(leaves)) for title, ranked, leaves in self._parts()]
        self._marked = [each for each in marked if each[2] and _values(each[2]) not in whole]
        who = [_ID, _NAME] if frame.named else [_ALONE]
        share = (_LEAST - sum(who)) // max(len(frame.vendors), 1)
        wide = [min(max(share, _VENDOR), _WIDEST_VENDOR)] * len(frame.vendors)
        self.sheet = Draft(frame.names["evaluators"], frame.ledger, [*who, *wide], one_page=True)

    @property
    def needed(self) -> bool:
        """Tell whether evaluators marked anything."""
        return bool(self._marked or self._asked)

    def draft(self) -> Draft:
        """Return the sheet."""
        sheet = self.sheet
        sheet.line(sheet.name, looks.TITLE)
        if self._marked:
            sheet.line(_(_MARKED), looks.LEAD)
        for title, ranked, totals in self._marked:
            ballots = Ballots(self._frame, sheet, totals, title)
            grid = ballots.totals()
            self._equate(totals, grid)
            sheet.row += 1
            if ranked and not self._asked:
                ballots.ranks(_("Ranks by these totals"), grid, ranked, "competition")
                sheet.row += 1
            draw(sheet, ballots, grid, ranked)
        for contest, totals in self._asked:
            sheet.line(_(_WHOLE), looks.LEAD)
            self._ask(contest, totals, drawn=not self._marked)
        return sheet

    def _parts(self) -> Iterator[tuple[str, Sequence[VendorResult], list[Leaf]]]:
        """Give what an evaluator's marks add up over: each panel's criteria, stage by stage.

        With them stands who was ranked in the stage.
        """
        criteria = self._frame.result.criteria
        ranked: dict[str, Sequence[VendorResult]] = {
            each.id: each.ranked for each in self._frame.contests
        }
        end: Sequence[VendorResult] = self._frame.result.ranked
        stages = [(each.name, ranked.get(each.id, end), each.criteria) for each in criteria.stages]
        stages = stages or [("", end, tuple(each.id for each in criteria.criteria))]
        found: list[tuple[str, Sequence[VendorResult], str, list[Leaf]]] = []
        for stage, own_ranked, tops in stages:
            inside = frozenset(chain.from_iterable(criteria.by_id[each].ids for each in tops))
            for panel in criteria.marking_panels:
                name = criteria.rules_of(panel).name or panel or ""
                marked = [leaf for leaf in criteria.totalled if leaf.panel == panel]
                if leaves := [leaf for leaf in marked if leaf.id in inside]:
                    found.append((stage, own_ranked, name, leaves))
        several = len({name for _stage, _ranked, name, _leaves in found}) > 1
        for stage, own_ranked, name, leaves in found:
            yield " ".join(filter(None, (stage, name if several else ""))), own_ranked, leaves

    def _own(self, leaves: Sequence[Leaf]) -> Totals:
        """Return what each evaluator's marks for some criteria of a panel add up to."""
        panel = leaves[0].panel
        found: dict[str, dict[str, Derivation]] = {
            each.id: {} for each in self._frame.result.evaluators if panel in each.panels
        }
        for each in self._frame.vendors:
            parts: dict[str, list[Derivation]] = {}
            for leaf in leaves:
                for mark in self._own_marks(each.score(leaf.id), leaf):
                    parts.setdefault(mark.evaluator, []).append(own_derivation(leaf, mark))
            whole = {one for one, given in parts.items() if len(given) == len(leaves)}
            for evaluator in found.keys() & whole:
                found[evaluator][each.vendor.id] = _added(parts[evaluator])
        return found if any(found.values()) else {}

    def _own_marks(self, score: Score, leaf: Leaf) -> Sequence[Mark]:
        """Return the evaluators' own marks, also where an agreed one overrides them."""
        overridden = score.agreed and self._frame.result.criteria.overridden(leaf)
        return score.originals if overridden else score.marks

    def _equate(self, totals: Totals, grid: Grid) -> None:
        """Say where the totals stand that a panel's points are the median or the mean of."""
        stages = (each for stage in self._frame.result.stages for each in stage.ranked)
        listed = [
            one
            for each in (*self._frame.vendors, *stages)
            for derivation in (*(score.derivation for score in each.walk()), each.total)
            for one in _panel_totals(derivation)
        ]
        known = {
            _marks(totals[who][vendor]): held
            for who, own in (grid.items() if listed else ())
            for vendor, held in own.items()
        }
        for one in listed:
            held = known.get(_marks(one))
            if held is not None:
                self._frame.ledger.equate(one, held)

    def _ask(self, contest: Contest, totals: Totals, *, drawn: bool) -> None:
        """Write what a contest asks of each evaluator: totals, ranks, places, first places."""
        sheet, rules = self.sheet, contest.rules
        ballots = Ballots(self._frame, sheet, totals, contest.title)
        grid = ballots.totals()
        self._equate(totals, grid)
        sheet.row += 1
        convention = rules.evaluator_ranks
        plain = "competition" if convention == "distinct" else convention
        stated = stated_ranks(contest, totals)
        ranks = ballots.ranks(_("Ranks"), grid, contest.ranked, plain, stated)
        sheet.row += 1
        found = {"totals": grid, "ranks": ranks, "places": ranks}
        voted = rules.by == "first-places" or any(each.votes for each in rules.ties)
        if voted and plain == "average":
            found["places"] = ballots.ranks(_("Places"), grid, contest.ranked, "competition")
            sheet.row += 1
        if rules.by == "first-places":
            found["firsts"] = ballots.firsts(found["places"])
            sheet.row += 1
        for each in contest.ranked:
            vendor = each.vendor.id
            self._frame.given[contest.id, vendor] = {
                name: tuple(own[vendor] for own in held.values() if vendor in own)
                for name, held in found.items()
            }
        if drawn:
            draw(sheet, ballots, grid, contest.ranked)


def _added(parts: Sequence[Derivation]) -> Derivation:
    values = tuple(each.value for each in parts)
    return derive(_SUM, [Input("parts", values, derivations=tuple(parts))])


def _whole_totals(contest: Contest) -> Totals:
    """Return what each evaluator found in all, where a contest asks for it."""
    found: dict[str, dict[str, Derivation]] = {}
    for each in contest.ranked if contest.rules.asks_evaluators else ():
        for evaluator, own in each.own.items():
            found.setdefault(evaluator, {})[each.vendor.id] = own[None]
    return found


def _values(totals: Totals) -> dict[str, dict[str, tuple[Fraction, frozenset[Location]]]]:
    """Return what tells totals from others: their values, and the marks they go back to."""
    return {
        who: {vendor: (each.value, _marks(each)) for vendor, each in own.items()}
        for who, own in totals.items()
    }


def _panel_totals(derivation: Derivation | None) -> Iterator[Derivation]:
    """Give the evaluators' totals that a derivation goes back to."""
    for each in derivation.inputs if derivation else ():
        if each.name == "totals":
            yield from each.derivations
        elif each.derivation is not None:
            yield from _panel_totals(each.derivation)


def _marks(derivation: Derivation) -> frozenset[Location]:
    """Return the cells of the marks that an evaluator's total goes back to."""
    found: set[Location] = set()
    for each in derivation.inputs:
        if each.name == "mark":
            found.update(each.where)
        inner = (each.derivation,) if each.derivation else each.derivations
        found.update(*map(_marks, inner))
    return frozenset(found)
