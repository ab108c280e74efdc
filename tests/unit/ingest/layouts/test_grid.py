"""The grid of marks: rows are criteria, columns are vendors, and nothing is lost between them."""

from fractions import Fraction

import pytest

from procscore import pipeline
from support import books, stages


def _load(tmp_path, cells, sheets=None):
    sheets = sheets or books.with_cells({"採点_委員1": cells})
    return pipeline.load_bids([books.hand_in(tmp_path, sheets)])


def _marks(tmp_path, cells, sheets=None):
    outcome = _load(tmp_path, cells, sheets)
    assert outcome.result is not None, outcome.diagnostics
    return {
        place: next(mark for mark in given if mark.evaluator == "委員1")
        for place, given in outcome.result.bids.marks.items()
    }


def _told(tmp_path, cells):
    return {(each.code, each.where.cell) for each in _load(tmp_path, cells).diagnostics}


def test_every_mark_is_read_at_its_row_and_column(tmp_path):
    marks = _marks(tmp_path, {})
    assert {place: (mark.value, mark.where.cell) for place, mark in marks.items()} == {
        ("A社", "plan"): (36, "D2"),
        ("B社", "plan"): (30, "E2"),
        ("C社", "plan"): (32.5, "F2"),
        ("A社", "staff"): (18, "D3"),
        ("B社", "staff"): (15, "E3"),
        ("C社", "staff"): (16, "F3"),
    }


def test_the_order_of_rows_and_columns_does_not_matter(tmp_path):
    sheets = books.valid()
    sheets["採点_委員1"] = [
        ["B社", "配点", "C社", "ID", "A社"],
        [15, 20, 16, "STAFF", 18],
        [30, 40, 32.5, "plan", 36],
    ]
    marks = _marks(tmp_path, {}, sheets)
    assert marks["A社", "plan"].value == 36
    assert marks["C社", "staff"].value == 16


@pytest.mark.parametrize(
    "suffix", [" 所見", "所見", "_所見", "：所見", " comment", " Comment", "(所見"]
)
def test_a_comment_column_belongs_to_its_vendor(tmp_path, suffix):
    marks = _marks(tmp_path, {"G1": f"A社{suffix}", "G2": "具体的"})
    assert marks["A社", "plan"].comment == "具体的"
    assert marks["A社", "plan"].said.cell == "G2"
    assert marks["B社", "plan"].comment == ""


LINES = "一行目\r\n 二行目\u200b \n\n四行目\n"


def test_a_comment_keeps_its_lines_and_a_name_is_one_line(tmp_path):
    sheets = books.with_cells({"提案者": {"B2": "株式会社\nアルファ"}})
    sheets["採点_委員1"][0].append("A社 所見")
    sheets["採点_委員1"][1].append(LINES)
    outcome = pipeline.load_bids([books.hand_in(tmp_path, sheets)])
    assert outcome.result.bids.marks["A社", "plan"][0].comment == "一行目\n二行目\n\n四行目"
    assert outcome.result.bids.vendors[0].name == "株式会社 アルファ"


def test_a_comment_keeps_its_lines_in_a_csv_file_too(tmp_path):
    sheets = books.valid()
    sheets["採点_委員1"][0].append("A社 所見")
    sheets["採点_委員1"][1].append(LINES)
    (tmp_path / "criteria.yaml").write_text(books.CRITERIA, encoding="utf-8")
    paths = [books.save_csv(tmp_path / f"{name}.csv", rows) for name, rows in sheets.items()]
    outcome = pipeline.load_bids(paths)
    assert outcome.result.bids.marks["A社", "plan"][0].comment == "一行目\n二行目\n\n四行目"


def test_a_comment_column_of_nobody_is_told(tmp_path):
    assert _told(tmp_path, {"G1": "Z社 所見"}) == {("vendor-unknown", "G1")}


def test_two_comment_columns_of_a_vendor_are_told(tmp_path):
    told = _told(tmp_path, {"G1": "A社 所見", "H1": "A社 comment"})
    assert told == {("vendor-column-doubled", "H1")}


