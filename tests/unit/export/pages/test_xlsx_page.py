from dataclasses import replace
from fractions import Fraction
from io import BytesIO

import pytest
from openpyxl import load_workbook

from procscore.export.pages import xlsx_page
from procscore.model.page import Cell, Column, Node, Outline, Page, Sentences, Table
from procscore.xlsx import LONGEST_TEXT, lines
from support import pages


def book_of(page):
    return load_workbook(BytesIO(xlsx_page.export(page)))


def table(title="T", *rows, columns=("a", "b")):
    return Table(title, tuple(Column(each) for each in columns), rows)


def rows_of(sheet):
    return [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]


def test_a_small_page_cell_by_cell():
    (sheet,) = book_of(pages.SMALL)
    assert sheet.title == "Weights"
    assert rows_of(sheet) == [
        ["Criteria of a town"],
        ["Published in 2024"],
        ["See https://example.jp/a_b?c=1&d=2を参照"],
        [],
        ["Weights"],
        ["項目", "Points", "Share", "ID"],
        ["技術点", 1234.5, 0.8],
        [pages.NASTY, 12, 0.125, "a-b"],
        ["Rounded."],
        [],
        ["Rules"],
        ["The *highest* wins."],
        ["Two\nlines"],
    ]


def test_numbers_are_numbers_that_look_as_on_the_page():
    (sheet,) = book_of(pages.SMALL)
    formats = {cell.coordinate: cell.number_format for cell in (*sheet[7][1:3], *sheet[8][1:3])}
    assert formats == {"B7": "#,##0.0", "C7": '0.0" "%', "B8": "0", "C8": '0.0" "%'}
    assert all(sheet[each].data_type == "n" for each in formats)
    assert all(sheet[each].alignment.horizontal == "right" for each in formats)


@pytest.mark.parametrize(
    "text", ["=1+1", "-1+1", "@SUM(A1)", "http://example.org", "12", pages.NASTY]
)
def test_text_is_text_wherever_it_stands(text):
    page = Page(
        text,
        (text,),
        (Table(text, (Column(text),), ((Cell(text),),), (text,)), Sentences(text, (text,))),
    )
    (sheet,) = book_of(page)
    cells = [cell for row in sheet for cell in row if cell.value is not None]
    assert len(cells) == 8
    assert all((cell.data_type, cell.value) == ("s", text) for cell in cells)
    assert all(cell.hyperlink is None for cell in cells)


@pytest.mark.parametrize(
    ("text", "value"), [("19/6", "19/6"), ("0.6666…", "2/3"), ("800 : 200", "800")]
)
def test_a_number_that_excel_would_show_otherwise_is_written_as_the_text_it_is(text, value):
    (sheet,) = book_of(Page("t", (), (table("T", (Cell(text, Fraction(value)), Cell())),)))
    assert sheet["A5"].value == text


def test_each_table_has_a_sheet_with_the_sentences_around_it():
    before, between, after = (Sentences(each, ("s",)) for each in ("before", "between", "after"))
    page = Page("P", ("lead",), (before, table("One"), between, table("Two"), after))
    one, two = book_of(page)
    assert (one.title, two.title) == ("One", "Two")
    assert [row[0] for row in rows_of(one) if row] == [
        "P",
        "lead",
        "before",
        "s",
        "One",
        "a",
        "between",
        "s",
    ]
    assert [row[0] for row in rows_of(two) if row] == ["P", "Two", "a", "after", "s"]


