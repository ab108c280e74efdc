"""How the totals of a result came about, as a program that a script can run again.

It is made of the derivations themselves, so that there is no second way of scoring: the nodes of
the program are derivations, the terms their formulas, and what goes into them are other nodes or
numbers. What cannot change (a price, the points for it, what hangs on one evaluator alone) is the
number that it came to.

Numbers are texts (`"3/2"`), nodes are known by their place in `nodes`, and what occurs twice is
there once. A value is a text or, as a number, a node. `content` holds

- `terms`: `["number", "3/4"]`, `"marks"` (a name), `["+", term, term]`, `["mean", "marks"]`, …
- `roundings`: `[places, mode]`
- `groups`: the evaluators of a list, one an entry, by their number; -1 for what is nobody's own
- `nodes`: `[term, rounding or -1, inputs]`, each behind those that it uses. An input is a value, a
  list `{"values": […]}`, with `by` (a group) where each entry is an evaluator's and with `weights`
  (0 or 1) where it is the top criteria, or `{"count": group}`
- `needs`: `[group, fewest]`: so many of a group must stay
- `fixed`: the evaluators who must stay in any case
- `vendors`: for each ranked vendor its figures as values (`figures`) and as they must come out
  (`are`), the last of which the ranking compares; its `rank` in the result as a decimal; and
  whether it is `passed_over` there
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from procscore.diagnostics import Location
from procscore.exact import decimal_text
from procscore.formula import Derivation, Input
from procscore.formula.bands import literal
from procscore.formula.terms import (
    Call,
    Choice,
    Comparison,
    Name,
    Negation,
    Number,
    Operation,
    Term,
    walk,
)
from procscore.model.criteria import Leaf
from procscore.model.result import Evaluation, VendorResult

Json = dict[str, Any]
NOBODY = -1
_SEVERAL = -2
_BY_EVALUATOR = frozenset({"marks", "totals"})
"""The lists of the scoring language that have an entry for each evaluator."""


@dataclass(frozen=True, slots=True)
class Program:
    """What the script reads, and the evaluators whose marks are in it, by their number."""

    content: Json
    evaluators: tuple[int, ...]
    """Numbers are places in the result's evaluators. Empty where nobody can be left out."""


def write(result: Evaluation, priced: frozenset[str]) -> Program:
    """Return the program of the ranked vendors of `result`.

    `priced` are the top criteria whose weight the script moves against that of the others; empty
    where it moves none.
    """
    written = _Writer(result, _owners(result), priced).program()
    if written.evaluators:
        return written
    return _Writer(result, {}, priced).program()


def figures(each: VendorResult) -> tuple[Derivation, ...]:
    """Return what is shown of a ranked vendor: its total, and what the ranking compares if other."""
    found = [one for one in (each.total, each.value) if one is not None]
    return tuple(found[:1] if each.value is each.total else found)


def _owners(result: Evaluation) -> dict[Location, int]:
    """Return whose each mark of the panels is, by its cell. What was agreed on is nobody's own.

    Nobody is there where leaving an evaluator out would change numbers that no derivation follows:
    where a sum of all evaluators is converted, or held against a share of the points.
    """
    sheet = result.criteria
    if any(map(sheet.summed, sheet.leaves)) and any(
        each.rescale or each.requires for each in sheet.by_id.values()
    ):
        return {}
    numbers = {each.id: number for number, each in enumerate(result.evaluators)}
    by_panel = [leaf.id for leaf in sheet.leaves if leaf.marked_by == "panel"]
    scores = [each.score(leaf) for each in result.vendors for leaf in by_panel]
    own = [mark for score in scores if not score.agreed for mark in score.marks]
    return {mark.where: numbers[mark.evaluator] for mark in own}


def _scoring(result: Evaluation, each: VendorResult, leaf: Leaf) -> list[int]:
    """Return the evaluators who mark a vendor in the panel of `leaf`."""
    return [
        number
        for number, one in enumerate(result.evaluators)
        if one.present and leaf.panel in one.panels and each.vendor.id not in one.recused
    ]


class _Rows:
    """Rows without doubles: what is put in again has the number that it had."""

    def __init__(self) -> None:
        self.rows: list[Any] = []
        self._numbers: dict[str, int] = {}

    def number(self, row: Any) -> int:
        key = json.dumps(row)
        if key not in self._numbers:
            self._numbers[key] = len(self.rows)
            self.rows.append(row)
        return self._numbers[key]


