"""Rules of the criteria sheet that are not the same in two results, told by where they stand.

The sheets are held against each other as they are written, key by key; criteria and stages by their
id, wherever they stand. A rule that only one of the two states is told, too, also where it says
what holds without it.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from fractions import Fraction
from typing import Any

from procscore.comparing.rule_words import place_words, value_words
from procscore.comparing.sides import either
from procscore.exact import NotANumberError, parse
from procscore.language import N_, listing, message
from procscore.model.changes import Change, Side
from procscore.model.result import Evaluation

_SINGLY = frozenset({"assumptions", "minimums"})
"""Lists whose entries stand each on its own: told by what is only in one of the two."""
Path = tuple[str, ...]
Names = Mapping[Path, str]


def rules(old: Evaluation, new: Evaluation) -> Iterator[Change]:
    """Give every rule that moved, in the order of the sheet."""
    one, other = _by_id(old.document), _by_id(new.document)
    names = dict((*_names(one, ()), *_names(other, ())))
    yield from _held(one, other, (), names)
    orders = [_order(each, one, other) for each in (one, other)]
    if list(orders[0]) != list(orders[1]):
        before, after = (Side(message("{names}", names=listing(each.values()))) for each in orders)
        yield Change("rule", message(N_("Order of the criteria")), before, after)


def _by_id(document: Any) -> dict[str, Any]:
    """Return a sheet with its criteria and stages by id; every criterion says in which group it is."""
    if not isinstance(document, Mapping):
        return {}
    content = dict(document)
    content["criteria"] = dict(_flat(document.get("criteria"), ""))
    if isinstance(stages := document.get("stages"), list):
        content["stages"] = {each["id"]: each for each in stages}
    return content


def _flat(criteria: Any, group: str) -> Iterator[tuple[str, Any]]:
    """Give criteria by id, a group before its parts; a part knows the id of its group."""
    for each in criteria or ():
        own = {key: value for key, value in each.items() if key not in ("criteria", "id")}
        yield each["id"], ({**own, "group": group} if group else own)
        yield from _flat(each.get("criteria"), each["id"])


def _names(content: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Give what is called by a name of its own, by where it stands."""
    if isinstance(content, Mapping):
        if path and isinstance(content.get("name"), str):
            yield path, content["name"]
        for key, value in content.items():
            yield from _names(value, (*path, key))


def _order(
    sheet: Mapping[str, Any], one: Mapping[str, Any], other: Mapping[str, Any]
) -> dict[str, str]:
    """Return the names of the criteria that are in both, by id, in the order of `sheet`."""
    both = one.get("criteria", {}).keys() & other.get("criteria", {}).keys()
    found = sheet.get("criteria", {})
    return {key: each["name"] for key, each in found.items() if key in both}


def _held(old: Any, new: Any, path: Path, names: Names) -> Iterator[Change]:
    """Give where two parts of a sheet differ."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key, was, now in either(old, new):
            yield from _held(was, now, (*path, key), names)
    elif path[-1] in _SINGLY and isinstance(old or [], list) and isinstance(new or [], list):
        for entry in (each for each in old or () if each not in (new or ())):
            yield _change(entry, None, path, names)
        for entry in (each for each in new or () if each not in (old or ())):
            yield _change(None, entry, path, names)
    elif not _same(old, new):
        yield _change(old, new, path, names)


def _same(old: Any, new: Any) -> bool:
    """Tell whether two values say the same: 8 and 8.0 do."""
    number = _number(old)
    return old == new or (number is not None and number == _number(new))


def _change(old: Any, new: Any, path: Path, names: Names) -> Change:
    what = place_words(path, names)
    return Change("rule", what, _side(old, path, names), _side(new, path, names))


def _side(value: Any, path: Path, names: Names) -> Side | None:
    return None if value is None else Side(value_words(value, path[-1], names), _number(value))


def _number(value: Any) -> Fraction | None:
    if isinstance(value, str):
        with suppress(NotANumberError):
            return parse(value).value
    return None
