"""The bundled example is what its script makes, and shows what it is there to show."""

import importlib.util

import pytest

import procscore
from procscore.model.bids import Status
from support import command


@pytest.fixture(scope="module")
def shipped():
    return procscore.evaluate(command.EXAMPLE)


def test_the_committed_workbook_is_the_one_that_the_script_builds(shipped, tmp_path):
    spec = importlib.util.spec_from_file_location("build", command.EXAMPLE.with_name("build.py"))
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    books = [tmp_path / name for name in ("a.xlsx", "b.xlsx")]
    for book in books:
        script.build(book)
    assert books[0].read_bytes() == books[1].read_bytes()
    built = procscore.evaluate(books[0])
    for mine, theirs in zip(built.vendors, shipped.vendors, strict=True):
        assert mine.points_in_all == theirs.points_in_all
        marks = [[mark.written for mark in score.marks] for score in mine.walk()]
        assert marks == [[mark.written for mark in score.marks] for score in theirs.walk()]


def test_it_has_what_a_first_reader_should_see(shipped):
    assert [each.vendor.id for each in shipped.vendors] == ["A社", "B社", "C社", "D社", "E社"]
    assert len(shipped.evaluators) == 7
    assert shipped.vendor("C社").status is Status.EXCLUDED
    assert len(shipped.vendor("B社").evaluators) == 6
    first, second = shipped.ranked[:2]
    assert 0 < first.points_in_all - second.points_in_all < 5
    halves = {mark.value % 1 for each in shipped.ranked for s in each.walk() for mark in s.marks}
    assert len(halves) == 2
