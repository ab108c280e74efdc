import pytest

from procscore import language
from procscore.diagnostics import Location
from procscore.model.anonymous_places import Places
from procscore.model.bids import Evaluator, InputFile

BOOK, OWN = "/home/secret/bids.xlsx", "山田太郎.csv"


@pytest.fixture
def places():
    language.use("ja")
    inputs = [InputFile(path, path, "digest") for path in (BOOK, OWN)]
    people = [
        Evaluator(*each, Location(BOOK)) for each in (("y", "山田 太郎"), ("佐藤", "佐藤 花子"))
    ]
    return Places(inputs, people, {"y": "委員1", "佐藤": "委員2"})


def test_inputs_are_numbered_in_their_order_and_keep_their_suffix(places):
    assert [places.file(each) for each in (OWN, BOOK)] == ["入力2.csv", "入力1.xlsx"]


def test_a_file_that_is_no_input_is_numbered_behind_them(places):
    assert [places.file("/x/審査.YAML"), places.file(BOOK)] == ["入力3.yaml", "入力1.xlsx"]


def test_what_is_behind_the_point_of_a_name_may_be_a_name(places):
    assert places.file("marks.sato") == "入力3"


@pytest.mark.parametrize(
    ("sheet", "new"),
    [
        ("提案者", "提案者"),
        ("vendors", "vendors"),
        ("採点", "採点"),
        ("procscore", "procscore"),
        ("採点_山田太郎", "採点_委員1"),
        ("採点＿山田　太郎", "採点_委員1"),
        ("marks_Y", "Marks_委員1"),
        ("採点_佐藤", "採点_委員2"),
        ("採点_鈴木", "シート1"),
        ("山田メモ", "シート1"),
        (None, None),
    ],
)
def test_sheets_name_nobody(places, sheet, new):
    assert places(Location(BOOK, sheet, 2, 3)) == Location("入力1.xlsx", new, 2, 3)


def test_two_sheets_of_one_file_stay_two(places):
    names = ("採点_山田太郎", "採点_y", "甲", "乙", "甲")
    found = [places(Location(BOOK, each)).sheet for each in names]
    assert found == ["採点_委員1", "採点_委員1_", "シート1", "シート2", "シート1"]


def test_sheets_are_numbered_file_by_file(places):
    assert (
        places(Location(BOOK, "甲")).sheet == places(Location(OWN, "山田太郎")).sheet == "シート1"
    )


def test_where_the_id_of_one_is_the_name_of_another_the_id_is_meant():
    people = [Evaluator("a", "b", Location(BOOK)), Evaluator("b", "a", Location(BOOK))]
    found = Places([], people, {"a": "Evaluator 1", "b": "Evaluator 2"})
    assert found(Location(BOOK, "Marks_a")).sheet == "Marks_Evaluator 1"
