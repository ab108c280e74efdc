"""Which criterion a heading of a foreign score sheet means: by id, by name, or by its number."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from procscore.ingest.foreign.wording import Wording, number, readings
from procscore.model.criteria import CriteriaSheet, Criterion
from procscore.names import key


class Item(NamedTuple):
    """A criterion, and the points that its heading states behind the name."""

    criterion: Criterion
    points: Fraction | None = None


class Items:
    """The criteria of a sheet as headings may call them.

    `named` holds ids by what a layout says stands there (`items:`). Numbers are positions in the
    tree of what the panel marks, counted among the parts of the group `under`, or from the top.
    """

    def __init__(
        self, criteria: CriteriaSheet, named: Mapping[str, str], under: str | None
    ) -> None:
        self._criteria = criteria
        self._named = {_heading_key(text): each for text, each in named.items()}
        self._ids = {key(each): criterion for each, criterion in criteria.by_id.items()}
        self._names: dict[tuple[str, bool], dict[str, Criterion]] = {}
        """By name, and whether a number before it was left out; by id within."""
        for each, criterion in criteria.by_id.items():
            for reading in readings(criterion.name):
                called = self._names.setdefault((key(reading.name), reading.without_number), {})
                called[each] = criterion
        marked = {leaf.id for leaf in criteria.needs_marks("panel")}
        self._parts: dict[str | None, tuple[Criterion, ...]] = {
            None: _marked(criteria.criteria, marked)
        }
        for each, criterion in criteria.by_id.items():
            self._parts[each] = _marked(criterion.criteria, marked)
        self._top = under if under in criteria.by_id else None
        self._known: dict[tuple[tuple[str, ...], bool], Item | None] = {}

    def find(self, parts: Sequence[str], *, whole: bool = True) -> Item | None:
        """Return what a heading means, None where it is not plain.

        `parts` are the words of its cells, from the outermost to the innermost. `whole` is False
        where an outer cell was left blank: then its number is only a part of one, and says
        nothing.
        """
        asked = (tuple(parts), whole)
        if asked not in self._known:
            self._known[asked] = self._find(parts, whole=whole) if parts else None
        return self._known[asked]

    def _find(self, parts: Sequence[str], *, whole: bool) -> Item | None:
        together = " ".join(parts)
        for text in (together, parts[-1]):
            named = self._named.get(_heading_key(text))
            if named is not None and named in self._criteria.by_id:
                return Item(self._criteria.by_id[named])
        for text in (together, parts[-1]):
            if found := self._ids.get(key(text)):
                return Item(found)
        return self._by_name(parts) or (self._by_number(parts) if whole else None)

    def _by_name(self, parts: Sequence[str]) -> Item | None:
        *outer, last = parts
        for reading in readings(last):
            found = self._called(reading, outer)
            if found is not None:
                return Item(found, reading.points)
        return None

    def _called(self, reading: Wording, outer: Sequence[str]) -> Criterion | None:
        """Return the only criterion of a name, among those in the groups that stand before it.

        What is marked goes before the group that it is in: a part may be called as the whole.
        """
        candidates = self._of_name(reading)
        for text in outer if candidates else ():
            groups = self._groups(text)
            if groups:
                inside = frozenset().union(*(group.ids - {group.id} for group in groups))
                candidates = [each for each in candidates if each.id in inside]
        if len(candidates) > 1 and (numbered := self._numbered_group(outer)):
            inside = numbered.ids - {numbered.id}
            candidates = [each for each in candidates if each.id in inside]
        leaves = [each for each in candidates if not each.criteria]
        chosen = leaves or candidates
        return chosen[0] if len(chosen) == 1 else None

    def _of_name(self, reading: Wording) -> list[Criterion]:
        """Return the criteria of a name. A number before it may stand here or there, not in both."""
        called = dict(self._names.get((key(reading.name), False), {}))
        if not reading.without_number:
            called.update(self._names.get((key(reading.name), True), {}))
        return list(called.values())

    def _groups(self, text: str) -> list[Criterion]:
        """Return the groups that an outer heading names, by id or name; none for a number."""
        for reading in readings(text):
            found = self._of_name(reading)
            if by_id := self._ids.get(key(reading.name)):
                found.append(by_id)
            if groups := [each for each in found if each.criteria]:
                return groups
        return []

    def _numbered_group(self, outer: Sequence[str]) -> Criterion | None:
        found = self._by_number(outer) if outer else None
        return found.criterion if found and found.criterion.criteria else None

    def _by_number(self, parts: Sequence[str]) -> Item | None:
        """Return what stands at a position, with groups named or numbered on the way."""
        if not any(map(number, parts)):
            return None
        at = self._top
        for text in parts:
            steps = number(text)
            if steps is None:
                groups = [each for each in self._groups(text) if each.id in self._below(at)]
                if len(groups) != 1:
                    return None
                at = groups[0].id
            for step in steps or ():
                if not 1 <= step <= len(self._parts[at]):
                    return None
                at = self._parts[at][step - 1].id
        return Item(self._criteria.by_id[at]) if at is not None else None

    def _below(self, group: str | None) -> frozenset[str]:
        return frozenset(self._criteria.by_id) if group is None else self._criteria.by_id[group].ids


def _marked(criteria: Sequence[Criterion], marked: set[str]) -> tuple[Criterion, ...]:
    return tuple(each for each in criteria if not marked.isdisjoint(each.ids))


def _heading_key(text: str) -> str | tuple[int, ...]:
    """Return the key of a heading that a layout names: of a number, the positions it counts."""
    return number(text) or key(text)
