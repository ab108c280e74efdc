"""What all sheets of the workbook share: the result, its rankings, and who stands where."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from itertools import chain

from procscore.export.ranking_book.ledger import Held, Ledger
from procscore.language import N_, _, message
from procscore.model.bids import Evaluator
from procscore.model.result import Evaluation, StageResult, Tie, VendorResult
from procscore.model.rules import Ranking
from procscore.model.told import earlier_stages, status_word, vendor_name
from procscore.model.words import RANKING_SHEETS, spelling, spelt


def headed(each: VendorResult) -> str:
    """Return what a vendor's column or block is headed: of who is out, it says so."""
    if each.rank is not None:
        return vendor_name(each)
    told = N_("{vendor} ({status})")
    return str(message(told, vendor=vendor_name(each), status=status_word(each)))


@dataclass(frozen=True)
class Contest:
    """A ranking: of a stage before the last, or the one at the end."""

    stage: StageResult | None
    """None for the one at the end."""
    ranked: tuple[VendorResult, ...]
    rules: Ranking
    ties: tuple[Tie, ...]
    of: Fraction

    @property
    def id(self) -> str:
        """Return the id of the stage, `""` for the ranking at the end."""
        return self.stage.id if self.stage else ""

    @property
    def title(self) -> str:
        """Return what the stage is called, `""` for the ranking at the end."""
        return self.stage.name if self.stage else ""

    @property
    def by_value(self) -> bool:
        """Tell whether something else than the total is compared."""
        return any(each.value is not each.total for each in self.ranked)


@dataclass
class Frame:
    """The result on its way into the workbook."""

    result: Evaluation
    like: Evaluation | None = None
    """An earlier result, in whose order vendors are listed; None to list them by rank."""
    ledger: Ledger = field(default_factory=Ledger)
    points: dict[tuple[str, str], Held] = field(default_factory=dict)
    """Where the points stand, by vendor id and criterion id."""
    given: dict[tuple[str, str], dict[str, tuple[Held, ...]]] = field(default_factory=dict)
    """Where `ranks`, `firsts`, `places` and `totals` that the evaluators gave a vendor stand: by the
    id of the contest and the vendor's."""
    places_in_ties: dict[tuple[str, str], Held] = field(default_factory=dict)
    """Where the place among those that a vendor is tied with stands; keys as those of `given`."""

    @cached_property
    def names(self) -> dict[str, str]:
        """Return the names of the sheets; that of the prices where nothing is scored by them."""
        found = {each: spelling(RANKING_SHEETS, each) for each in RANKING_SHEETS}
        if not any(leaf.compared for leaf in self.result.criteria.leaves):
            found["prices"] = spelt(RANKING_SHEETS["prices"][2:])
        return found

    @cached_property
    def vendors(self) -> tuple[VendorResult, ...]:
        """Return the vendors that have points: ranked first to last, then those who are out.

        Of these, who came further stands first: so those who were ranked in a stage are the first
        so many, and stand side by side wherever they are ranked.
        """
        stages = (self.listed(each.ranked, each.id) for each in reversed(self.result.stages))
        every = chain(self.listed(self.result.ranked), *stages, self.excluded)
        found = map(self.result.vendor, dict.fromkeys(each.vendor.id for each in every))
        return tuple(each for each in found if any(s.derivation for s in each.walk()))

    def listed(
        self, vendors: Iterable[VendorResult], stage: str | None = None
    ) -> tuple[VendorResult, ...]:
        """Return vendors in the order in which they are listed: of a stage, or of the end."""
        if self.like is None:
            return tuple(vendors)
        ranked = self.like.ranked_first
        for each in self.like.stages if stage is not None else ():
            if each.id == stage:
                ranked = each.ranked
        places = {each.vendor.id: place for place, each in enumerate(ranked)}
        return tuple(sorted(vendors, key=lambda each: places.get(each.vendor.id, len(places))))

    def handed_in(self, vendors: Iterable[str]) -> tuple[str, ...]:
        """Return ids of vendors in the order in which they are listed where ranks do not count."""
        if self.like is None:
            return tuple(vendors)
        places = {each.vendor.id: place for place, each in enumerate(self.like.vendors)}
        return tuple(sorted(vendors, key=lambda each: places.get(each, len(places))))

    @cached_property
    def excluded(self) -> tuple[VendorResult, ...]:
        """Return who is out, in the order in which they are listed."""
        ids = (each.vendor.id for each in self.result.excluded)
        return tuple(map(self.result.vendor, self.handed_in(ids)))

    @cached_property
    def earlier(self) -> tuple[StageResult, ...]:
        """Return the stages before the last, those that were not held among them."""
        return earlier_stages(self.result)

    @cached_property
    def contests(self) -> tuple[Contest, ...]:
        """Return the rankings in their order; the last is the one at the end."""
        result = self.result
        rules = {
            each.id: each.ranking or result.criteria.ranking for each in result.criteria.stages
        }
        stages = [each for each in self.earlier if not each.skipped]
        end = Contest(
            None,
            self.listed(result.ranked),
            result.ranking,
            result.ties,
            result.of_total if result.vendors else Fraction(0),
        )
        return (
            *(
                Contest(each, self.listed(each.ranked, each.id), rules[each.id], each.ties, each.of)
                for each in stages
            ),
            end,
        )

    @cached_property
    def givers(self) -> tuple[str, ...]:
        """Return who has a column for marks: evaluators in their order, then the others.

        Evaluators who gave none because they were absent or recused are among them.
        """
        given = dict.fromkeys(
            mark.evaluator
            for each in self.vendors
            for score in each.walk()
            for mark in (*score.originals, *score.marks)
        )
        known = [each.id for each in self.result.evaluators]
        asked = any(each in given for each in known)
        return (
            *(
                each.id
                for each in self.result.evaluators
                if each.id in given or (asked and not (each.present and not each.recused))
            ),
            *(each for each in given if each not in known),
        )

    def name(self, who: str) -> str:
        """Return what a giver of marks is called beside its id, `""` where that is all."""
        known = self._evaluators.get(who)
        return "" if known is None or known.name == who else known.name

    def giver(self, who: str, between: str = "\n") -> str:
        """Return how a giver of marks is headed: id and name, once where they are the same."""
        return between.join(filter(None, (who, self.name(who))))

    @cached_property
    def named(self) -> bool:
        """Tell whether evaluators have names beside their ids."""
        return any(self.name(each) for each in self._evaluators)

    def silent(self, who: str, vendor: str) -> str:
        """Return why an evaluator gave a vendor no marks, `""` where nothing is known."""
        known = self._evaluators.get(who)
        if known is not None and not known.present:
            return _("absent")
        return _("recused") if known is not None and vendor in known.recused else ""

    def sits_on(self, who: str, panel: str | None) -> bool:
        """Tell whether an evaluator is a member of a panel."""
        known = self._evaluators.get(who)
        return known is not None and panel in known.panels

    @cached_property
    def _evaluators(self) -> dict[str, Evaluator]:
        return {each.id: each for each in self.result.evaluators}
