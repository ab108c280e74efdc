"""How Japanese score sheets word an item: its number before its name, its points behind it."""

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from procscore.names import display

_KANA = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
)
_SIGNS = r"\s()\[\]{}.,、:・_-"
_TOKEN = rf"(?<![0-9])[0-9]{{1,3}}(?![0-9])|(?<![ァ-ヶー])[{_KANA}](?![ァ-ヶー])"
_NUMBERS = re.compile(_TOKEN)
_ONLY_SIGNS = re.compile(rf"[{_SIGNS}]*")
_NUMBERED = re.compile(rf"[{_SIGNS}]*(?:{_TOKEN})[{_SIGNS}]*(?=\S)")
_POINTS = re.compile(
    r"(?P<name>.*?)\s*[(\[【〔]?\s*"
    r"(?:配点\s*:?\s*(?P<worth>[0-9]{1,5}(?:\.[0-9]{1,5})?)\s*点?|(?P<points>[0-9]{1,5}(?:\.[0-9]{1,5})?)\s*点(?:満点)?)"
    r"\s*[)\]】〕]?",
    re.DOTALL,
)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−ー─－", "-"))
_LONGEST = 500
"""A text that is longer is no heading; it is compared as a whole only."""


class Wording(NamedTuple):
    """A reading of a heading: the name in it, and the points that stand behind the name."""

    name: str
    points: Fraction | None = None
    without_number: bool = False
    """Whether a number stood before the name."""


@lru_cache(maxsize=10_000)
def number(text: str) -> tuple[int, ...] | None:
    """Return an item number as positions: `1-(2)`, `１－２`, `1.2` are (1, 2), ② and (イ) are (2,).

    None is returned for a text that is anything else.
    """
    if len(text) > _LONGEST:
        return None
    plain = _plain(text)
    dashed = plain.translate(_DASHES)
    found = _NUMBERS.findall(dashed)
    if not found or not _ONLY_SIGNS.fullmatch(_NUMBERS.sub("", dashed)):
        return None
    return tuple(int(each) if each.isdigit() else _KANA.index(each) + 1 for each in found)


def readings(text: str) -> Iterator[Wording]:
    """Give what a heading may say: as it is, without points behind it, without a number before it."""
    shown = display(text)
    yield Wording(shown)
    if len(shown) > _LONGEST:
        return
    plain = _plain(shown)
    behind = _POINTS.fullmatch(plain)
    bare = Wording(plain)
    if behind and behind["name"]:
        bare = Wording(behind["name"], Fraction(behind["points"] or behind["worth"]))
        yield bare
    for each in dict.fromkeys((Wording(plain), bare)):
        name = each.name
        while before := _NUMBERED.match(name.translate(_DASHES)):
            name = name[before.end() :]
            yield Wording(name, each.points, without_number=True)


def _plain(text: str) -> str:
    """Return a text with ① as (1), Ⅳ as (4), and full-width signs as plain ones."""
    signs = (
        f"({int(unicodedata.numeric(sign))})" if _is_number_sign(sign) else sign for sign in text
    )
    return unicodedata.normalize("NFKC", "".join(signs)).strip()


def _is_number_sign(sign: str) -> bool:
    return (
        unicodedata.category(sign) in ("No", "Nl")
        and unicodedata.numeric(sign, 0) >= 1
        and unicodedata.numeric(sign) % 1 == 0
    )
