"""A criteria sheet as an editor sees it: YAML 1.2, and the JSON Schema to hold against it."""

import re

import yaml
from jsonschema import Draft202012Validator

from procscore.model import schema

_SCALARS = {
    "bool": (r"true|True|TRUE|false|False|FALSE", "tTfF"),
    "int": (r"[-+]?[0-9]+", "-+0123456789"),
    "float": (r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    "null": (r"~|null|Null|NULL|", ["~", "n", "N", ""]),
}


class _Editor(yaml.SafeLoader):
    """The core schema of YAML 1.2: `no`, `1:30`, `012` and dates are not what YAML 1.1 made of them."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 - how PyYAML is told


for _name, (_pattern, _first) in _SCALARS.items():
    _Editor.add_implicit_resolver(
        f"tag:yaml.org,2002:{_name}", re.compile(rf"^(?:{_pattern})$"), list(_first)
    )
_Editor.add_constructor(
    "tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node))
)


def seen(text):
    """Return what an editor makes of a YAML text. Keys are names, whatever they look like."""
    return _named(yaml.load(text, Loader=_Editor))  # noqa: S506 - a safe loader


def _named(value):
    if isinstance(value, dict):
        return {_key(key): _named(each) for key, each in value.items()}
    return [_named(each) for each in value] if isinstance(value, list) else value


def _key(key):
    return str(key).lower() if isinstance(key, bool) else str(key)


def faults(text, *, whole=True):
    """Return what an editor underlines in a sheet, by the path; of a part, not what is missing."""
    held = schema.schema()
    if not whole:
        del held["required"]
    found = Draft202012Validator(held).iter_errors(seen(text))
    return {"/".join(map(str, each.absolute_path)): each.message for each in found}
