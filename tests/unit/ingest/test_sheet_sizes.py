"""Rows and columns of which nothing can be read."""

import pytest
from openpyxl.xml.functions import fromstring

from procscore.ingest.sheet_sizes import Sizes, name_of, place_of, whole


def test_a_size_of_its_own_goes_before_that_of_the_sheet():
    sizes = Sizes()
    for row, height in ((1, None), (2, "15"), (3, "7.4"), (4, "high")):
        sizes.row(row, height)
    sizes.column(fromstring('<col min="2" max="3" width="9"/>'))
    assert (sizes.low_rows, sizes.narrow_columns) == ({3}, set())
    sizes.default(fromstring('<sheetFormatPr defaultRowHeight="1" defaultColWidth="1"/>'))
    assert sizes.low_rows == {1, 3}
    assert sizes.narrow_columns == set(range(1, 16_385)) - {2, 3}


@pytest.mark.parametrize("column", ['max="4"', 'min="x" max="4"', 'min="2"', 'min="3" max="2"'])
def test_columns_that_cannot_be_read_are_none(column):
    sizes = Sizes()
    sizes.column(fromstring(f'<col {column} width="1"/>'))
    assert sizes.narrow_columns == set()


def test_what_is_written_is_read_and_what_cannot_be_is_not():
    assert (whole("12", 0), whole("x", 7), whole(None, 7), whole("１", 7)) == (12, 7, 7, 7)
    assert (place_of("B3"), place_of("?")) == ((3, 2), None)
    assert name_of(fromstring('<a:b xmlns:a="c"/>')) == "b"
