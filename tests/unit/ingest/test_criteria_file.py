"""A criteria sheet's mistakes at their line and column, with the word that was meant."""

from fractions import Fraction

import pytest

from procscore.diagnostics import Problems
from procscore.ingest import criteria_file, yaml_file
from support import books


def _parse(text):
    problems = Problems()
    document = yaml_file.read(text, "criteria.yaml", problems)
    sheet = criteria_file.parse(document, problems)
    return sheet, list(problems)


def _told(text):
    sheet, problems = _parse(text)
    assert sheet is None
    return [(each.code, str(each.where)) for each in problems]


def test_a_sheet_is_read_as_it_is_written():
    sheet, problems = _parse(books.CRITERIA)
    assert problems == []
    assert [leaf.id for leaf in sheet.leaves] == ["plan", "staff", "price"]
    assert sheet.leaves[0].score.step == Fraction(1, 2)


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        ("    points: 60", "    pionts: 60", "points"),
        ("panel: {aggregate", "panel: {agregate", "aggregate"),
        ("step: 0.5", "stpe: 0.5", "step"),
        ("{places: 2, mode: half-up}}\npanel", "{place: 2, mode: half-up}}\npanel", "places"),
        ("award:", "awrad:", "award"),
    ],
)
def test_a_misspelt_key_is_refused_at_the_key_with_the_one_that_was_meant(old, new, meant):
    text = books.criteria_with(old, new)
    _, problems = _parse(text)
    unknown = [each for each in problems if each.code == "criteria-unknown-key"]
    assert [str(each.details["suggestion"]) for each in unknown] == [f"Did you mean “{meant}”?"]
    key = str(unknown[0].details["key"])
    assert str(unknown[0].where) == books.place(text, f"{key}:")


def test_a_misspelt_word_is_refused_with_the_words_that_may_stand_there():
    text = books.criteria_with("equal_ranks: competition", "equal_ranks: compettition")
    _, (told,) = _parse(text)
    assert told.code == "criteria-bad-choice"
    assert str(told.where) == books.place(text, "compettition")
    assert str(told.details["expected"]) == "competition, dense, average"
    assert str(told.details["suggestion"]) == "Did you mean “competition”?"


def test_a_misspelt_method_is_refused_at_the_method():
    text = books.criteria_with("method: price", "method: prise")
    assert _told(text) == [("criteria-bad-choice", books.place(text, "prise"))]


def test_a_missing_key_is_named_where_it_should_stand():
    text = books.criteria_with("name: 実施体制, ", "")
    _, (told,) = _parse(text)
    assert (told.code, told.details["key"]) == ("criteria-missing-key", "name")
    assert str(told.where) == books.place(text, "{id: staff")


def test_all_mistakes_of_a_sheet_are_told_at_once():
    text = books.criteria_with("points: 40}", "points: many}")
    text = books.criteria_with("reserve: 1", "reserve: 0.7", text)
    assert _told(text) == [
        ("criteria-not-a-number", books.place(text, "many")),
        ("criteria-not-a-count", books.place(text, "0.7}")),
    ]


@pytest.mark.parametrize(
    ("formula", "at"),
    [
        ("points * lowest / / price", "/ price"),
        ("points * (lowest ^ price)", "^"),
        ("maximum(points, price)", "maximum"),
    ],
)
def test_a_fault_inside_a_formula_is_located_at_its_character(formula, at):
    text = books.criteria_with("lowest-ratio", formula)
    where = books.place(text, formula)
    column = int(where.rpartition(":")[2]) + formula.index(at)
    assert _told(text)[0] == ("formula-unreadable", f"{where.rpartition(':')[0]}:{column}")


def test_a_fault_inside_a_quoted_formula_is_located_at_the_quote():
    text = books.criteria_with("lowest-ratio", '"min(points, ,)"')
    assert _told(text) == [("formula-unreadable", books.place(text, '"min'))]


def test_a_fault_of_a_formula_is_pointed_at():
    text = books.criteria_with("lowest-ratio", "points ^ 2")
    _, (told,) = _parse(text)
    assert told.details["pointer"] == "points >>> ^ 2"
    assert told.details["position"] == 8


@pytest.mark.parametrize("text", ["- a\n- b\n", "nothing but words\n"])
def test_a_file_that_is_no_mapping_is_refused_at_its_beginning(text):
    assert _told(text) == [("criteria-wrong-shape", "criteria.yaml:1:1")]


def test_another_format_version_is_refused():
    text = books.criteria_with("procscore: 1", "procscore: 9")
    assert _told(text) == [("criteria-version-unknown", "criteria.yaml:1:12")]


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path):
    path = tmp_path / "criteria.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + books.CRITERIA.encode())
    document = criteria_file.read(path, "criteria.yaml", Problems())
    assert document.value["procscore"] == "1"


def test_a_file_in_another_encoding_is_refused_with_the_first_foreign_byte(tmp_path):
    path = tmp_path / "criteria.yaml"
    path.write_bytes("id: x\ntitle: 審査\n".encode("cp932"))
    problems = Problems()
    assert criteria_file.read(path, "criteria.yaml", problems) is None
    (told,) = problems
    assert (told.code, told.details["byte"]) == ("criteria-file-not-utf8", 14)


def test_a_folder_is_refused(tmp_path):
    problems = Problems()
    assert criteria_file.read(tmp_path, "criteria.yaml", problems) is None
    assert [each.code for each in problems] == ["file-is-a-folder"]
