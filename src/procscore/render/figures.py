"""How numbers stand in a column: decimals under decimals, nothing rounded."""

from collections.abc import Sequence
from fractions import Fraction

from procscore.exact import display

_PLACES = 4
NOT_SCORED = "-"


def column(values: Sequence[Fraction | None]) -> list[str]:
    """Return the texts of a column of numbers, all with the same decimals; None is a dash.

    Trailing zeros are added, digits never taken away: what goes on is shown with an ellipsis.
    """
    texts = [NOT_SCORED if value is None else display(value, places=_PLACES) for value in values]
    places = max((len(_decimals(text)) for text in texts), default=0)
    ellipsis = any(text.endswith("…") for text in texts)
    padded = []
    for text, value in zip(texts, values, strict=True):
        if value is None:
            padded.append(text)
            continue
        shown = text
        if places and not text.endswith("…"):
            point = "" if "." in text else "."
            shown = text + point + "0" * (places - len(_decimals(text)))
        padded.append(shown + (" " if ellipsis and not text.endswith("…") else ""))
    return padded


def _decimals(text: str) -> str:
    return text.partition(".")[2].rstrip("…")


def rank(value: Fraction | None) -> str:
    """Return a rank: 1, or 1.5 where ranks are averaged, or a dash for who is not ranked."""
    return NOT_SCORED if value is None else display(value)
