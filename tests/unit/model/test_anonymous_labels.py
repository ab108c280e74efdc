import pytest

from procscore import language
from procscore.diagnostics import Location
from procscore.model.anonymous_labels import label, labels
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


def test_a_vendor_that_stays_named_has_no_label():
    one, two = vendors("one", "two")
    assert labels([one, two], [], [one]).vendors == {"two": "Vendor A"}


@pytest.mark.parametrize("called", ["A社", "Ａ社", "Vendor A", "vendor a", "A"])
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_what_a_named_vendor_is_called_is_nobody_elses_label(called, lang):
    language.use(lang)
    (named,), (other,) = vendors(called), vendors("other")
    assert labels([other, named], [], [named]).vendors == {"other": label("vendor", "B")}


def test_a_name_of_a_named_vendor_is_passed_over_as_its_id_is():
    named = Vendor("1", "A社", PLACE)
    assert labels([named, *vendors("2")], [], [named]).vendors == {"2": "Vendor B"}


def test_labels_are_in_the_language_of_the_run():
    language.use("ja")
    found = [label(each, 1) for each in ("vendor", "evaluator", "file", "sheet")]
    assert found == ["1社", "委員1", "入力1", "シート1"]


def test_that_a_named_vendor_has_a_number_for_its_id_says_nothing_of_evaluators():
    (named,) = vendors("1")
    given = labels([named], [Evaluator("山田", "山田", PLACE)], [named])
    assert given.evaluators == {"山田": "Evaluator 1"}