def test_rows_without_an_id_are_told_once_with_how_many_numbers_they_hold(tmp_path):
    outcome = _load(tmp_path, {"B4": "小計", "D4": 1, "E4": 2, "B5": "備考", "F5": 3})
    (told,) = outcome.diagnostics
    assert (told.code, told.where.cell) == ("rows-without-id", "D4")
    assert (told.details["count"], told.details["last"]) == (3, "F5")


@pytest.mark.parametrize("criterion", ["technical", "price"])
def test_a_row_of_a_group_or_of_the_price_may_stand_there_without_marks(tmp_path, criterion):
    assert _told(tmp_path, {"A4": criterion, "C4": 99}) == set()
    told = _told(tmp_path, {"A4": criterion, "E4": "良"})
    assert told == {("criterion-not-marked-here", "A4")}


def test_a_number_for_what_somebody_else_scores_is_refused(tmp_path):
    assert _told(tmp_path, {"A4": "price", "E4": 0}) == {("criterion-not-marked-here", "A4")}


def _stated(tmp_path, cells):
    outcome = _load(tmp_path, cells)
    assert outcome.diagnostics == ()
    return [
        (each.evaluator, each.vendor, each.criterion, each.value, each.where.cell)
        for each in outcome.result.bids.stated
    ]


@pytest.mark.parametrize("word", ["合計", " 合　計 ", "総合計", "計", "Total", "GRAND TOTAL"])
def test_a_row_of_totals_states_sums_of_the_whole_sheet(tmp_path, word):
    assert _stated(tmp_path, {"B4": word, "D4": 54, "F4": "４８．５"}) == [
        ("委員1", "A社", None, 54, "D4"),
        ("委員1", "C社", None, Fraction("48.5"), "F4"),
    ]


@pytest.mark.parametrize("word", ["合計", "TOTAL"])
def test_the_word_may_stand_under_id_where_score_sheets_begin(tmp_path, word):
    assert _stated(tmp_path, {"A4": word, "D4": 54}) == [("委員1", "A社", None, 54, "D4")]


@pytest.mark.parametrize("name", ["技術点", "合計"])
def test_a_row_of_a_group_states_its_sums(tmp_path, name):
    assert _stated(tmp_path, {"A4": "TECHNICAL", "B4": name, "E4": 0}) == [
        ("委員1", "B社", "technical", 0, "E4")
    ]


def test_how_a_sum_came_about_is_no_matter(tmp_path):
    """Excel adds up by formulas, in cells that may be hidden or stored as text."""
    cells = {"B4": "合計", "D4": books.Formula("=SUM(D2:D3)", 54), "E4": "45"}
    assert [value for *_, value, _ in _stated(tmp_path, cells)] == [54, 45]


def test_a_word_that_stands_after_the_marks_makes_no_row_of_totals(tmp_path):
    assert _told(tmp_path, {"D4": 54, "G1": "備考", "G4": "合計"}) == {("rows-without-id", "D4")}


def test_what_is_no_sum_in_a_row_of_totals_is_told(tmp_path):
    told = _told(tmp_path, {"B4": "合計", "D4": 54, "E4": "45点", "F4": books.Formula("=1", None)})
    assert told == {("rows-without-id", "E4")}


@pytest.mark.parametrize(
    ("cells", "code", "place"),
    [
        ({"H9": 5}, "numbers-not-read", "H9"),
        ({"H9": "○"}, "words-not-read", "H9"),
        ({"B6": "配点は参考"}, "words-not-read", "B6"),
        ({"B6": "予備", "C6": 7}, "words-not-read", "B6"),
        ({"C6": 7}, "numbers-not-read", "C6"),
        ({"A4": "technical", "C4": 60, "J4": 3}, "numbers-not-read", "J4"),
        ({"B4": "合計", "D4": 54, "J4": 54}, "numbers-not-read", "J4"),
    ],
)
def test_what_stands_below_or_beside_the_table_is_told(tmp_path, cells, code, place):
    assert _told(tmp_path, cells) == {(code, place)}


