"""Who is called what in texts: vendors, evaluators, and what anybody may read."""

import re
from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel

from procscore.model.bids import Evaluator, Vendor
from procscore.model.name_finder import Naming
from procscore.model.result import Evaluation
from procscore.names import key

_LEGAL_FORMS = (
    "(?:(?:公益|一般)?(?:社団|財団)|社会福祉|特定非営利活動|npo|医療|学校)法人"
    "|(?:株式|有限|合同|合資|合名)会社|(?:事業)?協同組合|(?:特定建設工事)?共同企業体"
)
_LATIN_FORMS = "co|company|inc|corp|corporation|ltd|limited|llc|plc|gmbh"
_LEGAL_FORM = re.compile(
    rf"^(?:{_LEGAL_FORMS})|(?:{_LEGAL_FORMS})$|(?:,? ?(?<![a-z])(?:{_LATIN_FORMS})\.?)+$"
)
"""At either end of a name whose words are spelt as `names.key` spells them."""
_FIGURE = re.compile(r"\d{1,4}|[\d,]+\.\d+|\d[\d,.]*%")
"""Counts, points, years and shares: far more often than somebody's id."""
_NUMBER = ("番号", "コード", "no.", "no", "number", "code")
_OF_VENDORS = (*_NUMBER, "提案者", "応募者", "参加者", "業者", "vendor", "bidder", "tenderer")
_OF_EVALUATORS = (*_NUMBER, "委員", "審査員", "evaluator", "member")
"""Words behind which a figure is an id."""
_TITLES_BEHIND = ("委員長", "委員", "氏", "先生", "准教授", "教授", "さん", "様", "-san", "san")
_TITLES_BEFORE = ("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "prof", "prof.")
_SHORTEST_STEM = 2


def of_vendor(vendor: Vendor, label: str | None) -> Naming:
    """Return what a vendor is called: id, name, its letter on score sheets; codes, the stem, …"""
    names = _told((vendor.id, vendor.name, vendor.label), _OF_VENDORS)
    less = vendor.code, vendor.reading, vendor.arrival, stem(vendor.name), stem(vendor.id)
    shorter = [*_told(less, _OF_VENDORS)]
    if not _FIGURE.fullmatch(key(vendor.id)):
        shorter.append(f"{vendor.id}社")  # as a letter is called in a sentence; 3社 are three
    return Naming(label, tuple(names), tuple(shorter))


def of_evaluator(evaluator: Evaluator, label: str | None, *, alone: bool = False) -> Naming:
    """Return what an evaluator is called: id, name, and each part of the name with a title.

    Many family names are names of places, too, so that one `alone` says little; asked for, it is
    among what may be meant.
    """
    parts = evaluator.name.split()
    apart = parts if len(parts) > 1 else []
    shorter = [f"{each}{title}" for each in apart for title in _TITLES_BEHIND]
    shorter += [f"{title}{each}" for each in apart for title in _TITLES_BEFORE]
    shorter += [each for each in apart if alone and len(each) > 1]
    names = _told((evaluator.id, evaluator.name), _OF_EVALUATORS)
    return Naming(label, tuple(names), tuple(shorter))


def stem(name: str) -> str:
    """Return a name without its legal form, empty where too little is left to tell who it is."""
    left = _LEGAL_FORM.sub("", " ".join(key(word) for word in name.split())).strip()
    return left if len(key(left)) >= _SHORTEST_STEM + left.isascii() else ""


def public_words(result: Evaluation) -> frozenset[str]:
    """Return what anybody may read: the procurement's title and every text in its criteria sheet."""
    procurement = result.procurement
    return frozenset((procurement.title, procurement.currency, *_texts(result.criteria)))


def _texts(content: object) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, BaseModel):
        yield from _texts([value for _name, value in content])
    elif isinstance(content, Mapping):
        yield from _texts([*content.keys(), *content.values()])
    elif isinstance(content, list | tuple):
        for each in content:
            yield from _texts(each)


def _told(names: Iterable[str | None], words: Iterable[str]) -> Iterator[str]:
    """Give names as they are told from other words: figures only behind a word that says so."""
    for name in filter(None, names):
        if _FIGURE.fullmatch(key(name)):
            yield from (f"{word}{name}" for word in words)
        else:
            yield name