def test_tables_that_name_one_sheet_share_it_under_the_same_columns():
    one, two, three = (
        Table(each, tuple(map(Column, columns)), (tuple(map(Cell, row)),), sheet=sheet)
        for each, columns, row, sheet in (
            ("One", "bd", "xy", "S"),
            ("Two", "abc", "pqr", "S"),
            ("Three", "b", "z", "T"),
        )
    )
    behind = Sentences("behind", ("s",))
    both, alone = book_of(Page("P", (), (one, two, behind, three)))
    assert [both.title, alone.title] == ["S", "T"]
    assert [[cell.value for cell in row[:4]] for row in both.iter_rows(min_row=3)] == [
        ["One", None, None, None],
        [None, "b", "d", None],
        [None, "x", "y", None],
        [None, None, None, None],
        ["Two", None, None, None],
        ["a", "b", None, "c"],
        ["p", "q", None, "r"],
        [None, None, None, None],
        ["behind", None, None, None],
        ["s", None, None, None],
    ]
    assert both.freeze_panes == "B5"
    # Where a table has no such column nothing is drawn.
    drawn = {row: [bool(cell.border.left.style) for cell in both[row][:4]] for row in (4, 5, 8, 9)}
    assert drawn[4] == drawn[5] == [False, True, True, False]
    assert drawn[8] == drawn[9] == [True, True, False, True]
    assert both["A4"].fill.fill_type is None


def test_a_table_behind_the_sentences_of_a_sheet_has_one_of_its_own():
    tables = [replace(table(each), sheet="S") for each in "AB"]
    page = Page("P", (), (tables[0], Sentences("between", ("s",)), tables[1]))
    assert book_of(page).sheetnames == ["S", "S (2)"]


@pytest.mark.parametrize(("count", "repeated"), [(1, None), (30, "$4:$4")])
def test_the_first_headings_of_a_shared_sheet_stand_on_further_pages(count, repeated):
    rows = [(Cell("x"), Cell("y"))] * count
    tables = tuple(replace(table(each, *rows), sheet="S") for each in "AB")
    (sheet,) = book_of(Page("P", (), tables))
    assert (sheet.print_title_rows or None) == repeated


@pytest.mark.parametrize(
    ("blocks", "names"),
    [
        ((), ["P"]),
        ((Sentences("Rules", ("s",)),), ["Rules"]),
        ((table(""),), ["P"]),
        ((table("a/b"), table("A b"), table("")), ["a b", "A b (2)", "P"]),
    ],
)
def test_sheets_are_named_by_their_tables(blocks, names):
    assert book_of(Page("P", (), blocks)).sheetnames == names


def test_heat_strength_and_depth_are_seen():
    page = Page(
        "P",
        (),
        (
            table(
                "T",
                (Cell("group", strong=True), Cell()),
                (Cell("x", indent=2), Cell("1", heat=Fraction(1))),
                (Cell("y"), Cell("0", heat=Fraction(1, 20))),
            ),
        ),
    )
    (sheet,) = book_of(page)
    assert sheet["A5"].font.bold
    assert not sheet["A6"].font.bold
    assert sheet["A6"].alignment.indent == 2
    fills = [sheet[each].fill.fgColor.rgb for each in ("A5", "B5", "B6", "B7", "A6")]
    assert fills == ["FFF2F2F2", "FFF2F2F2", "FFF5A03C", "FFFFFAF5", "00000000"]


def pages_wide(sheet):
    return sheet.page_setup.fitToWidth or 1  # one is not written, being the default


def test_it_prints_on_a4_with_the_pages_counted():
    (sheet,) = book_of(pages.SMALL)
    assert sheet.page_setup.paperSize == 9
    assert sheet.page_setup.orientation == "portrait"
    assert pages_wide(sheet) == 1
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.oddFooter.left.text == "Criteria of a town"
    assert sheet.oddFooter.right.text == "&P / &N"


@pytest.mark.parametrize(("count", "repeated"), [(5, None), (60, "$4:$4")])
def test_headings_stand_on_every_page_of_a_long_table_only(count, repeated):
    (sheet,) = book_of(Page("P", (), (table("T", *[(Cell("x"), Cell("y"))] * count),)))
    assert (sheet.print_title_rows or None) == repeated
    assert sheet.freeze_panes == "B5"


def test_what_stands_above_a_table_is_not_kept_in_sight_where_it_is_long():
    (sheet,) = book_of(Page("P", ("lead",) * 20, (table("T", (Cell("x"), Cell("y"))),)))
    assert sheet.freeze_panes is None


