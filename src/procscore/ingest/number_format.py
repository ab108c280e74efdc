"""What a number format makes of a number: is it a date, is it a percentage, is it seen at all?

A format has up to four sections, for positive numbers, negative ones, zero and text; a section may
name its own condition instead. The grammar is that of ECMA-376, part 1, 18.8.31.
"""

import operator
import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from procscore.ingest.sheet import Shape

_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.')
"""What a format shows, leaves free or repeats literally, so that it says nothing of the number."""
_BRACKETS = re.compile(r"\[[^\]]*\]")
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*([-+]?[0-9]{1,15}(?:\.[0-9]{1,15})?)\s*\]")
_ERA = re.compile("g(?!eneral)", re.IGNORECASE)
_SHOWS_A_NUMBER = re.compile("[0#?@]|general", re.IGNORECASE)
_HOLDS: Mapping[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    "<>": operator.ne,
    ">": operator.gt,
    ">=": operator.ge,
}
_NUMBERS = 3
"""Sections for numbers; a fourth is for text."""


class NumberFormat(NamedTuple):
    """A number format as far as it matters for what a person sees."""

    shape: Shape
    """What it makes of a number that it shows."""
    sections: tuple[str, ...] = ()
    """Its sections for numbers, where one of them shows nothing of its number."""

    @classmethod
    def of(cls, written: str) -> "NumberFormat":
        """Return the format that is written so (`0.0%`, `;;;`, `[$-411]ggge"年"`)."""
        from openpyxl.styles.numbers import is_date_format

        spoken = _LITERAL.sub("", written)
        plain = _BRACKETS.sub("", spoken)
        if is_date_format(written) or _ERA.search(plain):
            return cls(Shape.DATE)
        shape = Shape.PERCENT if "%" in plain else Shape.PLAIN
        sections = tuple(spoken.split(";")[:_NUMBERS])
        seen = not written or all(_shows(section) for section in sections)
        return cls(shape, () if seen else sections)

    def shape_of(self, value: float) -> Shape:
        """Return what the format makes of `value`."""
        if self.sections and not _shows(_section_for(value, self.sections)):
            return Shape.UNSEEN
        return self.shape


def _shows(section: str) -> bool:
    return bool(_SHOWS_A_NUMBER.search(_BRACKETS.sub("", section)))


def _section_for(value: float, sections: tuple[str, ...]) -> str:
    conditions = [_CONDITION.search(section) for section in sections]
    if any(conditions):
        for section, condition in zip(sections, conditions, strict=True):
            if condition and _HOLDS[condition[1]](value, float(condition[2])):
                return section
        return sections[-1]
    if value < 0 and len(sections) > 1:
        return sections[1]
    return sections[2] if value == 0 and len(sections) == _NUMBERS else sections[0]
