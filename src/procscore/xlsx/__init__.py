"""Writing workbooks: the only package that knows XlsxWriter.

The same content gives the same bytes. Text is always text: nothing that a vendor is called becomes a
formula or a link. What a cell, a sheet's name or a list cannot hold is an error here, never a
workbook that Excel has to repair.
"""

from procscore.xlsx.book import Book
from procscore.xlsx.cells import (
    LONGEST_SHEET_NAME,
    LONGEST_TEXT,
    Area,
    Content,
    Formula,
    Place,
    sheet_name_fault,
)
from procscore.xlsx.charts import Cells, Chart, Series
from procscore.xlsx.measure import lines, most_lines, row_height, split, width
from procscore.xlsx.page import Page
from procscore.xlsx.rules import Rule, fits_a_list
from procscore.xlsx.styles import Style
from procscore.xlsx.written import address, number, quoted, quoted_sheet

__all__ = [
    "LONGEST_SHEET_NAME",
    "LONGEST_TEXT",
    "Area",
    "Book",
    "Cells",
    "Chart",
    "Content",
    "Formula",
    "Page",
    "Place",
    "Rule",
    "Series",
    "Style",
    "address",
    "fits_a_list",
    "lines",
    "most_lines",
    "number",
    "quoted",
    "quoted_sheet",
    "row_height",
    "sheet_name_fault",
    "split",
    "width",
]
