"""The shape of what is written in a criteria sheet, as JSON Schema, for editors.

An editor sees what YAML 1.2 makes of a scalar: `012` and `0.5` are numbers, `75%` and `5年` are
text. So a number may be either, and text may look like a number. The patterns admit whatever the
readers in `model.fields` admit; `patternErrorMessage` is what editors say instead of the pattern.
"""

from collections.abc import Iterable
from typing import Any

from procscore.formula import PRESETS

Shape = dict[str, Any]

_NUMBER = r"\s*[-+−－＋]?[0-9０-９]+([.．][0-9０-９]+)?\s*"
# What no name of any script has in it: spaces, signs (but _), full-width and Japanese punctuation.
_SIGNS = (
    r"\s!-/:-@\[-^`{-\u00a9\u00ab-\u00b4\u00b6\u00b8\u00b9\u00bb-\u00bf\u00d7\u00f7\u2000-\u203e"
    r"\u2041-\u2053\u2055-\u206f\u2190-\u2bff\u3000-\u3004\u3008-\u3020\u3030\u30fb"
    r"\uff01-\uff0f\uff1a-\uff20\uff3b-\uff3e\uff40\uff5b-\uff65"
)

TEXT: Shape = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
NUMBER: Shape = {
    "type": ["number", "string"],
    "pattern": f"^{_NUMBER}$",
    "patternErrorMessage": "A number is expected.",
}
PERCENTAGE: Shape = {
    "type": ["number", "string"],
    "pattern": f"^{_NUMBER}([%％]\\s*)?$",
    "patternErrorMessage": "A number or a percentage such as 60% is expected.",
    "examples": ["60%", 600],
}
SHARE: Shape = {
    "type": "string",
    "pattern": f"^{_NUMBER}[%％]\\s*$",
    "patternErrorMessage": "A percentage such as 85% is expected.",
    "examples": ["85%"],
}
FLAG: Shape = {"type": "boolean"}
ID: Shape = {
    "type": "string",
    "pattern": f"^(?!if$|[0-9０-９·])[^{_SIGNS}]+$",
    "patternErrorMessage": "An id is one name of letters, digits and _, without a hyphen.",
    "examples": ["technical", "価格点"],
}
FORMULA: Shape = {
    "type": ["string", "number"],
    "pattern": r"\S",
    "examples": ["initial + 5 * yearly", "min(points, 2 * deployments)"],
}
PRICE_FORMULA: Shape = {
    "anyOf": [
        {
            "enum": list(PRESETS),
            "enumDescriptions": [f"{each.title}. {each.use}" for each in PRESETS.values()],
        },
        {**FORMULA, "examples": ["points * lowest / price"]},
    ]
}
DIGITS: Shape = {
    "type": ["integer", "string"],
    "minimum": 0,
    "pattern": "^[0-9０-９]{1,50}$",
    "patternErrorMessage": "A whole number is expected.",
}


def count(least: int = 0, most: int | None = None) -> Shape:
    """Return the shape of a whole number of `least` or more, and of at most `most`."""
    bound = {} if most is None else {"maximum": most}
    return {
        "type": ["integer", "string"],
        "minimum": least,
        **bound,
        "pattern": r"^\s*[+＋]?[0-9０-９]+([.．][0０]+)?\s*$",
        "patternErrorMessage": "A whole number is expected.",
    }


def choice(words: Iterable[str]) -> Shape:
    """Return the shape of one of `words`; a word of digits may be written as a number."""
    listed = list(words)
    return {"enum": [*(int(word) for word in listed if word.isdigit()), *listed]}


NAMED: dict[str, Shape] = {
    "Text": TEXT,
    "Number": NUMBER,
    "Percentage": PERCENTAGE,
    "Count": count(),
    "Id": ID,
    "Formula": FORMULA,
}
"""The shapes that the schema holds once, by the name under which it does."""
