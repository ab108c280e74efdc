"""Names of vendors, evaluators, sheets and headings: which spellings are one name.

Two spellings are one name when their keys are equal. Names that merely look alike are never
merged; `look_alike` finds them so that a person can be warned.
"""

import difflib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
_SPACES = re.compile(r"\s+")
# Hyphens, minus signs, dashes, the long-vowel mark and the kanji one are one stroke on paper.
_STROKES = re.compile("[-\u2010-\u2015\u2212\u2500\u2501ーｰ一﹣－]")
_LEGAL_FORMS = (
    ("株式会社", ("(株)", "㍿")),
    ("有限会社", ("(有)",)),
    ("合同会社", ("(同)",)),
    ("合資会社", ("(資)",)),
    ("合名会社", ("(名)",)),
    ("社会福祉法人", ("(福)",)),
    ("一般社団法人", ("(一社)",)),
    ("一般財団法人", ("(一財)",)),
)
# Variant kanji (異体字) that name registers hold side by side.
_VARIANTS = str.maketrans(
    "髙﨑邉邊澤濱齋齊斎嶋廣國眞德惠榮櫻曾冨", "高崎辺辺沢浜斉斉斉島広国真徳恵栄桜曽富"
)

_SEPARATORS = re.compile(r"[、，,;；\n]+")

_SIGNS = str.maketrans({"〇": "○", "◯": "○", "✕": "×", "✖": "×", "╳": "×", "❌": "×", "⨯": "×"})
_LONG_ENOUGH = 4
"""Shorter names, such as A社 and B社, differ by one character without being slips."""


@lru_cache(maxsize=10_000)
def key(name: str) -> str:
    """Return the key under which all spellings of one name meet.

    Invisible characters and spaces are dropped, compatibility forms unified (NFKC), case folded,
    legal forms spelled out (㈱, (株) = 株式会社, in its place: 前株 stays apart from 後株) and all
    dashes made one.
    """
    plain = unicodedata.normalize("NFKC", _INVISIBLE.sub("", name)).casefold()
    # Once more: where a space is gone, a mark may now stand behind its letter (カ゛ is ガ).
    plain = unicodedata.normalize("NFKC", _SPACES.sub("", plain))
    for full, short_forms in _LEGAL_FORMS:
        for short in short_forms:
            plain = plain.replace(short, full)
    return _STROKES.sub("-", plain)


def sign_key(word: str) -> str:
    """Return the key of a grade or of ○ and ×: the look-alikes of Japanese keyboards are one sign."""
    folded = key(word.translate(_SIGNS))
    return "×" if folded == "x" and len(word) == 1 else folded


def display(name: str) -> str:
    """Return `name` as it may be shown: trimmed, without invisible or control characters."""
    # Private-use and unassigned characters stay: gaiji (外字) are part of Japanese names.
    visible = "".join(
        character
        for character in _INVISIBLE.sub("", name)
        if unicodedata.category(character) not in ("Cc", "Cf", "Cs") or character in "\t\n"
    )
    return _SPACES.sub(" ", visible).strip()


def listed(written: str) -> list[str]:
    """Return the names in a text that holds several, set apart by commas, semicolons or lines."""
    # Before the words are trimmed: lines separate too.
    return [name for part in _SEPARATORS.split(written) if (name := display(part))]


def look_alike(one: str, other: str) -> bool:
    """Tell whether two different names are so near that one may be a slip of the other.

    Names are near when they differ only in variant kanji, or by one edit (a character put in, left
    out or changed) where at least four characters are left beside the legal form. Latin letters
    and digits tell names apart on purpose: A and B, 1 and 2, 1 and 10 are no slips.
    """
    a, b = key(one), key(other)
    if a == b:
        return False
    if a.translate(_VARIANTS) == b.translate(_VARIANTS):
        return True
    shortest = min(len(_without_legal_form(a)), len(_without_legal_form(b)))
    return shortest >= _LONG_ENOUGH and _one_edit_apart(a, b)


def _without_legal_form(name: str) -> str:
    for full, _short_forms in _LEGAL_FORMS:
        name = name.replace(full, "")
    return name


def _one_edit_apart(a: str, b: str) -> bool:
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    edited = b[start : start + 1] + (a[start : start + 1] if len(a) == len(b) else "")
    if edited.isascii():
        return False
    return a[start + (len(a) == len(b)) :] == b[start + 1 :]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the name among `known` that `word` was probably meant to be, or None."""
    by_key = {key(name): name for name in known}
    found = difflib.get_close_matches(key(word), by_key, n=1, cutoff=0.6)
    return by_key[found[0]] if found else None
