"""Cells whose looks show nothing of what stands in them: white on white, or letters of one point."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from procscore.model.published import Place

_SMALLEST = 4
"""Points; smaller letters are dots."""
_APART = 32
"""Of 255, in one of red, green and blue: what is closer cannot be told apart on paper."""
_BLACK, _WHITE = (0, 0, 0), (255, 255, 255)
_OF_SYSTEM = {64: _BLACK, 65: _WHITE}
Colour = tuple[int, ...]
"""Red, green and blue, each of 255."""
OF_THEME: Mapping[int, Colour] = {0: _WHITE, 1: _BLACK}
"""The ground and the letters, where a workbook has no theme."""


class Letters(NamedTuple):
    """How a part of the letters of a cell is written."""

    size: float | None
    """In points."""
    colour: tuple[tuple[str, str], ...] = ()
    """The attributes by which it is named; none where it is not."""


def of(
    stored: Mapping[Place, Any],
    theme: Mapping[int, Colour] = OF_THEME,
    letters: Mapping[Place, tuple[Letters, ...]] = MappingProxyType({}),
) -> frozenset[Place]:
    """Return the places of openpyxl's cells in which something cannot be seen, also empty ones.

    `theme` gives the colours that are named by their place in it, `letters` how those of a cell are
    written that are not all alike.
    """
    known: dict[tuple[int, int | Letters], bool] = {}
    found = set()
    for place, cell in stored.items():
        style = cell._style  # noqa: SLF001 - the names of its parts take ten times as long
        if style is None:
            continue
        for written in (style.fontId, *letters.get(place, ())):
            looks = (style.fillId, written)
            if looks not in known:
                known[looks] = _is_unseen(cell, written, theme)
            if known[looks]:
                found.add(place)
    return frozenset(found)


def filled(stored: Mapping[Place, Any]) -> frozenset[Place]:
    """Return the places of cells that repeat what stands in them until they are full."""
    known: dict[int, bool] = {}
    found = set()
    for place, cell in stored.items():
        if (style := cell._style) is None:  # noqa: SLF001 - as above
            continue
        if style.alignmentId not in known:
            known[style.alignmentId] = _repeats(cell)
        if known[style.alignmentId]:
            found.add(place)
    return frozenset(found)


def _repeats(cell: Any) -> bool:
    try:
        return bool(cell.alignment.horizontal == "fill")
    except IndexError:  # which the file does not declare
        return False


def _is_unseen(cell: Any, written: int | Letters, theme: Mapping[int, Colour]) -> bool:
    try:
        fill, font = cell.fill, cell.font
        colours = _Colours(cell.parent.parent._colors, theme)  # noqa: SLF001 - of the workbook
        if isinstance(written, Letters):
            size, colour = written.size, _read(written.colour)
        else:
            size, colour = font.sz, font.color
    except IndexError:  # which the file does not declare
        return False
    if size is not None and size < _SMALLEST:
        return True
    return _is_lost(colours.of(colour, _BLACK), fill, colours)


def _read(colour: tuple[tuple[str, str], ...]) -> Any:
    from openpyxl.styles import Color

    try:
        return Color(**dict(colour)) if colour else None
    except (TypeError, ValueError):  # what no program can read does not show, either
        return None


def _is_lost(letters: Colour | None, fill: Any, colours: "_Colours") -> bool:
    if fill.tagname == "gradientFill":  # somewhere in it the letters are lost
        return any(_alike(letters, colours.of(each.color, _WHITE)) for each in fill.stop)
    if not fill.fill_type:
        return _alike(letters, _WHITE)
    if fill.fill_type == "solid":
        return _alike(letters, colours.of(fill.fgColor, _WHITE))
    dots = colours.of(fill.fgColor, _BLACK)
    return _alike(letters, dots) and _alike(letters, colours.between(fill.bgColor))


def _alike(letters: Colour | None, ground: Colour | None) -> bool:
    if letters is None or ground is None:
        return False
    return all(abs(one - other) < _APART for one, other in zip(letters, ground, strict=True))


class _Colours(NamedTuple):
    """What the colours of a workbook are."""

    palette: Any
    theme: Mapping[int, Colour]

    def of(self, colour: Any, default: Colour) -> Colour | None:
        """Return red, green and blue, None where only a program can tell them."""
        if colour is None or colour.type == "auto":
            return default
        written = colour.value
        if colour.type == "theme":
            return _tinted(self.theme.get(written), colour.tint)
        if colour.type == "indexed":
            if written in _OF_SYSTEM:
                return _OF_SYSTEM[written]
            written = self.palette[written] if 0 <= written < len(self.palette) else ""
        try:
            return _tinted(tuple(bytes.fromhex(written[-6:])), colour.tint) if written else None
        except ValueError:
            return None

    def between(self, colour: Any) -> Colour | None:
        """Return the colour between the dots of a pattern; where none is named, it is white."""
        from openpyxl.styles import PatternFill

        if colour is PatternFill().bgColor or (colour.type == "indexed" and colour.value == 64):  # noqa: PLR2004 - as Excel names none
            return _WHITE
        return self.of(colour, _WHITE)


def _tinted(colour: Colour | None, tint: float | None) -> Colour | None:
    """Return a colour, lighter or darker by a part of what there is to white or to black."""
    if colour is None or not tint:
        return colour
    end, part = (255 if tint > 0 else 0), max(0, abs(tint))  # 0 for what is no number
    return tuple(int(each + (end - each) * part) for each in colour)
