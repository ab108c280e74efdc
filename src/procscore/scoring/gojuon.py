"""The order of readings in kana (五十音順), as JIS X 4061 gives it.

Readings are compared by their kana without marks first (カ and ガ alike, ャ as ヤ, ー as the vowel
before it), then by the marks (清音, 濁音, 半濁音), then by size (ー, small, full). ガイア therefore
comes before カタ, although its first character has the larger code.
"""

import re
import unicodedata

Key = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]

_ROWS = (
    "アカサタナハマヤラワ",
    "イキシチニヒミリヰ",
    "ウクスツヌフムユル",
    "エケセテネヘメレヱ",
    "オコソトノホモヨロヲ",
)
"""The kana of one vowel each; the first of a row is the vowel itself."""
_VOWELS = {kana: row[0] for row in _ROWS for kana in row}
_ORDER = {
    kana: place
    for place, kana in enumerate(
        "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヰヱヲン"
    )
}
_SMALL = dict(zip("ァィゥェォヵヶッャュョヮ", "アイウエオカケツヤユヨワ", strict=True))
_MARKS = {"\u3099": 1, "\u309a": 2}  # 濁点, 半濁点 as NFD splits them off
_TO_KATAKANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}
_BETWEEN_WORDS = re.compile(r"[\s・･]+")
_LONG, _SMALL_SIZE, _FULL_SIZE = range(3)


def order_key(reading: str) -> Key | None:
    """Return what readings are compared by, or None for what is not written in kana.

    Hiragana and katakana, half and full width, spaces and ・ make no difference.
    """
    plain = unicodedata.normalize("NFKC", reading).translate(_TO_KATAKANA)
    kana, marks, sizes = [], [], []
    before = ""
    for character in unicodedata.normalize("NFC", _BETWEEN_WORDS.sub("", plain)):
        written, *mark = tuple(unicodedata.normalize("NFD", character))
        base, size = written, _FULL_SIZE
        if written == "ー":
            base, size = _VOWELS.get(before, ""), _LONG
        elif written in _SMALL:
            base, size = _SMALL[written], _SMALL_SIZE
        if base not in _ORDER or any(each not in _MARKS for each in mark):
            return None
        kana.append(_ORDER[base])
        marks.append(max((_MARKS[each] for each in mark), default=0))
        sizes.append(size)
        before = base
    return (tuple(kana), tuple(marks), tuple(sizes)) if kana else None