def test_headings_of_groups_between_the_rows_are_no_news(tmp_path):
    sheets = books.valid()
    head, plan, staff = sheets["採点_委員1"]
    sheets["採点_委員1"] = [head, [None, "1 技術点", 60], plan, [None, "体制"], staff]
    assert _load(tmp_path, {}, sheets).diagnostics == ()


@pytest.mark.parametrize("line", ["採点日：", "署名:　福井 一郎", "Date: 2026-04-01", "氏　名"])
def test_the_lines_in_which_an_evaluator_signs_are_no_news(tmp_path, line):
    assert _told(tmp_path, {"B6": line, "H6": 8}) == set()


@pytest.mark.parametrize("line", ["以上", "委員の所感", "（裏面に続く）"])
def test_a_line_under_id_without_a_mark_is_noted(tmp_path, line):
    assert _told(tmp_path, {"A5": line}) == {("cells-not-read", "A5")}


@pytest.mark.parametrize("cells", [{"A4": "pln"}, {"A4": "以上", "F4": 0}])
def test_a_misspelt_id_and_a_line_with_a_mark_are_refused(tmp_path, cells):
    assert _told(tmp_path, cells) == {("criterion-unknown", "A4")}


@pytest.mark.parametrize("points", [None, 40, "40", "４０", "40点", "配点は別紙"])
def test_points_that_are_the_same_or_no_number_are_no_matter(tmp_path, points):
    assert _told(tmp_path, {"C2": points}) == set()


@pytest.mark.parametrize("points", [50, "50", 0])
def test_points_of_another_sheet_are_refused(tmp_path, points):
    assert _told(tmp_path, {"C2": points}) == {("points-differ", "C2")}


def test_a_criterion_that_stands_twice_is_refused_with_its_first_row(tmp_path):
    outcome = _load(tmp_path, {"A4": "ＰＬＡＮ"})
    (told,) = outcome.diagnostics
    assert (told.code, told.details["first"]) == ("criterion-doubled", "A2")


def test_a_refused_mark_is_not_told_again_as_missing(tmp_path):
    assert _told(tmp_path, {"D2": "九"}) == {("cell-not-a-number", "D2")}


def _staged(tmp_path, change, criteria=stages.CRITERIA):
    """Load two workbooks of 委員1, one a stage, after `change` to their sheets."""
    sheets = {**stages.head(), "採点_委員2": stages.valid()["採点_委員2"]}
    first, second = stages.by_stage("委員1")
    change(first["採点_委員1"], second["採点_委員1"])
    books_given = [books.hand_in(tmp_path, sheets, criteria)]
    books_given += [
        books.save(tmp_path / f"{number}.xlsx", each)
        for number, each in enumerate((first, second), start=1)
    ]
    outcome = pipeline.load_bids(books_given)
    told = [(each.code, each.where.name, each.where.cell) for each in outcome.diagnostics]
    return outcome, told


def test_a_sheet_of_a_later_stage_needs_no_column_for_who_did_not_get_there(tmp_path):
    outcome, told = _staged(tmp_path, lambda *_: None)
    assert told == []
    (absent,) = [m for m in outcome.result.bids.marks["C社", "hearing"] if m.evaluator == "委員1"]
    assert absent.value is None
    assert (absent.where.name, absent.where.cell) == ("2.xlsx", None)


def test_a_sheet_of_the_first_stage_needs_a_column_for_every_vendor(tmp_path):
    def change(first, _second):
        first[:] = [row[:5] for row in first]

    _, told = _staged(tmp_path, change)
    assert told == [("vendor-column-missing", "1.xlsx", None)]


def test_a_sheet_without_a_heading_row_is_not_also_told_to_lack_every_row(tmp_path):
    def change(_first, second):
        second[0][0] = "No."

    _, told = _staged(tmp_path, change)
    assert told == [("headings-missing", "2.xlsx", None)]
