"""A YAML file as plain values, with the place of every one of them.

The file is composed once into nodes. Scalars stay the text that was written (`012` is not 10, `no`
is not False); equal keys, which YAML loaders silently merge, are found on the nodes.
"""

import hashlib
import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from procscore.diagnostics import Location, Problems
from procscore.language import N_, Message, message

_MERGE_TAG = "tag:yaml.org,2002:merge"
_DEEPEST = 50
_MOST_VALUES = 100_000


@dataclass(frozen=True)
class Document:
    """The content of a YAML file: dicts, lists and strings, and where they stand."""

    file: str
    value: Any
    root: yaml.Node

    @cached_property
    def digest(self) -> str:
        """Return the SHA-256 of the content: comments, layout and the order of keys do not count."""
        canonical = json.dumps(self.value, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(canonical.encode()).hexdigest()

    def locate(self, path: Sequence[str | int], *, key: bool = False) -> Location:
        """Return the place of the value at `path`, or of its key.

        Steps that are not in the file (a missing key, the tag of a union) are passed over, so that
        the nearest thing that was written is named.
        """
        node, mark = self.root, self.root.start_mark
        for index, step in enumerate(path):
            found = _child(node, step)
            if found is None:
                continue
            key_node, node = found
            last = index == len(path) - 1
            mark = (key_node if key and last and key_node else node).start_mark
        return Location(self.file, row=mark.line + 1, column=mark.column + 1)

    def is_plain(self, path: Sequence[str | int]) -> bool:
        """Tell whether the scalar at `path` is written in one line without quotes or escapes."""
        node = self.root
        for step in path:
            found = _child(node, step)
            if found is not None:
                node = found[1]
        return isinstance(node, yaml.ScalarNode) and not node.style


def _child(node: yaml.Node, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value == step:
                return key, value
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def read(text: str, file: str, problems: Problems) -> Document | None:
    """Read one YAML document. What is wrong with it is added to `problems`."""
    before = problems.count
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except RecursionError:
        problems.add("yaml-too-deep", Location(file))
        return None
    except yaml.MarkedYAMLError as error:
        problems.add("yaml-unreadable", _error_place(error, file), reason=_reason(error))
        return None
    except yaml.YAMLError as error:  # characters that YAML does not allow: no mark, but a position
        offset = getattr(error, "position", 0)
        line = text.count("\n", 0, offset)
        column = offset - (text.rfind("\n", 0, offset) + 1)
        problems.add(
            "yaml-unreadable", Location(file, row=line + 1, column=column + 1), reason=str(error)
        )
        return None
    if node is None:
        problems.add("yaml-empty", Location(file))
        return None
    value = _Converter(file, problems).convert(node, 0)
    return Document(file, value, node) if problems.count == before else None


def _error_place(error: yaml.MarkedYAMLError, file: str) -> Location:
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Location(file)
    return Location(file, row=mark.line + 1, column=mark.column + 1)


def _reason(error: yaml.MarkedYAMLError) -> str | Message:
    if "'\\t'" in str(error.problem):  # by far the commonest slip, told in the reader's language
        return message(N_("a tab stands where only spaces may stand"))
    if "alias" in str(error.context) or "alias" in str(error.problem):
        return message(N_("a text that begins with “*” has to stand in quotes"))
    return ", ".join(part for part in (error.context, error.problem) if part)


class _Converter:
    """Turns nodes into plain values and reports what a criteria sheet must not contain."""

    def __init__(self, file: str, problems: Problems) -> None:
        self._file = file
        self._problems = problems
        self._values = 0

    def _place(self, node: yaml.Node) -> Location:
        return Location(self._file, row=node.start_mark.line + 1, column=node.start_mark.column + 1)

    def convert(self, node: yaml.Node, depth: int) -> Any:
        self._values += 1
        if (
            depth > _DEEPEST or self._values > _MOST_VALUES
        ):  # anchors can hold themselves or multiply
            self._problems.add("yaml-too-deep", self._place(node))
            return ""
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, depth)
        if isinstance(node, yaml.SequenceNode):
            return [self.convert(each, depth + 1) for each in node.value]
        if any(unicodedata.category(c) in ("Cc", "Cs") and c not in "\t\n" for c in node.value):
            reason = message(N_("a control character stands in the text"))
            self._problems.add("yaml-unreadable", self._place(node), reason=reason)
        return node.value

    def _mapping(self, node: yaml.MappingNode, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        lines: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.tag == _MERGE_TAG:
                self._problems.add("yaml-key-not-plain", self._place(key))
                continue
            if key.value in values:
                self._problems.add(
                    "yaml-duplicate-key", self._place(key), key=key.value, line=lines[key.value]
                )
                continue
            lines[key.value] = key.start_mark.line + 1
            values[key.value] = self.convert(value, depth + 1)
        return values
