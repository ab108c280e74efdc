"""Finds names in texts, in any spelling, and replaces them by labels in one pass.

One pass, since real names may look like labels: where A社 becomes B社 and B社 becomes C社, replacing
one after the other would end with C社 twice. Spellings are those of `names.key`. What nothing tells
from other words is not found: a nickname, or a product.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from procscore.names import key

UNCLEAR = "…"
"""Stands for a name that several have, so that no label of it would be true."""

_PIECE = re.compile(r"[(（]\w{1,2}[)）]|.[ﾞﾟ\u3099\u309a]*", re.DOTALL)
"""What has one key: a legal form in brackets, or a letter with the marks behind it."""
_COUNTERS = frozenset("名人社者件")
_SCRIPT = len("KATAKANA")
"""How much of a character's Unicode name tells its script."""


@dataclass(frozen=True, slots=True)
class Naming:
    """What somebody is called, and the label for it; None for who may be named."""

    label: str | None
    names: tuple[str, ...]
    """These go before words of the criteria sheet, which go before `shorter`."""
    shorter: tuple[str, ...] = ()
    """What may be meant for it, where nothing else is called so: the name without the legal form, …"""


@dataclass(frozen=True, slots=True)
class _Name:
    label: str | None
    written: frozenset[str]
    """Its own cases: of a letter or two only these are the name."""


class NameFinder:
    """Knows names, and where they stand in a text: of those that begin at one place the longest."""

    def __init__(
        self, namings: Iterable[Naming], public: Iterable[str], own: Iterable[str] = ()
    ) -> None:
        """Prepare for `namings`.

        `public` are words that anybody may read. `own` are the names of who reads the texts: they
        stay even where others are called so, too.
        """
        kept = list(namings)
        self.public = frozenset(public)
        first_counts = (
            _known([(None, own)]),
            _known((each.label, each.names) for each in kept),
            _known([(None, self.public)]),
            _known((each.label, each.shorter) for each in kept),
        )
        self._names = {
            name: found for known in reversed(first_counts) for name, found in known.items()
        }
        longest_first = sorted(self._names, key=lambda name: (name[0], -len(name), name))
        self._by_start = {
            start: tuple(names) for start, names in groupby(longest_first, lambda name: name[0])
        }

    def replaced(self, text: str) -> str:
        """Return `text` with labels in the place of names."""
        parts: list[str] = []
        done = 0
        for start, end, label in self._found(text):
            parts += [text[done:start], text[start:end] if label is None else label]
            done = end
        return "".join([*parts, text[done:]])

    def found(self, text: str) -> tuple[str, ...]:
        """Return by which words `text` names who has a label, as they are written, each once."""
        spans = ((start, end) for start, end, label in self._found(text) if label is not None)
        return tuple(dict.fromkeys(text[start:end] for start, end in spans))

    def _found(self, text: str) -> Iterator[tuple[int, int, str | None]]:
        """Give where names stand in `text`, from left to right, and their labels."""
        folded, spans = _folded(text)
        at = 0
        while at < len(folded):
            for name in self._by_start.get(folded[at], ()):
                if folded.startswith(name, at):
                    start, end = spans[at][0], spans[at + len(name) - 1][1]
                    if self._stands(name, text, start, end):
                        yield start, end, self._names[name].label
                        at += len(name)
                        break
            else:
                at += 1

    def _stands(self, name: str, text: str, start: int, end: int) -> bool:
        """Tell whether what is spelt like `name` is no part of a word, by the letters beside it.

        Japanese has no borders between words: only Latin letters beside Latin letters and digits
        beside digits make one. A name of one letter, or of two Latin ones, must stand apart from
        all letters of its script (digits count as Latin), and be written in its own case. A number
        of something (委員1名, 応募者3社) is none.
        """
        before, after = _plain(text[max(start - 1, 0) : start]), _plain(text[end : end + 1])
        first, last = _plain(text[start]), _plain(text[end - 1])
        if len(name) == 1 or (len(name) == 2 and name.isascii()):  # noqa: PLR2004 - as the docstring says
            beside = _script(before) == _script(first) or _script(last) == _script(after)
            return not beside and _plain(text[start:end]) in self._names[name].written
        counted = last.isdecimal() and after in _COUNTERS
        return not (counted or _of_one_word(before, first) or _of_one_word(last, after))


def _known(called: Iterable[tuple[str | None, Iterable[str]]]) -> dict[str, _Name]:
    """Return labels and names by their keys; what several are called is nobody's."""
    found: dict[str, _Name] = {}
    for label, names in called:
        for name in names:
            if spelt := key(name):
                known = found.get(spelt, _Name(label, frozenset()))
                shared = label if known.label == label else UNCLEAR
                found[spelt] = _Name(shared, known.written | {_plain(name)})
    return found


def _folded(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the key of `text`, and for each character of it the span that it stands for."""
    folded: list[str] = []
    spans: list[tuple[int, int]] = []
    for piece, start in _pieces(text):
        letters = key(piece)
        folded.append(letters)
        spans += [(start, start + len(piece))] * len(letters)
    return "".join(folded), spans


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    for found in _PIECE.finditer(text):
        piece, start = found[0], found.start()
        if key(piece).startswith("(") and len(piece) > 1:  # brackets around no legal form
            yield from ((letter, start + index) for index, letter in enumerate(piece))
        else:
            yield piece, start


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _script(letter: str) -> str:
    """Return what tells the script of a letter; empty for no letter."""
    if letter.isascii() and letter.isalnum():
        return "LATIN"
    return unicodedata.name(letter[:1] or "\0", "")[:_SCRIPT]


def _of_one_word(left: str, right: str) -> bool:
    letters = left.isalpha() and right.isalpha() and f"{left}{right}".isascii()
    return letters or (left.isdecimal() and right.isdecimal())
