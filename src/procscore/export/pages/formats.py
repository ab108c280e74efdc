"""The formats of a page, by the suffix of the file: one function a format, in a dict one can read.

What writes a format is imported when a file of it is written, as in `pipeline/formats.py`.
"""

from collections.abc import Callable

from procscore.model.page import Page


def _markdown(page: Page) -> bytes:
    from procscore.export.pages import markdown

    return markdown.export(page)


def _html(page: Page) -> bytes:
    from procscore.export.pages import html

    return html.export(page)


def _workbook(page: Page) -> bytes:
    from procscore.export.pages import xlsx_page

    return xlsx_page.export(page)


PAGE_FORMATS: dict[str, Callable[[Page], bytes]] = {
    ".md": _markdown,
    ".html": _html,
    ".xlsx": _workbook,
}
"""What each suffix writes."""