def test_a_wide_table_lies_on_its_side_and_goes_on_on_further_pages():
    columns = tuple(Column("とても長い名前", "right") for _ in range(10))
    (sheet,) = book_of(Page("P", (), (Table("T", columns, ()),)))
    assert (sheet.page_setup.orientation, pages_wide(sheet)) == ("landscape", 1)
    (sheet,) = book_of(Page("P", (), (Table("T", columns * 2, ()),)))
    assert (sheet.page_setup.orientation, pages_wide(sheet)) == ("landscape", 2)
    assert sheet.print_title_cols == "$A:$A"
    # What is said in sentences stays on the first page.
    assert "A1:K1" in map(str, sheet.merged_cells.ranges)


def test_a_sentence_has_room_beside_a_narrow_table():
    (sheet,) = book_of(Page("長い題名" * 10, (), (table("T", (Cell("x"), Cell("y"))),)))
    assert sum(sheet.column_dimensions[each].width for each in "ABC") >= 90
    assert "A1:C1" in map(str, sheet.merged_cells.ranges)


def test_a_row_is_high_enough_for_its_longest_text():
    (sheet,) = book_of(Page("P", (), (table("T", (Cell("あ" * 200), Cell("y"))),)))
    assert sheet.row_dimensions[5].height > 8 * sheet.row_dimensions[4].height * 0.7


LONG = "実施計画は具体的で、工程に無理がない。\n" * 150


def cells_below(sheet, column, start):
    """Return the texts of a column from a row on, down to a row without any."""
    found = []
    for row in range(start, sheet.max_row + 1):
        text = sheet.cell(row, column).value
        if text is None:
            break
        found.append(text)
    return found


@pytest.mark.parametrize("text", ["良" * 2998, LONG, "x" * (LONGEST_TEXT + 1)])
def test_what_a_row_is_not_high_enough_for_goes_on_in_further_rows(text):
    (sheet,) = book_of(
        Page("P", (), (table("T", (Cell("1", Fraction(1)), Cell(text)), (Cell("2"), Cell("end"))),))
    )
    *pieces, end = cells_below(sheet, 2, 5)
    assert ("".join(pieces), end) == (text, "end")
    assert len(pieces) > 3
    assert [sheet.cell(row, 1).value for row in range(5, 6 + len(pieces))] == [
        *(1, *[None] * (len(pieces) - 1)), "2",
    ]  # fmt: skip
    columns = sheet.column_dimensions["B"].width
    for row, piece in enumerate(pieces, start=5):
        assert sheet.cell(row, 2).alignment.vertical == "top"
        count = lines(piece, columns)
        assert count * (19 if count > 10 else 17) <= sheet.row_dimensions[row].height <= 409
    assert sheet.cell(5 + len(pieces), 2).alignment.vertical == "center"


def test_a_long_sentence_goes_on_in_further_rows():
    (sheet,) = book_of(Page("P", (LONG,), (Sentences("S", (LONG,)),)))
    lead = cells_below(sheet, 1, 2)
    assert len(lead) > 3
    assert "".join(lead) == LONG
    assert "".join(cells_below(sheet, 1, 4 + len(lead))) == LONG
    assert max(each.height for each in sheet.row_dimensions.values() if each.height) <= 409


def test_numbers_have_room_beside_the_line_they_stand_off():
    number = Cell("1,000", Fraction(1000), strong=True)
    columns = (Column("x"), Column("of", align="right"))
    (sheet,) = book_of(Page("P", (), (Table("T", columns, ((Cell("Total"), number),)),)))
    assert sheet["B5"].alignment.indent == 1
    assert sheet.row_dimensions[5].height < 2 * 17


@pytest.mark.parametrize("long", range(1, 40))
def test_words_behind_numbers_have_room_beside_the_line_they_stand_off(long):
    columns = (Column("of", align="right"), Column("x"))
    row = (Cell("1", Fraction(1)), Cell("x" * long))
    (sheet,) = book_of(Page("P", (), (Table("T", columns, (row,)),)))
    assert [cell.alignment.indent for cell in sheet[5][:2]] == [1, 1]
    assert sheet.row_dimensions[5].height < 2 * 17


