"""A drafted layout reads what the workbook holds, and asks where that is not plain."""

from pathlib import Path

import pytest

from procscore.diagnostics import Problems
from procscore.ingest import describe as drafting
from procscore.ingest.foreign.acquaintance import Acquaintance
from support import foreign
from support.foreign import Drawn

ALL = Acquaintance(foreign.criteria(), foreign.vendors(), foreign.panel())
NOBODY = Acquaintance(None, (), ())


def _draft(tmp_path, forms, known=ALL, name="採点表.xlsx"):
    path = foreign.save(tmp_path / name, forms)
    return drafting.describe(path, drafting.read(path, Problems()), known)


def _lines(draft):
    return draft.text.splitlines()[2:]


@pytest.mark.parametrize(
    ("build", "lines"),
    [
        (
            foreign.by_evaluator,
            [
                "marks: F7:H16",
                "evaluator: {cell: C3}",
                "vendor: {row: 6}",
                "criterion: {column: B}",
                "under: technical",
                "points: E",
            ],
        ),
        (
            foreign.by_vendor,
            [
                "sheets: <vendor>",
                "marks: C5:E11",
                "evaluator: {row: 4}",
                "criterion: {column: B}",
            ],
        ),
        (
            foreign.together,
            [
                "marks: D6:N12",
                "evaluator: {row: 5}",
                "vendor: {row: 4}",
                "criterion: {column: [A, B]}",
            ],
        ),
    ],
)
def test_what_is_drafted_of_the_three_shapes(tmp_path, build, lines):
    assert _lines(_draft(tmp_path, build())) == lines


def test_sheets_of_another_shape_are_named_and_left_out(tmp_path):
    draft = _draft(tmp_path, foreign.by_vendor())
    assert [each.sheet for each in draft.passed_over] == ["集計表"]
    forms = foreign.by_vendor()
    forms["記入例"] = foreign.Form().put(A1="例", B2=3)
    assert "skip: 記入例  # sheets of another shape" in _lines(_draft(tmp_path, forms))


def test_sheets_without_names_in_them_are_told_apart_by_a_pattern_or_not_at_all(tmp_path):
    forms = {**foreign.by_evaluator(), "集計": foreign.Form().put(A1="集計")}
    assert "sheets: 採点表*" in _lines(_draft(tmp_path, forms))
    forms["採点表の書き方"] = foreign.Form().put(A1="要領")
    (asked,) = [line for line in _lines(_draft(tmp_path, forms)) if "sheets" in line]
    assert (
        asked
        == "# sheets: …  # ? a pattern for 採点表1, 採点表2, 採点表3, but not for 採点表の書き方"
    )
    one = {"採点表1": forms["採点表1"], "要領": foreign.Form().put(A1="要領")}
    assert "sheets: 採点表1" in _lines(_draft(tmp_path, one))


def test_who_is_not_known_is_asked_with_what_stands_there(tmp_path):
    known = Acquaintance(foreign.criteria(), foreign.vendors(), ())
    lines = _lines(_draft(tmp_path, foreign.by_vendor(), known))
    assert "# evaluator: {row: 4}  # ? there stands: 山田 太郎, 佐藤 花子, 鈴木 一郎" in lines
    lines = _lines(_draft(tmp_path, foreign.by_evaluator(), known))
    assert "# evaluator: {cell: C3}  # ? there stands: 山田 太郎, 佐藤 花子, 鈴木 一郎" in lines


def test_criteria_that_are_not_known_are_asked_with_what_is_missing(tmp_path):
    forms = foreign.by_vendor()
    for vendor in foreign.VENDORS:
        forms[vendor].put(B6="課題把握（20点）")
    lines = _lines(_draft(tmp_path, forms))
    assert lines[-3:] == [
        "# items:",
        "#   課題把握（20点）: issues  # ? B6 is no criterion that is known",
        "# ? not found in the workbook: issues 課題の把握",
    ]


def test_a_place_where_few_criteria_are_known_is_asked(tmp_path):
    forms = foreign.by_vendor()
    for vendor in foreign.VENDORS:
        forms[vendor].put(**{f"B{row}": f"項目の{row}" for row in range(6, 10)})
    (line,) = [each for each in _lines(_draft(tmp_path, forms)) if "criterion:" in each]
    assert line == "# criterion: {column: B}  # ? only 2 of 6 criteria are known there"


def test_without_anything_given_places_are_told_by_looks_and_criteria_as_unproved(tmp_path):
    draft = _draft(tmp_path, foreign.by_evaluator(), NOBODY)
    assert _lines(draft) == [
        "marks: F7:H16",
        "# evaluator: {cell: C3}  # ? there stands: 山田 太郎, 佐藤 花子, 鈴木 一郎",
        "vendor: {row: 6}",
        "criterion: {column: B}  # by its place only: give the criteria sheet to compare it",
    ]
    assert draft.compared == frozenset()


def test_nothing_is_drafted_of_a_workbook_without_marks(tmp_path):
    draft = _draft(tmp_path, {"要領": foreign.Form().put(A1="採点の要領")})
    assert draft.text.startswith("# Nothing in 採点表.xlsx looks like a table of marks")
    assert all(line.startswith("#") for line in _lines(draft))
    assert (draft.sheets, [each.sheet for each in draft.passed_over]) == ((), ["要領"])


def test_procscore_s_own_sheets_are_not_described(tmp_path):
    assert _draft(tmp_path, {"採点_委員1": foreign.by_evaluator()["採点表1"]}).sheets == ()


def test_the_shape_with_most_marks_is_drafted(tmp_path):
    forms = {
        "採点集計": foreign.together()["採点集計"],
        "採点表1": foreign.by_evaluator()["採点表1"],
    }
    draft = _draft(tmp_path, forms)
    assert [each.where.sheet for each in draft.sheets] == ["採点集計"]
    assert "sheets: 採点集計" in _lines(draft)


def test_words_are_quoted_where_yaml_would_read_something_else():
    strange = {
        "A1": "委員名: [山田] 太郎",
        **{f"{c}3": v for c, v in zip("BC", ("A社", "B社"), strict=True)},
    }
    sheets = [
        Drawn(
            {**strange, "A4": "目的の理解", "B4": 1, "C4": 2, "A5": "課題の把握"}, name="* 採点: #1"
        ),
        Drawn({"A1": "メモ"}, name="メモ"),
    ]
    known = Acquaintance(foreign.criteria(), foreign.vendors(), ())
    text = drafting.describe(Path("a.xlsx"), sheets, known).text
    assert 'sheets: "* 採点: #1"' in text
    assert 'evaluator: {cell: A1, like: "委員名:<evaluator>"}' in text


def test_a_file_that_cannot_be_opened_is_told(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"")
    problems = Problems()
    assert drafting.read(tmp_path / "a.xlsx", problems) is None
    assert [each.code for each in problems] == ["workbook-empty"]


def test_a_csv_file_can_be_described(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("項目,A社,B社\n目的の理解,8,7\n課題の把握,15,14\n", encoding="utf-8")
    draft = drafting.describe(path, drafting.read(path, Problems()), ALL)
    assert "marks: B2:C3" in _lines(draft)
