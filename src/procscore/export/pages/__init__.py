"""Pages as bytes: what is told of criteria sheets, to be read elsewhere."""

from procscore.export.pages.formats import PAGE_FORMATS

__all__ = ["PAGE_FORMATS"]
