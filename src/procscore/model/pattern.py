"""A name with gaps, such as `委員<evaluator>`: what stands in a gap is who or what a mark is of."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from procscore.names import display

Dimension = Literal["evaluator", "vendor", "criterion"]
"""What a mark is known by."""
DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)

_PIECE = re.compile(r"<([^<>]*)>|([*?])|([^<>*?]+|[<>])")
_LONGEST = 255
"""No name is longer; what is longer is a text that no pattern is meant for."""


class NotAPatternError(ValueError):
    """The text cannot be a pattern."""


class AmbiguousError(ValueError):
    """A name can be read by a pattern in more than one way."""


@dataclass(frozen=True)
class Pattern:
    """`*` stands for any text, `?` for one character, `<evaluator>` for a name that is kept."""

    text: str

    @cached_property
    def names(self) -> tuple[Dimension, ...]:
        """Return what is kept, in order."""
        kept = [found[1] for found in _PIECE.finditer(self.text) if found[1] is not None]
        return tuple(each for name in kept for each in DIMENSIONS if each == name)

    def match(self, written: str) -> Mapping[Dimension, str] | None:
        """Return what stands in the gaps of `written`, None where it is not like the pattern.

        Spaces beside a gap do not count, nor do case and width where the name as it is written is
        not like the pattern. Raises AmbiguousError where the gaps can be filled in several ways.
        """
        shown = display(written)
        if not shown or len(shown) > _LONGEST:
            return None
        for lazy, greedy, name in (
            (*self._plain, shown),
            (*self._folded, unicodedata.normalize("NFKC", shown)),
        ):
            found, other = lazy.fullmatch(name), greedy.fullmatch(name)
            if found is None or other is None:
                continue
            if found.groups() != other.groups():
                raise AmbiguousError(written)
            return {each: display(found[each]) for each in self.names}
        return None

    @cached_property
    def _plain(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        return _expressions(self.text)

    @cached_property
    def _folded(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        return _expressions(unicodedata.normalize("NFKC", self.text))


def pattern(text: str) -> Pattern:
    """Return the pattern that `text` is.

    Raises NotAPatternError where a gap is none of the three, stands there twice, or touches
    another gap or `*`, so that nothing tells where a name ends.
    """
    kept: list[str] = []
    before = ""
    for found in _PIECE.finditer(text):
        name, sign, _letters = found.groups()
        now = "gap" if name is not None else (sign or "")
        touching = {before, now} in ({"gap"}, {"gap", "*"})
        if touching or (name is not None and (name not in DIMENSIONS or name in kept)):
            raise NotAPatternError(text)
        if name is not None:
            kept.append(name)
        before = now
    return Pattern(text)


def _expressions(text: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the expression that fills gaps with as little, and the one that does with as much."""
    return _expression(text, "?"), _expression(text, "")


def _expression(text: str, lazy: str) -> re.Pattern[str]:
    parts: list[str] = []
    for found in _PIECE.finditer(text):
        name, sign, letters = found.groups()
        if name is not None:
            parts.append(rf"\s*(?P<{name}>\S(?:.*{lazy}\S)?{lazy})\s*")
        elif sign == "*":
            parts.append(f".*{lazy}")
        elif sign == "?":
            parts.append(".")
        else:
            parts.append(r"\s*".join(re.escape(word) for word in re.split(r"\s+", letters)))
    return re.compile("".join(parts), re.IGNORECASE | re.DOTALL)
