import pytest

from procscore.diagnostics import Problems
from procscore.scoring.context import Context
from procscore.scoring.lot_order import ORDERS, ascending, whole
from support.values import KEPT, bids, codes, sheet

SHEET = sheet("criteria: [{id: plan, points: 10}]")


def numbered(order, written):
    """Return the order of the vendors A, B, … whose columns hold `written`, and what is told."""
    entries = {each: {order: text} for each, text in zip("ABCD", written, strict=False)}
    given = bids(SHEET, entries)
    problems = Problems()
    context = Context(SHEET, given, problems, SHEET.ranking)
    texts = {vendor.id: getattr(vendor, order) or "" for vendor in given.vendors}
    found = ascending(context, order, given.vendors, texts)
    return found and "".join(vendor.id for vendor in found), list(problems)


@pytest.mark.parametrize(
    ("order", "written", "expected"),
    [
        ("code", ["14291", "00109", "02103"], "BCA"),
        ("code", ["10", "9", "008"], "CBA"),
        ("arrival", ["２", "1", "10"], "BAC"),
        ("lot", ["6812", "2345", "5791"], "BCA"),
        ("reading", ["カタル", "ガイア", "ア"], "CBA"),
    ],
)
def test_vendors_are_numbered_in_ascending_order(order, written, expected):
    assert numbered(order, written) == (expected, [])


@pytest.mark.parametrize(
    ("order", "text", "words"),
    [
        ("code", None, "it has no vendor code"),
        ("code", "A-109", "“A-109” is not written in plain digits"),
        ("arrival", None, "it has no receipt number"),
        ("reading", None, "it has no reading"),
        ("reading", "亜留風亜", "“亜留風亜” is not written in kana"),
    ],
)
def test_who_cannot_be_numbered_is_named_with_its_cell(order, text, words):
    found, (told,) = numbered(order, ["1" if order != "reading" else "ア", text])
    assert found is None
    assert told.code == "lot-order-unknown"
    assert (told.where.row, told.where.column) == (3, 20 + KEPT.index(order))
    assert words in told.message
    assert told.message.startswith("B is tied")


def test_equals_are_named_with_both_cells_and_never_numbered_by_their_rows():
    found, told = numbered("code", ["0109", "7", "109"])
    assert found is None
    assert codes(told) == ["lot-order-equal"]
    assert told[0].where.cell == "U4"
    assert told[0].details["vendor"] == "C"
    assert told[0].details["other"] == "A"
    assert told[0].details["cell"] == "U2"


def test_three_equals_are_all_named():
    _, told = numbered("arrival", ["1", "1", "01"])
    assert [(each.details["vendor"], each.details["other"]) for each in told] == [
        ("B", "A"),
        ("C", "B"),
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [("078", 78), ("７", 7), ("", None), ("-1", None), ("1.0", None), ("9" * 51, None)],
)
def test_only_plain_digits_are_a_number(text, number):
    assert whole(text) == number


def test_every_order_is_a_column_that_is_kept():
    assert set(ORDERS) == set(KEPT) - {"decision"}
