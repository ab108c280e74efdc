"""An earlier result is read as it was written, and everything else is refused, never trusted."""

import json
from fractions import Fraction

import pytest

from procscore.diagnostics import Problems
from procscore.ingest import result_file
from support import books


@pytest.fixture
def written(tmp_path):
    return books.before_opening(tmp_path, books.valid())


def read(path):
    problems = Problems()
    found = result_file.read(path, "technical.json", problems)
    return found, [(each.code, str(each.where)) for each in problems]


def test_marks_and_points_come_back_as_they_were(written):
    earlier, told = read(written)
    assert told == []
    assert earlier.where.file == "technical.json"
    mark = earlier.marks["C社", "plan", "委員1"]
    assert (mark.value, mark.written) == (Fraction("32.5"), "32.5")
    assert len(earlier.marks) == 3 * 2 * 2
    assert earlier.points["A社", "plan"] == 35
    assert earlier.points["A社", "technical"] == Fraction("52.75")
    assert ("A社", "price") not in earlier.points


def test_the_digest_is_the_criteria_sheet_s(written, tmp_path):
    earlier, _ = read(written)
    assert earlier.digest == books.evaluate(tmp_path, books.valid()).result.digest


def test_a_number_that_does_not_end_comes_back_exactly(tmp_path):
    criteria = books.criteria_with(", round: {places: 2, mode: half-up}}\nelig", "}\nelig")
    sheets = books.valid()
    sheets["審査委員"].append(["委員3", "永平寺 次郎", "出席", None])
    sheets["採点_委員3"] = books.valid()["採点_委員1"]
    earlier, _ = read(books.before_opening(tmp_path, sheets, criteria))
    assert earlier.points["A社", "plan"] == Fraction(36 + 34 + 36, 3)


def test_a_mark_comes_back_as_it_was_given_and_not_as_what_it_counted(tmp_path):
    criteria = books.criteria_with(
        "step: 0.5}", "from: -3, step: 0.5, veto: {mark: -3, votes: all, otherwise: -2}}"
    )
    sheets = books.with_cells({"採点_委員1": {"D2": -3}})
    earlier, _ = read(books.before_opening(tmp_path, sheets, criteria))
    assert earlier.marks["A社", "plan", "委員1"] == (-3, "-3")
    assert earlier.points["A社", "plan"] == 16  # of -2 and 34


def test_what_was_not_scored_has_no_points(tmp_path):
    sheets = books.with_cells({"提案者": {"D2": "失格"}})
    earlier, _ = read(books.before_opening(tmp_path, sheets))
    assert earlier.points["A社", "plan"] is None
    assert not any(vendor == "A社" for vendor, *_ in earlier.marks)


def test_an_editor_s_byte_order_mark_does_no_harm(written):
    written.write_bytes(b"\xef\xbb\xbf" + written.read_bytes())
    assert read(written)[1] == []


REFUSED = ([("result-file-unreadable", "technical.json")],)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"7",
        b'"result/1"',
        b"[]",
        b"{}",
        b'{"procscore": "result/1"}',
        b'{"procscore": "result/1", "criteria": {}, "vendors": []}',
        b'{"procscore": "result/1", "criteria": null, "vendors": []}',
        b'{"procscore": "result/2", "criteria": {"digest": "x"}, "vendors": []}',
        b'{"procscore": "result/1", "criteria": {"digest": "x"}, "vendors": [1]}',
        b'{"procscore": "result/1", "criteria": {"digest": "x"}, "vendors": {"id": 1}}',
        b"""{"procscore": "result/1", "criteria": {"digest": "x"},
        "vendors": [{"id": "A", "name": "A", "marks": [], "scores": {}}]}""",
        b"\xff\xfe{\x00}\x00",
        b"PK\x03\x04",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"9" * 10_000,
    ],
)
def test_what_procscore_did_not_write_is_refused(tmp_path, content):
    path = tmp_path / "other.json"
    path.write_bytes(content)
    assert read(path) == (None, *REFUSED)


def test_a_result_that_was_cut_off_is_refused_wherever_the_cut_is(written):
    content = written.read_bytes()
    for length in range(0, len(content) - 2, 397):
        written.write_bytes(content[:length])
        assert read(written) == (None, *REFUSED)


@pytest.mark.parametrize(
    "value",
    ["good", "", "1/0", "nan", float("inf"), float("nan"), [], {}, "9" * 10_000, "1e99999"],
)
def test_a_mark_that_is_no_number_of_procscore_s_is_refused(written, value):
    content = json.loads(written.read_bytes())
    content["vendors"][0]["marks"]["plan"][0]["value"] = value
    written.write_text(json.dumps(content), encoding="utf-8")
    assert read(written) == (None, *REFUSED)


@pytest.mark.parametrize("identity", [None, 5, [], {}])
def test_a_vendor_that_is_not_named_by_text_is_refused(written, identity):
    content = json.loads(written.read_bytes())
    content["vendors"][0]["id"] = identity
    written.write_text(json.dumps(content), encoding="utf-8")
    assert read(written) == (None, *REFUSED)


@pytest.mark.parametrize("who", ["losers", "all"])
def test_a_result_for_publication_is_told_to_be_one(written, who):
    content = json.loads(written.read_bytes())
    content["anonymous"] = who
    written.write_text(json.dumps(content), encoding="utf-8")
    assert read(written) == (None, [("result-file-anonymous", "technical.json")])


def test_a_file_that_cannot_be_read_is_the_caller_s_to_tell(tmp_path):
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(OSError, match=str(tmp_path)):
            read(path)
