"""Which vendor a text of a ranking names."""

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cached_property

from procscore.model.bids import Vendor
from procscore.model.name_finder import NameFinder
from procscore.model.naming import of_vendor, public_words
from procscore.model.published import Held
from procscore.model.result import Evaluation, VendorResult
from procscore.model.told import vendor_name

_BLANK = frozenset("\u115f\u1160\u3164\uffa0")
"""Letters of Korean without a shape."""
_LOOKS = str.maketrans(
    "АВЕЅІЈКМНОРСТХУавеѕіјкорсхуΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABESIJKMHOPCTXYabesijkopcxyABEZHIKMNOPTYX"
)
"""Cyrillic and Greek letters that look like Latin ones."""
_KATAKANA = {each: each + 0x60 for each in range(0x3041, 0x3097)}
"""From hiragana."""


class Vendors:
    """Knows the vendors of a result, and those whom its texts may name as well."""

    def __init__(self, result: Evaluation, others: Iterable[Vendor] = ()) -> None:
        """Start with the result; `others` are vendors by names that it leaves out."""
        self._result = result
        self._known = (*(each.vendor for each in result.vendors), *others)
        self._calls: dict[str, VendorResult | None] = {}

    def of(self, *texts: str) -> VendorResult | None:
        """Return the vendor that one of some texts calls, at its beginning; None if none does."""
        return next(filter(None, map(self._of, texts)), None)

    def called(self, text: str) -> str:
        """Return the id of the vendor that a text calls, else the text."""
        found = self._of(text)
        return text if found is None else found.vendor.id

    def named(self, cells: Mapping[int, Held]) -> bool:
        """Tell whether a vendor is named anywhere in the texts of a row."""
        texts = (each.content for each in cells.values() if isinstance(each.content, str))
        return any(self._names(each) for each in texts if each)

    def _of(self, text: str) -> VendorResult | None:
        """Return who is called so; of those whose names a text begins with, the longest named."""
        if text not in self._calls:
            self._calls[text] = self._exact.get(text) or next(
                (each for name, each in self._longest_first if _begins(text, name)), None
            )
        return self._calls[text]

    @cached_property
    def _exact(self) -> Mapping[str, VendorResult]:
        return {
            name: each
            for each in self._result.vendors
            for name in (each.vendor.name, each.vendor.id, str(vendor_name(each)))
        }

    @cached_property
    def _longest_first(self) -> list[tuple[str, VendorResult]]:
        named = [(str(vendor_name(each)), each) for each in self._result.vendors]
        return sorted(named, key=lambda one: -len(one[0]))

    def _names(self, text: str) -> bool:
        """Tell whether a text names a vendor. A number is one's id only where nothing else stands."""
        plain = _seen(text).strip()
        spelt = {text, plain, _in_katakana(plain)}
        return plain in self._ids or any(map(self._finder.found, spelt))

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(_seen(each.id) for each in self._known)

    @cached_property
    def _finder(self) -> NameFinder:
        return NameFinder(
            [of_vendor(each, each.id) for each in self._known], public_words(self._result)
        )


def _begins(text: str, name: str) -> bool:
    """Tell whether a text begins with a name, and with no longer word."""
    return text.startswith(name) and not text[len(name) : len(name) + 1].isalnum()


def _seen(text: str) -> str:
    """Return a text as the eye takes it: signs without a shape left out, letters by their looks."""
    shapes = (each for each in text if unicodedata.category(each) != "Cf" and each not in _BLANK)
    return unicodedata.normalize("NFKC", "".join(shapes).translate(_LOOKS))


def _in_katakana(text: str) -> str:
    return text.translate(_KATAKANA)
