"""How one vendor's points came about, or the gap to another, as a page."""

from procscore.pages.explanation.page import page

__all__ = ["page"]
