"""A result read back from the JSON that procscore wrote (`result/1`): what went into it.

Nothing that was computed is read here: the ranking is computed again from what this returns.
"""

import json
import re
from dataclasses import replace
from fractions import Fraction
from typing import Any

from procscore.diagnostics import Location, Problems
from procscore.ingest import yaml_file
from procscore.ingest.yaml_file import Document
from procscore.language import LANGUAGES
from procscore.model import address
from procscore.model.bids import (
    Bids,
    Evaluator,
    InputFile,
    Mark,
    Procurement,
    Quote,
    Status,
    Vendor,
)
from procscore.model.criteria import CriteriaSheet
from procscore.model.part import Part
from procscore.model.recorded import Recorded
from procscore.model.rounds import needs_amounts_first
from procscore.model.words import RESULT_FORMAT

_NUMBER = re.compile(r"-?[0-9]{1,400}(\.[0-9]{1,400}|/[0-9]{1,400})?")
"""A number as procscore writes it. A cell holds none that is longer, and what is computed grows."""
_DIGITS = re.compile(r"[0-9０-９]{1,50}")
_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
NOT_READABLE = (ValueError, KeyError, TypeError, AttributeError, RecursionError, ZeroDivisionError)
"""What is raised where a file is not what procscore wrote."""
ANONYMOUS = ("", "losers", "all")
_DECLARED = frozenset(Status) - {Status.EXCLUDED}
"""What a secretariat can say of a vendor; excluded is what the rules make of one."""
_BREAKS_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Signs that JSON takes as they are and YAML does not, or takes for the end of a line."""


def read(data: bytes, shown: str, problems: Problems) -> Recorded | None:
    """Return the record in the JSON `data`; `shown` names the file in messages."""
    where = Location(shown)
    try:
        return _record(parsed(data), where)
    except NOT_READABLE:
        problems.add("result-file-unreadable", where)
        return None


def parsed(data: bytes) -> Any:
    """Return the JSON in `data`. Raises ValueError for what is none, or says a thing twice."""
    return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object of which each key stands there once: readers differ in which one they take."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError
    return found


def document(recorded: Recorded, problems: Problems) -> Document | None:
    """Return the criteria sheet of a record as a document. Its places are those of no file."""
    try:
        written = json.dumps(recorded.document, ensure_ascii=False)
    except NOT_READABLE:
        problems.add("result-file-unreadable", recorded.where)
        return None
    # With these signs escaped it is YAML as well.
    written = _BREAKS_YAML.sub(lambda sign: f"\\u{ord(sign[0]):04x}", written)
    return yaml_file.read(written, str(recorded.where), problems)


def bids(recorded: Recorded, sheet: CriteriaSheet, problems: Problems) -> Bids | None:
    """Return what was handed in under `sheet`, the part of the recorded sheet that was evaluated."""
    try:
        found = _bids(recorded, sheet)
        _check(found, sheet, recorded.part)
        return _with_blanks(found, sheet, recorded.where)
    except NOT_READABLE:
        problems.add("result-file-unreadable", recorded.where)
        return None


def _record(content: Any, where: Location) -> Recorded:
    if content["procscore"] != RESULT_FORMAT or content["anonymous"] not in ANONYMOUS:
        raise ValueError(content)
    if content["language"] not in LANGUAGES:
        raise ValueError(content)
    asked = content["part"]
    stage = None if asked["stage"] is None else text(asked["stage"])
    return Recorded(
        where=where,
        version=text(content["version"]),
        language=content["language"],
        anonymous=content["anonymous"],
        part=Part(stage, truth(asked["technical_only"]), _texts(asked["withdrawn"])),
        inputs=tuple(
            InputFile(text(each["file"]), text(each["file"]), text(each["sha256"] or ""))
            for each in content["inputs"]
        ),
        digest=text(content["criteria"]["digest"]),
        document=content["criteria"]["document"],
        content=content,
    )


def _bids(recorded: Recorded, sheet: CriteriaSheet) -> Bids:
    content = recorded.content
    given: dict[str, dict[tuple[str, str], tuple[Mark, ...]]] = {
        "panel": {},
        "secretariat": {},
        "agreed": {},
        "not agreed": {},
    }
    leaves = {leaf.id: leaf for leaf in sheet.leaves}
    for each in content["vendors"]:
        vendor, agreed = text(each["id"]), frozenset(_texts(each["agreed"]))
        for criterion, marks in each["marks"].items():
            whose = "agreed" if criterion in agreed else str(leaves[criterion].marked_by)
            given[whose][vendor, criterion] = _marks(marks)
        own, blanks = each["originals"], each.get("blanks", {})
        for criterion in dict.fromkeys((*own, *blanks)):
            whose = "panel" if criterion in agreed else "not agreed"
            beside = [*listed(own.get(criterion, [])), *listed(blanks.get(criterion, []))]
            given[whose][vendor, leaves[criterion].id] = _marks(beside)
    ranks = {
        (text(each["evaluator"]), text(each["vendor"])): _quote(each)
        for each in content["own_ranks"]
    }
    return Bids(
        procurement=_procurement(content["procurement"]),
        vendors=tuple(map(_vendor, listed(content["vendors"]))),
        evaluators=tuple(map(_evaluator, listed(content["evaluators"]))),
        marks=given["panel"],
        secretariat=given["secretariat"],
        agreed=given["agreed"],
        not_agreed=given["not agreed"],
        own_ranks=ranks,
        inputs=recorded.inputs,
    )


def _check(bids: Bids, sheet: CriteriaSheet, part: Part) -> None:
    """Raise ValueError for what no workbook can say, and scoring therefore does not expect."""
    vendors = {each.id for each in bids.vendors}
    evaluators = {each.id for each in bids.evaluators}
    stated = {*sheet.amounts, *sheet.quantities}
    needed = {*sheet.quantities}
    if sheet.prices == "open" and needs_amounts_first(sheet):
        needed.update(sheet.quoted)
    if not vendors or len(vendors) < len(bids.vendors) or len(evaluators) < len(bids.evaluators):
        raise ValueError(bids)
    named = [*part.withdrawn, *(vendor for each in bids.evaluators for vendor in each.recused)]
    marking = [each.evaluator for marks in bids.marks.values() for each in marks]
    for evaluator, vendor in bids.own_ranks:
        marking.append(evaluator)
        named.append(vendor)
    quoted = {name for each in bids.vendors for name in each.quotes} | {*bids.procurement.ceilings}
    blanks = bids.not_agreed.values()
    single = [*bids.secretariat.values(), *bids.agreed.values(), *blanks]
    if (
        not vendors.issuperset(named)
        or not evaluators.issuperset(marking)
        or not stated.issuperset(quoted)
        or any(len(marks) != 1 for marks in single)
        or any(marks[0].value is not None for marks in blanks)
        or not all(each.quotes.keys() >= needed for each in bids.vendors if _stands(each))
    ):
        raise ValueError(bids)


def _stands(vendor: Vendor) -> bool:
    return vendor.status is Status.ELIGIBLE


def _with_blanks(bids: Bids, sheet: CriteriaSheet, where: Location) -> Bids:
    """Return `bids` with a blank for each mark that is not recorded.

    Nobody asks for those of a vendor that was never marked. A mark that was taken out of a record is
    then missing as one that was never given.
    """
    panel, secretariat = dict(bids.marks), dict(bids.secretariat)
    for vendor in bids.vendors:
        for leaf in sheet.leaves:
            there = (vendor.id, leaf.id)
            if leaf.marked_by == "secretariat":
                secretariat.setdefault(there, (Mark("", None, where),))
            elif leaf.marked_by == "panel" and there not in bids.agreed:
                given = panel.get(there, ())
                known = {each.evaluator for each in given}
                scoring = bids.scoring(vendor, leaf.panel)
                blanks = (Mark(each.id, None, where) for each in scoring if each.id not in known)
                panel[there] = (*given, *blanks)
    return replace(bids, marks=panel, secretariat=secretariat)


def _procurement(content: Any) -> Procurement:
    return Procurement(
        where=place(content["cell"]),
        title=text(content["title"]),
        ceilings=_quotes(content["ceilings"]),
        investigation=_quote_or_none(content["investigation"]),
        estimate=_quote_or_none(content["estimate"]),
        currency=text(content["currency"]),
        opened=text(content["opened"]),
    )


def _vendor(content: Any) -> Vendor:
    called = {
        each: None if content[each] is None else text(content[each])
        for each in ("lot", "code", "arrival", "reading", "label", "decision")
    }
    numbers = filter(None, (called[each] for each in ("lot", "arrival", "decision")))
    if content["declared"] not in _DECLARED or not all(map(_DIGITS.fullmatch, numbers)):
        raise ValueError(content)
    return Vendor(
        id=text(content["id"]),
        name=text(content["name"]),
        where=place(content["cell"]),
        status=Status(content["declared"]),
        reason=text(content["reason"]),
        cells=_cells(content["cells"]),
        quotes=_quotes(content["quotes"]),
        **called,
    )


def _evaluator(content: Any) -> Evaluator:
    return Evaluator(
        id=text(content["id"]),
        name=text(content["name"]),
        where=place(content["cell"]),
        present=truth(content["present"]),
        recused=frozenset(_texts(content["recused"])),
        panels=frozenset(
            None if each is None else text(each) for each in listed(content["panels"])
        ),
        chair=truth(content["chair"]),
        cells=_cells(content.get("cells", {})),
    )


def _cells(content: Any) -> dict[str, Location]:
    return {text(what): place(where) for what, where in content.items()}


def _marks(content: Any) -> tuple[Mark, ...]:
    """Return the marks of a vendor for a criterion; where there are none, there is no key."""
    marks = tuple(map(_mark, listed(content)))
    if not marks or len({each.evaluator for each in marks}) < len(marks):
        raise ValueError(content)
    return marks


def _mark(content: Any) -> Mark:
    # A mark that a rule made count as another is recorded with what was given.
    value = content.get("given", content["value"])
    return Mark(
        evaluator=text(content["evaluator"]),
        value=None if value is None else number(value),
        where=place(content["cell"]),
        written=text(content["mark"]),
        comment=text(content.get("comment", "")),
        said=place(content["comment_cell"]) if "comment_cell" in content else None,
    )


def _quotes(content: Any) -> dict[str, Quote]:
    quotes = {text(name): _quote(each) for name, each in content.items()}
    if any(each.value < 0 for each in quotes.values()):
        raise ValueError(content)
    return quotes


def _quote_or_none(content: Any) -> Quote | None:
    return None if content is None else _quote(content)


def _quote(content: Any) -> Quote:
    return Quote(number(content["value"]), place(content["cell"]))


def place(content: Any) -> Location:
    """Return a place from its parts; the file is named as it is recorded."""
    if "sheet" not in content:
        line, column = content.get("line"), content.get("column")
        if not all(each is None or type(each) is int for each in (line, column)):
            raise TypeError(content)
        return Location(text(content["file"]), row=line, column=column)
    cell = content.get("cell")
    if cell is None:
        return Location(text(content["file"]), text(content["sheet"]))
    found = _CELL.fullmatch(cell)
    if found is None:
        raise ValueError(cell)
    letters, row = found.groups()
    file, sheet = text(content["file"]), text(content["sheet"])
    return Location(file, sheet, int(row), address.column(letters))


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(map(text, listed(value)))


def listed(value: Any) -> list[Any]:
    """Return a list. Raises TypeError for anything else: the letters of a text are no list."""
    if not isinstance(value, list):
        raise TypeError(value)
    return value


def truth(value: Any) -> bool:
    """Return true or false. Raises TypeError for anything else."""
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def text(value: Any) -> str:
    """Return a text. Raises TypeError for anything else, UnicodeError for half a sign."""
    if not isinstance(value, str):
        raise TypeError(value)
    value.encode()
    return value


def number(value: Any) -> Fraction:
    """Return a number from how procscore writes it. Raises ValueError for anything else."""
    if not _NUMBER.fullmatch(text(value)):
        raise ValueError(value)
    return Fraction(value)
