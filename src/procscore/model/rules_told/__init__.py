"""The rules of a criteria sheet in plain sentences, in the reader's language.

One facet is what a reader asks (how does a price become points? who breaks a tie?). To show a rule
of a new kind, add its sentence to the facet that it belongs to; pages and comparisons follow.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from procscore.language import N_, Message
from procscore.model.criteria import CriteriaSheet
from procscore.model.rules_told import eligibility, marking, panel, price, ranking


@dataclass(frozen=True, slots=True)
class Facet:
    """What a reader asks of a sheet, and what answers it."""

    title: str
    """A template marked for translation."""
    tell: Callable[[CriteriaSheet], Iterable[Message]]
    """Gives no sentence where the sheet has nothing of the kind."""
    compared: bool = True
    """Whether it is shown where sheets stand side by side."""


FACETS: dict[str, Facet] = {
    "price": Facet(N_("Price"), price.price),
    "amounts": Facet(N_("What the price is"), price.amounts, compared=False),
    "marking": Facet(N_("Who marks"), marking.who_marks),
    "aggregation": Facet(N_("Aggregation"), panel.aggregation),
    "rounding": Facet(N_("Rounding"), panel.roundings),
    "ceiling": Facet(N_("Ceiling"), eligibility.ceilings),
    "minimums": Facet(N_("Minimums"), eligibility.minimums),
    "stages": Facet(N_("Stages"), ranking.stages),
    "ranking": Facet(N_("Ranking"), ranking.ranking),
    "ties": Facet(N_("Ties"), ranking.ties),
    "award": Facet(N_("Award"), ranking.award, compared=False),
}
"""Every facet, in the order in which a page tells them."""
