"""Cells whose looks show nothing of what stands in them: white on white, or letters of one point."""

from collections.abc import Mapping
from typing import Any

from procscore.model.published import Place

_SMALLEST = 4
"""Points; smaller letters are dots."""
_APART = 32
"""Of 255, in one of red, green and blue: what is closer cannot be told apart on paper."""
_BLACK, _WHITE = (0, 0, 0), (255, 255, 255)
_OF_THEME = {0: _WHITE, 1: _BLACK}
"""The ground and the letters of a theme, its first colours; the others are no colours to hide in."""
_OF_SYSTEM = {64: _BLACK, 65: _WHITE}
_Colour = tuple[int, ...]


def of(stored: Mapping[Place, Any]) -> frozenset[Place]:
    """Return the places of openpyxl's cells in which nothing can be seen, also empty ones."""
    known: dict[tuple[int, int], bool] = {}
    found = set()
    for place, cell in stored.items():
        style = cell._style  # noqa: SLF001 - the names of its parts take ten times as long
        if style is None:
            continue
        looks = (style.fontId, style.fillId)
        if looks not in known:
            known[looks] = _is_unseen(cell)
        if known[looks]:
            found.add(place)
    return frozenset(found)


def _is_unseen(cell: Any) -> bool:
    try:
        font, fill = cell.font, cell.fill
    except IndexError:  # which the file does not declare
        return False
    if font.sz is not None and font.sz < _SMALLEST:
        return True
    letters = _colour(font.color, _BLACK)
    ground: _Colour | None = _WHITE
    if fill.fill_type == "solid":
        ground = _colour(fill.fgColor, _WHITE)
    elif fill.fill_type:
        ground = None
    if letters is None or ground is None:
        return False
    return all(abs(one - other) < _APART for one, other in zip(letters, ground, strict=True))


def _colour(colour: Any, default: _Colour) -> _Colour | None:
    """Return red, green and blue, None where only a program can tell them."""
    from openpyxl.styles.colors import COLOR_INDEX

    if colour is None or colour.type == "auto":
        return default
    if colour.type == "theme":
        return _tinted(_OF_THEME.get(colour.theme), colour.tint or 0)
    written = colour.value
    if colour.type == "indexed":
        if written in _OF_SYSTEM:
            return _OF_SYSTEM[written]
        written = COLOR_INDEX[written] if written < len(COLOR_INDEX) else ""
    try:
        return tuple(bytes.fromhex(written[-6:])) if written else None
    except ValueError:
        return None


def _tinted(colour: _Colour | None, tint: float) -> _Colour | None:
    """Return a grey, lighter or darker by a part of what there is to white or to black."""
    if colour is None:
        return None
    end = 255 if tint > 0 else 0
    return tuple(int(each + (end - each) * abs(tint)) for each in colour)
