"""Which given file is which recorded one."""

from procscore.model.bids import InputFile
from procscore.verifying.inputs import matched

BIDS, MARKS = InputFile("bids.xlsx", "bids.xlsx", "1"), InputFile("marks.xlsx", "marks.xlsx", "2")


def given(name, sha256):
    return InputFile(f"/here/{name}", name, sha256)


def test_a_renamed_file_is_known_by_its_content_and_named_as_recorded():
    checks, beyond, inputs = matched([BIDS, MARKS], [given("b.xlsx", "2"), given("a.xlsx", "1")])
    assert [each.given.name for each in checks] == ["a.xlsx", "b.xlsx"]
    assert all(each.same for each in checks)
    assert beyond == ()
    assert [(each.path, each.name) for each in inputs] == [
        ("/here/a.xlsx", "bids.xlsx"),
        ("/here/b.xlsx", "marks.xlsx"),
    ]


def test_a_changed_file_is_known_by_its_name_then_by_its_place():
    checks, _, inputs = matched([BIDS, MARKS], [given("x.xlsx", "8"), given("bids.xlsx", "9")])
    assert [each.given.name for each in checks] == ["bids.xlsx", "x.xlsx"]
    assert [each.same for each in checks] == [False, False]
    assert [each.sha256 for each in inputs] == ["1", "2"]


def test_what_is_beyond_or_missing_is_told():
    checks, beyond, _ = matched([BIDS], [given("bids.xlsx", "1"), given("more.xlsx", "3")])
    assert [each.name for each in beyond] == ["more.xlsx"]
    checks, _, inputs = matched([BIDS, MARKS], [given("bids.xlsx", "1")])
    assert [each.given is None for each in checks] == [False, True]
    assert [each.name for each in inputs] == ["bids.xlsx", "marks.xlsx"]
