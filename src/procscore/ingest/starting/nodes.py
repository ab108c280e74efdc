"""YAML nodes written out again, as they were written and without their comments.

Quotes, folded text and what stands on one line in braces stay; what would be longer than a line is
written below each other. PyYAML does the writing, so that what is read again is the same.
"""

from collections.abc import Mapping
from typing import Any

import yaml

WIDTH = 100
"""Characters of a line, where the text itself does not need more."""
_ENDLESS = 1_000_000
_STEP = 2
_TEXT = "tag:yaml.org,2002:str"


class _Writer(yaml.SafeDumper):
    """Lists stand further in than their key, and a word of a text or formula stays in its line."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        del indentless
        super().increase_indent(flow, indentless=False)

    def write_plain(self, text: str, split: bool = True) -> None:
        del split
        super().write_plain(text, split=False)

    def write_single_quoted(self, text: str, split: bool = True) -> None:
        del split
        super().write_single_quoted(text, split=False)

    def write_double_quoted(self, text: str, split: bool = True) -> None:
        del split
        super().write_double_quoted(text, split=False)


_RESOLVER = yaml.resolver.Resolver()


def scalar(text: str) -> yaml.ScalarNode:
    """Return a text that is read as text; it gets quotes where YAML would make more of it."""
    return yaml.ScalarNode(_TEXT, text)


def mapping(values: Mapping[str, yaml.Node]) -> yaml.MappingNode:
    """Return keys with values, each on a line of its own."""
    pairs = [(scalar(key), value) for key, value in values.items()]
    return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=False)


def written(key: str, value: yaml.Node) -> str:
    """Return the lines of a key of the sheet with its value."""
    laid_out = mapping({key: _laid_out(value, len(key) + 2, _STEP)})
    return _text(laid_out, WIDTH)


def _text(node: yaml.Node, width: int) -> str:
    text: Any = yaml.serialize(node, Dumper=_Writer, allow_unicode=True, width=width)
    return str(text)


def _laid_out(node: yaml.Node, column: int, indent: int) -> yaml.Node:
    """Return a copy of `node`, in one line where it is and fits.

    It begins at `column` if in one line, else its lines begin at `indent`. In the copy every alias
    is what it stands for.
    """
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if isinstance(node, yaml.CollectionNode) and node.flow_style:
        flat = _in_one_line(node)
        text = _text(flat, _ENDLESS).rstrip("\n")
        if "\n" not in text and column + len(text) <= WIDTH:
            return flat
    if isinstance(node, yaml.SequenceNode):
        items = [_laid_out(each, indent + _STEP, indent + _STEP) for each in node.value]
        return yaml.SequenceNode(node.tag, items, flow_style=not items)
    pairs = [
        (
            _scalar(key),
            _laid_out(value, indent + len(key.value) + 2, indent + _STEP),
        )
        for key, value in node.value
    ]
    return yaml.MappingNode(node.tag, pairs, flow_style=not pairs)


def _in_one_line(node: yaml.Node) -> yaml.Node:
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return yaml.SequenceNode(
            node.tag, [_in_one_line(each) for each in node.value], flow_style=True
        )
    pairs = [(_scalar(key), _in_one_line(value)) for key, value in node.value]
    return yaml.MappingNode(node.tag, pairs, flow_style=True)


def _scalar(node: yaml.ScalarNode) -> yaml.ScalarNode:
    tag = node.tag
    if tag != _TEXT:  # another tag (!x y) is no part of the text that a sheet is read as
        plain = not node.style
        tag = _RESOLVER.resolve(yaml.ScalarNode, node.value, (plain, not plain))  # type: ignore[no-untyped-call]  # PyYAML's stubs
    return yaml.ScalarNode(tag, node.value, style=node.style)
