"""Where two trees of JSON differ, key by key, and what stands there in short."""

from collections.abc import Iterator, Mapping
from typing import Any

from procscore.language import N_, message

Path = tuple[str, ...]
Found = tuple[Path, Any, Any]
"""The keys that lead to a difference, and what stands there in each tree."""
_IDS = ("id", "evaluator", "name")
"""The keys by which the things of a list are told apart, where each has one of its own."""
_IN_ORDER = (("vendors",), ("stages",), ("criteria",))
"""Parts in which the order of things says something: what comes first."""
_WENT_IN = (("value",), ("cells",))
"""The keys of lists in which only the place tells of what a number is."""
_WHERE = {"file", "sheet", "cell", "line", "column"}
"""The keys of a place in a file."""
_TELLING = ("name", "mark", "value", "reason", "formula")
"""The keys that say in short what a thing is, the first under which a text stands."""
_ABSENT = object()


def walked(found: Any, expected: Any, path: Path = ()) -> Iterator[Found]:
    """Give the places at which two trees differ, with what stands there in each.

    What is not there at all is given as None, as is null; the two are different all the same. A list
    of words or of groups of words (ids, an order) is one thing; so is what went into a calculation,
    where it is another number of things. Numbers are told one by one else. A cell is one thing.
    """
    if isinstance(found, dict) and isinstance(expected, dict) and not _cells(found, expected):
        yield from _keyed(found, expected, path)
    elif (
        isinstance(found, list)
        and isinstance(expected, list)
        and not _words(path, found + expected)
        and not (path[-1:] in _WENT_IN and len(found) != len(expected))
    ):
        if path[:1] in _IN_ORDER and _order(found, expected):
            yield path, _ids(found), _ids(expected)
        yield from _keyed(_by_id(found, expected), _by_id(expected, found), path)
    elif type(found) is not type(expected) or found != expected:
        yield path, found, expected


def is_cell(value: Any) -> bool:
    """Tell whether a value says where in a file something stands."""
    return isinstance(value, dict) and "file" in value and value.keys() <= _WHERE


def _cells(found: Any, expected: Any) -> bool:
    return is_cell(found) and is_cell(expected)


def _words(path: Path, items: list[Any]) -> bool:
    """Tell whether there are words and groups of words alone; what went into a formula is numbers."""
    groups = [each if isinstance(each, list) else [each] for each in items]
    return path[-1:] not in _WENT_IN and all(
        isinstance(one, str) for each in groups for one in each
    )


def _keyed(found: Mapping[str, Any], expected: Mapping[str, Any], path: Path) -> Iterator[Found]:
    for key in dict.fromkeys((*expected, *found)):
        here, there = found.get(key, _ABSENT), expected.get(key, _ABSENT)
        if here is _ABSENT or there is _ABSENT:
            yield (*path, key), found.get(key), expected.get(key)
        else:
            yield from walked(here, there, (*path, key))


def _by_id(items: list[Any], others: list[Any]) -> dict[str, Any]:
    """Return a list by what tells its things apart in both lists, else by their places."""
    for name in _IDS:
        if all(_distinct(each, name) for each in (items, others)):
            return {each[name]: each for each in items}
    return {str(place): each for place, each in enumerate(items)}


def _distinct(items: list[Any], name: str) -> bool:
    ids = [each.get(name) for each in items if isinstance(each, dict)]
    whole = len(ids) == len(items) and all(isinstance(each, str) for each in ids)
    return whole and len(set(ids)) == len(ids)


def _ids(items: list[Any]) -> list[str]:
    return [each["id"] for each in items]


def _order(found: list[Any], expected: list[Any]) -> bool:
    """Tell whether two lists hold the same in another order."""
    if not (_distinct(found, "id") and _distinct(expected, "id")):
        return False
    return _ids(found) != _ids(expected) and sorted(_ids(found)) == sorted(_ids(expected))


def text(value: Any) -> str:
    """Return what stands under a key, in short: what is nested deeper is not gone into."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case dict():
            return _thing(value)
        case list():
            return ", ".join(map(_group, value)) or "[]"
        case _:
            return str(value)


def _thing(value: dict[str, Any]) -> str:
    """Return what says in short what a thing is: a tie is that of its vendors."""
    if is_cell(value):
        sheet, cell = value.get("sheet"), value.get("cell")
        return " ".join(str(each) for each in (value["file"], sheet and f"[{sheet}]", cell) if each)
    if value.get("mark") == "":
        return str(message(N_("blank")))
    tied = value.get("vendors")
    if isinstance(tied, list) and tied and all(isinstance(each, str) for each in tied):
        return ", ".join(tied)
    told = (value.get(key) for key in _TELLING)
    return next((each for each in told if isinstance(each, str) and each), "{…}")


def _group(value: Any) -> str:
    if not isinstance(value, list):
        return text(value)
    return f"[{', '.join(value)}]" if all(isinstance(each, str) for each in value) else "[…]"
