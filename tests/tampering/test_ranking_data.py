"""A ranking as CSV or JSON, of which somebody changed what it says: found where it stands."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from support import tampering
from support.tampering import Files, alter_json, alter_table, of_vendor


class Tampering(NamedTuple):
    """What is done to the ranking, and how the first difference is told."""

    done: Callable[[Files], object]
    what: tuple[str, ...]
    """Words of what stands there, and of where."""
    found: str
    expected: str


def _table(vendor, heading, value):
    return lambda files: alter_table(files.csv, vendor, heading, value)


def _table_without(vendor):
    def done(files):
        rows = [row for row in tampering.table(files.csv) if vendor not in row.values()]
        return tampering.write_table(files.csv, rows)

    return done


def _swapped_ranks(files):
    alter_table(files.csv, "A社", "順位", "2")
    return alter_table(files.csv, "D社", "順位", "1")


TABLES = {
    "a figure": Tampering(_table("A社", "[plan]", "36.67"), ("A社", "実施計画"), "36.67", "35.67"),
    "a total": Tampering(_table("D社", "合計", "88.06"), ("D社", "合計"), "88.06", "78.06"),
    "two ranks": Tampering(_swapped_ranks, ("A社", "順位"), "2", "1"),
    "an amount": Tampering(
        _table("B社", "[total]", "7000000"), ("B社", "提案価格"), "7000000", "8000000"
    ),
    "a quantity": Tampering(_table("D社", "[deployments]", "7"), ("D社", "導入団体数"), "7", "6"),
    "the status of who is out": Tampering(_table("E社", "状態", "有効"), ("E社", "状態"), "有効", "失格"),
    "the award": Tampering(_table("C社", "結果", "次点"), ("C社", "結果"), "次点", ""),
    "how many evaluators counted": Tampering(
        _table("C社", "算入した委員数", "2"), ("C社", "算入した委員数"), "2", "3"
    ),
    "a vendor taken out": Tampering(_table_without("C社"), ("C社",), "", "3"),
}  # fmt: skip


def _vendor(vendor, *path, to):
    """Return what puts `to` under keys of what is said of a vendor."""
    return _content(lambda content: of_vendor(content, vendor), *path, to=to)


def _content(start, *path, to):
    def change(content):
        inner = start(content)
        *above, last = path
        for key in above:
            inner = inner[key]
        assert inner[last] != to
        inner[last] = to

    return lambda files: alter_json(files.json, change)


def _without(vendor):
    def change(content):
        content["vendors"] = [each for each in content["vendors"] if each["id"] != vendor]

    return lambda files: alter_json(files.json, change)


def _whole(content):
    return content


RECORDS = {
    "a mark": Tampering(
        _vendor("A社", "marks", "plan", 1, "value", to="39"), ("A社", "plan", "委員2"), "39", "34"
    ),
    "a price that was quoted": Tampering(
        _vendor("B社", "quotes", "total", "value", to="7000000"), ("B社",), "7000000", "8000000"
    ),
    "points of a criterion": Tampering(
        _vendor("D社", "scores", "price", to="25"), ("D社", "price"), "25", "22.22"
    ),
    "the exact number behind the points": Tampering(
        _vendor("A社", "derivations", "plan", "exact", to="36"), ("A社", "plan"), "36", "107/3"
    ),
    "a number that went into a formula": Tampering(
        _vendor("C社", "derivations", "price", "inputs", 1, "value", to="7000000"),
        ("C社", "price"), "7000000", "8000000",
    ),
    "the total": Tampering(_vendor("D社", "points", to="88.06"), ("D社",), "88.06", "78.06"),
    "a rank": Tampering(_vendor("D社", "rank", to="1"), ("D社",), "1", "2"),
    "why a vendor is out": Tampering(
        _vendor("E社", "status", to="eligible"), ("E社",), "eligible", "excluded"
    ),
    "the winner": Tampering(
        _content(_whole, "award", "winners", to=["D社"]), ("winners",), "D社", "A社"
    ),
    "the order of a tie": Tampering(
        _content(_whole, "ties", 0, "order", to=[["C社"], ["D社"]]), ("ties",), "C社", "D社"
    ),
    "a rule": Tampering(
        _content(_whole, "criteria", "document", "panel", "aggregate", to="median"),
        ("aggregate",), "median", "mean",
    ),
    "the digest of the rules": Tampering(
        _content(_whole, "criteria", "digest", to=64 * "0"), ("digest",), 64 * "0", ""
    ),
    "a vendor taken out": Tampering(_without("C社"), ("C社",), "", ""),
}  # fmt: skip


def _first_is(found, tried):
    assert not found.reproduced
    first = found.differences[0]
    told = f"{first.where} {first.what}"
    assert all(word in told for word in tried.what), told
    assert (first.found, first.expected[: len(tried.expected)]) == (tried.found, tried.expected)


@pytest.mark.parametrize("name", TABLES)
def test_a_changed_table_is_told_by_vendor_and_column(name, files):
    tried = TABLES[name]
    tried.done(files)
    _first_is(tampering.verified(files.csv, files.book), tried)


@pytest.mark.parametrize("name", RECORDS)
def test_a_changed_record_is_told_by_its_keys(name, files):
    tried = RECORDS[name]
    tried.done(files)
    _first_is(tampering.verified(files.json, files.book), tried)


@pytest.mark.parametrize("name", RECORDS)
def test_a_changed_record_contradicts_itself_without_the_workbook(name, files):
    RECORDS[name].done(files)
    found = tampering.verified(tampering.alone(files.json))
    assert found.from_record
    assert not found.reproduced
    assert found.differences


def test_another_fingerprint_of_an_input_is_told(files):
    _content(_whole, "inputs", 0, "sha256", to=64 * "0")(files)
    found = tampering.verified(files.json, files.book)
    assert not found.reproduced
    assert [each.same for each in found.inputs] == [False]
