"""How cells look."""

from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell looks, and whether it can be written into on a protected sheet."""

    bold: bool = False
    italic: bool = False
    size: int = 11
    colour: str = ""
    fill: str = ""
    border: bool = True
    below: bool = False
    """Only a line below, to write on."""
    align: Literal["left", "center", "right"] = "left"
    indent: int = 0
    number: str = ""
    top: bool = False
    """Text begins at the top of the cell, not in the middle."""
    unlocked: bool = False


def properties(style: Style, font: str) -> dict[str, Any]:
    """Return a style in the words of XlsxWriter."""
    looks: dict[str, Any] = {
        "font_name": font,
        "font_size": style.size,
        "bold": style.bold,
        "italic": style.italic,
        "align": style.align,
        "indent": style.indent,
        "valign": "top" if style.top else "vcenter",
        "text_wrap": True,
        "locked": not style.unlocked,
    }
    if style.border:
        looks |= {"border": 1, "border_color": "#808080"}
    if style.below:
        looks |= {"bottom": 1}
    if style.fill:
        looks["bg_color"] = style.fill
    if style.colour:
        looks["font_color"] = style.colour
    if style.number:
        looks["num_format"] = style.number
    return looks
