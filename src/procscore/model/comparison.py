"""Criteria sheets side by side: what each gives its points for, and how near they are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from procscore.language import Message
from procscore.model.criteria import CriteriaSheet, Leaf

By = Literal["topic", "group", "item"]
"""What the rows of a table of shares are."""


@dataclass(frozen=True, slots=True)
class Given:
    """A criteria sheet as it is to be compared."""

    label: str
    """How it is called beside the others: its id, with more where two have the same."""
    sheet: CriteriaSheet
    digest: str
    """SHA-256 of its content."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A criteria sheet with what its shares are shares of."""

    label: str
    sheet: CriteriaSheet
    digest: str
    points: Fraction
    """The points that count in the last round; all shares are shares of them."""
    price: Fraction
    """How many of them are about money."""
    cautions: tuple[Message, ...] = ()
    """What has to be known to read its shares."""

    @property
    def technical(self) -> Fraction:
        """Return how many points are not about money."""
        return self.points - self.price


@dataclass(frozen=True, slots=True)
class Subject:
    """What points are given for: a topic, or an item that states no topic, by its name."""

    topic: str | None
    key: str = ""
    """The key of the item's name, where there is no topic."""
    name: str = field(default="", compare=False)
    """The item's name as it is published."""


@dataclass(frozen=True, slots=True)
class Weight:
    """Points of a sheet, and their share of all its points that count (0 where there are none)."""

    points: Fraction
    share: Fraction


Weights = tuple[Weight | None, ...]
"""What each sheet gives, in the order of the comparison; None where it has nothing of the kind."""


@dataclass(frozen=True, slots=True)
class TopicRow:
    """The weight of a topic; None for what states no topic."""

    topic: str | None
    weights: Weights


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The weight of a group of criteria. The rows of each depth below a group add up to it."""

    name: str
    depth: int
    weights: Weights


@dataclass(frozen=True, slots=True)
class Place:
    """An item as one sheet has it."""

    leaf: Leaf
    weight: Weight


@dataclass(frozen=True, slots=True)
class Item:
    """An item, matched by its name."""

    name: str
    """As the first sheet that has it publishes it."""
    topic: str | None
    """Of the topics that the sheets state for it, the first in the vocabulary."""
    places: tuple[Place | None, ...]
    """As each sheet has it; None where it does not."""
    other_scale: bool
    """Whether sheets mark or compute it in other ways."""

    @property
    def only_in(self) -> int | None:
        """Return the number of the only sheet that has it, None where several have."""
        having = [number for number, place in enumerate(self.places) if place is not None]
        return having[0] if len(having) == 1 else None

    @property
    def other_weight(self) -> bool:
        """Tell whether sheets give it other shares of their points."""
        return len({place.weight.share for place in self.places if place is not None}) > 1


@dataclass(frozen=True, slots=True)
class Near:
    """A sheet that another is near to."""

    label: str
    title: str
    similarity: Fraction


@dataclass(frozen=True, slots=True)
class Nearest:
    """The sheets that one sheet is nearest to, nearest first; itself is not among them."""

    compared: tuple[Near, ...]
    """All others of the comparison."""
    library: tuple[Near, ...]
    """The nearest of the built-in sheets."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Criteria sheets side by side."""

    sheets: tuple[Compared, ...]
    topics: tuple[TopicRow, ...]
    """In the order of the vocabulary; what states no topic last."""
    groups: tuple[GroupRow, ...]
    """A group before what stands in it."""
    items: tuple[Item, ...]
    """By topic, in the order of the topics' rows."""
    similarity: Mapping[tuple[str, str], Fraction]
    """Share overlap of each pair of labels, from 0 to 1 (see `comparing.similarity`)."""
    nearest: tuple[Nearest, ...]
    """For each sheet."""
