"""What a comparison says of an item."""

from procscore.model.comparison import Subject
from support.comparisons import CITY, TOWN, compared

ITEMS = {item.name: item for item in compared(CITY, TOWN, CITY).items}


def test_an_item_of_one_sheet_is_only_there():
    assert ITEMS["研修"].only_in == 1
    assert ITEMS["デモ"].only_in is None


def test_another_weight_is_another_share_not_other_points():
    assert not ITEMS["1. 実施計画"].other_weight
    assert ITEMS["2. 実施体制"].other_weight


def test_what_is_not_about_money_is_technical():
    city, town, _ = compared(CITY, TOWN, CITY).sheets
    assert (city.technical, town.technical) == (60, 180)


def test_an_item_without_a_topic_is_known_by_the_key_of_its_name():
    assert Subject(None, "a", "1. A") == Subject(None, "a", "A")
    assert Subject(None, "a", "A") != Subject(None, "b", "A")
