"""The formats of a page, by the suffix of the file: one module a format, in a dict one can read."""

from collections.abc import Callable

from procscore.export.pages import html, markdown, xlsx_page
from procscore.model.page import Page

PAGE_FORMATS: dict[str, Callable[[Page], bytes]] = {
    ".md": markdown.export,
    ".html": html.export,
    ".xlsx": xlsx_page.export,
}
"""What each suffix writes."""
