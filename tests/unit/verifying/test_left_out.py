"""Whose names a ranking leaves out."""

from dataclasses import replace
from fractions import Fraction

import pytest

from procscore import language
from procscore.diagnostics import Location
from procscore.model.published import Grid, Held, Published
from procscore.verifying.left_out import left_out
from support import results

A, B, C = "株式会社アルファ", "ベータ株式会社", "ガンマ合同会社"
WHERE = Location("r.csv")


@pytest.fixture(scope="module")
def result(tmp_path_factory):
    return results.evaluated(tmp_path_factory.mktemp("evaluated"))


def table(*rows):
    """Return a ranking that says what stands in its rows and nothing else."""
    cells = {
        row: {column: Held(each) for column, each in enumerate(texts, 1)}
        for row, texts in enumerate(rows, 1)
    }
    return Published(WHERE, ".csv", "en", (Grid("r", cells),))


def test_the_vendors_are_these(result):
    assert [(each.vendor.id, each.vendor.name) for each in result.vendors] == [
        ("A社", A),
        ("B社", B),
        ("C社", C),
    ]


@pytest.mark.parametrize(
    ("rows", "whom"),
    [
        ([("A社", A), ("B社", B), ("C社", C)], ""),
        ([("A社", A), ("Vendor B", "Vendor B"), ("Vendor C", "Vendor C")], "losers"),
        ([("Vendor A", "Vendor A"), ("Vendor B", "Vendor B"), ("Vendor C", "Vendor C")], "all"),
        ([("vendor a", ""), ("ＶＥＮＤＯＲ　Ｂ", "")], "all"),
        ([("Bidder 101", "Bidder 101"), ("B社", B)], "losers"),
        ([("A社", A), ("B社", "")], ""),  # C社 is new in the files
        ([("A社", A), ("B社", B), ("C社", "another name")], ""),
        ([("A社", A), ("B社", "another name"), ("Vendor C", "Vendor C")], "losers"),
        ([("X社", "X"), ("Y社", "Y")], ""),  # a ranking of others
        ([("the bid of Vendor A", Fraction(3))], ""),
    ],
)
def test_a_ranking_leaves_out_who_is_called_by_nothing_in_it_where_labels_stand(rows, whom, result):
    assert left_out(table(*rows), result) == whom


@pytest.mark.parametrize(
    ("rows", "whom"),
    [
        ([("A社", A), ("B社", B), ("C社", C)], ""),
        ([("A社", A), ("B社", "B社"), ("C社", "C社")], "losers"),
        ([("A社", "A社"), ("B社", "B社"), ("C社", "C社")], "all"),
        ([("A社", A), ("B社", B)], ""),
    ],
)
def test_an_id_that_is_the_label_of_its_row_names_nobody(rows, whom, result):
    language.use("ja")
    assert left_out(table(*rows), result) == whom


def test_an_id_that_is_the_label_of_another_row_names_its_vendor(result):
    language.use("ja")
    named = [
        replace(each, vendor=replace(each.vendor, name=each.vendor.id)) for each in result.vendors
    ]
    assert left_out(table(("A社",), ("B社",)), replace(result, vendors=tuple(named))) == ""
    assert left_out(table(("A社",), ("B社",)), replace(result, vendors=tuple(named[::-1]))) == ""


@pytest.mark.parametrize(
    ("said", "rows", "whom"),
    [
        (False, [("Vendor A", "")], ""),
        (True, [("A社", A)], "losers"),
        (True, [("A社", A), ("B社", B), ("C社", C)], "losers"),
        (True, [("Vendor A", "")], "all"),
        (True, [("nobody", "")], "all"),
    ],
)
def test_a_workbook_that_says_whether_names_are_left_out_is_believed(said, rows, whom, result):
    assert left_out(replace(table(*rows), anonymous=said), result) == whom


@pytest.mark.parametrize("whom", ["", "losers", "all"])
def test_so_is_json_whose_record_is_broken(whom, result):
    said = Published(WHERE, ".json", "en", content={"anonymous": whom}, anonymous=bool(whom))
    assert left_out(said, result) == whom


@pytest.mark.parametrize(
    ("names", "whom"), [([A, B, C], ""), ([A, "Vendor B", "Vendor C"], "losers")]
)
def test_where_that_is_broken_too_its_texts_tell(names, whom, result):
    vendors = [{"name": each, "rank": 1} for each in names]
    broken = Published(WHERE, ".json", "en", content={"anonymous": 7, "vendors": vendors})
    assert left_out(broken, result) == whom
