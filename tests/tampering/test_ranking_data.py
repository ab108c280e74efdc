"""A ranking as CSV or JSON, of which somebody changed what it says: found where it stands."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from openpyxl import load_workbook

from procscore.pipeline.verifying import verify
from support import tampering
from support.tampering import Files, alter_json, alter_table, of_vendor


class Tampering(NamedTuple):
    """What is done to the ranking, and how the first difference is told, word for word."""

    done: Callable[[Files], object]
    where: str
    """The cell of the table, or the keys of the JSON."""
    what: str
    values: tuple[str, str]
    """What is found there, and what is expected."""
    why: str = ""
    others: tuple[str, ...] = ()
    """Where the others are, in their order: as a rule nothing else was touched."""


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


A, B, C, D, E = (
    "A社 株式会社アルファ",
    "B社 ベータ株式会社",
    "C社 ガンマ合同会社",
    "D社 株式会社デルタ",
    "E社 イプシロン株式会社",
)
PLAN = (
    "It is computed from bids.xlsx [採点_委員1] D2 and 2 more cells: "
    "(36 + 34 + 37) ÷ 3 = 35.6666… → 35.67 (rounded half up to 2 decimal places)"
)
PRICE = (
    "It is computed from bids.xlsx [提案者] C3, bids.xlsx [提案者] C{row}: "
    "25 × 8,000,000 ÷ 9,000,000 = 22.2222… → 22.22 (rounded half up to 2 decimal places)"
)
TOTAL = "It is computed: 45.84 + 6 + 4 + 22.22 = 78.06"
TABLES = {
    "a figure": Tampering(
        _table("A社", "[plan]", "36.67"), "G2", "“実施計画 / 40 [plan]” of A社", ("36.67", "35.67"), PLAN,
    ),
    "a total": Tampering(
        _table("D社", "合計", "88.06"), "L3", "“合計 / 100” of D社", ("88.06", "78.06"), TOTAL,
    ),
    "two ranks": Tampering(
        _swapped_ranks, "A2", "“順位” of A社", ("2", "1"),
        f"{A} is ranked by 86.5, which gives rank 1.", ("A3",),
    ),
    "an amount": Tampering(
        _table("B社", "[total]", "7000000"), "M5", "“提案価格 [total]” of B社",
        ("7,000,000", "8,000,000"), "It was read from bids.xlsx [提案者] C3.",
    ),
    "a quantity": Tampering(
        _table("D社", "[deployments]", "7"), "N3", "“導入団体数 [deployments]” of D社",
        ("7", "6"), "It was read from bids.xlsx [提案者] D5.",
    ),
    "the status of who is out": Tampering(
        _table("E社", "状態", "有効"), "D6", "“状態” of E社", ("有効", "失格"),
    ),
    "the award": Tampering(_table("C社", "結果", "次点"), "E4", "“結果” of C社", ("次点", "")),
    "a vendor taken out": Tampering(
        _table_without("C社"), "A4", "the row of C社 is missing", ("", "3, C社, ガンマ合同会社, …"),
    ),
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


def _all(*changes):
    def done(files):
        for change in changes:
            change(files)

    return done


def _without(vendor):
    def change(content):
        content["vendors"] = [each for each in content["vendors"] if each["id"] != vendor]

    return lambda files: alter_json(files.json, change)


def _reversed(content):
    content["vendors"].reverse()


def _whole(content):
    return content


def _everywhere(vendor, total):
    """Return what changes a total wherever it stands, as a careful hand does."""
    return _all(
        *(_vendor(vendor, key, to=total) for key in ("points", "value")),
        *(
            _vendor(vendor, calculation, key, to=total)
            for calculation in ("points_derivation", "value_derivation")
            for key in ("exact", "value")
        ),
    )


def _its_points_everywhere(vendor, criterion, points):
    return _all(
        _vendor(vendor, "scores", criterion, to=points),
        *(_vendor(vendor, "derivations", criterion, key, to=points) for key in ("exact", "value")),
    )


def _of(vendor):
    return vendor.split(" ", 1)[1]


RECORDS = {
    "a mark": Tampering(
        _vendor("A社", "marks", "plan", 1, "value", to="39"), "vendors.A社.marks.plan.委員2.value",
        f"the mark of 坂井 花子 for {_of(A)} in “実施計画”", ("39", "34"),
        "It was read from bids.xlsx [採点_委員2] D2.",
    ),
    "a mark, as it was written and as it counts": Tampering(
        _all(*(_vendor("A社", "marks", "plan", 1, key, to="39") for key in ("mark", "value"))),
        "vendors.A社.marks.plan.委員2.mark",
        f"the mark of 坂井 花子 for {_of(A)} in “実施計画”", ("39", "34"),
        "It was read from bids.xlsx [採点_委員2] D2.",
    ),
    "a mark of the secretariat": Tampering(
        _vendor("B社", "marks", "local", 0, "value", to="5"), "vendors.B社.marks.local.事務局.value",
        f"the mark of 事務局 for {_of(B)} in “地域貢献”", ("5", "3"),
        "It was read from bids.xlsx [事務局] E2.",
    ),
    "a price that was quoted": Tampering(
        _vendor("B社", "quotes", "total", "value", to="7000000"), "vendors.B社.quotes.total.value",
        f"“提案価格” as {_of(B)} declared it", ("7,000,000", "8,000,000"),
        "It was read from bids.xlsx [提案者] C3.",
    ),
    "a price that was quoted and its amount": Tampering(
        _all(_vendor("B社", "quotes", "total", "value", to="7000000"),
             _vendor("B社", "amounts", "total", to="7000000")),
        "vendors.B社.quotes.total.value",
        f"“提案価格” as {_of(B)} declared it", ("7,000,000", "8,000,000"),
        "It was read from bids.xlsx [提案者] C3.",
    ),
    "an amount alone": Tampering(
        _vendor("B社", "amounts", "total", to="7000000"), "vendors.B社.amounts.total",
        f"the amount “提案価格” of {_of(B)}", ("7,000,000", "8,000,000"),
        "It was read from bids.xlsx [提案者] C3.",
    ),
    "the ceiling": Tampering(
        _content(_whole, "procurement", "ceilings", "total", "value", to="14000000"),
        "procurement.ceilings.total.value", "the procurement: ceilings.total.value",
        ("14,000,000", "12,000,000"), "It was read from bids.xlsx [案件] B3.",
    ),
    "an evaluator made absent": Tampering(
        _content(_whole, "evaluators", 0, "present", to=False), "evaluators.委員1.present",
        "whether 福井 一郎 was present", ("false", "true"),
        "It was read from bids.xlsx [審査委員] C2.",
    ),
    "a name": Tampering(
        _vendor("B社", "name", to="株式会社シータ"), "vendors.B社.name", f"the name of {_of(B)}",
        ("株式会社シータ", _of(B)), "It was read from bids.xlsx [提案者] B3.",
    ),
    "the status that was declared": Tampering(
        _vendor("B社", "declared", to="withdrawn"), "vendors.B社.declared",
        f"the status that was declared of {_of(B)}", ("withdrawn", "eligible"),
        "It was read from bids.xlsx [提案者] E3.",
    ),
    "the reason of a status": Tampering(
        _vendor("B社", "reason", to="辞退届"), "vendors.B社.reason",
        f"the reason that was given for the status of {_of(B)}", ("辞退届", ""),
        "It was read from bids.xlsx [提案者] F3.",
    ),
    "a lot": Tampering(
        _vendor("D社", "lot", to="4"), "vendors.D社.lot", f"the lot number of {_of(D)}", ("4", "1"),
        "It was read from bids.xlsx [提案者] G5.",
    ),
    "points of a criterion": Tampering(
        _vendor("D社", "scores", "price", to="25"), "vendors.D社.scores.price",
        f"the points of {_of(D)} in “価格点”", ("25", "22.22"), PRICE.format(row=5),
    ),
    "points of a criterion, with what stands behind them": Tampering(
        _its_points_everywhere("D社", "price", "25"), "vendors.D社.scores.price",
        f"the points of {_of(D)} in “価格点”", ("25", "22.22"), PRICE.format(row=5),
    ),
    "the exact number behind the points": Tampering(
        _vendor("A社", "derivations", "plan", "exact", to="36"), "vendors.A社.derivations.plan.exact",
        f"the calculation of the points of {_of(A)} in “実施計画”", ("36", "107/3"), PLAN,
    ),
    "a number that went into a formula": Tampering(
        _vendor("C社", "derivations", "price", "inputs", 1, "value", to="7000000"),
        "vendors.C社.derivations.price.inputs.lowest.value",
        f"the calculation of the points of {_of(C)} in “価格点”", ("7,000,000", "8,000,000"),
        PRICE.format(row=4),
    ),
    "the total": Tampering(
        _vendor("D社", "points", to="88.06"), "vendors.D社.points", f"the total of {_of(D)}",
        ("88.06", "78.06"), TOTAL,
    ),
    "the total wherever it stands": Tampering(
        _everywhere("D社", "88.06"), "vendors.D社.points", f"the total of {_of(D)}",
        ("88.06", "78.06"), TOTAL,
    ),
    "the total, and what went into it otherwise": Tampering(
        _all(_everywhere("D社", "88.06"),
             _vendor("D社", "points_derivation", "inputs", 0, "value", 3, to="32.22")),
        "vendors.D社.points", f"the total of {_of(D)}", ("88.06", "78.06"), TOTAL,
        ("vendors.D社.points_derivation.inputs.parts.value.3",),
    ),
    "the result of the total's calculation alone": Tampering(
        _vendor("D社", "points_derivation", "value", to="88.06"),
        "vendors.D社.points_derivation.value", f"the calculation of the total of {_of(D)}",
        ("88.06", "78.06"), TOTAL,
    ),
    "the calculation of another vendor's total by the same values": Tampering(
        _all(_vendor("D社", "points", to="88.06"),
             _vendor("C社", "points_derivation", "value", to="88.06")),
        "vendors.D社.points", f"the total of {_of(D)}", ("88.06", "78.06"), TOTAL,
        ("vendors.C社.points_derivation.value",),
    ),
    "what the ranking compares alone": Tampering(
        _vendor("D社", "value", to="88.06"), "vendors.D社.value",
        f"what the ranking compares of {_of(D)}", ("88.06", "78.06"), TOTAL,
    ),
    "a rank": Tampering(
        _vendor("D社", "rank", to="1"), "vendors.D社.rank", f"the rank of {_of(D)}", ("1", "2"),
        f"{D} is ranked by 78.06, which gives rank 2. C社, D社 have exactly the same value, 78.06. "
        "By “more points in “技術点”” (C社 45.84, D社 45.84): C社 = D社. "
        "By “lower 提案価格” (C社 9,000,000, D社 9,000,000): C社 = D社. "
        "By “lot, smallest number first” (C社 3, D社 1): D社 > C社.",
    ),
    "two ranks": Tampering(
        _all(_vendor("A社", "rank", to="2"), _vendor("D社", "rank", to="1")),
        "vendors.A社.rank", f"the rank of {_of(A)}", ("2", "1"),
        f"{A} is ranked by 86.5, which gives rank 1.", ("vendors.D社.rank",),
    ),
    "that a vendor is out": Tampering(
        _vendor("E社", "status", to="eligible"), "vendors.E社.status", f"the status of {_of(E)}",
        ("eligible", "excluded"),
    ),
    "why a vendor is out": Tampering(
        _vendor("E社", "exclusions", to=[]), "vendors.E社.exclusions.0", f"why {_of(E)} is out",
        ("", "提案価格（13,000,000）が予定価格（12,000,000）を超過"),
    ),
    "with whom a price was compared": Tampering(
        _vendor("B社", "among", "price", to=["B社"]), "vendors.B社.among.price",
        f"the bids that the points of {_of(B)} in “価格点” were compared with",
        ("B社", "A社, B社, C社, D社"),
    ),
    "the winner": Tampering(
        _content(_whole, "award", "winners", to=["D社"]), "award.winners", "the award: winners",
        ("D社", "A社"),
    ),
    "the order of a tie": Tampering(
        _content(_whole, "ties", 0, "order", to=[["C社"], ["D社"]]), "ties.0.order",
        "the tie of C社, D社: order", ("[C社], [D社]", "[D社], [C社]"),
    ),
    "the order of a tie and of the step that made it": Tampering(
        _all(_content(_whole, "ties", 0, "order", to=[["C社"], ["D社"]]),
             _content(_whole, "ties", 0, "steps", 2, "order", to=[["C社"], ["D社"]])),
        "ties.0.order", "the tie of C社, D社: order", ("[C社], [D社]", "[D社], [C社]"),
    ),
    "a rule": Tampering(
        _content(_whole, "criteria", "document", "panel", "aggregate", to="median"),
        "criteria.document.panel.aggregate", "a rule of the criteria sheet: panel.aggregate",
        ("median", "mean"),
    ),
    "the points of a criterion in the list beside the rules": Tampering(
        _content(_whole, "criteria", "items", 1, "points", to="50"), "criteria.items.plan.points",
        "the criteria sheet: items.plan.points", ("50", "40"),
    ),
    "the digest of the rules": Tampering(
        _content(_whole, "criteria", "digest", to=64 * "0"), "criteria.digest",
        "the digest of the criteria sheet",
        (64 * "0", "67bd5efdb90fd29eadf1c2a4d00d54b83c69d0c7f13188f89892a12bcb745177"),
    ),
    "the digest and a rule": Tampering(
        _all(_content(_whole, "criteria", "digest", to=64 * "0"),
             _content(_whole, "criteria", "document", "panel", "aggregate", to="median")),
        "criteria.document.panel.aggregate", "a rule of the criteria sheet: panel.aggregate",
        ("median", "mean"), "", ("criteria.digest",),
    ),
    "a vendor taken out": Tampering(
        _without("C社"), "vendors.C社", f"vendor {_of(C)}", ("", _of(C)),
    ),
    "the order of the vendors": Tampering(
        lambda files: alter_json(files.json, _reversed), "vendors", "the order of the vendors",
        ("E社, D社, C社, B社, A社", "A社, B社, C社, D社, E社"),
    ),
}  # fmt: skip


def _first_is(found, tried, place):
    assert not found.reproduced
    first = found.differences[0]
    told = (
        place(first),
        str(first.what),
        (first.found, first.expected),
        " ".join(map(str, first.why)),
    )
    assert told == (tried.where, tried.what, tried.values, tried.why)
    assert tuple(map(place, found.differences[1:])) == tried.others


def _cell(difference):
    return difference.where.cell


def _keys(difference):
    return difference.where.sheet


@pytest.mark.parametrize("name", TABLES)
def test_a_changed_table_is_told_by_vendor_and_column(name, files):
    tried = TABLES[name]
    tried.done(files)
    _first_is(tampering.verified(files.csv, files.book), tried, _cell)


def test_a_changed_count_of_evaluators_is_told(files):
    alter_table(files.csv, "C社", "算入した委員数", "2")
    (only,) = tampering.verified(files.csv, files.book).differences
    told = (only.where.cell, str(only.what), only.found, only.expected)
    assert told == ("O4", "“算入した委員数” of C社", "2", "3")


@pytest.mark.parametrize("name", RECORDS)
def test_a_changed_record_is_told_by_its_keys_and_once(name, files):
    tried = RECORDS[name]
    tried.done(files)
    _first_is(tampering.verified(files.json, files.book), tried, _keys)


SAID_ONLY_ONCE = ("a name", "the reason of a status")
"""Nothing else in a record hangs on it."""
REFUSED = ("the ceiling", "an evaluator made absent")
"""With it the record is not complete any more: marks are missing, or there are too many."""


@pytest.mark.parametrize(
    "name", [each for each in RECORDS if each not in (*SAID_ONLY_ONCE, *REFUSED)]
)
def test_a_changed_record_contradicts_itself_without_the_workbook(name, files):
    RECORDS[name].done(files)
    found = tampering.verified(tampering.alone(files.json))
    assert found.from_record
    assert not found.reproduced
    assert found.differences


@pytest.mark.parametrize("name", SAID_ONLY_ONCE)
def test_what_a_record_says_once_can_only_be_held_against_the_workbook(name, files):
    RECORDS[name].done(files)
    found = tampering.verified(tampering.alone(files.json))
    assert (found.from_record, found.reproduced) == (True, True)


@pytest.mark.parametrize("name", REFUSED)
def test_a_record_that_is_not_complete_any_more_is_not_verified(name, files):
    RECORDS[name].done(files)
    outcome = verify(tampering.alone(files.json), [])
    assert outcome.result is None
    assert {each.code for each in outcome.diagnostics} & {"mark-blank", "absent-with-marks"}


def test_a_text_for_a_number_and_a_number_for_a_text_are_told_apart(files):
    _vendor("D社", "rank", to=2)(files)
    (only,) = tampering.verified(files.json, files.book).differences
    assert (only.where.sheet, only.found, only.expected) == ("vendors.D社.rank", "2", '"2"')


def test_an_evaluator_who_is_absent_is_told_with_the_marks_that_are_gone_and_not_each_list(files):
    opened = load_workbook(files.book)
    opened["審査委員"]["C3"].value = "欠席"
    del opened["採点_委員2"]
    opened.save(files.book)
    told = tampering.verified(files.json, files.book).differences
    assert told[0].where.sheet == "evaluators.委員2.present"
    keys = [each.where.sheet for each in told]
    assert "vendors.A社.marks.plan.委員2" in keys
    assert not [each for each in keys if ".inputs." in each]


def test_a_row_put_in_above_is_one_difference_for_each_sheet(files):
    opened = load_workbook(files.book)
    opened["採点_委員1"].insert_rows(2)
    opened.save(files.book)
    (only,) = tampering.verified(files.json, files.book).differences
    assert str(only.what).startswith("where things were read in [採点_委員1]: ")


def test_another_fingerprint_of_an_input_is_told(files):
    _content(_whole, "inputs", 0, "sha256", to=64 * "0")(files)
    found = tampering.verified(files.json, files.book)
    assert not found.reproduced
    assert [each.same for each in found.inputs] == [False]
