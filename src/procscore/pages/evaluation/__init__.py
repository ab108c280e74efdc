"""The whole result of an evaluation as a page: what a committee files and an auditor reads."""

from procscore.pages.evaluation.report import page
from procscore.pages.evaluation.vendor import vendor_section

__all__ = ["page", "vendor_section"]
