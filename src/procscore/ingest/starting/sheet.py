"""A commented criteria sheet to start from, made from another: its structure and its rules.

What the other sheet assumed where its source is silent is no assumption of the new body: each
stands at the end as a decision to take. The new sheet loads as it is and scores the same.
"""

from collections.abc import Iterator

import yaml

from procscore.ingest.starting import nodes
from procscore.ingest.starting.comments import comment
from procscore.ingest.starting.sections import DROPPED, HEAD, SECTIONS
from procscore.ingest.yaml_file import Document
from procscore.language import N_, message
from procscore.model import schema
from procscore.model.criteria import CriteriaSheet

_HEADING = (
    N_("A criteria sheet to start from, modelled on “{id}”. Every comment may be deleted."),
    N_("An editor completes and checks the keys by the schema, once it lies beside this file:"),
)
_ASK_FOR_SCHEMA = f"procscore criteria schema --out {schema.FILE_NAME}"
_TO_DECIDE = N_("To decide. Where its source is silent, “{id}” assumed:")
_NOT_HERE = N_(
    "Not in this sheet, and possible. Where a rule is left out, a default holds, and every result says which:"
)
_TITLE = N_("Criteria sheet for (what is procured)")
_AUTHORITY = N_("(your body)")
_DATE = N_("(date)")
_CITATION = N_("Modelled on the criteria sheet “{id}” ({citation})")


def starting_sheet(document: Document, sheet: CriteriaSheet, new_id: str) -> str:
    """Return the text of a new sheet `new_id` like `sheet`, which was read from `document`.

    The comments are in the current language.
    """
    return "".join(f"{line}\n" for line in _lines(document, sheet, new_id))


def _lines(document: Document, sheet: CriteriaSheet, new_id: str) -> Iterator[str]:
    yield schema.NAMED_BY
    for template in _HEADING:
        yield from comment(str(message(template, id=sheet.id)))
    yield f"#   {_ASK_FOR_SCHEMA}"
    values = _values(document.root) | _head(sheet, new_id)
    for key in (*HEAD, *(key for key in values if key not in HEAD)):
        if key in SECTIONS:
            yield ""
            yield from _told(key)
        yield nodes.written(key, values[key]).rstrip("\n")
    yield from _decisions(sheet)
    yield from _left_out([key for key in SECTIONS if key not in values])


def _told(key: str, lead: str = "") -> Iterator[str]:
    """Give the comment of a part: what it is for, and what may stand there."""
    section = SECTIONS[key]
    yield from comment(lead + str(message(section.sentence)))
    for word, choice in section.synopsis.items():
        yield from comment(f"{word}: {choice}", first="  ", indent="    ")


def _values(root: yaml.Node) -> dict[str, yaml.Node]:
    """Return the parts of a sheet by their keys, in its order."""
    return {key.value: value for key, value in root.value if key.value not in DROPPED}


def _head(sheet: CriteriaSheet, new_id: str) -> dict[str, yaml.Node]:
    """Return what is not the other sheet's."""
    written = sheet.source.citation if sheet.source else sheet.title
    source = {"citation": str(message(_CITATION, id=sheet.id, citation=written))}
    if sheet.source and sheet.source.url:
        source["url"] = sheet.source.url
    source["coverage"] = "illustrative"
    return {
        "id": nodes.scalar(new_id),
        "title": nodes.scalar(str(message(_TITLE))),
        "authority": nodes.scalar(str(message(_AUTHORITY))),
        "date": nodes.scalar(str(message(_DATE))),
        "source": nodes.mapping({key: nodes.scalar(text) for key, text in source.items()}),
    }


def _decisions(sheet: CriteriaSheet) -> Iterator[str]:
    """Give what the other sheet assumed, as a list of decisions to take."""
    if sheet.assumptions:
        yield ""
        yield from comment(str(message(_TO_DECIDE, id=sheet.id)))
    for each in sheet.assumptions:
        yield from comment(f"- {each}", indent="  ")


def _left_out(keys: list[str]) -> Iterator[str]:
    """Give the parts that the sheet could have too."""
    if keys:
        yield ""
        yield from comment(str(message(_NOT_HERE)))
    for key in keys:
        yield "#"
        yield from _told(key, f"{key}: ")
