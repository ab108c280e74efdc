"""What may be typed into cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from procscore.xlsx.cells import cut, stored

_LONGEST_LIST = 255
_LONGEST_TITLE = 32
_LONGEST_PROMPT = 255


@dataclass(frozen=True, slots=True)
class Rule:
    """What may be typed into a range of cells, and what the reader is told."""

    kind: Literal["whole", "decimal", "list", "custom"]
    lowest: Fraction | int | None = None
    highest: Fraction | int | None = None
    choices: tuple[str, ...] = ()
    source: str = ""
    """The range that holds the choices, where they are too many for a list (`=lists!$A$1:$A$40`)."""
    formula: str = ""
    """For `custom`: what must hold of the first cell of the range."""
    title: str = ""
    prompt: str = ""
    """Shown beside the cell when it is chosen."""
    complaint: str = ""
    """Shown when something else is typed."""


def fits_a_list(choices: Sequence[str]) -> bool:
    """Tell whether choices can be written into a validation as they are; else they need a range."""
    unfit = any(set(choice) & set(',"') or choice != choice.strip() for choice in choices)
    return not unfit and len(",".join(choices)) <= _LONGEST_LIST


def options(rule: Rule) -> dict[str, Any]:
    """Return a rule in the words of XlsxWriter."""
    told: dict[str, Any] = {
        "validate": {"whole": "integer"}.get(rule.kind, rule.kind),
        "input_title": cut(rule.title, _LONGEST_TITLE),
        "input_message": cut(rule.prompt, _LONGEST_PROMPT),
        "error_title": cut(rule.title, _LONGEST_TITLE),
        "error_message": cut(rule.complaint, _LONGEST_PROMPT),
    }
    match rule.kind:
        case "whole" | "decimal":
            told |= _range(rule)
        case "list":
            told["source"] = rule.source or list(rule.choices)
        case "custom":
            told["value"] = rule.formula
    return told


def _range(rule: Rule) -> dict[str, Any]:
    lowest = None if rule.lowest is None else stored(rule.lowest)
    highest = None if rule.highest is None else stored(rule.highest)
    if highest is None:
        return {"criteria": ">=", "value": lowest}
    return {"criteria": "between", "minimum": lowest, "maximum": highest}
