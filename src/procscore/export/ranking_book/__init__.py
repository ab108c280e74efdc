"""The workbook that the committee signs: every point a live formula down to the marks."""

from procscore.export.ranking_book.book import Written, export, written

__all__ = ["Written", "export", "written"]
