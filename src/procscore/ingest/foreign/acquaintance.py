"""Who or what a text in a foreign sheet may be, by what is known of a procurement, or by its looks."""

import re
import unicodedata
from collections.abc import Sequence

from procscore.ingest.foreign.items import Item, Items
from procscore.ingest.foreign.meaning import is_beside
from procscore.ingest.layouts import lookup
from procscore.model.bids import Evaluator, Vendor
from procscore.model.criteria import CriteriaSheet
from procscore.model.pattern import Dimension
from procscore.names import key

_VENDOR = re.compile(
    r"株式会社|有限会社|合同会社|\(株\)|\(有\)|共同企業体|.+[社者]|(提案者|事業者|企業)[0-9A-Z]+|(vendor|company) ?[0-9a-z]+",
    re.IGNORECASE,
)
_EVALUATOR = re.compile(
    r"(審査|選定|評価)?委員(会?長|[0-9A-Z]+)?|副委員長|.{1,12}委員|(evaluator|member) ?[0-9a-z]+",
    re.IGNORECASE,
)
_LABELS = {
    "vendor": (
        "提案者",
        "提案者名",
        "事業者",
        "事業者名",
        "業者名",
        "会社名",
        "応募者",
        "応募者名",
        "応募事業者",
        "vendor",
    ),
    "evaluator": (
        *("委員", "委員名", "審査委員", "審査委員名", "評価委員", "評価委員名", "選定委員", "氏名"),
        *("委員氏名", "審査委員氏名", "評価者", "評価者名", "採点者", "記入者", "evaluator"),
    ),
}


class Acquaintance:
    """What is known of a procurement; what is not given is judged by its looks."""

    def __init__(
        self,
        criteria: CriteriaSheet | None,
        vendors: Sequence[Vendor],
        evaluators: Sequence[Evaluator],
    ) -> None:
        """Start with what is given."""
        self.criteria = criteria
        self.vendors = tuple(vendors)
        self.evaluators = tuple(evaluators)
        self._items: dict[str | None, Items] = {}
        self.leaves = {leaf.id: leaf for leaf in criteria.needs_marks("panel")} if criteria else {}

    def knows(self, dimension: Dimension) -> bool:
        """Tell whether names of a dimension can be compared with those that are given."""
        return bool(
            {"vendor": self.vendors, "evaluator": self.evaluators, "criterion": self.leaves}[
                dimension
            ]
        )

    def find(self, dimension: Dimension, text: str) -> str | None:
        """Return the id of the vendor or evaluator of a name, None where it is not known."""
        if dimension == "vendor":
            vendor = lookup.find_vendor(text, self.vendors)
            return vendor.id if vendor else None
        evaluator = lookup.find_evaluator(text, self.evaluators)
        return evaluator.id if evaluator else None

    def may_be(self, dimension: Dimension, text: str) -> bool:
        """Tell whether a text is a vendor or evaluator: by name, or where none is given, by looks."""
        if not text or is_beside(text) or is_label(dimension, text):
            return False
        if self.knows(dimension):
            return self.find(dimension, text) is not None
        looks = _VENDOR if dimension == "vendor" else _EVALUATOR
        return looks.fullmatch(unicodedata.normalize("NFKC", text)) is not None or (
            dimension == "vendor" and "株式会社" in key(text)
        )

    def item(self, parts: Sequence[str], under: str | None, *, whole: bool) -> Item | None:
        """Return the criterion that a heading means, counted from `under`."""
        if self.criteria is None:
            return None
        if under not in self._items:
            self._items[under] = Items(self.criteria, {}, under)
        return self._items[under].find(parts, whole=whole)

    @property
    def groups(self) -> tuple[str | None, ...]:
        """Return from where items may be numbered: the top, or a group of criteria."""
        if self.criteria is None:
            return (None,)
        marked = set(self.leaves)
        return (
            None,
            *(
                each
                for each, criterion in self.criteria.by_id.items()
                if criterion.criteria and marked & criterion.ids
            ),
        )


def is_label(dimension: Dimension, text: str) -> bool:
    """Tell whether a text says that a name of this dimension stands beside it."""
    plain = key(text.rstrip(":： 　"))
    return plain in {key(label) for label in _LABELS.get(dimension, ())}


def split_label(dimension: Dimension, text: str) -> tuple[str, str] | None:
    """Return label and name of a cell that holds both (委員名：山田), None for any other."""
    for sign in ("：", ":"):
        label, found, name = text.partition(sign)
        if found and name.strip() and is_label(dimension, label):
            return label + sign, name.strip()
    return None
