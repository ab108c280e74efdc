"""Names of files that Windows, macOS and Linux all take, made from names that people gave."""

import re
import unicodedata
from collections.abc import Iterable

_NOT_IN_FILE_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_LONGEST = 180
"""Bytes of UTF-8. File systems hold 255; a number, a suffix and a temporary name need room."""


def stems(names: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """Return a name without suffix for each of `names`, no two alike and none of them `taken`.

    What a name of a file cannot hold is replaced, and what is too long is cut. Names that differ
    only by case, or by how an accent is stored, are one name on Windows or macOS: the second gets a
    number. `names` begin with a word of ours, so that none is a device of Windows (CON, NUL).
    """
    used = {_folded(each) for each in taken}
    found = []
    for name in names:
        stem = _cut(_NOT_IN_FILE_NAMES.sub("_", name)).rstrip(". ")
        number, free = 1, stem
        while _folded(free) in used:
            number += 1
            free = f"{stem}-{number}"
        used.add(_folded(free))
        found.append(free)
    return found


def _folded(stem: str) -> str:
    return unicodedata.normalize("NFC", stem).casefold()


def _cut(name: str) -> str:
    return name.encode("utf-8", "replace")[:_LONGEST].decode("utf-8", "ignore")