def test_each_table_of_a_section_has_a_sheet_titled_by_both():
    first, second = book_of(pages.SECTIONED)
    assert (first.title, second.title) == ("A 社 Points", "B 社 Points")
    assert [row[0] for row in rows_of(first) if row] == [
        *("Report", "Award", "A wins.", "A 社: Points", "ID", "a"),
        *("A 社: Comments", "Good.", "A 社", "Looked at."),
    ]
    assert [row[0] for row in rows_of(second) if row] == [
        *("Report", "B 社: Points", "ID", "b", "C 社"),
    ]


@pytest.mark.parametrize(("count", "repeated"), [(40, None), (60, "$4:$4")])
def test_headings_do_not_stand_above_the_text_behind_a_table(count, repeated):
    long = table("T", *[(Cell("x"), Cell("y"))] * count)
    (sheet,) = book_of(Page("P", (), (long, Sentences("Rules", ("One.",)))))
    assert (sheet.print_title_rows or None) == repeated


def test_an_outline_is_indented_and_its_rows_fold_into_the_row_above():
    outline = Outline("O", (Node("a", (Node("b", (Node("c"),)), Node("d")), strong=True),))
    (sheet,) = book_of(Page("P", (), (outline,)))
    assert sheet.title == "O"
    rows = [
        (cell.value, cell.alignment.indent, cell.font.bold, sheet.row_dimensions[row].outlineLevel)
        for row in range(4, 8)
        for cell in sheet[row][:1]
    ]
    assert rows == [
        ("a", 1, True, 0),
        ("b", 2, False, 1),
        ("c", 3, False, 2),
        ("d", 2, False, 1),
    ]
    assert sheet.sheet_properties.outlinePr.summaryBelow is False
    assert not any(sheet.row_dimensions[row].hidden for row in range(1, 8))


def test_an_outline_is_as_deep_as_it_is():
    node = Node("0")
    for level in range(1, 20):
        node = Node(str(level), (node,))
    (sheet,) = book_of(Page("P", (), (Outline("O", (node,)),)))
    assert [row[0] for row in rows_of(sheet)[3:]] == [str(level) for level in reversed(range(20))]
    assert max(row.outlineLevel for row in sheet.row_dimensions.values()) == 7
    assert max(cell.alignment.indent for (cell, _) in sheet["A4:B23"]) == 15


def test_a_long_node_goes_on_in_further_rows_that_fold_with_it():
    (sheet,) = book_of(Page("P", (), (Outline("O", (Node("a", (Node(LONG),)),)),)))
    pieces = [row for row in range(5, sheet.max_row + 1) if sheet.cell(row, 1).value]
    assert "".join(sheet.cell(row, 1).value for row in pieces) == LONG
    assert len(pieces) > 1
    assert {sheet.row_dimensions[row].outlineLevel for row in pieces} == {1}


def test_each_outline_has_a_sheet_with_the_sentences_behind_it():
    one, two = (Outline(each, (Node("n"),)) for each in ("One", "Two"))
    page = Page("P", (), (one, Sentences("S", ("s",)), two, table("T")))
    assert [
        (sheet.title, [row[0] for row in rows_of(sheet) if row]) for sheet in book_of(page)
    ] == [
        ("One", ["P", "One", "n", "S", "s"]),
        ("Two", ["P", "Two", "n"]),
        ("T", ["P", "T", "a"]),
    ]


@pytest.mark.parametrize(
    "block", [Sentences("S", ("s",)), Outline("O", (Node("n"),)), Table("T", (), (), ("n",))]
)
def test_a_sheet_without_columns_has_two_so_that_libreoffice_prints_it_smaller(block):
    (sheet,) = book_of(Page("P", (), (block,)))
    assert "A1:B1" in {str(each) for each in sheet.merged_cells.ranges}
    alike = sheet.column_dimensions["A"]
    assert (alike.min, alike.max, alike.width > 40) == (1, 2, True)
