import pytest

from procscore import language
from procscore.diagnostics import Location
from procscore.model.anonymous_labels import is_label, label, labels
from procscore.model.bids import Evaluator, Vendor

PLACE = Location("bids.xlsx")


def vendors(*ids):
    return [Vendor(each, each, PLACE) for each in ids]


def test_vendors_get_letters_and_evaluators_numbers_in_the_order_of_the_workbook():
    people = [Evaluator(each, each, PLACE) for each in ("山田", "佐藤")]
    given = labels(vendors("Zeta", "Alpha"), people, [])
    assert given.vendors == {"Zeta": "Vendor A", "Alpha": "Vendor B"}
    assert given.evaluators == {"山田": "Evaluator 1", "佐藤": "Evaluator 2"}


def test_after_z_comes_aa():
    given = labels(vendors(*map(str, range(28))), [], [])
    assert list(given.vendors.values())[25:] == ["Vendor Z", "Vendor AA", "Vendor AB"]


def test_a_vendor_that_stays_named_has_no_label_and_its_letter_is_left_unused():
    one, two = vendors("one", "two")
    assert labels([one, two], [], [one]).vendors == {"two": "Vendor B"}
    assert labels([one, two], [], []).vendors == {"one": "Vendor A", "two": "Vendor B"}


@pytest.mark.parametrize("called", ["B社", "Ｂ社", "Vendor B", "vendor b", "B"])
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_what_another_row_is_called_is_no_label_in_any_language_whoever_is_named(called, lang):
    language.use(lang)
    two = [*vendors(called), Vendor("2nd", "other", PLACE)]
    for named in ([], two[:1], two[1:]):
        found = labels(two, [], named).vendors
        assert found.get("2nd", "-") in (label("bidder", 2), "-")
        assert found.get(called, "-") in (label("bidder", 1), "-")


def test_a_name_and_the_letter_on_score_sheets_are_misread_as_an_id_is():
    for first in (Vendor("1", "B社", PLACE), Vendor("1", "one", PLACE, label="B")):
        assert labels([first, *vendors("2")], [], [first]).vendors == {"2": "Bidder 2"}


def test_what_its_own_row_is_called_is_a_label():
    found = labels(vendors("A社", "B", "x"), [Evaluator("委員1", "1", PLACE)], [])
    assert [*found.vendors.values()] == ["Vendor A", "Vendor B", "Vendor C"]
    assert found.evaluators == {"委員1": "Evaluator 1"}


def test_a_letter_that_no_row_has_is_no_hindrance():
    assert labels(vendors("x", "Z社"), [], []).vendors == {"x": "Vendor A", "Z社": "Vendor B"}


def test_numbers_are_moved_on_where_they_are_taken_too():
    people = [Evaluator(each, each, PLACE) for each in ("2", "1")]
    found = labels(vendors("B社", "3", "2"), people, [])
    assert [*found.vendors.values()] == ["Bidder 101", "Bidder 102", "Bidder 103"]
    assert [*found.evaluators.values()] == ["Member 101", "Member 102"]


@pytest.mark.parametrize("ids", [("委員2", "委員1"), ("委員２", "x"), ("Evaluator 2", "x")])
def test_evaluators_whose_ids_are_labels_of_other_rows_are_members(ids):
    people = [Evaluator(each, each, PLACE) for each in ids]
    assert [*labels([], people, []).evaluators.values()] == ["Member 1", "Member 2"]


def test_an_evaluator_is_not_called_as_a_vendor_is():
    people = [Evaluator("山田", "山田", PLACE)]
    for named in ([], vendors("委員1")):
        assert labels(vendors("委員1"), people, named).evaluators == {"山田": "Member 1"}


def test_labels_are_in_the_language_of_the_run():
    language.use("ja")
    found = [label(each, 1) for each in ("vendor", "evaluator", "file", "sheet")]
    assert found == ["1社", "委員1", "入力1", "シート1"]


def test_that_a_named_vendor_has_a_number_for_its_id_says_nothing_of_evaluators():
    (named,) = vendors("1")
    given = labels([named], [Evaluator("山田", "山田", PLACE)], [named])
    assert given.evaluators == {"山田": "Evaluator 1"}


@pytest.mark.parametrize(
    ("lang", "text", "is_one"),
    [
        ("en", "Vendor A", True),
        ("en", "vendor aa", True),
        ("en", "Bidder 12", True),
        ("en", "Vendor", False),
        ("en", "Vendor A, Vendor B", False),
        ("en", "A社", False),
        ("ja", "A社", True),
        ("ja", "ＡＢ社", True),
        ("ja", "応募者3", True),
        ("ja", "株式会社", False),
        ("ja", "Vendor A", False),
    ],
)
def test_what_is_written_as_a_label_of_a_vendor(lang, text, is_one):
    language.use(lang)
    assert is_label(text) is is_one
