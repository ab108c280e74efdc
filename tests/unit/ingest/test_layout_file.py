"""The layout file: which one is a workbook's, and every mistake of it at its line and column."""

import hashlib

import pytest

from procscore.diagnostics import Problems
from procscore.ingest import layout_file, yaml_file
from procscore.model.address import Block
from support import foreign


def _told(text):
    problems = Problems()
    document = yaml_file.read(text, "layout.yaml", problems)
    parsed = layout_file.parse(document, problems)
    assert (parsed is None) == bool(problems.count)
    return [(each.code, str(each.where).removeprefix("layout.yaml:")) for each in problems]


def _with(old, new):
    assert old in foreign.BY_EVALUATOR
    return foreign.BY_EVALUATOR.replace(old, new)


@pytest.mark.parametrize("text", [layout for _, layout in foreign.SHAPES.values()])
def test_a_layout_without_mistakes(text):
    assert _told(text) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "where"),
    [
        ("vendor: {row: 6}\n", "", "layout-place-unclear", "1:1"),
        ("{row: 6}", "{like: <vendor>}", "layout-place-unclear", "5:1"),
        ("{row: 6}", "{row: 6, name: A社}", "layout-place-unclear", "5:1"),
        ("採点表*", "採点表<vendor>", "layout-place-unclear", "5:1"),
        ("{row: 6}", "{row: 9}", "layout-heading-in-marks", "5:15"),
        ("{row: 6}", "{row: [5, 16]}", "layout-heading-in-marks", "5:19"),
        ("column: B", "column: G", "layout-heading-in-marks", "6:21"),
        ("{row: 6}", "{row: 6, like: 提案者}", "layout-bad-pattern", "5:24"),
        ("{row: 6}", "{row: 6, like: <evaluator>}", "layout-bad-pattern", "5:24"),
        ("points: E", "points: 5", "layout-bad-address", "8:9"),
        ("{cell: C3}", "{cell: 3C}", "layout-bad-address", "4:19"),
        ("marks: F7:H16", "marks: [F7:H16, 9]", "layout-bad-address", "3:17"),
        ("marks: F7:H16", "marks: []", "criteria-wrong-shape", "3:8"),
        ("sheets: 採点表*", "sheets: {a: b}", "criteria-wrong-shape", "2:9"),
        ("layout: 1", "layout: 9", "criteria-version-unknown", "1:19"),
    ],
)
def test_a_mistake_stands_at_its_place(old, new, code, where):
    assert (code, where) in _told(_with(old, new))


def test_what_is_said_is_told_in_words():
    problems = Problems()
    document = yaml_file.read(_with("{row: 6}", "{row: 6, name: A社}"), "layout.yaml", problems)
    layout_file.parse(document, problems)
    (told,) = problems
    assert (
        told.message == "Where the vendor stands must be said once; here it is said by row, name."
    )
    assert "“vendor: {row: 5}”" in told.hint


def test_the_layout_of_a_workbook_goes_before_that_of_its_folder(tmp_path):
    workbook = tmp_path / "採点.表.xlsx"
    assert layout_file.beside(workbook) is None
    (tmp_path / "layout.yaml").touch()
    (tmp_path / "採点.layout.yaml").touch()
    assert layout_file.beside(workbook) == tmp_path / "layout.yaml"
    (tmp_path / "採点.表.layout.yaml").touch()
    assert layout_file.beside(workbook) == tmp_path / "採点.表.layout.yaml"


@pytest.mark.parametrize(
    ("name", "others", "beside"),
    [
        ("layout.yaml", ["a.xlsx"], True),
        ("layout.yaml", ["a.pdf"], False),
        ("a.layout.yaml", ["a.XLSM"], True),
        ("a.layout.yaml", ["b.xlsx"], False),
        ("criteria.yaml", ["criteria.xlsx"], False),
    ],
)
def test_which_files_are_layouts_of_what_lies_beside_them(name, others, beside):
    assert layout_file.is_beside(name, [name, *others]) == beside


def test_a_layout_is_an_input_with_its_digest(tmp_path):
    path = tmp_path / "layout.yaml"
    path.write_text(foreign.BY_VENDOR, encoding="utf-8")
    found = layout_file.read(path, Problems())
    assert (found.name, found.file.path) == ("layout.yaml", str(path))
    assert found.file.sha256 == hashlib.sha256(foreign.BY_VENDOR.encode()).hexdigest()
    assert str(layout_file.where(found)) == str(path)


def test_a_layout_with_mistakes_is_none(tmp_path):
    path = tmp_path / "layout.yaml"
    for text in ("a: [", "a: b", ""):
        path.write_text(text, encoding="utf-8")
        problems = Problems()
        assert layout_file.read(path, problems) is None
        assert problems.fatal


def test_a_range_is_written_as_excel_does():
    assert layout_file.written(Block(6, 4, 25, 8)) == "D6:H25"
    assert layout_file.written(Block(6, 28, 6, 28)) == "AB6"
