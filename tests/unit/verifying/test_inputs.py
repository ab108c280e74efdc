"""Which given file is which recorded one."""

from procscore.model.bids import InputFile
from procscore.verifying.inputs import matched

BIDS, MARKS = InputFile("bids.xlsx", "bids.xlsx", "1"), InputFile("marks.xlsx", "marks.xlsx", "2")


def given(name, sha256):
    return InputFile(f"/here/{name}", name, sha256)


def test_a_renamed_file_is_known_by_its_content_and_named_as_recorded():
    checks, beyond, inputs = matched([BIDS, MARKS], [given("b.xlsx", "2"), given("a.xlsx", "1")])
    assert [each.recorded for each in checks] == [BIDS, MARKS]
    assert [each.given.name for each in checks] == ["a.xlsx", "b.xlsx"]
    assert all(each.same for each in checks)
    assert beyond == ()
    assert [(each.path, each.name) for each in inputs] == [
        ("/here/a.xlsx", "bids.xlsx"),
        ("/here/b.xlsx", "marks.xlsx"),
    ]


def test_the_content_of_a_file_tells_more_than_its_name():
    files = [given("bids.xlsx", "2"), given("marks.xlsx", "1")]
    checks, *_ = matched([BIDS, MARKS], files)
    assert [each.given.name for each in checks] == ["marks.xlsx", "bids.xlsx"]
    assert all(each.same for each in checks)


def test_a_changed_file_is_known_by_its_name_then_by_its_place():
    checks, _, inputs = matched([BIDS, MARKS], [given("x.xlsx", "8"), given("bids.xlsx", "9")])
    assert [each.given.name for each in checks] == ["bids.xlsx", "x.xlsx"]
    assert [each.same for each in checks] == [False, False]
    assert [each.sha256 for each in inputs] == ["1", "2"]


def test_one_file_is_given_for_one_that_is_recorded():
    twice = InputFile("copy.xlsx", "copy.xlsx", "1")
    checks, beyond, _ = matched([BIDS, twice], [given("bids.xlsx", "1")])
    assert [each.given and each.given.name for each in checks] == ["bids.xlsx", None]
    assert beyond == ()


def test_what_is_beyond_or_missing_is_told():
    checks, beyond, inputs = matched([BIDS], [given("bids.xlsx", "1"), given("more.xlsx", "3")])
    assert [each.name for each in beyond] == ["more.xlsx"]
    assert [each.name for each in inputs] == ["bids.xlsx"]
    checks, beyond, inputs = matched([BIDS, MARKS], [given("bids.xlsx", "1")])
    assert [each.given is None for each in checks] == [False, True]
    assert beyond == ()
    assert [(each.path, each.name) for each in inputs] == [
        ("/here/bids.xlsx", "bids.xlsx"),
        ("marks.xlsx", "marks.xlsx"),
    ]


def test_where_none_is_recorded_all_that_were_given_are_the_inputs():
    file = given("bids.xlsx", "1")
    assert matched([], [file]) == ((), (), (file,))
