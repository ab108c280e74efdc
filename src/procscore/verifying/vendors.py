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
        plain = unicodedata.normalize("NFKC", text).strip()
        alone = any(plain == unicodedata.normalize("NFKC", each.id) for each in self._known)
        return alone or bool(self._finder.found(text))

    @cached_property
    def _finder(self) -> NameFinder:
        return NameFinder(
            [of_vendor(each, each.id) for each in self._known], public_words(self._result)
        )


def _begins(text: str, name: str) -> bool:
    """Tell whether a text begins with a name, and with no longer word."""
    return text.startswith(name) and not text[len(name) : len(name) + 1].isalnum()
