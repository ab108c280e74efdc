"""Every mistake of a YAML file has a line and a column, and no value changes its kind."""

import pytest

from procscore.diagnostics import Problems
from procscore.ingest import yaml_file


def _read(text):
    problems = Problems()
    document = yaml_file.read(text, "c.yaml", problems)
    return document, [(each.code, str(each.where)) for each in problems]


@pytest.mark.parametrize(
    "written", ["012", "1:30", "no", "1e3", "0x1F", "2010-04-01", "~", "1_000"]
)
def test_a_scalar_stays_the_text_that_was_written(written):
    document, told = _read(f"key: {written}\n")
    assert document.value == {"key": written}
    assert told == []


def test_lists_and_mappings_become_lists_and_dicts():
    document, _ = _read("a: [1, {b: 2}]\nc:\n  - d\n")
    assert document.value == {"a": ["1", {"b": "2"}], "c": ["d"]}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 1\n\tb: 2\n", "c.yaml:2:1"),
        ("a: 1\nb: c: d\n", "c.yaml:2:5"),
        ("a: *nobody\n", "c.yaml:1:4"),
        ("点: 1\n名: \x07\n", "c.yaml:2:4"),
        ("a: 1\n---\nb: 2\n", "c.yaml:2:1"),
    ],
)
def test_what_is_no_yaml_is_refused_where_the_reader_gives_up(text, place):
    document, told = _read(text)
    assert document is None
    assert told == [("yaml-unreadable", place)]


@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
def test_a_file_without_content_is_said_to_hold_nothing(text):
    assert _read(text) == (None, [("yaml-empty", "c.yaml")])


def test_an_equal_key_is_refused_at_its_second_place_and_names_the_first_line():
    problems = Problems()
    assert yaml_file.read("a:\n  b: 1\n  c: 2\n  b: 3\n", "c.yaml", problems) is None
    (told,) = problems
    assert (told.code, str(told.where)) == ("yaml-duplicate-key", "c.yaml:4:3")
    assert told.details == {"key": "b", "line": 2}


def test_all_faults_of_a_file_are_told_not_only_the_first():
    _, told = _read("a: 1\na: 2\nb: {<<: {c: 1}}\n")
    assert told == [("yaml-duplicate-key", "c.yaml:2:1"), ("yaml-key-not-plain", "c.yaml:3:5")]


def test_an_anchor_that_holds_itself_ends():
    _, told = _read("a: &a [*a]\n")
    assert {code for code, _ in told} == {"yaml-too-deep"}


def test_deep_nesting_is_a_diagnostic_and_no_exception():
    _, told = _read("a: " + "[" * 5_000 + "]" * 5_000)
    assert {code for code, _ in told} == {"yaml-too-deep"}


def test_an_anchor_that_is_used_twice_is_written_out():
    document, told = _read("a: &x {b: 1}\nc: *x\n")
    assert document.value == {"a": {"b": "1"}, "c": {"b": "1"}}
    assert told == []


def test_a_value_and_its_key_are_located():
    document, _ = _read("a:\n  - b: 1\n    点数: 22\n")
    assert str(document.locate(("a", 0, "点数"))) == "c.yaml:3:9"
    assert str(document.locate(("a", 0, "点数"), key=True)) == "c.yaml:3:5"


def test_of_a_path_that_is_not_there_the_nearest_part_is_located():
    document, _ = _read("a:\n  b: 1\n")
    assert str(document.locate(("a", "missing"))) == "c.yaml:2:3"
    assert str(document.locate(())) == "c.yaml:1:1"


@pytest.mark.parametrize(
    ("written", "plain"), [("x + y", True), ('"x + y"', False), ("|\n  x + y", False)]
)
def test_only_an_unquoted_scalar_is_plain(written, plain):
    document, _ = _read(f"f: {written}\n")
    assert document.is_plain(("f",)) is plain


def test_the_digest_depends_on_the_content_only():
    one, _ = _read("a: 1\nb: [x, y]\n")
    same, _ = _read("# comment\nb:\n  - x\n  - 'y'\na: 1\n")
    other, _ = _read("a: 1\nb: [y, x]\n")
    assert one.digest == same.digest
    assert one.digest != other.digest


@pytest.mark.parametrize("text", ["files: *採点.xlsx\n", "files: *a\n"])
def test_a_text_that_begins_with_a_star_is_told_as_what_it_is(text):
    problems = Problems()
    assert yaml_file.read(text, "c.yaml", problems) is None
    (told,) = problems
    assert "begins with “*” has to stand in quotes" in told.message
