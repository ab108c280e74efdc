"""Folding text into narrow columns as Japanese and English are folded in print.

Between kana and kanji a line may end anywhere, but no line begins with a closing bracket, a comma or
a small kana, and none ends with an opening bracket (禁則処理). Words of Latin letters are kept whole
where they fit.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from rich.cells import cell_len

_NEVER_FIRST = "、。，．・：；？！」』）］｝】〉》〕’”ー～ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々…‥%％℃°,.:;?!)]}"
_NEVER_LAST = "「『（［｛【〈《〔‘“([{"
_WIDE = "\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\U0001f300-\U0001faff\U00020000-\U0003fffd"
_PIECE = re.compile(
    rf"[{re.escape(_NEVER_LAST)}]*"
    rf"(?:[{_WIDE}]|[^\s{_WIDE}{re.escape(_NEVER_LAST)}-]+-?|-+)?"
    rf"(?: ?[{re.escape(_NEVER_FIRST)}])*\s*"
)
"""What is kept on one line, with the spaces behind it."""


def pieces(text: str) -> Iterator[str]:
    """Give the pieces of a line between which it may be folded, each with the spaces behind it."""
    return (piece for piece in _PIECE.findall(text) if piece)


@lru_cache(maxsize=10_000)
def folded(text: str, width: int) -> tuple[str, ...]:
    """Return `text` in lines of at most `width` narrow characters; nothing but spaces is left out.

    A piece that is wider than a line is folded where the line ends.
    """
    return tuple(line for written in text.split("\n") for line in _folded(written, max(width, 2)))


def _folded(text: str, width: int) -> Iterator[str]:
    line = ""
    for piece in pieces(text):
        if cell_len(line + piece.rstrip()) <= width:
            line += piece
            continue
        if line.strip():
            yield line.rstrip()
        line = piece
        while cell_len(line.rstrip()) > width:
            head = _fitting(line, width)
            yield head
            line = line[len(head) :]
    yield line.rstrip()


def _fitting(text: str, width: int) -> str:
    """Return as much of the beginning of `text` as fits."""
    end = next(
        n for n in range(1, len(text) + 1) if cell_len(text[: n + 1]) > width or n == len(text)
    )
    return text[:end]
