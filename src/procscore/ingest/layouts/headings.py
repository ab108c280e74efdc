"""What a heading names when a form made it: `1. 実施計画（40点満点）` is the criterion 実施計画.

Of what stands around a name these are taken away, one after the other, and nothing else: points in
brackets or after a space at the end, a number at the beginning, and what stands around the last
square brackets (the row of a grid question, as Google Forms writes it) or inside one pair of
brackets around everything. Words are never taken away, so that two criteria cannot become one.
"""

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from procscore import exact
from procscore.names import display

_SIGNS = {ord("①") + each: f"({each + 1})" for each in range(20)} | {
    ord("Ⅰ") + each: f"({each + 1})" for each in range(12)
}
"""Numbers in one sign, which NFKC would run into the name."""
_LONGEST = 300
"""Characters. What is longer is no heading with a name in it."""
_NUMBER = re.compile(
    r"""(?: 問 | 設問 | 質問 | (?:審査|評価)?項目 | no\.? | q )? \s*
    (?: \([0-9]+\) | [0-9]+ (?:[-.]\(?[0-9]+\)?)* )
    (?: \s* [.):、,・-] \s* | \s+ | (?<=\)) )""",
    re.IGNORECASE | re.VERBOSE,
)
_IN_BRACKETS = re.compile(
    r"\s* [(\[【〔「<《] (?P<said> [^()\[\]【】〔〕「」<>《》]{1,60} ) [)\]】〕」>》] \s* \*? $",
    re.VERBOSE,
)
_POINTS = re.compile(
    r"""(?= .*[0-9] | 必須 | 任意 | required | optional )
    (?: 配点 | 満点 | 点 | 段階 | 刻み | きざみ | 単位 | 評価 | 以内 | まで | から | 必須 | 任意
    | points? | pts? | marks? | max(?:imum)? | (?:out\s)?of | from | to | steps? | required | optional
    | [0-9.] | [-~〜–—/、,:;・\s] )+
    | \s* (?: [a-z] \s? [-~〜] \s? [a-z] | ○ \s? [/・、,]? \s? × ) \s*""",
    re.IGNORECASE | re.VERBOSE,
)
"""What may stand in brackets behind a name: points, steps, grades, or that an answer is required."""
_AFTER = re.compile(
    r"[\s:_/]+ (?P<said> (?:配点\s*:?\s*)? [0-9.]+ \s* (?:点満点|点|points?|pts?) ) \s* \*? $",
    re.IGNORECASE | re.VERBOSE,
)
_INNER = re.compile(r".+ \[ ( [^\[\]]+ ) \] $", re.VERBOSE)
_AROUND = re.compile(
    r"(?: 【([^【】]+)】 | \[([^\[\]]+)\] | 「([^「」]+)」 | 〔([^〔〕]+)〕"
    r" | <([^<>]+)> | 《([^《》]+)》 | \(([^()]+)\) ) $",
    re.VERBOSE,
)
_STEPS = re.compile(
    r"[0-9.]+ \s* (?: 段階 | 点?\s*(?:刻み|きざみ|単位) | steps? ) | steps?\s+of\s+[0-9.]+",
    re.IGNORECASE | re.VERBOSE,
)
_WORTH = re.compile(r"(?<![0-9.])([0-9]{1,9}(?:\.[0-9]{1,9})?)(?![0-9.])")


class Spelling(NamedTuple):
    """A name that a heading may mean."""

    name: str
    points: Fraction | None = None
    """The most points that the heading says, where it says any."""


def spellings(written: str) -> Iterator[Spelling]:
    """Give what a heading may name: as it is written first, then with less and less around it."""
    yield Spelling(display(written))
    rest = unicodedata.normalize("NFKC", display(written).translate(_SIGNS)).strip()
    points: Fraction | None = None
    while 0 < len(rest) <= _LONGEST:
        if found := _said(rest):
            rest, most = rest[: found.start()], _most(found["said"])
            points = most if points is None else points
        elif found := _NUMBER.match(rest):
            rest = rest[found.end() :]
        elif found := _INNER.match(rest) or _AROUND.match(rest):
            rest = next(each for each in found.groups() if each is not None).strip()
        else:
            return
        if rest:
            yield Spelling(rest, points)


def _said(text: str) -> re.Match[str] | None:
    """Return what `text` says at its end of points, if that is what stands there."""
    found = _IN_BRACKETS.search(text)
    return found if found and _POINTS.fullmatch(found["said"]) else _AFTER.search(text)


def _most(said: str) -> Fraction | None:
    numbers = [exact.parse(each).value for each in _WORTH.findall(_STEPS.sub(" ", said))]
    return max(numbers, default=None)
