import re
import zipfile
from fractions import Fraction
from io import BytesIO
from itertools import pairwise

import pytest

from procscore.xlsx import Book, Cells, Chart, Series, Style, charts

SHEET = "明細 (1)'s"


def series(count, **looks):
    """Return so many series of the sheet that `chart_xml` writes."""
    return tuple(
        Series(
            Cells(SHEET, (1, column), (1, column)),
            Cells(SHEET, (2, column), (4, column)),
            Cells(SHEET, (2, 1), (4, 1)),
            **looks,
        )
        for column in range(2, 2 + count)
    )


def chart_xml(chart):
    """Return the chart's part of a workbook in which vendors stand in rows and groups in columns."""
    book = Book()
    page = book.page(SHEET)
    for row in range(1, 5):
        for column in range(1, 15):
            words = row == 1 or column == 1
            page.put(row, column, f"r{row}c{column}" if words else row * column, Style())
    page.chart(6, 2, chart, 800, 400)
    with zipfile.ZipFile(BytesIO(book.content)) as archive:
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
        return archive.read("xl/charts/chart1.xml").decode(), drawing


def test_the_cells_of_a_chart_are_named_with_their_sheet_in_apostrophes():
    assert Cells("集計", (3, 2), (3, 2)).reference == "'集計'!$B$3"
    assert Cells(SHEET, (2, 1), (4, 1)).reference == "'明細 (1)''s'!$A$2:$A$4"


def test_every_series_draws_its_cells_and_holds_what_they_show():
    xml, drawing = chart_xml(Chart("stacked bars", "内訳", series(2)))
    references = re.findall("<c:f>(.*?)</c:f>", xml)
    sheet = "'明細 (1)''s'"
    assert references == [
        f"{sheet}!{cells}"
        for column in "BC"
        for cells in (f"${column}$1", "$A$2:$A$4", f"${column}$2:${column}$4")
    ]
    assert re.findall("<c:v>(.*?)</c:v>", xml)[:7] == [
        "r1c2",
        "r2c1",
        "r3c1",
        "r4c1",
        "4",
        "6",
        "8",
    ]
    assert 'descr="内訳"' in drawing


@pytest.mark.parametrize(
    ("kind", "direction", "grouping", "orientation"),
    [
        ("stacked bars", "bar", "stacked", "maxMin"),
        ("clustered columns", "col", "clustered", "minMax"),
    ],
)
def test_the_kinds_of_charts(kind, direction, grouping, orientation):
    xml, _ = chart_xml(Chart(kind, "t", series(2), most=Fraction(401, 2), number="0.00"))
    assert f'<c:barDir val="{direction}"/><c:grouping val="{grouping}"/>' in xml
    categories = xml[xml.index("<c:catAx>") : xml.index("</c:catAx>")]
    numbers = xml[xml.index("<c:valAx>") : xml.index("</c:valAx>")]
    assert f'<c:orientation val="{orientation}"/>' in categories
    assert '<c:max val="200.5"/><c:min val="0"/>' in numbers
    assert 'formatCode="0.00"' in numbers
    assert '<c:legendPos val="b"/>' in xml
    assert xml.count('typeface="Yu Gothic"') >= 4


def test_the_axis_is_left_to_excel_where_nothing_is_said():
    xml, _ = chart_xml(Chart("clustered columns", "t", series(1), least=None))
    assert "<c:min " not in xml
    assert "<c:max " not in xml


def test_numbers_are_written_into_the_bars_only_where_asked_for_and_can_be_read():
    assert "<c:showVal" not in chart_xml(Chart("stacked bars", "t", series(1)))[0]
    xml, _ = chart_xml(Chart("stacked bars", "t", series(3), labels=True, number="0.0"))
    labels = re.findall("<c:dLbls>.*?</c:dLbls>", xml)
    assert [re.findall('srgbClr val="(.*?)"', each) for each in labels] == [
        ["FFFFFF"],
        ["000000"],
        ["FFFFFF"],
    ]
    assert all('formatCode="0.0"' in each for each in labels)


def test_neighbours_differ_in_print_and_no_two_series_look_alike():
    xml, _ = chart_xml(Chart("stacked bars", "t", series(13)))
    looks = re.findall("</c:tx><c:spPr>(.*?)<a:ln", xml)
    assert len(looks) == len(set(looks)) == 13
    assert [("pattFill" in each) for each in looks] == [False] * 6 + [True] * 6 + [True]
    greys = [grey(each) for each in charts._SHADES]
    assert all(abs(a - b) > 70 for a, b in pairwise(greys))


def grey(colour):
    red, green, blue = bytes.fromhex(colour[1:])
    return (299 * red + 587 * green + 114 * blue) // 1000


@pytest.mark.parametrize("text", ["=株式会社!A1", "株式会社!A1", "=SUM(1)", "=a"])
def test_a_title_or_a_name_is_a_text_whatever_it_looks_like(text):
    named = (Series(text, *(Cells(SHEET, (2, c), (4, c)) for c in (2, 1))),)
    xml, _ = chart_xml(Chart("clustered columns", text, named))
    assert len(re.findall("<c:f>", xml)) == 2
    assert f"<a:t>{text.replace('!', '！')}</a:t>" in xml
    assert f"<c:v>{text.replace('!', '！')}</c:v>" in xml


def test_a_series_may_write_its_numbers_in_a_format_of_its_own():
    own = (*series(1), *series(1, number="#,##0.00"))
    xml, _ = chart_xml(Chart("stacked bars", "t", own, labels=True))
    labels = re.findall("<c:dLbls>.*?</c:dLbls>", xml)
    assert ['formatCode="#,##0.00"' in each for each in labels] == [False, True]


def test_the_axis_has_its_lines_where_they_are_wanted_and_names_stand_beside_negative_bars():
    xml, _ = chart_xml(Chart("stacked bars", "t", series(1), least=-50, step=Fraction(25)))
    assert '<c:majorUnit val="25.0"/>' in xml or '<c:majorUnit val="25"/>' in xml
    categories = xml[xml.index("<c:catAx>") : xml.index("</c:catAx>")]
    assert '<c:tickLblPos val="low"/>' in categories
    assert "majorUnit" not in chart_xml(Chart("stacked bars", "t", series(1)))[0]