class _Writer:
    """Writes the derivations of one result. They are known by identity; the result keeps them."""

    def __init__(
        self, result: Evaluation, owners: Mapping[Location, int], priced: frozenset[str]
    ) -> None:
        self._result = result
        self._owners = owners
        self._terms, self._roundings, self._groups, self._nodes = (_Rows() for _ in range(4))
        self._needs: dict[int, int] = {}
        self._fixed: set[int] = set()
        self._holders: dict[int, int] = {}
        self._written: dict[int, str | int] = {}
        self._weights: dict[int, list[int]] = {}
        self._counted: dict[int, list[int]] = {}
        """The evaluators that are counted where points are given once for each of them."""
        for each in result.ranked:
            if priced and each.total is not None:
                tops = {id(score.derivation): score.criterion for score in each.scores}
                parts = each.total.inputs[0].derivations
                self._weights[id(each.total)] = [int(tops[id(one)] in priced) for one in parts]
            for leaf in result.criteria.leaves if owners else ():
                derivation = each.score(leaf.id).derivation
                if derivation and any(one.name == "evaluators" for one in derivation.inputs):
                    self._counted[id(derivation)] = _scoring(result, each, leaf)

    def program(self) -> Program:
        """Return the program, with no evaluators where not one of them can be left out."""
        vendors = [
            {
                "figures": [self._value(one) for one in figures(each)],
                "are": [str(one.value) for one in figures(each)],
                "rank": decimal_text(each.rank or Fraction(0)),
                "passed_over": each.vendor.id in self._result.award.passed_over,
            }
            for each in self._result.ranked
        ]
        content = {
            "terms": self._terms.rows,
            "roundings": self._roundings.rows,
            "groups": self._groups.rows,
            "nodes": self._nodes.rows,
            "needs": [list(each) for each in self._needs.items()],
            "fixed": sorted(self._fixed),
            "vendors": vendors,
        }
        marking = sorted({each for group in self._groups.rows for each in group if each >= 0})
        return Program(content, tuple(marking) if any(map(self._free, marking)) else ())

    def _free(self, evaluator: int) -> bool:
        groups = self._groups.rows
        return evaluator not in self._fixed and all(
            len(groups[group]) > fewest
            for group, fewest in self._needs.items()
            if evaluator in groups[group]
        )

    def _holder(self, derivation: Derivation) -> int:
        """Return whose marks a number rests on: one evaluator's alone, several's, or nobody's.

        What can change in another way (a weight, how many are counted) is as if it were several's.
        """
        if id(derivation) not in self._holders:
            found = {one for each in derivation.inputs for one in self._held(each)} - {NOBODY}
            changes = id(derivation) in self._weights or id(derivation) in self._counted
            holder = _SEVERAL if changes or len(found) > 1 else min(found, default=NOBODY)
            self._holders[id(derivation)] = holder
        return self._holders[id(derivation)]

    def _held(self, given: Input) -> Iterator[int]:
        if given.derivation is not None:
            yield self._holder(given.derivation)
        elif isinstance(given.value, tuple):
            owners = self._entries(given)
            listed = given.name in _BY_EVALUATOR and any(each != NOBODY for each in owners)
            yield from (_SEVERAL,) if listed else owners
        else:
            yield from (self._owners.get(place, NOBODY) for place in given.where)

    def _entries(self, given: Input) -> list[int]:
        """Return whose each entry of a list is."""
        if given.derivations:
            return [self._holder(each) for each in given.derivations]
        return [self._owners.get(place, NOBODY) for place in given.where]

    def _value(self, derivation: Derivation) -> str | int:
        """Return the number that a derivation came to, or the node that computes it again."""
        if self._holder(derivation) != _SEVERAL:
            return str(derivation.value)
        if id(derivation) not in self._written:
            rounding = derivation.rounding
            self._written[id(derivation)] = self._nodes.number(
                [
                    self._terms.number(_term(derivation.formula.term)),
                    -1
                    if rounding is None
                    else self._roundings.number([rounding.places, str(rounding.mode)]),
                    {each.name: self._input(derivation, each) for each in derivation.inputs},
                ]
            )
        return self._written[id(derivation)]

    def _input(self, of: Derivation, given: Input) -> str | int | Json:
        if isinstance(given.value, tuple):
            return self._list(of, given, given.value)
        if given.derivation is not None:
            return self._value(given.derivation)
        marks = next((each for each in of.inputs if each.name == "marks"), None)
        if given.name == "count" and marks is not None:
            return {"count": self._groups.number(self._entries(marks))}
        if given.name == "evaluators" and id(of) in self._counted:
            return {"count": self._groups.number(self._counted[id(of)])}
        # A mark that counts by itself, such as the chair's casting vote, has nothing in its place.
        self._fixed.update(self._owners[place] for place in given.where if place in self._owners)
        return str(given.value)

    def _list(self, of: Derivation, given: Input, values: Sequence[Fraction]) -> Json:
        written: Json = {
            "values": [self._value(each) for each in given.derivations]
            or [str(each) for each in values]
        }
        if id(of) in self._weights:
            written["weights"] = self._weights[id(of)]
        owners = self._entries(given)
        if given.name in _BY_EVALUATOR and any(each >= 0 for each in owners):
            group = self._groups.number(owners)
            written["by"] = group
            fewest = _fewest(of.formula.term, given.name)
            self._needs[group] = max(fewest, self._needs.get(group, 0))
        return written


def _fewest(term: Term, listed: str) -> int:
    """Return how many entries of a list a formula needs: one, or one more than it leaves out."""
    cut = [
        sum(int(literal(each) or 0) for each in call.arguments[1:])
        for call in walk(term)
        if isinstance(call, Call)
        and call.function == "trimmed_mean"
        and isinstance(call.arguments[0], Name)
        and call.arguments[0].name == listed
    ]
    return 1 + max(cut, default=0)


def _term(term: Term) -> Any:
    match term:
        case Number(value=value):
            return ["number", str(value)]
        case Name(name=name):
            return name
        case Negation(operand=operand):
            return ["minus", _term(operand)]
        case Operation(operator=sign, left=left, right=right):
            return [sign, _term(left), _term(right)]
        case Comparison(operator=sign, left=left, right=right):
            return [sign, _term(left), _term(right)]
        case Choice(condition=condition, then=then, otherwise=otherwise):
            return ["if", _term(condition), _term(then), _term(otherwise)]
        case Call(function=function, arguments=arguments):
            return [function, *map(_term, arguments)]
