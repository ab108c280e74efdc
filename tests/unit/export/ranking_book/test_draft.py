from fractions import Fraction

from procscore.export.ranking_book.ledger import Spot
from procscore.xlsx import LONGEST_TEXT, Cells, Chart, Formula, Series, Style
from support.ranking_books import draft, read


def test_cells_are_written_where_they_were_put():
    sheet = draft()
    assert sheet.put(2, Fraction(5, 2), Style()) == Spot("S", 1, 2)
    sheet.put(1, "a", Style(), row=3)
    page = read(sheet)["S"]
    assert page["B1"].value == 2.5
    assert page["A3"].value == "a"


def test_what_is_put_last_is_in_the_cell():
    sheet = draft()
    sheet.put(1, None, Style(bold=True))
    sheet.put(1, 7, Style())
    assert read(sheet)["S"]["A1"].value == 7


def test_a_formula_is_made_when_all_have_their_place():
    sheet, places = draft(), []
    sheet.put(1, lambda: Formula(f"={places[0]}", 5), Style())
    places.append("B9")
    assert read(sheet)["S"]["A1"].value == "=B9"


def test_numbers_are_known_to_the_ledger_and_texts_are_not():
    sheet = draft()
    sheet.put(1, "absent", Style())
    sheet.put(2, None, Style())
    sheet.put(3, 4, Style())
    assert sheet.ledger._numbers == {Spot("S", 1, 3)}


def test_a_line_goes_across_and_the_next_row_follows():
    sheet = draft()
    sheet.line("title", Style())
    sheet.line("next", Style())
    page = read(sheet)["S"]
    assert [str(each) for each in page.merged_cells.ranges] == ["A1:C1", "A2:C2"]
    assert page["A2"].value == "next"


def test_a_row_is_as_high_as_the_longest_of_its_texts_needs():
    sheet = draft()
    sheet.texts(1, ["a" * 50, "b"], Style())
    sheet.span(1, 3, "c", Style())
    assert read(sheet)["S"].row_dimensions[1].height == 54.75  # three lines and a little room


def test_of_a_text_that_no_cell_holds_the_beginning_is_written_and_told():
    sheet = draft()
    spot = sheet.put(1, "x" * 40_000, Style())
    sheet.note(sheet.spot(2), "y" * 40_000)
    page = read(sheet)["S"]
    assert len(page["A1"].value) == LONGEST_TEXT
    assert page["A1"].value.endswith("x… (shortened: 40000 characters in all)")
    assert page["B1"].comment.text.endswith("y… (shortened: 40000 characters in all)")
    assert sheet.ledger.shortened == [spot, sheet.spot(2)]


def test_headings_stay_in_sight_and_are_repeated_on_paper():
    sheet = draft(head=(1, 2))
    sheet.put(1, "a", Style())
    page = read(sheet)["S"]
    assert page.freeze_panes == "B3"
    assert page.print_title_rows == "$1:$2"
    assert page.print_title_cols == "$A:$A"
    assert page.oddFooter.right.text == "&P / &N"


def test_rows_that_belong_together_are_not_torn_apart():
    sheet = draft()
    for number in range(40):
        sheet.texts(1, [str(number)], Style())
        sheet.row += 1
    sheet.together(20, 30)
    assert [each.id for each in read(sheet)["S"].row_breaks.brk] == [19]


def test_what_nearly_fits_is_printed_on_one_page():
    sheet = draft(one_page=True)
    sheet.texts(1, ["a"], Style())
    assert read(sheet)["S"].page_setup.fitToHeight is None  # which means 1
    assert read(draft())["S"].page_setup.fitToHeight == 0


def test_a_chart_leaves_room_below_it():
    sheet = draft()
    cells = Cells("S", (1, 1), (1, 1))
    sheet.chart(Chart("stacked bars", "C", (Series(cells, cells, cells),)), 200)
    assert sheet.row == 14
    (chart,) = read(sheet)["S"]._charts
    assert chart.anchor._from.row == 1


def test_what_is_too_long_for_the_highest_row_goes_on_in_further_rows():
    sheet, long = draft([20, 40, 10]), "".join(f"{at:05}" for at in range(600))
    sheet.entry((1, 1, "A", Style()), (2, 3, long, Style()))
    sheet.line("next", Style())
    page = read(sheet)["S"]
    pieces = [page.cell(row, 2).value for row in range(1, 5)]
    assert "".join(filter(None, pieces)) == long
    assert [page.cell(row, 1).value for row in range(1, 6)] == ["A", None, None, None, "next"]
    assert all(page.row_dimensions[row].height <= 409 for row in range(1, 5))
    assert "B4:C4" in [str(each) for each in page.merged_cells.ranges]


def test_a_line_is_kept_for_what_a_formula_tells():
    sheet = draft()
    sheet.alarm(lambda: Formula('=IF(B9>1,"wrong","")', ""), "wrong")
    sheet.line("next", Style())
    page = read(sheet)["S"]
    assert page["A1"].value == '=IF(B9>1,"wrong","")'
    assert page["A1"].font.color.rgb == "FFC00000"
    assert page["A2"].value == "next"
    ((area, (rule,)),) = page.conditional_formatting._cf_rules.items()
    assert (str(area.sqref), rule.formula) == ("A1:C1", ['$A1<>""'])


def test_a_text_across_columns_ends_with_the_page_of_paper():
    sheet = draft([50] * 8)
    sheet.span(1, 8, "a", Style())
    assert [str(each) for each in read(sheet)["S"].merged_cells.ranges] == ["A1:D1"]
