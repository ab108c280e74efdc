"""The key of anonymous score sheets (匿名対応表): which letter stands for which vendor."""

from collections.abc import Sequence
from dataclasses import replace

from procscore.diagnostics import Problems
from procscore.ingest.layouts import lookup, table
from procscore.ingest.sheet import Sheet
from procscore.model.bids import Vendor
from procscore.model.words import KEY
from procscore.names import key


def read(sheet: Sheet, vendors: tuple[Vendor, ...], problems: Problems) -> tuple[Vendor, ...]:
    """Return the vendors with the letters under which evaluators know them."""
    found = table.find(sheet, KEY, ("label", "id"), problems)
    if found is None:
        return vendors
    labels: dict[str, str] = {}
    for row in found.rows():
        written, label = found.text(row, "id", problems), found.text(row, "label", problems)
        where = sheet.cell(row, found.columns["label"]).where
        vendor = lookup.find_vendor(written, vendors)
        if vendor is None:
            lookup.unknown_vendor(written, vendors, where, problems)
        elif other := _other(label, vendor, vendors, labels):
            problems.add("key-label-unclear", where, label=label, one=other.name, other=vendor.name)
        elif vendor.id in labels:
            problems.add("key-vendor-doubled", where, vendor=vendor.name, label=labels[vendor.id])
        elif label:
            labels[vendor.id] = label
    return tuple(replace(vendor, label=labels.get(vendor.id)) for vendor in vendors)


def _other(
    label: str, vendor: Vendor, vendors: Sequence[Vendor], labels: dict[str, str]
) -> Vendor | None:
    """Return a vendor that the letter stands for, too: by the key, by its id or by its name."""
    for each in vendors:
        known = [labels[each.id]] if each.id in labels else []
        if each is not vendor:
            known += [each.id, each.name]
        if any(key(label) == key(name) for name in known):
            return each
    return None
