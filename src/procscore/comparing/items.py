"""Which items of different sheets are the same: by their names, without their numbers."""

import re
import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

from procscore.model.criteria import Leaf
from procscore.names import display, key

_MARK = r"(?:[0-9]{1,3}|[ア-ン]|[a-zA-Z]|[ivxIVX]{1,4}|[一二三四五六七八九十]{1,3})"
_NUMBERING = re.compile(
    rf"""
    \({_MARK}\)\s*                              # (1) （ア） ⑴
    | [①-⑳㉑-㊿]\s*                             # before NFKC makes a digit of it
    | [0-9]{{1,2}}(?:[-.][0-9]{{1,2}})*(?:[.)、](?![0-9])\s*|\s+)   # 1.  1-2  3)  2、
    | [ア-ン](?:[.)、]\s*|\s+)                   # ア イ.
    | [a-zA-Z][.)]\s*                           # a) B.
    | [一二三四五六七八九十]{{1,3}}(?:[.)、]\s*|\s+)
    """,
    re.VERBOSE,
)
_CIRCLED = re.compile("[①-⑳㉑-㊿]")


def item_key(name: str) -> str:
    """Return the key under which an item is found in other sheets.

    It is the key of its name (`names.key`) without leading numbers such as `1. `, `(1)`, `①` and
    `ア `, which say where it stands on a form and not what it is. A name that is nothing but a number
    is kept.
    """
    plain = display(name)
    while True:
        shown = plain if _CIRCLED.match(plain) else unicodedata.normalize("NFKC", plain)
        found = _NUMBERING.match(shown)
        rest = shown[found.end() :] if found else ""
        if not key(rest):
            return key(plain)
        plain = rest


def matched(sheets: Sequence[Iterable[Leaf]]) -> list[dict[Hashable, Leaf]]:
    """Return the leaves of each sheet by a key that is the same for the same item.

    A name that stands in a sheet more than once (その他) tells items apart only together with the
    topic, and in one topic by the order in which they stand. So every leaf has a key of its own in
    its sheet, and the keys do not hang on the order of the sheets.
    """
    listed = [[(item_key(leaf.criterion.name), leaf) for leaf in leaves] for leaves in sheets]
    repeated = {
        name for each in listed for name, times in Counter(n for n, _ in each).items() if times > 1
    }
    found: list[dict[Hashable, Leaf]] = []
    for each in listed:
        met: Counter[Hashable] = Counter()
        keyed: dict[Hashable, Leaf] = {}
        for name, leaf in each:
            about: Hashable = (name, leaf.topic) if name in repeated else name
            met[about] += 1
            keyed[about, met[about]] = leaf
        found.append(keyed)
    return found
