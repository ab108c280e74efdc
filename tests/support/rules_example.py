"""An example of docs/rules.md: what its lines hand in, and the whole sheet of a fragment.

    ceiling: 100,000,000
    A: plan 80 70 60, total 90,000,000, lot 078
    B: plan 75 - 90, total 95,000,000
    C: withdrawn
    absent: E3

A line a vendor, with the marks of evaluators E1, E2, … in that order (`-` where there is none),
amounts, quantities, a status, and what a lot needs. The words in `HANDED_IN` speak of the
procurement and of the evaluators instead.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from procscore.checks import criteria_sheet
from procscore.diagnostics import CATALOGUE, Problems
from procscore.exact import decimal_text
from procscore.ingest import criteria_file, yaml_file
from procscore.ingest.yaml_file import Document
from procscore.model.bids import Bids, Evaluator
from procscore.model.criteria import CriteriaSheet
from support.values import KEPT, bids, told

STATUSES = frozenset({"withdrawn", "disqualified", "invalid"})
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")


@dataclass
class Handed:
    """What an example hands in."""

    vendors: dict[str, dict[str, object]] = field(default_factory=dict)
    """By vendor and name: the values as they are written; the status and what a lot needs as text."""
    ceilings: dict[str, Fraction] = field(default_factory=dict)
    figures: dict[str, Fraction] = field(default_factory=dict)
    absent: tuple[str, ...] = ()
    recused: dict[str, tuple[str, ...]] = field(default_factory=dict)
    chair: str = ""
    panels: dict[str | None, tuple[str, ...]] = field(default_factory=dict)
    own_ranks: dict[str, dict[str, str]] = field(default_factory=dict)
    withdraws: tuple[str, ...] = ()
    sealed: bool = False


def handed(lines: Iterable[str], panels: Iterable[str]) -> Handed:
    """Return what lines such as `A: total 100, plan 80 70` hand in; `panels` are the sheet's.

    Raises ValueError for a line that is none of them.
    """
    known = frozenset(panels)
    found = Handed()
    for line in lines:
        name, _, said = (each.strip() for each in line.partition(":"))
        if not name or not said:
            raise ValueError(f"not understood: {line}")
        first, _, rest = name.partition(" ")
        if first in HANDED_IN:
            HANDED_IN[first](found, rest, said)
        elif rest == "ranks":
            found.own_ranks[first] = dict(_facts(said))
        elif name in known or name == "panel":
            found.panels[name if name in known else None] = tuple(said.split())
        else:
            found.vendors[name] = _vendor(said)
    return found


def _facts(said: str) -> Iterator[tuple[str, str]]:
    for fact in said.split(", "):
        name, _, value = fact.strip().partition(" ")
        yield name, value.strip()


def _vendor(said: str) -> dict[str, object]:
    vendor: dict[str, object] = {}
    for name, value in _facts(said):
        if not value and name in STATUSES:
            vendor["status"] = name
        elif name in KEPT:
            vendor[name] = value
        elif value:
            given = [None if each == "-" else _THOUSANDS.sub("", each) for each in value.split()]
            vendor[name] = given
        else:
            raise ValueError(f"not understood: {said}")
    return vendor


def _ceiling(found: Handed, amount: str, said: str) -> None:
    found.ceilings[amount] = _number(said)


def _investigation(found: Handed, _rest: str, said: str) -> None:
    found.figures["investigation"] = _number(said)


def _estimate(found: Handed, _rest: str, said: str) -> None:
    found.figures["estimate"] = _number(said)


def _number(text: str) -> Fraction:
    return Fraction(_THOUSANDS.sub("", text))


def _absent(found: Handed, _rest: str, said: str) -> None:
    found.absent = tuple(said.split())


def _recused(found: Handed, _rest: str, said: str) -> None:
    for each in said.split(", "):
        evaluator, _, vendors = each.partition(" from ")
        found.recused[evaluator] = tuple(vendors.split())


def _chair(found: Handed, _rest: str, said: str) -> None:
    found.chair = said


def _withdraws(found: Handed, _rest: str, said: str) -> None:
    found.withdraws = tuple(said.split())


def _prices(found: Handed, _rest: str, said: str) -> None:
    if said != "sealed":
        raise ValueError(f"prices: {said}")
    found.sealed = True


HANDED_IN: dict[str, Callable[[Handed, str, str], None]] = {
    "ceiling": _ceiling,
    "investigation": _investigation,
    "estimate": _estimate,
    "absent": _absent,
    "recused": _recused,
    "chair": _chair,
    "withdraws": _withdraws,
    "prices": _prices,
}
"""First words of lines that speak of the procurement or of the evaluators, not of a vendor."""


def criteria(fragment: str, given: Iterable[str]) -> tuple[CriteriaSheet, tuple[str, ...]]:
    """Return the whole sheet of a fragment, and the codes of what the linter notes about it.

    Only what the fragment says nothing about is filled in: the header; `total` as the amount; where
    it has no criteria, those that the example marks, of 100 points each. Unlike in `support.values`
    no name is filled in: the fragment is copied as it stands. Raises AssertionError for a fragment
    with an error.
    """
    problems = Problems()
    document = yaml_file.read(fragment, "rules.md", problems)
    assert document is not None, told(problems)
    written = dict(document.value)
    whole = {**_rest(written, handed(given, written.get("panels", ()))), **written}
    sheet = criteria_file.parse(Document("rules.md", whole, document.root), problems)
    assert sheet is not None, told(problems)
    worth = sum((each.worth for each in sheet.criteria), Fraction(0))
    points = written.get("points", decimal_text(worth))
    sheet = CriteriaSheet.model_validate({**whole, "points": points})
    findings = tuple(each.code for each in criteria_sheet.check(sheet))
    errors = [code for code in findings if CATALOGUE[code].severity == "error"]
    assert not errors, errors
    return sheet, findings


def _rest(written: Mapping[str, object], given: Handed) -> dict[str, object]:
    """Return what the sheet needs besides what is `written`."""
    amounts = written.get("amounts", {"total": {"name": "total"}})
    declared = {*amounts, *written.get("quantities", ()), *KEPT, "status"}
    named = [name for vendor in given.vendors.values() for name in vendor]
    marked = [name for name in dict.fromkeys(named) if name not in declared]
    score = {"method": "price", "amount": list(amounts)[-1], "formula": "lowest-ratio"}
    return {
        "procscore": "1",
        "id": "rules",
        "title": "rules",
        "points": "1",
        "amounts": amounts,
        "criteria": [{"id": each, "name": each, "points": "100"} for each in marked]
        or [{"id": "price", "name": "price", "points": "100", "score": score}],
    }


def handed_in(sheet: CriteriaSheet, given: Handed) -> Bids:
    """Return the bids of an example, with the evaluators' panels and the chair.

    Raises AssertionError for a name that the sheet does not know.
    """
    marked = (leaf.id for leaf in sheet.leaves)
    known = {*marked, *sheet.set_aside, *sheet.quoted, *sheet.quantities, *KEPT, "status"}
    vendors: dict[str, dict[str, object]] = {}
    for vendor, facts in given.vendors.items():
        assert facts.keys() <= known, f"{vendor}: {sorted(facts.keys() - known)}"
        vendors[vendor] = {name: _entry(sheet, given, name, facts[name]) for name in facts}
    built = bids(
        sheet,
        vendors,
        recused=given.recused,
        absent=given.absent,
        ceilings={amount or sheet.main_amount: each for amount, each in given.ceilings.items()},
        evaluators=[each for members in given.panels.values() for each in members],
        own_ranks=given.own_ranks,
        **given.figures,
    )
    return replace(built, evaluators=tuple(_seated(each, given) for each in built.evaluators))


def _entry(sheet: CriteriaSheet, given: Handed, name: str, value: object) -> object:
    """Return a value as `support.values.bids` takes it: marks by evaluator, or the only one."""
    if not isinstance(value, list):
        return value
    leaf = next((each for each in sheet.leaves if each.id == name), None)
    if leaf is None or leaf.marked_by != "panel":
        (only,) = value
        return only
    if sheet.rules_of(leaf.panel).aggregate == "consensus" and len(value) == 1:
        return value[0]
    members = given.panels.get(leaf.panel)
    return value if members is None else dict(zip(members, value, strict=True))


def _seated(evaluator: Evaluator, given: Handed) -> Evaluator:
    panels = frozenset(panel for panel, who in given.panels.items() if evaluator.id in who)
    chair = evaluator.id == given.chair
    return replace(evaluator, panels=panels or frozenset({None}), chair=chair)
