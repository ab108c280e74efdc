"""The columns of a foreign sheet by which criteria are known, and what else heads each line."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from procscore.ingest.foreign.acquaintance import Acquaintance
from procscore.ingest.foreign.headings import Heading
from procscore.ingest.foreign.meaning import is_beside
from procscore.ingest.foreign.view import View
from procscore.ingest.foreign.wording import number
from procscore.model.words import GRID
from procscore.names import key

_MOST_HEADING_COLUMNS = 7
_DEEPEST = 3
"""Columns that are one heading together: large, middle and small item."""
POINT_HEADINGS = frozenset(
    map(key, (*GRID["points"], "係数", "満点", "重み", "ウエイト", "weight"))
)


@dataclass(frozen=True)
class Criteria:
    """The columns by which criteria are known."""

    across: tuple[int, ...]
    under: str | None
    lines: tuple[int, ...]
    """The lines whose headings are known."""
    known: int
    """How many criteria they are."""


def find(view: View, known: Acquaintance, start: int, end: int) -> Criteria:
    """Return the columns before `end` (0: any) by which most criteria are known, each as often."""
    before = [each for each in view.across if not end or each < end][:_MOST_HEADING_COLUMNS]
    lines = [line for line in view.lines if line >= start]
    best, most = Criteria((), None, (), 0), 0
    for depth in range(1, _DEEPEST + 1):
        for across in combinations(before, depth) if known.leaves else ():
            headings = {line: view.heading(line, across) for line in lines}
            for under in known.groups:
                found = _known_lines(known, headings, under)
                if (score := _score(found)) > most:
                    known_ids = set(found.values())
                    best, most = Criteria(across, under, tuple(found), len(known_ids)), score
        if most == len(known.leaves):
            break
    return best


def _score(found: Mapping[int, str]) -> int:
    """Return how many criteria are known; what stands there twice, and others once, is held against it."""
    counts = Counter(found.values())
    if len(set(counts.values())) == 1:
        return len(counts)
    return 2 * len(counts) - len(found)


def _known_lines(
    known: Acquaintance, headings: Mapping[int, Heading], under: str | None
) -> dict[int, str]:
    found: dict[int, str] = {}
    for line, stands in headings.items():
        item = known.item(stands.parts, under, whole=stands.whole) if stands.parts else None
        if item is not None and item.criterion.id in known.leaves:
            found[line] = item.criterion.id
    return found


def only_texts(view: View, lines: tuple[int, int], end: int) -> tuple[int, ...]:
    """Return the one column before the marks that heads every line: by number, or alone by words."""
    before = [each for each in view.across if each < end]
    inside = [
        line
        for line in view.lines
        if lines[0] <= line <= lines[1]
        and not any(is_beside(view.text(line, each)) for each in before)
    ]
    texts = {each: [text for line in inside if (text := view.text(line, each))] for each in before}
    full = {
        each: found
        for each, found in texts.items()
        if len(found) == len(inside) and len(set(found)) == len(found)
    }
    numbered = [each for each, found in full.items() if all(map(number, found))]
    worded = [each for each, found in full.items() if not any(map(number, found))]
    chosen = numbered if len(numbered) == 1 else worded
    return tuple(chosen) if len(chosen) == 1 else ()


def points(view: View, known: Acquaintance, criteria: Criteria, end: int) -> int | None:
    """Return where the points of the criteria stand, if every known one has its own there."""
    for each in (each for each in view.across if each < end and each not in criteria.across):
        headed = any(
            key(view.text(line, each)) in POINT_HEADINGS
            for line in view.lines
            if criteria.lines and line < criteria.lines[0]
        )
        if headed and all(_worth(view, known, criteria, line, each) for line in criteria.lines):
            return each
    return None


def _worth(view: View, known: Acquaintance, criteria: Criteria, line: int, across: int) -> bool:
    stands = view.heading(line, criteria.across)
    item = known.item(stands.parts, criteria.under, whole=stands.whole)
    written = view.text(line, across).removesuffix("点")
    return item is not None and written == str(known.leaves[item.criterion.id].points)
