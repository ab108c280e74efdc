"""What a criteria sheet declares beside its rules: where it comes from, and what vendors state."""

from typing import Literal

from procscore.model.fields import Frozen, Text, WrittenFormula


class Source(Frozen):
    """Where the sheet's rules were published, and how much of them it holds."""

    citation: Text
    """The document, as it is cited."""
    url: Text | None = None
    """Where it is to be read."""
    coverage: Literal["complete", "excerpt", "illustrative"]
    """Whether the sheet holds all of the published rules, a part, or shows what such rules can be."""


class Amount(Frozen):
    """Money that vendors quote, or that follows from what they quote by `formula`."""

    name: Text
    """The heading of its column in the workbook."""
    formula: WrittenFormula | None = None
    """How it follows from other amounts: `initial + 5 * yearly`. Left out: vendors quote it."""
    tax: Literal["included", "excluded"] | None = None
    """Whether the consumption tax is in it."""
    term: Text | None = None
    """How long it is paid for, such as 5年."""


class Quantity(Frozen):
    """A declared fact other than money."""

    name: Text
    """The heading of its column in the workbook."""
    unit: Text | None = None
    """What it is counted in, such as 団体."""
